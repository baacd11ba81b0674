// Where the years and the requirements of one period stand.

import { Domain } from "./naive-editions";
import { inYear } from "./naive-caps";
import { Period, Year } from "./naive-periods";
import { Request } from "./naive-request";
import { Judged } from "./naive-verdicts";

export interface YearStanding {
  year: Year;
  units: number;
  shortfall: number;
  state: "met" | "lost" | "waived" | "open";
}

// `required`, `have` and `shortfall` are hundredths of units, or plain counts for items.
export interface Requirement {
  id: string;
  counts: "units" | "items";
  required: number;
  have: number;
  shortfall: number;
  due: string | null;
  state: "met" | "lost" | "open";
}

function counted(judged: Judged[]): number {
  return judged.reduce((total, one) => total + one.counted, 0);
}

function requirement(id: string, counts: "units" | "items", required: number, have: number, due: string | null, asOf: string): Requirement {
  const shortfall = Math.max(0, required - have);
  const state = shortfall === 0 ? "met" : due !== null && due < asOf ? "lost" : "open";
  return { id, counts, required, have, shortfall, due, state };
}

// JPEC 5(1), 5(3), FAQ Q34, Q57: total, own provider's units, domains.
export function requirementStandings(request: Request, period: Period | null, judged: Judged[]): Requirement[] {
  const { edition, profile, asOf } = request;
  const rules = edition.rules[profile.kind]!;
  const due = period === null ? null : period.due;
  const list = [requirement("total", "units", rules.total, counted(judged), due, asOf)];
  if (rules.own > 0) {
    const own = judged.filter((j) => j.credit.provider === edition.scheme);
    list.push(requirement("own", "units", rules.own, counted(own), due, asOf));
  }
  for (const domain of edition.domains) list.push(...domainStandings(domain, judged, due, asOf));
  return list;
}

// Provisional P04: units and distinct items of one domain, whoever gave them.
function domainStandings(domain: Domain, judged: Judged[], due: string | null, asOf: string): Requirement[] {
  const inside = judged.filter((j) => j.counted > 0 && j.credit.curriculum?.split("-")[0] === domain.name);
  const items = new Set(inside.map((j) => j.credit.curriculum)).size;
  return [
    requirement(`domain-${domain.name}`, "units", domain.units, counted(inside), due, asOf),
    requirement(`items-${domain.name}`, "items", domain.items, items, due, asOf),
  ];
}

// JPEC 5(1), 5(3): each year's minimum; a new applicant's running year is not asked once all else is met.
export function yearStandings(request: Request, period: Period | null, requirements: Requirement[], judged: Judged[]): YearStanding[] {
  if (period === null) return [];
  const forward = request.edition.rules[request.profile.kind]!.period === "forward";
  const waives = forward && requirements.every((one) => one.state === "met");
  return period.years.map((year) => {
    const units = counted(judged.filter((j) => inYear(j, year)));
    const shortfall = Math.max(0, year.minimum - units);
    const ended = year.lastDay < request.asOf;
    const state = shortfall === 0 ? "met" : ended ? "lost" : waives ? "waived" : "open";
    return { year, units, shortfall, state };
  });
}
