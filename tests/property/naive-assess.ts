// A second, naive implementation of `assess`, to be compared with the engine: one line in, one answer out.

import { periodEnd } from "./naive-dates";
import { applyCaps } from "./naive-caps";
import { decode } from "./naive-decode";
import { kSystems, newerProvisional } from "./naive-editions";
import { backwardPeriod, expiry, fiscalPeriod, forwardPeriod, nextBase, Period, renewalPeriod, renewalWindow } from "./naive-periods";
import { planFor } from "./naive-plan";
import { Credit, Request } from "./naive-request";
import { Requirement, requirementStandings, YearStanding, yearStandings } from "./naive-standing";
import { cut, exclusions, inOrder, Judged } from "./naive-verdicts";

interface Evaluation {
  period: Period | null;
  judged: Judged[]; // those that passed the exclusions before the period, in order
  requirements: Requirement[];
  years: YearStanding[];
}

function evaluate(request: Request, period: Period | null, passed: Credit[]): Evaluation {
  const judged = passed.map((credit) => ({ credit, counted: credit.units, verdicts: [] }) as Judged);
  const inside = (j: Judged) => period !== null && j.credit.date >= period.start && j.credit.date <= period.lastDay;
  for (const one of judged) if (!inside(one)) cut(one, one.counted, "outside_period");
  if (period !== null) applyCaps(request, period, judged.filter(inside));
  const requirements = requirementStandings(request, period, judged);
  return { period, judged, requirements, years: yearStandings(request, period, requirements, judged) };
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

// JPEC 5(1): the best first unit to count from; one with a lost year can no longer serve.
function evaluateForward(request: Request, passed: Credit[]): Evaluation {
  let best: Evaluation | undefined;
  for (const start of new Set(passed.map((credit) => credit.date))) {
    if (periodEnd(start, 48 + request.profile.extension) <= request.asOf) continue;
    const candidate = evaluate(request, forwardPeriod(start, request), passed);
    if (candidate.years.some((year) => year.state === "lost")) continue;
    if (best === undefined || isBetter(candidate, best)) best = candidate;
  }
  return best ?? evaluate(request, null, passed);
}

function evaluateKind(request: Request, passed: Credit[]): Evaluation {
  switch (request.edition.rules[request.profile.kind]!.period) {
    case "forward": return evaluateForward(request, passed);
    case "backward": return evaluate(request, backwardPeriod(request), passed);
    case "fiscal": return evaluate(request, fiscalPeriod(request), passed);
    case "renewal": return evaluate(request, renewalPeriod(request), passed);
  }
}

const shown = (hundredths: number): number => hundredths / 100;

// FAQ Q26, Q34, Q56, Q60: counted units that another scheme's system holds must be paid out first.
function transfersOf(request: Request, judged: Judged[]): object[] {
  const { scheme } = request.edition;
  const held = judged.filter((j) => j.counted > 0 && j.credit.heldIn !== undefined && j.credit.transferredTo !== scheme);
  const systems = [...new Set(held.map((j) => j.credit.heldIn as string))].sort();
  return systems
    .filter((from) => from !== kSystems[scheme])
    .map((from) => {
      const there = held.filter((j) => j.credit.heldIn === from);
      const units = shown(there.reduce((total, one) => total + one.counted, 0));
      return { from, units, credits: there.map((one) => one.credit.id) };
    });
}

function answerCredits(request: Request, excluded: ReturnType<typeof exclusions>, judged: Judged[]): object[] {
  return request.credits.map((credit) => {
    const verdict = excluded.get(credit);
    const one = judged.find((candidate) => candidate.credit === credit);
    const verdicts = verdict ? [verdict] : one!.verdicts;
    return {
      id: credit.id,
      counted: verdict ? 0 : shown(one!.counted),
      verdicts: verdicts.map((each) => ({ ...each, units: shown(each.units) })),
    };
  });
}

function answerYear({ year, units, shortfall, state }: YearStanding): object {
  return {
    index: year.index, start: year.start, last_day: year.lastDay,
    units: shown(units), minimum: shown(year.minimum), shortfall: shown(shortfall), state,
  };
}

function answerRequirement({ id, counts, required, have, shortfall, due, state }: Requirement): object {
  const number = counts === "units" ? shown : (count: number) => count;
  return { id, required: number(required), have: number(have), shortfall: number(shortfall), due, state };
}

export function assess(request: Request): object {
  const { edition, profile, asOf } = request;
  const excluded = exclusions(request);
  const passed = inOrder(request.credits).filter((credit) => excluded.get(credit) === null);
  const { period, judged, requirements, years } = evaluateKind(request, passed);
  const window = renewalWindow(request, period);
  const transfers = transfersOf(request, judged);
  const eligible =
    requirements.every((one) => one.state === "met") &&
    years.every((one) => one.state === "met" || one.state === "waived");
  const plan = planFor(request, period, requirements, years);
  return {
    scheme: edition.scheme, edition: edition.date, status: edition.status,
    newer: newerProvisional(edition, asOf), as_of: asOf, kind: profile.kind,
    period: period && { start: period.start, last_day: period.lastDay },
    expires: expiry(request),
    years: years.map(answerYear),
    window: window && { opens: window.opens, last_day: window.lastDay, state: window.state },
    requirements: requirements.map(answerRequirement),
    credits: answerCredits(request, excluded, judged),
    transfers, eligible,
    can_apply: eligible && transfers.length === 0 && (window === null || window.state === "open"), // FAQ Q37
    next_base: nextBase(request, window),
    plan: plan && { units: shown(plan.units), by: plan.by.map(({ date, units }) => ({ date, units: shown(units) })) },
  };
}

// The answer to one request text: an assessment, or all that is wrong with it.
export function answer(text: string): object {
  const decoded = decode(text);
  return "errors" in decoded ? decoded : assess(decoded.request);
}
