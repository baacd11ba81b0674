// Comparing and sharing out: what is asked of the engine when the page opens or what is wanted changes, and what its answers do.

import type { Assessment } from "../engine/contract";
import type { Target } from "../engine/operations";
import type { ReportedAction } from "./actions";
import type { Effect, Grounds } from "./effect";
import { sameGrounds } from "./explaining";
import { sameTarget, targetsOf, wantedTargets } from "./selectors/comparing";
import type { State } from "./state";
import type { Comparing } from "./state/comparing";
import type { Step } from "./update";

export const kNothingCompared: Comparing = { results: null, failed: false, wanted: null, allocation: null };

/** Every edition in force that certifies the person's kind, asked in one question. */
export function comparisons(state: State): readonly Effect[] {
  const { comparing, packs, today, scheme, ledger } = state;
  if (comparing === null || ledger.profile === null) return [];
  const targets = targetsOf(packs, today, ledger.profile.kind);
  return [{ do: "compare", grounds: { today, packs, scheme, ledger }, targets }];
}

export function compared(state: State, grounds: Grounds, results: readonly Assessment[] | null): Step {
  if (state.comparing === null || !sameGrounds(state, grounds)) return [state, []];
  return sharedOut({ ...state, comparing: { ...state.comparing, results, failed: results === null } });
}

/** Two editions of one scheme are one certificate: the one chosen last is meant. */
export function want(state: State, target: Target, wanted: boolean): Step {
  if (state.comparing === null) return [state, []];
  const others = wantedTargets(state).filter(({ scheme }) => scheme !== target.scheme);
  return sharedOut({ ...state, comparing: { ...state.comparing, wanted: wanted ? [...others, target] : others } });
}

/** With fewer than two wanted there is nothing to share out. The answer before stays until the next. */
function sharedOut(state: State): Step {
  const { comparing, route, today, packs, scheme, ledger } = state;
  if (comparing === null || comparing.results === null || route.name !== "allocate") return [state, []];
  const targets = wantedTargets(state);
  if (targets.length < 2) return [{ ...state, comparing: { ...comparing, allocation: null } }, []];
  return [state, [{ do: "allocate", grounds: { today, packs, scheme, ledger }, targets }]];
}

export function allocated(state: State, { grounds, targets, answer }: Extract<ReportedAction, { type: "allocated" }>): Step {
  const wanted = wantedTargets(state);
  const asked = targets.length === wanted.length && targets.every((target, index) => sameTarget(target, wanted[index]!));
  if (state.comparing === null || !asked || !sameGrounds(state, grounds)) return [state, []];
  return [{ ...state, comparing: { ...state.comparing, allocation: { targets, answer } } }, []];
}
