// What a seminar or a course is worth: JSHP 1(7)-(9), JPEC 4.

import { refusalClause } from "./naive-clauses";
import { Edition } from "./naive-editions";
import { shown } from "./naive-writing";

// A talk has `start` and `end` (minutes of the day) or bare `minutes`.
export interface Talk {
  id: string;
  date: string;
  kind: string;
  curriculum?: string;
  promotional: boolean;
  start?: number;
  end?: number;
  minutes?: number;
}

// `delivery` and what follows: P04; `category` and what follows: G01.
export interface Seminar {
  talks: Talk[];
  delivery?: string;
  noCurriculum?: boolean;
  parallelSessions?: boolean;
  hostRole?: string;
  membersOnly?: boolean;
  appliedOn?: string;
  category?: string;
  academicMeeting?: boolean;
  lecturer?: boolean;
  academicPresentation?: boolean;
  otherQualificationOnly?: boolean;
}

interface Row {
  date: string;
  curriculum: string | null;
  minutes: number;
  units: number; // hundredths
}

const kExcluded = ["greeting", "overview", "break", "quiz", "poster_viewing"];

// JSHP 1(9); for G01 a decision.
function whyNot(talk: Talk, { delivery }: Seminar): string | undefined {
  if (kExcluded.includes(talk.kind)) return "excluded_kind";
  if (talk.kind === "sponsored_meal_seminar" && delivery === "assembly") return "excluded_kind";
  return talk.promotional ? "promotional" : undefined; // JSHP 1(2)2
}

function lengthOf(talk: Talk): number {
  return talk.minutes ?? talk.end! - talk.start!;
}

// Every minute of a day in which one of the timed talks runs counts once; bare minutes are added.
function minutesOf(talks: Talk[]): number {
  let total = 0;
  for (let minute = 0; minute < 24 * 60; minute++)
    if (talks.some((talk) => talk.minutes === undefined && talk.start! <= minute && minute < talk.end!)) total++;
  for (const talk of talks) total += talk.minutes ?? 0;
  return total;
}

const distinct = <T>(list: T[]): T[] => [...new Set(list)];

// By date, then by item; ASCII texts, so that code points decide.
function jshpRows(counted: Talk[], noCurriculum: boolean): Row[] {
  return distinct(counted.map((talk) => talk.date)).sort().flatMap((date): Row[] => {
    const there = counted.filter((talk) => talk.date === date);
    if (noCurriculum) {
      const minutes = minutesOf(there);
      return [{ date, curriculum: null, minutes, units: Math.min(400, 50 * Math.floor(minutes / 45)) }]; // JSHP 1(7)2b
    }
    return distinct(there.map((talk) => talk.curriculum!)).sort().map((curriculum) => {
      const minutes = minutesOf(there.filter((talk) => talk.curriculum === curriculum));
      return { date, curriculum, minutes, units: 50 * Math.floor(minutes / 45) }; // JSHP 1(7)1, 1(8)
    });
  });
}

function sum(rows: Row[]): number {
  return rows.reduce((total, row) => total + row.units, 0);
}

// JPEC 4(1): a meeting's several dates have one cap on the total in place of each date's.
function assembly(counted: Talk[], seminar: Seminar): { rows: Row[]; units: number } {
  const dates = distinct(counted.map((talk) => talk.date)).sort();
  const meeting = seminar.academicMeeting === true && dates.length > 1;
  const rows = dates.map((date) => {
    const minutes = minutesOf(counted.filter((talk) => talk.date === date));
    const units = 100 * Math.floor(minutes / 90);
    return { date, curriculum: null, minutes, units: meeting ? units : Math.min(400, units) };
  });
  const attended = meeting ? Math.min(dates.length === 2 ? 600 : 900, sum(rows)) : sum(rows);
  const bonus = seminar.lecturer === true && seminar.academicPresentation !== true ? 100 : 0;
  return { rows, units: attended + bonus };
}

const kMinutesAUnit: Record<string, number> = { internet: 90, practicum: 120, group: 120, self_study: 240 };

// JPEC 4(2), 4(3), 4(6), 4(7): minutes add up over days.
function course(counted: Talk[], category: string): { rows: Row[]; units: number } {
  if (counted.length === 0) return { rows: [], units: 0 };
  const dates = distinct(counted.map((talk) => talk.date)).sort();
  const minutes = dates.reduce((all, date) => all + minutesOf(counted.filter((talk) => talk.date === date)), 0);
  const units = 100 * Math.floor(minutes / kMinutesAUnit[category]);
  return { rows: [{ date: dates[dates.length - 1], curriculum: null, minutes, units }], units };
}

// JSHP 1(2)1, 1(3), 1(14), 1(7)2b; JPEC 4(1), 4(2).
function problemsOf(seminar: Seminar): string[] {
  const problems: string[] = [];
  const first = seminar.talks.map((talk) => talk.date).sort()[0]; // counted or not
  if (seminar.hostRole === "supporter") problems.push("supporter_only");
  if (seminar.membersOnly) problems.push("members_only");
  if (seminar.appliedOn !== undefined && seminar.appliedOn >= first) problems.push("applied_too_late");
  if (seminar.noCurriculum && !seminar.parallelSessions) problems.push("no_parallel_sessions");
  if (seminar.otherQualificationOnly) problems.push("other_qualification_only");
  return problems;
}

function awarded(counted: Talk[], seminar: Seminar): { rows: Row[]; units: number } {
  if (seminar.category === "assembly") return assembly(counted, seminar);
  if (seminar.category !== undefined) return course(counted, seminar.category);
  const rows = jshpRows(counted, seminar.noCurriculum === true);
  return { rows, units: sum(rows) };
}

export function award(edition: Edition, seminar: Seminar): object {
  const problems = problemsOf(seminar);
  const counted = seminar.talks.filter((talk) => whyNot(talk, seminar) === undefined);
  const { rows, units } = problems.length > 0 ? { rows: [], units: 0 } : awarded(counted, seminar);
  return {
    awards: rows.map((row) => ({ ...row, units: shown(row.units) })),
    units: shown(units),
    talks: seminar.talks.map((talk) => {
      const why = whyNot(talk, seminar);
      const common = { id: talk.id, minutes: lengthOf(talk), counted: why === undefined };
      return why === undefined ? common : { ...common, why };
    }),
    problems: problems.map((code) => ({ code, rule: refusalClause(edition, code) })),
  };
}
