// The ground of every figure of one verdict, asked for when a sheet is opened.

import { assessRequest, type Engine, isErrors } from "../../engine/engine";
import type { ExplainedAssessment, Target } from "../../engine/operations";
import type { Grounds } from "../effect";
import { packOf } from "../rules";
import { fitting } from "./judge";

/** Null where there is no verdict to explain. */
export async function explainVerdict(engine: Engine, grounds: Grounds, { scheme, edition }: Target): Promise<ExplainedAssessment | null> {
  const { today, ledger } = grounds;
  if (ledger.profile === null) return null;
  const request = assessRequest(today, scheme, edition, fitting(ledger.profile, packOf(grounds, scheme, edition)), ledger.credits);
  const answer = await engine.ask<ExplainedAssessment>({ ...request, explain: true });
  return isErrors(answer) ? null : answer;
}
