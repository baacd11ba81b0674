// The rule packs in use: where each came from, which one speaks today, and which were refused and why. Pure.

import type { RulePack, SchemeCode } from "../engine/contract";
import type { KeptRule, RefusedRule } from "../storage/ledger";
import type { State } from "./state";
import { daysBetween } from "./today";

const kNewFor = 30; // days

/** The schemes that a person can aim at: those with a confirmed edition that certifies, in the packs' order. */
export function schemes({ packs }: { readonly packs: readonly RulePack[] }): readonly SchemeCode[] {
  const certify = packs.filter(({ status, certification }) => status === "confirmed" && Boolean(certification?.new ?? certification?.renewal));
  return [...new Set(certify.map((pack) => pack.scheme))];
}

/** The pack of an edition; without one, or where it is not here, of the confirmed edition in force, else of any. Packs stand by effective date. */
export function packOf({ packs, today }: Pick<State, "packs" | "today">, scheme: SchemeCode, edition?: string | null): RulePack | null {
  const own = packs.filter((pack) => pack.scheme === scheme);
  const inForce = own.filter(({ status, effective }) => status === "confirmed" && effective <= today).at(-1);
  return own.find((pack) => pack.effective === edition) ?? inForce ?? own[0] ?? null;
}

/** The name of a pack: "G13@2024-05-01". */
export const nameOf = ({ scheme, effective }: RulePack): string => `${scheme}@${effective}`;

/** Each pack once, by scheme and effective date. */
export function inOrder(packs: readonly RulePack[]): readonly RulePack[] {
  return [...new Map(packs.map((pack) => [nameOf(pack), pack])).entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pack]) => pack);
}

/** Packs that the database keeps and this tab's engine was not given yet. */
export function unlearned({ rules }: State): readonly KeptRule[] {
  const known = new Set(rules.learned.map(keyOf));
  return rules.kept.filter((rule) => !known.has(keyOf(rule)));
}

// A damaged text that was put right is another one to learn: hence the time.
const keyOf = ({ scheme, edition, kept_at }: KeptRule): string => `${scheme}@${edition} ${kept_at}`;

/** The scheme on screen: the one chosen, where its rules are here; else the office's, else the present one, else any. */
export function withScheme(state: State): State {
  const known = schemes(state);
  const wished = [state.wish, ...state.office, state.scheme].find((scheme) => known.includes(scheme));
  const scheme = wished ?? known[0] ?? state.scheme;
  return scheme === state.scheme ? state : { ...state, scheme };
}

export interface RuleInUse {
  readonly pack: RulePack;
  readonly standing: "in_force" | "coming" | "earlier" | "provisional";
  /** Null: it came with the app. */
  readonly kept: KeptRule | null;
  readonly built_in: boolean;
  readonly is_new: boolean;
}

/** Every pack that speaks here, by scheme, the newest edition first. */
export function rulesInUse(state: State): readonly (readonly RuleInUse[])[] {
  const codes = [...new Set(state.packs.map((pack) => pack.scheme))];
  return codes.map((scheme) => state.packs.filter((pack) => pack.scheme === scheme).map((pack) => ruleInUse(state, pack)).reverse());
}

function ruleInUse(state: State, pack: RulePack): RuleInUse {
  const built_in = state.rules.built_in.includes(nameOf(pack));
  const kept = built_in ? null : (state.rules.kept.find((rule) => rule.scheme === pack.scheme && rule.edition === pack.effective) ?? null);
  return { pack, kept, built_in, standing: standing(state, pack), is_new: kept !== null && daysBetween(kept.kept_at.slice(0, 10), state.today) <= kNewFor };
}

function standing(state: State, pack: RulePack): RuleInUse["standing"] {
  if (pack.status === "provisional") return "provisional";
  if (pack.effective > state.today) return "coming";
  return packOf(state, pack.scheme) === pack ? "in_force" : "earlier";
}

/** What was not taken, and what was kept and cannot be read: one fault an edition. */
export function refusedRules({ rules }: State): readonly RefusedRule[] {
  const all = [...rules.unread, ...rules.refused];
  return all.filter((each, at) => all.findIndex((other) => other.scheme === each.scheme && other.edition === each.edition) === at);
}
