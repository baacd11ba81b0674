// Deadlines and fees: JSHP 1, 1(10), 1(11), 5, 6; JPEC 7, 9(2), 16.

import { dayBefore, monthsBefore, nextDay, periodEnd } from "./naive-dates";

function daysAfter(date: string, n: number): string {
  let day = date;
  for (let step = 0; step < n; step++) day = nextDay(day);
  return day;
}

function daysBefore(date: string, n: number): string {
  let day = date;
  for (let step = 0; step < n; step++) day = dayBefore(day);
  return day;
}

// Within a month after a day: the day itself is not counted.
function withinAMonthAfter(date: string): string {
  return dayBefore(periodEnd(nextDay(date), 1));
}

// The 10th of the month after the calendar quarter.
function tenthAfterQuarter(date: string): string {
  let day = nextDay(date);
  while (!["01-10", "04-10", "07-10", "10-10"].includes(day.slice(5)) || sameQuarter(day, date)) day = nextDay(day);
  return day;
}

function sameQuarter(a: string, b: string): boolean {
  const quarter = (date: string) => `${date.slice(0, 4)}-${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
  return quarter(a) === quarter(b);
}

export interface Days {
  start: string;
  end: string;
}

export function deadlinesP04({ start, end }: Days, delivery: string, host: string): object {
  const recorded = monthsBefore(end, 1) < dayBefore(start) ? monthsBefore(end, 1) : dayBefore(start);
  const report = host === "prefecture" ? tenthAfterQuarter(end) : withinAMonthAfter(end);
  const none = delivery !== "assembly"; // web: none fixed
  return {
    apply_by: delivery === "web_recorded" ? recorded : monthsBefore(start, 1),
    slides_by: daysBefore(start, 14),
    report_by: none ? null : report,
    return_by: none ? null : report,
  };
}

export function deadlinesG01({ start, end }: Days): object {
  return {
    apply_by: daysBefore(start, 21),
    report_by: daysAfter(end, 14),
    return_by: daysAfter(end, 14),
    claim_by: withinAMonthAfter(end),
  };
}

// Yen before tax for so many seals.
function sealFee(count: number): number {
  if (count === 0) return 0;
  if (count <= 50) return 1000;
  if (count <= 100) return 2000;
  if (count <= 300) return 4000;
  if (count <= 1000) return 8000;
  if (count <= 2000) return 20000;
  return 30000 + 5000 * Math.floor((count - 2001) / 1000); // 3,001: 35,000
}

interface Line {
  what: string;
  count: number;
  amount: number;
}

function bill(lines: Line[], tax: string): object {
  return { lines, total: lines.reduce((all, line) => all + line.amount, 0), tax, currency: "JPY" };
}

export function feeP04(stickers: number, additional: number[]): object {
  const later = additional.map((count) => ({ what: "additional", count, amount: sealFee(count) }));
  return bill([{ what: "stickers", count: stickers, amount: sealFee(stickers) }, ...later], "excluded");
}

export const kFeesG01: Record<string, number> = { certification: 10286, renewal: 10286, reissue: 3086 };

export function feeG01(what: string): object {
  return bill([{ what, count: 1, amount: kFeesG01[what] }], "included");
}
