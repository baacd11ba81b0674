// A calendar walked day by day. Dates are texts YYYY-MM-DD, so that they compare as texts.

const kFirstYear = 1880;
const kLastYear = 2230;

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function monthLength(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function written(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function writtenCalendar(): string[] {
  const all: string[] = [];
  for (let year = kFirstYear; year <= kLastYear; year++)
    for (let month = 1; month <= 12; month++)
      for (let day = 1; day <= monthLength(year, month); day++) all.push(written(year, month, day));
  return all;
}

const calendar = writtenCalendar();
const placeOf = new Map(calendar.map((date, place) => [date, place] as const));

function place(date: string): number {
  const found = placeOf.get(date);
  if (found === undefined) throw new Error(`outside the calendar: ${date}`);
  return found;
}

export function nextDay(date: string): string {
  return calendar[place(date) + 1];
}

export function dayBefore(date: string): string {
  return calendar[place(date) - 1];
}

// Whether the text is of the form of a date and names a day that exists.
export function isDay(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const [year, month, day] = text.split("-").map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}

// The first day of the month that lies n months away (n may be negative).
function firstOfMonth(date: string, n: number): string {
  let year = Number(date.slice(0, 4));
  let month = Number(date.slice(5, 7));
  for (let step = 0; step < Math.abs(n); step++) {
    month += n > 0 ? 1 : -1;
    if (month === 13) [year, month] = [year + 1, 1];
    if (month === 0) [year, month] = [year - 1, 12];
  }
  return written(year, month, 1);
}

// The walks are long, and few days are asked for again and again.
function remembered(walk: (date: string, n: number) => string): (date: string, n: number) => string {
  const known = new Map<number, Map<string, string>>();
  return (date, n) => {
    if (!known.has(n)) known.set(n, new Map());
    const found = known.get(n)!.get(date) ?? walk(date, n);
    known.get(n)!.set(date, found);
    return found;
  };
}

// Civil Code 143: the day after a period of n months that starts on `date`. Where the corresponding
// day does not exist the walk arrives at the first day of the following month.
export const periodEnd = remembered((date, n) => {
  const first = firstOfMonth(date, n);
  let day = first;
  while (day.slice(0, 7) === first.slice(0, 7) && day.slice(8) !== date.slice(8)) day = nextDay(day);
  return day;
});

// The corresponding day n months before, or the last day of a shorter month.
export function monthsBefore(date: string, n: number): string {
  let day = firstOfMonth(date, -n);
  while (day.slice(8) !== date.slice(8) && nextDay(day).slice(0, 7) === day.slice(0, 7)) day = nextDay(day);
  return day;
}

// The earliest day S with period_end(S, n) > asOf: n months counted back from `asOf`.
export const earliestDayCountedBack = remembered((asOf, n) => {
  let day = asOf;
  while (periodEnd(dayBefore(day), n) > asOf) day = dayBefore(day);
  return day;
});

export function later(a: string, b: string): string {
  return a > b ? a : b;
}
