// One ledger toward several targets, and its units shared out among those that are wanted together.

import type { Assessment } from "../../engine/contract";
import { type Engine, type Question, isErrors, sortedById } from "../../engine/engine";
import type { Allocation, Comparison, Target, TargetRequest } from "../../engine/operations";
import type { Grounds } from "../effect";
import { packOf } from "../rules";
import { fitting } from "./judge";

/** The contract's bound on the targets of one request. */
const kMost = 16;

/** Null where the engine did not understand: then nothing is known. */
export async function compareTargets(engine: Engine, grounds: Grounds, targets: readonly Target[]): Promise<readonly Assessment[] | null> {
  const parts = Array.from({ length: Math.ceil(targets.length / kMost) }, (_, part) => targets.slice(part * kMost, (part + 1) * kMost));
  const answers = await Promise.all(parts.map((part) => engine.ask<Comparison>(question("compare", grounds, part))));
  const results = answers.map((answer) => (isErrors(answer) ? null : answer.results));
  return results.includes(null) ? null : results.flatMap((part) => part ?? []);
}

export async function allocateUnits(engine: Engine, grounds: Grounds, targets: readonly Target[]): Promise<Allocation | null> {
  const answer = await engine.ask<Allocation>(question("allocate", grounds, targets));
  return isErrors(answer) ? null : answer;
}

function question(op: "compare" | "allocate", grounds: Grounds, targets: readonly Target[]): Question {
  return { op, as_of: grounds.today, targets: targets.map((target) => withProfile(grounds, target)), credits: sortedById(grounds.ledger.credits) };
}

function withProfile(grounds: Grounds, { scheme, edition }: Target): TargetRequest {
  return { scheme, edition, profile: fitting(grounds.ledger.profile!, packOf(grounds, scheme, edition)) };
}
