// Counting periods, personal years and the window.

import { extensionClause, yearClause } from "./naive-clauses";
import { dayBefore, earliestDayCountedBack, later, monthsBefore, nextDay, periodEnd } from "./naive-dates";
import { Request } from "./naive-request";

export interface Year {
  index: number;
  start: string;
  lastDay: string;
  minimum: number;
  rule: string;
}

export interface Period {
  start: string;
  lastDay: string;
  due: string | null;
  years: Year[];
}

export interface Window {
  opens: string;
  lastDay: string;
  state: "before" | "open" | "after";
}

// FAQ Q57 waives the yearly minimum with an extension; JPEC 5(3), 5(5) keep it.
function yearlyMinimum(request: Request): number {
  const waived = request.profile.extension > 0 && request.edition.extension === "waives_minimum";
  return waived ? 0 : request.edition.rules[request.profile.kind]!.yearly;
}

// Years counted from `anchor` (year k ends 12 k months after it), the extension as one more.
function yearsFrom(anchor: string, start: string, ordinary: number, request: Request): Year[] {
  const years: Year[] = [];
  const minimum = yearlyMinimum(request);
  const { edition, profile } = request;
  const rule = yearClause(edition, profile.kind);
  let from = start;
  for (let index = 1; index <= ordinary; index++) {
    const end = periodEnd(anchor, 12 * index);
    years.push({ index, start: from, lastDay: dayBefore(end), minimum, rule });
    from = end;
  }
  if (profile.extension > 0) {
    const end = periodEnd(anchor, 12 * ordinary + profile.extension);
    const index = ordinary + 1;
    years.push({ index, start: from, lastDay: dayBefore(end), minimum: 0, rule: extensionClause(edition, profile.kind) });
  }
  return years;
}

// JPEC 5(2), 10(1), FAQ Q47: three years from `base`, counting from the day after the last application.
export function renewalPeriod(request: Request): Period {
  const { base, lastApplication, extension } = request.profile;
  const start = lastApplication === undefined ? base! : nextDay(lastApplication);
  const lastDay = dayBefore(periodEnd(base!, 36 + extension));
  return { start, lastDay, due: lastDay, years: yearsFrom(base!, start, 3, request) };
}

// JPEC 5(1): four years forward from the first unit.
export function forwardPeriod(start: string, request: Request): Period {
  const lastDay = dayBefore(periodEnd(start, 48 + request.profile.extension));
  return { start, lastDay, due: lastDay, years: yearsFrom(start, start, 4, request) };
}

// Provisional G01: the four years counted back from the day of application.
export function backwardPeriod(request: Request): Period {
  return { start: earliestDayCountedBack(request.asOf, 48), lastDay: request.asOf, due: null, years: [] };
}

// Provisional P04: three fiscal years, for who applies on `day`; April to June settles the year just ended.
export function fiscalPeriod(request: Request, day: string): Period {
  const calendarYear = Number(day.slice(0, 4));
  const closing = Number(day.slice(5, 7)) <= 6 ? calendarYear : calendarYear + 1;
  const rule = yearClause(request.edition, request.profile.kind);
  const years = [1, 2, 3].map((index) => ({
    index,
    start: `${closing - 4 + index}-04-01`,
    lastDay: `${closing - 3 + index}-03-31`,
    minimum: yearlyMinimum(request),
    rule,
  }));
  return { start: years[0].start, lastDay: years[2].lastDay, due: years[2].lastDay, years };
}

// The end of the ordinary three years (exclusive).
export function anniversary(request: Request): string {
  return periodEnd(request.profile.base!, 36);
}

// FAQ Q57: only this scheme's own certificate is prolonged by its extension.
export function expiry(request: Request): string | null {
  const { kind, extension, base, certificateOf } = request.profile;
  if (kind === "new") return null;
  const prolonged = extension > 0 && certificateOf === request.edition.scheme;
  return dayBefore(periodEnd(base!, prolonged ? 36 + extension : 36));
}

// FAQ Q35 and its kin: months around the anniversary; JPEC names none, so the whole period.
export function renewalWindow(request: Request, period: Period | null): Window | null {
  const { window } = request.edition;
  if (request.profile.kind === "new" || window === "none" || period === null) return null;
  if (window === "whole_period") return windowAt(request.profile.base!, period.lastDay, request.asOf);
  const end = anniversary(request);
  const ordinary = dayBefore(periodEnd(end, window.after));
  const lastDay = request.profile.extension > 0 ? later(ordinary, period.lastDay) : ordinary;
  return windowAt(monthsBefore(end, window.before), lastDay, request.asOf);
}

function windowAt(opens: string, lastDay: string, asOf: string): Window {
  const state = asOf < opens ? "before" : asOf > lastDay ? "after" : "open";
  return { opens, lastDay, state };
}

// JPEC 10(1), FAQ Q57: the first day of the next certification period, if one applied on `as_of`.
export function nextBase(request: Request, window: Window | null): string | null {
  const { profile, edition, asOf } = request;
  if (edition.rules[profile.kind]!.period === "fiscal") return null;
  if (profile.kind === "new") return asOf;
  if (window?.state === "after") return null;
  const end = anniversary(request);
  return profile.extension > 0 && asOf >= end ? asOf : end;
}
