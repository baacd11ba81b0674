// Periods, years, windows and deadlines against another way to count: for every day of a leap year and
// the year after it, month ends and 29 February among them.

import { Fields } from "./generate-text";
import { Assessment, Law, parsed, plainly } from "./law";
import { Random } from "./random";

const kDay = 86400000;
const written = (day: number): string => new Date(day * kDay).toISOString().slice(0, 10);
const read = (date: string): number => Date.parse(`${date}T00:00:00Z`) / kDay;
const plus = (date: string, days: number): string => written(read(date) + days);

// The day of the month as many months on: it exists where adding did not run over into the next month.
function corresponding(date: string, months: number): { exists: boolean; month: string; day: string } {
  const [year, month, day] = date.split("-").map(Number);
  const there = new Date(Date.UTC(year, month - 1 + months, 1));
  const next = new Date(Date.UTC(year, month + months, 1));
  const length = (next.getTime() - there.getTime()) / kDay;
  return { exists: day <= length, month: next.toISOString().slice(0, 10), day: plus(there.toISOString().slice(0, 10), Math.min(day, length) - 1) };
}

// 0.2: the day after the period; the first of the following month where the day does not exist.
function periodEnd(date: string, months: number): string {
  const { exists, month, day } = corresponding(date, months);
  return exists ? day : month;
}

// 0.3: clamped to the last day of a shorter month.
const monthsBefore = (date: string, months: number): string => corresponding(date, -months).day;

function differs(what: string, actual: unknown, expected: unknown): string | null {
  const same = JSON.stringify(actual) === JSON.stringify(expected);
  return same ? null : `${what} is ${JSON.stringify(actual)}, counted by hand ${JSON.stringify(expected)}`;
}

const firstWrong = (list: (string | null)[]): string | null => list.find((one) => one !== null) ?? null;

interface Case {
  request: string;
  judge: (answer: Assessment) => string | null;
}

function yearsByHand(base: string, ordinary: number, extension: number): [string, string][] {
  const ends = Array.from({ length: ordinary }, (_, index) => 12 * (index + 1));
  if (extension > 0) ends.push(12 * ordinary + extension);
  return ends.map((months, index) => [index === 0 ? base : periodEnd(base, ends[index - 1]), plus(periodEnd(base, months), -1)]);
}

// 2.1, 2.2, 2.9: a renewal of G13, three months before to one after.
function renewal(base: string, extension: number, asOf: string): Case {
  const profile = { kind: "renewal", base, certificate_of: "G13", ...(extension > 0 ? { extension: { months: extension } } : {}) };
  const anniversary = periodEnd(base, 36);
  const lastDay = plus(periodEnd(base, 36 + extension), -1);
  const closes = plus(periodEnd(anniversary, 1), -1);
  const window = { opens: monthsBefore(anniversary, 3), last_day: extension > 0 && lastDay > closes ? lastDay : closes };
  const late = asOf > window.last_day;
  return {
    request: plainly({ op: "assess", as_of: asOf, scheme: "G13", profile, credits: [] }),
    judge: (answer) => firstWrong([
      differs("the period", answer.period, { start: base, last_day: lastDay }),
      differs("expires", answer.expires, lastDay),
      differs("the years", answer.years.map((year) => [year.start, year.last_day]), yearsByHand(base, 3, extension)),
      differs("the window", [answer.window?.opens, answer.window?.last_day], [window.opens, window.last_day]),
      differs("next_base", answer.next_base, late ? null : extension > 0 && asOf >= anniversary ? asOf : anniversary),
    ]),
  };
}

// 2.3: one credit, four years forward from it.
function forward(start: string, extension: number): Case {
  const profile = { kind: "new", ...(extension > 0 ? { extension: { months: extension } } : {}) };
  const credits = [{ id: "a", date: start, units: 5, provider: "G01", category: "assembly" }];
  return {
    request: plainly({ op: "assess", as_of: plus(start, 100), scheme: "G01", edition: "2017-04-01", profile, credits }),
    judge: (answer) => firstWrong([
      differs("the period", answer.period, { start, last_day: plus(periodEnd(start, 48 + extension), -1) }),
      differs("the years", answer.years.map((year) => [year.start, year.last_day]), yearsByHand(start, 4, extension)),
    ]),
  };
}

// 2.4: the earliest day of which four years run beyond today.
function backward(asOf: string): Case {
  let start = asOf;
  while (periodEnd(plus(start, -1), 48) > asOf) start = plus(start, -1);
  return {
    request: plainly({ op: "assess", as_of: asOf, scheme: "G01", edition: "2022-04-01", profile: { kind: "new" }, credits: [] }),
    judge: (answer) => differs("the period", answer.period, { start, last_day: asOf }),
  };
}

// Section 5.
function deadlines(start: string, end: string): Case {
  const month = plus(periodEnd(plus(end, 1), 1), -1);
  const quarter = 3 * Math.floor((Number(end.slice(5, 7)) - 1) / 3) + 3; // its last month
  const tenth = new Date(Date.UTC(Number(end.slice(0, 4)), quarter, 10)).toISOString().slice(0, 10);
  const jshp = { apply_by: monthsBefore(start, 1), slides_by: plus(start, -14), report_by: tenth, return_by: tenth };
  const jpec = { apply_by: plus(start, -21), report_by: plus(end, 14), return_by: plus(end, 14), claim_by: month };
  const ofJshp = Number(start.slice(8)) % 2 === 0;
  const request: Fields = ofJshp
    ? { op: "deadlines", scheme: "P04", start, end, delivery: "assembly", host: "prefecture" }
    : { op: "deadlines", scheme: "G01", start, end };
  return { request: plainly(request), judge: (answer) => differs("the deadlines", answer, ofJshp ? jshp : jpec) };
}

const kDays = Array.from({ length: 731 }, (_, index) => plus("2024-01-01", index));
const kExtensions = Array.from({ length: 13 }, (_, months) => months);

// Everything that starts, ends or is asked on one day.
function casesOf(random: Random, day: string): Case[] {
  const around = (extension: number) => plus(periodEnd(day, random.pick([33, 36, 36 + extension, 37])), random.integer(-1, 1));
  return [
    ...kExtensions.map((extension) => renewal(day, extension, around(extension))),
    ...kExtensions.map((extension) => forward(day, extension)),
    backward(day),
    ...[0, 1, 27, 30, 31, 59].map((length) => deadlines(day, plus(day, length))),
  ];
}

// The cases walk through the days; 24,123 see all of them.
const waiting: Case[] = [];
let next = 0;

export const law: Law = (random) => {
  if (waiting.length === 0) waiting.push(...casesOf(random, kDays[next++ % kDays.length]));
  const { request, judge } = waiting.shift()!;
  return { requests: [request], judge: ([answer]) => judge(parsed(answer)) };
};
