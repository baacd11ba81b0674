// Names out of the rule packs, in the language on screen.
import type { Assessment } from "../engine/contract";
import type { State } from "../app/state";
import { packOf, schemes } from "../app/selectors";
import { text } from "../text/text";

export function shortName(state: State, scheme: string): string {
  return packOf(state, scheme)?.short[state.language] ?? scheme;
}

/** The name people know a system by: TAMETOKO is ためとこ. */
export function systemName(state: State, system: string): string {
  return state.packs.find((pack) => pack.system === system)?.system_title[state.language] ?? system;
}

/** The schemes one can aim at, the installation's own office first. */
export function schemesInOrder(state: State): readonly string[] {
  return [...schemes(state)].sort((a, b) => Number(state.office.includes(b)) - Number(state.office.includes(a)));
}

type Edition = Pick<Assessment, "scheme" | "edition">;

/** A clause as people know it: the pack's word for where it stands, then its number. */
export function clauseName(state: State, { scheme, edition }: Edition, rule: string): string {
  const cited = packOf(state, scheme, edition)?.citations.find(({ prefix }) => rule.startsWith(prefix));
  const name = cited === undefined ? rule : cited[state.language] + rule.slice(cited.prefix.length);
  return text(state.language).cited(name);
}

/** Whether a requirement counts items of a curriculum instead of units. */
export const countsItems = (id: string): boolean => id.startsWith("items-");

/** The app's own word for what every scheme asks; the pack's title for a domain. */
export function requirementName(state: State, answer: Edition, id: string): string {
  const t = text(state.language).requirements;
  if (id === "total") return t.total;
  if (id === "own") return t.own(shortName(state, answer.scheme));
  const domain = id.slice(id.indexOf("-") + 1);
  const rules = packOf(state, answer.scheme, answer.edition)?.certification;
  const title = [rules?.new, rules?.renewal].flatMap((each) => each?.requirements ?? []).find((rule) => rule.domain === domain)?.title[state.language] ?? domain;
  return countsItems(id) ? t.items(title) : t.domain(title);
}
