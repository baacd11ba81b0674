// The ground of every figure of an assessment: which credits make up each sum, what each cap did,
// which starts were dropped, and what remains where something is lost.

import { extensionClause, periodClause } from "./naive-clauses";
import { kCurriculum } from "./naive-editions";
import { droppedStarts, Evaluation, evaluate, evaluateKind, isLost } from "./naive-evaluate";
import { fiscalPeriod, renewalPeriod } from "./naive-periods";
import { Plan, planFor } from "./naive-plan";
import { Credit, Request } from "./naive-request";
import { itemsOf, Requirement, YearStanding } from "./naive-standing";
import { Judged } from "./naive-verdicts";
import { shown } from "./naive-writing";

const kMostDroppedRows = 10000;
const kMostMonths = 12;

export function explain(request: Request, passed: Credit[], evaluation: Evaluation): object {
  return {
    requirements: evaluation.requirements.map((one) => explainRequirement(request, one)),
    years: evaluation.years.map(explainYear),
    caps: evaluation.caps.map(({ kind, rule, row, limit, year, date, rows }) => ({
      kind, rule, row, limit: limit === null ? null : shown(limit), year, date,
      credits: rows.map(({ id, units, outside, counted, running }) => ({
        id, units: shown(units), outside: shown(outside), counted: shown(counted), running: shown(running),
      })),
    })),
    dropped: explainDropped(request, passed),
    remains: isLost(evaluation) ? remains(request, passed) : [],
  };
}

// The credits one by one with the sum so far.
function summed(judged: Judged[]): object[] {
  let running = 0;
  return judged.map((j) => {
    running += j.counted;
    return { id: j.credit.id, units: shown(j.counted), running: shown(running) };
  });
}

// A curriculum item counts 1 where it is new, 0 where it was seen already.
function itemsSummed(judged: Judged[]): object[] {
  const seen = new Set<string>();
  return judged.map((j) => {
    const units = seen.has(j.credit.curriculum!) ? 0 : 1;
    seen.add(j.credit.curriculum!);
    return { id: j.credit.id, units, running: seen.size };
  });
}

function explainRequirement(request: Request, one: Requirement): object {
  const { id, counts, shortfall, due, state, judged } = one;
  const [what, domain] = id.split("-");
  const covered = itemsOf(judged);
  const would = {
    units: counts === "units" ? shown(shortfall) : shortfall,
    by: due,
    provider: what === "own" ? request.edition.scheme : null,
    items: kCurriculum.filter((item) => item.split("-")[0] === domain && !covered.has(item)),
  };
  const credits = counts === "units" ? summed(judged) : itemsSummed(judged);
  return { id, credits, would: state === "open" ? would : null };
}

function explainYear({ year, shortfall, state, judged }: YearStanding): object {
  const would = state === "open" ? { units: shown(shortfall), by: year.lastDay } : null;
  return { index: year.index, credits: summed(judged), would };
}

function explainDropped(request: Request, passed: Credit[]): object[] {
  const dropped = droppedStarts(request, passed).map((evaluation) => {
    const lost = evaluation.years.find((year) => year.state === "lost")!;
    return { start: evaluation.period!.start, lost };
  });
  const rows = dropped.reduce((all, { lost }) => all + lost.judged.length, 0);
  return dropped.map(({ start, lost: { year, units, judged } }) => ({
    start, year: year.index, from: year.start, last_day: year.lastDay,
    units: shown(units), minimum: shown(year.minimum), rule: year.rule,
    credits: rows > kMostDroppedRows ? null : summed(judged),
  }));
}

interface Way {
  request: Request;
  evaluation: Evaluation;
}

function planOf({ request, evaluation }: Way): Plan {
  return planFor(request, evaluation.period, evaluation.requirements, evaluation.years)!;
}

function remains(request: Request, passed: Credit[]): object[] {
  const { edition, profile } = request;
  const ways: object[] = [];
  const extended = byExtension(request, passed);
  if (extended !== undefined) {
    ways.push({
      what: "extension", months: extended.request.profile.extension, from: null,
      last_day: extended.evaluation.period!.lastDay, units: shown(planOf(extended).units),
      rule: extensionClause(edition, profile.kind),
    });
  }
  if (profile.kind === "renewal" && edition.rules.new !== undefined) ways.push(asNew(request, passed));
  if (edition.rules[profile.kind]!.period === "fiscal") ways.push(fiscalLater(request, passed));
  return ways;
}

// The fewest months of extension with which nothing is lost.
function byExtension(request: Request, passed: Credit[]): Way | undefined {
  if (request.edition.extension === "none") return undefined;
  for (let extension = request.profile.extension + 1; extension <= kMostMonths; extension++) {
    const extended = { ...request, profile: { ...request.profile, extension } };
    const evaluation = evaluate(extended, renewalPeriod(extended), passed);
    if (!isLost(evaluation)) return { request: extended, evaluation };
  }
  return undefined;
}

function asNew(request: Request, passed: Credit[]): object {
  const anew: Request = { ...request, profile: { kind: "new", registered: request.profile.registered, extension: 0 } };
  const evaluation = evaluateKind(anew, passed);
  const { period } = evaluation;
  return {
    what: "new", months: null, from: period && period.start, last_day: period && period.lastDay,
    units: shown(planOf({ request: anew, evaluation }).units), rule: periodClause(request.edition, "new"),
  };
}

// The next later three fiscal years of which none is lost as things stand today.
function fiscalLater(request: Request, passed: Credit[]): object {
  const rule = periodClause(request.edition, request.profile.kind);
  for (let year = Number(request.asOf.slice(0, 4)); ; year++) {
    const day = `${year}-07-01`; // the three years change on this day alone
    if (day <= request.asOf) continue;
    const evaluation = evaluate(request, fiscalPeriod(request, day), passed);
    if (isLost(evaluation)) continue;
    const { start, lastDay } = evaluation.period!;
    return { what: "later", months: null, from: start, last_day: lastDay, units: shown(planOf({ request, evaluation }).units), rule };
  }
}
