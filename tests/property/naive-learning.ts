// E-learning points and the integrity of viewing: FAQ Q20, Q22-Q24, Q26, Q27.

import { nextDay } from "./naive-dates";
import { shown } from "./naive-writing";

export interface Completion {
  id: string;
  course: string;
  date: string;
  points: number;
}

const kPointsAUnit = 90;

function byDate<T extends { date: string }>(list: T[]): T[] {
  return [...list].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

// FAQ Q24: every 90 points become a unit on the day that crossed the boundary, shown the day after.
export function points(completions: Completion[], alreadyTaken: string[]): object {
  const taken = new Set(alreadyTaken);
  const retakes = new Set<Completion>();
  const unitsOn = new Map<string, number>();
  let units = 0;
  let remainder = 0;
  for (const completion of byDate(completions)) {
    if (taken.has(completion.course)) {
      retakes.add(completion); // FAQ Q26, Q27
      continue;
    }
    taken.add(completion.course);
    for (let point = 0; point < completion.points; point++) {
      if (++remainder < kPointsAUnit) continue;
      remainder = 0;
      units++;
      unitsOn.set(completion.date, (unitsOn.get(completion.date) ?? 0) + 1);
    }
  }
  return {
    credits: [...unitsOn].map(([date, gained]) => ({ date, reflected_on: nextDay(date), units: shown(gained * 100) })),
    units: shown(units * 100),
    remainder,
    ignored: completions.filter((one) => retakes.has(one)).map(({ id }) => ({ id, why: "retake" })),
  };
}

// Instants are texts that compare as they stand.
export interface View {
  id: string;
  person: string;
  start: string;
  end: string;
}

export interface Gain {
  person: string;
  date: string;
  points: number;
}

function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]].map((text) => text.map((point) => point.codePointAt(0)!));
  for (let i = 0; i < Math.min(left.length, right.length); i++) if (left[i] !== right[i]) return left[i] - right[i];
  return left.length - right.length;
}

// FAQ Q20: two viewings [start, end) of one person at the same time.
export function overlaps(views: View[]): object[] {
  const findings: object[] = [];
  views.forEach((earlier, place) => {
    for (const later of views.slice(place + 1)) {
      if (earlier.person !== later.person) continue;
      if (earlier.start < later.end && later.start < earlier.end)
        findings.push({ code: "overlap", person: earlier.person, views: [earlier.id, later.id] });
    }
  });
  return findings;
}

// FAQ Q23: more points on one day than one can believe.
export function implausibleDays(gains: Gain[], limit: number): object[] {
  const findings: object[] = [];
  for (const person of [...new Set(gains.map((one) => one.person))].sort(byCodePoint)) {
    const own = gains.filter((one) => one.person === person);
    for (const date of [...new Set(own.map((one) => one.date))].sort()) {
      const total = own.filter((one) => one.date === date).reduce((all, one) => all + one.points, 0);
      if (total > limit) findings.push({ code: "implausible_day", person, date, points: total });
    }
  }
  return findings;
}
