// The caps, in the order in which they are applied. Every list is in the order of date and place.

import { Request } from "./naive-request";
import { Period, Year } from "./naive-periods";
import { cut, Judged } from "./naive-verdicts";

export function applyCaps(request: Request, period: Period, judged: Judged[]): void {
  const { edition, profile } = request;
  if (edition.caps === "jpec") applyJpecCaps(period, judged);
  if (edition.caps === "jshp") capWithoutCurriculum(judged, edition.scheme);
  const othersCap = edition.rules[profile.kind]!.othersCap;
  if (othersCap !== null) capTogether(judged.filter((j) => j.credit.provider !== edition.scheme), othersCap, "cap_others");
}

function applyJpecCaps(period: Period, judged: Judged[]): void {
  const first = firstCourse(judged);
  capCredits(judged);
  capTogether(judged.filter((j) => first.includes(j)), 1500, "cap_credit"); // JPEC 4(4)
  capAssemblyDays(judged);
  for (const year of period.years) {
    capYear(judged.filter((j) => inYear(j, year) && j.credit.category === "practicum"));
    capYear(judged.filter((j) => inYear(j, year) && j.credit.category === "self_study"));
  }
  capTogether(judged.filter((j) => j.credit.category === "group"), 500, "cap_period"); // JPEC 5(4)イ
  capLaterCourses(period, judged, first);
}

// Together at most `limit`; the earlier goes first.
function capTogether(judged: Judged[], limit: number, why: string): void {
  let room = limit;
  for (const one of judged) {
    cut(one, one.counted - room, why);
    room -= one.counted;
  }
}

export function inYear(judged: Judged, year: Year): boolean {
  return judged.credit.date >= year.start && judged.credit.date <= year.lastDay;
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

// JPEC 4(1), 4(5): the caps of single credits.
function capCredits(judged: Judged[]): void {
  for (const one of judged) {
    const { credit } = one;
    if (credit.category === "designated") cut(one, one.counted - (credit.designatedPractice ? 500 : 2000), "cap_credit");
    if (credit.category === "assembly" && credit.days > 1) {
      const cap = (credit.days === 2 ? 600 : 900) + (credit.lecturer ? 100 : 0);
      cut(one, one.counted - cap, "cap_credit");
    }
  }
}

// JPEC 4(1): four units a date, a lecturer's one unit apart.
function capAssemblyDays(judged: Judged[]): void {
  const oneDay = judged.filter((j) => j.credit.category === "assembly" && j.credit.days === 1);
  for (const date of new Set(oneDay.map((j) => j.credit.date))) {
    let room = 400;
    for (const one of oneDay.filter((j) => j.credit.date === date)) {
      const apart = one.credit.lecturer ? Math.min(100, one.counted) : 0;
      cut(one, one.counted - apart - room, "cap_day");
      room -= one.counted - apart;
    }
  }
}

function sum(judged: Judged[]): number {
  return judged.reduce((total, one) => total + one.counted, 0);
}

// JPEC 5(4)ア: five of one category in a personal year; new-curriculum units are not cut but use it up.
function capYear(judged: Judged[]): void {
  const exempt = sum(judged.filter((j) => j.credit.newCurriculum));
  capTogether(judged.filter((j) => !j.credit.newCurriculum), Math.max(0, 500 - exempt), "cap_year");
}

// JPEC 5(4)ウ: a later correspondence course is taken as self-study, the rest as group study.
function capLaterCourses(period: Period, judged: Judged[], first: Judged[]): void {
  const laterOnes = judged.filter((j) => isCorrespondence(j) && !first.includes(j));
  let groupRoom = Math.max(0, 500 - sum(judged.filter((j) => j.credit.category === "group")));
  for (const year of period.years) {
    const selfStudy = judged.filter((j) => inYear(j, year) && j.credit.category === "self_study");
    let yearRoom = Math.max(0, 500 - sum(selfStudy));
    for (const one of laterOnes.filter((j) => inYear(j, year))) {
      const asSelfStudy = Math.min(one.counted, yearRoom);
      const asGroup = Math.min(one.counted - asSelfStudy, groupRoom);
      yearRoom -= asSelfStudy;
      groupRoom -= asGroup;
      cut(one, one.counted - asSelfStudy - asGroup, "cap_period");
    }
  }
}

// JSHP 1(7)2b: units without a curriculum item, four a date.
function capWithoutCurriculum(judged: Judged[], scheme: string): void {
  const without = judged.filter((j) => j.credit.provider === scheme && j.credit.curriculum === undefined);
  for (const date of new Set(without.map((j) => j.credit.date)))
    capTogether(without.filter((j) => j.credit.date === date), 400, "cap_day");
}
