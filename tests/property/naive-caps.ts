// The caps, in the order in which they are applied. Every list is in the order of date and place.

import { capsOfKind } from "./naive-clauses";
import { Request } from "./naive-request";
import { Period, Year } from "./naive-periods";
import { cut, Judged } from "./naive-verdicts";

// What one credit brought into a cap and what left it. `outside` does not fall under the cap;
// `running` is how much of the limit is used after this credit.
export interface CapRow {
  id: string;
  units: number;
  outside: number;
  counted: number;
  running: number;
}

// One cap and one pool of it: a year's, a date's, or that of the whole period.
export interface CapTrace {
  kind: string;
  rule: string;
  row: number; // place of the cap among the edition's
  limit: number | null;
  year: number | null;
  date: string | null;
  rows: CapRow[];
}

type Pool = { year?: number; date?: string };

// A cap by its kind, and by its place among those of the kind.
interface Cap {
  kind: string;
  rule: string;
  row: number;
}

export function inYear(judged: Judged, year: Year): boolean {
  return judged.credit.date >= year.start && judged.credit.date <= year.lastDay;
}

export function applyCaps(request: Request, period: Period, judged: Judged[]): CapTrace[] {
  const caps = new Caps(request);
  if (request.edition.caps === "jpec") caps.jpec(period, judged);
  if (request.edition.caps === "jshp") caps.withoutCurriculum(judged);
  caps.others(judged);
  return caps.traces;
}

function isCorrespondence(judged: Judged): boolean {
  return judged.credit.category === "correspondence";
}

// JPEC 5(4)ウ: the credits of the first correspondence course; without `course` a credit is a course of its own.
function firstCourse(judged: Judged[]): Judged[] {
  const first = judged.find(isCorrespondence);
  if (first === undefined) return [];
  const { course } = first.credit;
  if (course === undefined) return [first];
  return judged.filter((j) => isCorrespondence(j) && j.credit.course === course);
}

function sum(judged: Judged[]): number {
  return judged.reduce((total, one) => total + one.counted, 0);
}

// JPEC 4(1): a lecturer's one unit stands apart from the caps of assemblies.
function lecturersUnit(one: Judged): number {
  return one.credit.category === "assembly" && one.credit.lecturer ? Math.min(100, one.counted) : 0;
}

// Together at most `limit`; the earlier goes first. Cuts the credits.
function capTogether(list: Judged[], limit: number, why: string, rule: string, outside = (_: Judged) => 0): CapRow[] {
  let running = 0;
  return list.map((one) => {
    const units = one.counted;
    const apart = outside(one);
    const under = Math.min(units - apart, limit - running);
    running += under;
    cut(one, units - apart - under, why, rule);
    return { id: one.credit.id, units, outside: apart, counted: one.counted, running };
  });
}

class Caps {
  readonly traces: CapTrace[] = [];
  constructor(private readonly request: Request) {}

  private cap(kind: string, place = 0): Cap {
    return { kind, ...capsOfKind(this.request.edition, this.request.profile.kind, kind)[place] };
  }

  private trace({ kind, rule, row }: Cap, limit: number | null, rows: CapRow[], { year, date }: Pool = {}): void {
    if (rows.length > 0) this.traces.push({ kind, rule, row, limit, year: year ?? null, date: date ?? null, rows });
  }

  jpec(period: Period, judged: Judged[]): void {
    const of = (category: string) => judged.filter((j) => j.credit.category === category);
    const first = firstCourse(judged);
    const course = this.cap("first_course_cap");
    this.trace(course, 1500, capTogether(first, 1500, "cap_credit", course.rule)); // JPEC 4(4)
    this.eachCredit(0, 2000, of("designated").filter((j) => !j.credit.designatedPractice)); // JPEC 4(5)
    this.eachCredit(1, 500, of("designated").filter((j) => j.credit.designatedPractice));
    this.eachCredit(2, 600, of("assembly").filter((j) => j.credit.days === 2)); // JPEC 4(1)
    this.eachCredit(3, 900, of("assembly").filter((j) => j.credit.days >= 3));
    this.eachDate(of("assembly").filter((j) => j.credit.days === 1), lecturersUnit);
    for (const year of period.years) this.year(0, year, of("practicum").filter((j) => inYear(j, year)));
    for (const year of period.years) this.year(1, year, of("self_study").filter((j) => inYear(j, year)));
    const group = this.cap("period_cap");
    this.trace(group, 500, capTogether(of("group"), 500, "cap_period", group.rule)); // JPEC 5(4)イ
    this.laterCourses(period, judged, of("correspondence").filter((j) => !first.includes(j)));
  }

