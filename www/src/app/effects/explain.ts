// The ground of every figure of one verdict, asked for when a sheet is opened.

import { assessRequest, type Engine, isErrors } from "../../engine/engine";
import type { ExplainedAssessment, Target } from "../../engine/operations";
import type { Grounds } from "../effect";
import { fitting } from "./judge";

/** Null where there is no verdict to explain. */
export async function explainVerdict(engine: Engine, { today, packs, ledger }: Grounds, { scheme, edition }: Target): Promise<ExplainedAssessment | null> {
  if (ledger.profile === null) return null;
  const pack = packs.find((each) => each.scheme === scheme && each.effective === edition);
  const request = assessRequest(today, scheme, edition, fitting(ledger.profile, pack), ledger.credits);
  const answer = await engine.ask<ExplainedAssessment>({ ...request, explain: true });
  return isErrors(answer) ? null : answer;
}
