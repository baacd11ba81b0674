// The ground of a figure: found in the engine's explanation by what the figure is called. Nothing is summed here.

import type { Assessment, Cap, Credit, RulePack } from "../../engine/contract";
import type { CapGround, Explanation, RunningRow } from "../../engine/operations";
import { answers } from "../selectors";
import type { Sheet, State } from "../state";
import { keyOf } from "./comparing";

/** The verdict that the open sheet is about: one of those compared, or the one on screen. */
export function judgedAnswer(state: State, sheet: Sheet | null = state.sheet): Assessment | null {
  const of = sheet !== null && "of" in sheet ? sheet.of : undefined;
  if (of === undefined) return answers(state).shown;
  return state.comparing?.results?.find((answer) => keyOf(answer) === of) ?? null;
}

/** The explanation of a verdict; null while it is not there. */
export function explanationOf({ explained }: State, answer: Assessment): Explanation | null {
  return explained !== null && explained.scheme === answer.scheme && explained.edition === answer.edition ? explained.explain : null;
}

export function withCredits<Row extends RunningRow>(state: State, rows: readonly Row[]): readonly (Row & { readonly credit: Credit | null })[] {
  const byId = new Map(state.ledger.credits.map((credit) => [credit.id, credit]));
  return rows.map((row) => ({ ...row, credit: byId.get(row.id) ?? null }));
}

/** Every cap that cut the credit, in the order of application. */
export function capsThatCut(explanation: Explanation, credit: string): readonly CapGround[] {
  return explanation.caps.filter((cap) => cap.credits.some((row) => row.id === credit && row.counted < row.units));
}

/** Every cap that cut anything. */
export function capsThatBite(explanation: Explanation): readonly CapGround[] {
  return explanation.caps.filter((cap) => cap.credits.some((row) => row.counted < row.units));
}

/** The pack's own rule behind a cap's ground: several may rest on one clause, so a credit under it decides. */
export function capRule(state: State, pack: RulePack | null, answer: Assessment, ground: CapGround): Cap | null {
  const first = state.ledger.credits.find(({ id }) => id === ground.credits[0]?.id);
  return capsOf(pack, answer).find((cap) => cap.kind === ground.kind && cap.clause === ground.rule && (cap.units ?? null) === ground.limit && concerns(cap, first)) ?? null;
}

export function capsOf(pack: RulePack | null, { kind }: Pick<Assessment, "kind">): readonly Cap[] {
  const rules = pack?.certification;
  return [...(rules?.caps ?? []), ...(rules?.[kind]?.caps ?? [])];
}

function concerns({ categories, days, designated_practice }: Cap, credit: Credit | undefined): boolean {
  if (credit === undefined) return true;
  const length = credit.days ?? 1;
  return (categories?.includes(credit.category) ?? true) && length >= (days?.from ?? 1) && length <= (days?.to ?? length)
    && designated_practice !== (credit.designated_practice ? "never" : "only");
}