  private eachCredit(place: number, limit: number, list: Judged[]): void {
    const cap = this.cap("credit_cap", place);
    const rows = list.flatMap((one) => capTogether([one], limit, "cap_credit", cap.rule, lecturersUnit));
    this.trace(cap, limit, rows);
  }

  // Four units a date: JPEC 4(1) for assemblies, JSHP 1(7)2b for units without a curriculum item.
  private eachDate(list: Judged[], outside: (one: Judged) => number): void {
    const cap = this.cap("day_cap");
    for (const date of new Set(list.map((j) => j.credit.date))) {
      const there = list.filter((j) => j.credit.date === date);
      this.trace(cap, 400, capTogether(there, 400, "cap_day", cap.rule, outside), { date });
    }
  }

  // JPEC 5(4)ア: five of one category in a personal year; new-curriculum units are not cut but use it up.
  private year(place: number, year: Year, list: Judged[]): void {
    const cap = this.cap("year_cap", place);
    const spared = list.filter((j) => j.credit.newCurriculum);
    const others = list.filter((j) => !j.credit.newCurriculum);
    let used = 0;
    const first = spared.map(({ credit, counted }) => {
      used = Math.min(500, used + counted);
      return { id: credit.id, units: counted, outside: counted, counted, running: used };
    });
    const then = capTogether(others, 500 - used, "cap_year", cap.rule);
    for (const row of then) row.running += used;
    this.trace(cap, 500, [...first, ...then], { year: year.index });
  }

  // JPEC 5(4)ウ: a later correspondence course is taken as self-study, the rest as group study.
  private laterCourses(period: Period, judged: Judged[], laterOnes: Judged[]): void {
    const cap = this.cap("later_course");
    const rows: CapRow[] = [];
    let running = 0;
    let groupRoom = Math.max(0, 500 - sum(judged.filter((j) => j.credit.category === "group")));
    for (const year of period.years) {
      const selfStudy = judged.filter((j) => inYear(j, year) && j.credit.category === "self_study");
      let yearRoom = Math.max(0, 500 - sum(selfStudy));
      for (const one of laterOnes.filter((j) => inYear(j, year))) {
        const units = one.counted;
        const asSelfStudy = Math.min(units, yearRoom);
        const asGroup = Math.min(units - asSelfStudy, groupRoom);
        yearRoom -= asSelfStudy;
        groupRoom -= asGroup;
        cut(one, units - asSelfStudy - asGroup, "cap_period", cap.rule);
        running += one.counted;
        rows.push({ id: one.credit.id, units, outside: 0, counted: one.counted, running });
      }
    }
    this.trace(cap, null, rows);
  }

  // JSHP 1(7)2b: the scheme's own units without a curriculum item, four a date.
  withoutCurriculum(judged: Judged[]): void {
    const { scheme } = this.request.edition;
    this.eachDate(judged.filter((j) => j.credit.provider === scheme && j.credit.curriculum === undefined), () => 0);
  }

  // Provisional G01 and P04: units of other providers.
  others(judged: Judged[]): void {
    const { edition, profile } = this.request;
    const limit = edition.rules[profile.kind]!.othersCap;
    if (limit === null) return;
    const cap = this.cap("others_cap");
    const list = judged.filter((j) => j.credit.provider !== edition.scheme);
    this.trace(cap, limit, capTogether(list, limit, "cap_others", cap.rule));
  }
}
