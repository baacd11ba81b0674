// The answer of `assess`: where a ledger stands toward one scheme.

import { requirementClause, windowClause } from "./naive-clauses";
import { kSystems, newerProvisional } from "./naive-editions";
import { evaluateKind } from "./naive-evaluate";
import { explain } from "./naive-explain";
import { expiry, nextBase, renewalWindow } from "./naive-periods";
import { planFor } from "./naive-plan";
import { Request } from "./naive-request";
import { Requirement, YearStanding } from "./naive-standing";
import { exclusions, inOrder, Judged } from "./naive-verdicts";
import { shown } from "./naive-writing";

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
    units: shown(units), minimum: shown(year.minimum), shortfall: shown(shortfall), state, rule: year.rule,
  };
}

function answerRequirement(request: Request, { id, counts, required, have, shortfall, due, state }: Requirement): object {
  const number = counts === "units" ? shown : (count: number) => count;
  const rule = requirementClause(request.edition, request.profile.kind, id);
  return { id, required: number(required), have: number(have), shortfall: number(shortfall), due, state, rule };
}

export function assess(request: Request): object {
  const { edition, profile, asOf } = request;
  const excluded = exclusions(request);
  const passed = inOrder(request.credits).filter((credit) => excluded.get(credit) === null);
  const evaluation = evaluateKind(request, passed);
  const { period, judged, requirements, years } = evaluation;
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
    window: window && { opens: window.opens, last_day: window.lastDay, state: window.state, rule: windowClause(edition, profile.kind) },
    requirements: requirements.map((one) => answerRequirement(request, one)),
    credits: answerCredits(request, excluded, judged),
    transfers, eligible,
    can_apply: eligible && transfers.length === 0 && (window === null || window.state === "open"), // FAQ Q37
    next_base: nextBase(request, window),
    plan: plan && { units: shown(plan.units), by: plan.by.map(({ date, units }) => ({ date, units: shown(units) })) },
    ...(request.explain ? { explain: explain(request, passed, evaluation) } : {}),
  };
}
