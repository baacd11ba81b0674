// The ground of figures: asked of the engine when a sheet opens that shows one, and again when what it rests on changes.

import type { ExplainedAssessment, Target } from "../engine/operations";
import type { Effect, Grounds } from "./effect";
import { judgedAnswer } from "./selectors/explained";
import type { Sheet, State } from "./state";
import type { Step } from "./update";

const kWithGrounds: readonly Sheet["name"][] = ["year", "requirement", "reason", "plan", "starts", "remains"];

/** What the open sheet still has to hear. */
export function explanations(state: State): readonly Effect[] {
  const { sheet, explained: known, today, packs, scheme, ledger } = state;
  const answer = judgedAnswer(state);
  if (sheet === null || answer === null || !kWithGrounds.includes(sheet.name) || (known !== null && isOf(known, answer))) return [];
  return [{ do: "explain", grounds: { today, packs, scheme, ledger }, target: { scheme: answer.scheme, edition: answer.edition } }];
}

function isOf(known: Target, answer: Target): boolean {
  return known.scheme === answer.scheme && known.edition === answer.edition;
}

/** An answer about a ledger, a day or rules that have changed since is not taken. */
export function explained(state: State, grounds: Grounds, answer: ExplainedAssessment | null): Step {
  return [sameGrounds(state, grounds) ? { ...state, explained: answer } : state, []];
}

export function sameGrounds(state: State, grounds: Grounds): boolean {
  return state.today === grounds.today && state.packs === grounds.packs && state.ledger === grounds.ledger;
}
