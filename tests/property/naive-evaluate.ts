// One ledger against one counting period, and for a new applicant the search for the best one.

import { applyCaps, CapTrace } from "./naive-caps";
import { exclusionClause } from "./naive-clauses";
import { periodEnd } from "./naive-dates";
import { backwardPeriod, fiscalPeriod, forwardPeriod, Period, renewalPeriod } from "./naive-periods";
import { Credit, Request } from "./naive-request";
import { Requirement, requirementStandings, YearStanding, yearStandings } from "./naive-standing";
import { cut, Judged } from "./naive-verdicts";

export interface Evaluation {
  period: Period | null;
  judged: Judged[]; // those that passed the exclusions before the period, in order
  caps: CapTrace[];
  requirements: Requirement[];
  years: YearStanding[];
}

export function evaluate(request: Request, period: Period | null, passed: Credit[]): Evaluation {
  const judged = passed.map((credit) => ({ credit, counted: credit.units, verdicts: [] }) as Judged);
  const inside = (j: Judged) => period !== null && j.credit.date >= period.start && j.credit.date <= period.lastDay;
  const rule = exclusionClause(request.edition, "outside_period");
  for (const one of judged) if (!inside(one)) cut(one, one.counted, "outside_period", rule);
  const caps = period === null ? [] : applyCaps(request, period, judged.filter(inside));
  const requirements = requirementStandings(request, period, judged);
  return { period, judged, caps, requirements, years: yearStandings(request, period, requirements, judged) };
}

export function isLost({ requirements, years }: Evaluation): boolean {
  return requirements.some((one) => one.state === "lost") || years.some((one) => one.state === "lost");
}

// Whether `a` is better than `b` (decision): fewer requirements not met, then the smaller shortfall of
// the total, then the earlier start.
function isBetter(a: Evaluation, b: Evaluation): boolean {
  const unmet = (one: Evaluation) => one.requirements.filter((r) => r.state !== "met").length;
  if (unmet(a) !== unmet(b)) return unmet(a) < unmet(b);
  const shortfall = (one: Evaluation) => one.requirements[0].shortfall;
  if (shortfall(a) !== shortfall(b)) return shortfall(a) < shortfall(b);
  return a.period!.start < b.period!.start;
}

// Every start from which the four years have not run out yet, by date.
function candidates(request: Request, passed: Credit[]): Evaluation[] {
  const starts = [...new Set(passed.map((credit) => credit.date))];
  return starts
    .filter((start) => periodEnd(start, 48 + request.profile.extension) > request.asOf)
    .map((start) => evaluate(request, forwardPeriod(start, request), passed));
}

// JPEC 5(1): one with a lost year can no longer serve.
export function droppedStarts(request: Request, passed: Credit[]): Evaluation[] {
  if (request.edition.rules[request.profile.kind]!.period !== "forward") return [];
  return candidates(request, passed).filter(isLost);
}

// JPEC 5(1): the best first unit to count from.
function evaluateForward(request: Request, passed: Credit[]): Evaluation {
  let best: Evaluation | undefined;
  for (const candidate of candidates(request, passed)) {
    if (isLost(candidate)) continue;
    if (best === undefined || isBetter(candidate, best)) best = candidate;
  }
  return best ?? evaluate(request, null, passed);
}

export function evaluateKind(request: Request, passed: Credit[]): Evaluation {
  switch (request.edition.rules[request.profile.kind]!.period) {
    case "forward": return evaluateForward(request, passed);
    case "backward": return evaluate(request, backwardPeriod(request), passed);
    case "fiscal": return evaluate(request, fiscalPeriod(request, request.asOf), passed);
    case "renewal": return evaluate(request, renewalPeriod(request), passed);
  }
}
