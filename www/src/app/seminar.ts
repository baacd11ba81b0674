// The organiser's seminar: what is typed is remembered and judged at once.

import type { Effect } from "./effect";
import { changedSeminar } from "./seminar-draft";
import type { State } from "./state";
import type { SeminarChange, SeminarDraft, SeminarResult } from "./state/seminar";
import type { Step } from "./update";

export function typeSeminar(state: State, change: SeminarChange): Step {
  const draft = changedSeminar(state.seminar.draft, change);
  const typing = change.do === "talk" ? change.id : change.do === "facts" ? state.seminar.typing : null;
  const next: State = { ...state, sheet: null, seminar: { ...state.seminar, draft, typing } };
  const closed: readonly Effect[] = state.sheet === null ? [] : [{ do: "go_back" }];
  return [next, [...closed, { do: "remember_seminar", draft }, ...seminarJudgments(next)]];
}

export function seminarJudgments({ packs, today, seminar }: State): readonly Effect[] {
  return packs.length === 0 ? [] : [{ do: "judge_seminar", packs, today, draft: seminar.draft }];
}

/** An answer about a draft that has changed since is not taken. */
export function seminarJudged(state: State, draft: SeminarDraft, result: SeminarResult | null): Step {
  const { seminar } = state;
  return [seminar.draft === draft ? { ...state, seminar: { ...seminar, result: result ?? seminar.result, failed: result === null } } : state, []];
}
