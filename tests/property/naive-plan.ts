// The least number of further units, and by when.

import { Request } from "./naive-request";
import { Period } from "./naive-periods";
import { Requirement, YearStanding } from "./naive-standing";

export interface Plan {
  units: number;
  by: { date: string | null; units: number }[];
}

function shortfallOf(requirements: Requirement[], id: string): number {
  return requirements.find((one) => one.id === id)?.shortfall ?? 0;
}

// Decision: a missing item costs at least half a unit (JSHP 1(7)1) within its domain.
function domainShortfalls(request: Request, requirements: Requirement[]): number {
  let total = 0;
  for (const { name } of request.edition.domains) {
    const units = shortfallOf(requirements, `domain-${name}`);
    const items = shortfallOf(requirements, `items-${name}`);
    total += Math.max(units, 50 * items);
  }
  return total;
}

function furtherUnits(request: Request, requirements: Requirement[], open: YearStanding[]): number {
  const total = shortfallOf(requirements, "total");
  const own = shortfallOf(requirements, "own");
  const forward = request.edition.rules[request.profile.kind]!.period === "forward";
  const years = forward ? 0 : open.reduce((all, one) => all + one.shortfall, 0);
  return Math.max(total, own, domainShortfalls(request, requirements), years);
}

// Decision: null where anything is lost.
export function planFor(request: Request, period: Period | null, requirements: Requirement[], years: YearStanding[]): Plan | null {
  if (requirements.some((one) => one.state === "lost") || years.some((one) => one.state === "lost")) return null;
  const open = years.filter((one) => one.state === "open");
  const n = furtherUnits(request, requirements, open);
  const by: Plan["by"] = [];
  let reached = 0;
  let cumulative = 0;
  for (const { year, shortfall } of open) {
    cumulative += shortfall;
    if (Math.min(cumulative, n) <= reached) continue;
    reached = Math.min(cumulative, n);
    by.push({ date: year.lastDay, units: reached });
  }
  if (n > reached) {
    const due = period === null ? null : period.due;
    if (by.length > 0 && by[by.length - 1].date === due) by.pop();
    by.push({ date: due, units: n });
  }
  return { units: n, by };
}
