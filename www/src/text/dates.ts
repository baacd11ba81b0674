// Dates and units as words. Dates are civil dates in Japan, "YYYY-MM-DD"; instants "YYYY-MM-DDTHH:MM:SS", Japan time.

const kDay = 86_400_000;
const kEras = [
  { key: "R", ja: "令和", first: "2019-05-01", offset: 2018 },
  { key: "H", ja: "平成", first: "1989-01-08", offset: 1988 },
  { key: "S", ja: "昭和", first: "1926-12-25", offset: 1925 },
] as const;
const kWeekdays = { ja: "日月火水木金土".split(""), en: "Sun Mon Tue Wed Thu Fri Sat".split(" ") };
const kMonths = "January February March April May June July August September October November December".split(" ");

const parts = (date: string) => {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split("-").map(Number);
  return { year, month, day };
};
const utc = (date: string) => {
  const { year, month, day } = parts(date);
  return Date.UTC(year, month - 1, day);
};

const dayAfter = (date: string): string => new Date(utc(date) + kDay).toISOString().slice(0, 10);

/** "YYYY-MM-DD" of a typed date, or null where the calendar has no such day. */
export function civil(era: "R" | "H" | "C", year: string, month: string, day: string): string | null {
  if (![year, month, day].every((part) => /^\d{1,4}$/.test(part))) return null;
  const offset = kEras.find((known) => known.key === era)?.offset ?? 0;
  const date = [String(Number(year) + offset).padStart(4, "0"), month.padStart(2, "0"), day.padStart(2, "0")].join("-");
  const back = new Date(utc(date));
  return date < "1900" || Number.isNaN(back.getTime()) || back.toISOString().slice(0, 10) !== date ? null : date;
}

/** 令和9年 for a day of 2027; empty before 昭和. */
export function eraYear(date: string): string {
  const era = kEras.find((known) => date >= known.first);
  if (!era) return "";
  const year = parts(date).year - era.offset;
  return `${era.ja}${year === 1 ? "元" : year}年`;
}

/** Whole years from `start` to the day before its anniversary `lastDay`; null where the period is no whole number of years. */
export function wholeYears(start: string, lastDay: string): number | null {
  const [from, to] = [parts(start), parts(dayAfter(lastDay))];
  return from.month === to.month && from.day === to.day ? to.year - from.year : null;
}

const kJapanese = {
  /** 2027年3月31日（水） */
  spoken: (date: string) => `${kJapanese.plain(date)}（${kWeekdays.ja[new Date(utc(date)).getUTCDay()]}）`,
  /** 2027年3月31日 */
  plain: (date: string) => { const { year, month, day } = parts(date); return `${year}年${month}月${day}日`; },
  /** 3月31日 */
  inYear: (date: string) => { const { month, day } = parts(date); return `${month}月${day}日`; },
  /** 2027/3/31, in rows and tables */
  row: (date: string) => { const { year, month, day } = parts(date); return `${year}/${month}/${day}`; },
  /** 2027/3/31（水） */
  weekday: (date: string) => `${kJapanese.row(date)}（${kWeekdays.ja[new Date(utc(date)).getUTCDay()]}）`,
  /** 3/31, under the strip */
  short: (date: string) => { const { month, day } = parts(date); return `${month}/${day}`; },
  /** Without the year where both are of one year. */
  seenFrom: (date: string, other: string) => (date.slice(0, 4) === other.slice(0, 4) ? kJapanese.short(date) : kJapanese.row(date)),
  period: (from: string, to: string) => `${kJapanese.row(from)}〜${kJapanese.row(to)}`,
  era: eraYear,
};

const kEnglish: typeof kJapanese = {
  spoken: (date) => `${kWeekdays.en[new Date(utc(date)).getUTCDay()]} ${kEnglish.plain(date)}`,
  plain: (date) => { const { year, month, day } = parts(date); return `${day} ${kMonths[month - 1]} ${year}`; },
  inYear: (date) => { const { month, day } = parts(date); return `${day} ${kMonths[month - 1]}`; },
  row: (date) => { const { year } = parts(date); return `${kEnglish.short(date)} ${String(year).slice(2)}`; },
  weekday: (date) => `${kWeekdays.en[new Date(utc(date)).getUTCDay()]} ${kEnglish.row(date)}`,
  short: (date) => { const { month, day } = parts(date); return `${day} ${kMonths[month - 1]?.slice(0, 3)}`; },
  seenFrom: (date, other) => (date.slice(0, 4) === other.slice(0, 4) ? kEnglish.short(date) : kEnglish.row(date)),
  period: (from, to) => `${kEnglish.row(from)} – ${kEnglish.row(to)}`,
  era: () => "",
};

export const dates = { ja: kJapanese, en: kEnglish } as const;

/** 8:12 of an instant. */
export const clock = (instant: string): string => `${Number(instant.slice(11, 13))}:${instant.slice(14, 16)}`;
