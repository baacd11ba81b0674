// What the engine says of a seminar: units, days, fee, points, each asked on its own, so that one half-typed field keeps back only its own.

import type { CivilDate, Problem, RulePack } from "../../engine/contract";
import type { Award, Deadlines, Points, SeminarFee } from "../../engine/operations";
import { type Engine, isErrors } from "../../engine/engine";
import { awardRequest, deadlinesRequest, faultyTalks, feeRequest, placed, pointsRequest, type Asked } from "../seminar-requests";
import { programme, schemeOf } from "../selectors/seminar";
import type { SeminarDraft, SeminarResult } from "../state/seminar";

interface Heard<T> {
  readonly answer: T | null;
  readonly problems: readonly Problem[];
}

const kNothing = { answer: null, problems: [] };

export async function judgeSeminar(engine: Engine, packs: readonly RulePack[], today: CivilDate, draft: SeminarDraft): Promise<SeminarResult> {
  const scheme = schemeOf(packs, draft) ?? "";
  const [award, deadlines, fee, points] = await Promise.all([
    judgeAward(engine, packs, scheme, draft),
    hear<Deadlines>(engine, deadlinesRequest(packs, scheme, draft)),
    hear<SeminarFee>(engine, feeRequest(packs, scheme, draft)),
    hear<Points>(engine, pointsRequest(packs, today, draft)),
  ]);
  return {
    award: award.answer, unfinished: faultyTalks(award.problems), deadlines: deadlines.answer, fee: fee.answer, points: points.answer,
    problems: [award, deadlines, fee, points].flatMap(({ problems }) => problems),
  };
}

/** The talks that are understood count already while others are still being typed. */
async function judgeAward(engine: Engine, packs: readonly RulePack[], scheme: string, draft: SeminarDraft): Promise<Heard<Award>> {
  const talks = programme(draft);
  const whole = await hear<Award>(engine, awardRequest(packs, scheme, draft, talks));
  const faulty = faultyTalks(whole.problems);
  if (faulty.length === 0) return whole;
  const rest = await hear<Award>(engine, awardRequest(packs, scheme, draft, talks.filter(({ id }) => !faulty.includes(id))));
  return { answer: rest.answer, problems: whole.problems };
}

async function hear<T extends object>(engine: Engine, asked: Asked | null): Promise<Heard<T>> {
  if (asked === null) return kNothing;
  const answer = await engine.ask<T>(asked.request);
  return isErrors(answer) ? { answer: null, problems: placed(asked, answer.errors) } : { answer, problems: [] };
}
