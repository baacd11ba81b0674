// Where the years and the requirements of one period stand.

import { inYear } from "./naive-caps";
import { Period, Year } from "./naive-periods";
import { Request } from "./naive-request";
import { Judged } from "./naive-verdicts";

export interface YearStanding {
  year: Year;
  units: number;
  shortfall: number;
  state: "met" | "lost" | "waived" | "open";
  judged: Judged[]; // those that make up `units`
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
  judged: Judged[]; // those that serve it
}

function counted(judged: Judged[]): number {
  return judged.reduce((total, one) => total + one.counted, 0);
}

// The distinct curriculum items of some credits.
export function itemsOf(judged: Judged[]): Set<string> {
  return new Set(judged.map((j) => j.credit.curriculum!));
}

// JPEC 5(1), 5(3), FAQ Q34, Q57: total, own provider's units, domains (whoever gave them).
export function requirementStandings(request: Request, period: Period | null, judged: Judged[]): Requirement[] {
  const { edition, profile, asOf } = request;
  const rules = edition.rules[profile.kind]!;
  const due = period === null ? null : period.due;
  const list: Requirement[] = [];
  const ask = (id: string, counts: "units" | "items", required: number, serving: Judged[]) => {
    const have = counts === "units" ? counted(serving) : itemsOf(serving).size;
    const shortfall = Math.max(0, required - have);
    const state = shortfall === 0 ? "met" : due !== null && due < asOf ? "lost" : "open";
    list.push({ id, counts, required, have, shortfall, due, state, judged: serving });
  };
  const serving = judged.filter((j) => j.counted > 0);
  ask("total", "units", rules.total, serving);
  if (rules.own > 0) ask("own", "units", rules.own, serving.filter((j) => j.credit.provider === edition.scheme));
  for (const domain of edition.domains) {
    const inside = serving.filter((j) => j.credit.curriculum?.split("-")[0] === domain.name);
    ask(`domain-${domain.name}`, "units", domain.units, inside);
    ask(`items-${domain.name}`, "items", domain.items, inside);
  }
  return list;
}

// JPEC 5(1), 5(3): each year's minimum; a new applicant's running year is not asked once all else is met.
export function yearStandings(request: Request, period: Period | null, requirements: Requirement[], judged: Judged[]): YearStanding[] {
  if (period === null) return [];
  const forward = request.edition.rules[request.profile.kind]!.period === "forward";
  const waives = forward && requirements.every((one) => one.state === "met");
  return period.years.map((year) => {
    const inside = judged.filter((j) => j.counted > 0 && inYear(j, year));
    const units = counted(inside);
    const shortfall = Math.max(0, year.minimum - units);
    const ended = year.lastDay < request.asOf;
    const state = shortfall === 0 ? "met" : ended ? "lost" : waives ? "waived" : "open";
    return { year, units, shortfall, state, judged: inside };
  });
}
