// Rules that arrive: those that came with the app, then those that the phone keeps from the server.

import type { RulePack } from "../engine/contract";
import type { ReportedAction } from "./actions";
import type { Effect } from "./effect";
import { ready, reassessed } from "./judging";
import { inOrder, nameOf, unlearned, withScheme } from "./rules";
import type { Notice, State } from "./state";
import type { Step } from "./update";

/** The engine has loaded: what it has by now came with the app. */
export function engineReady(state: State, packs: readonly RulePack[], engine_version: string): Step {
  return ready({ ...state, packs: inOrder([...state.packs, ...packs]), engine_version, rules: { ...state.rules, built_in: packs.map(nameOf) } });
}

/** What has to be given to the engine; asked for whenever the database speaks. Giving twice is harmless. */
export function toLearn(state: State): readonly Effect[] {
  return unlearned(state).length === 0 ? [] : [{ do: "learn_rules", kept: state.rules.kept }];
}

export function rulesLearned(state: State, { packs, learned, unread }: Extract<ReportedAction, { type: "rules_learned" }>): Step {
  const next: State = { ...state, packs: inOrder([...state.packs, ...packs]), rules: { ...state.rules, learned, unread } };
  if (state.phase !== "ready") return ready(next);
  return reassessed({ ...withScheme(next), notice: state.notice ?? arrival(state, next) });
}

/** Said once, to somebody who was already being judged; at a start the kept ones are nothing new. */
function arrival(before: State, after: State): Notice | null {
  if (before.ledger.profile === null) return null;
  const known = new Set(before.packs.map(nameOf));
  return after.packs.every((pack) => known.has(nameOf(pack))) ? null : { kind: "rules_arrived", undo: null };
}
