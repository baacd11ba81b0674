// A law: something that holds for every request, whatever the figures are.

import { Fields, write } from "./generate-text";
import { Random } from "./random";

// Requests, and what their answers must satisfy: null where they do, else what is wrong; "skip"
// where the case says nothing (a request that was refused); or further requests.
export interface Step {
  requests: string[];
  judge(answers: string[]): string | null | Step;
}

export type Law = (random: Random) => Step;

// What a law has seen in all its cases, and what it should have seen and has not.
export interface Remarks {
  lines: string[];
  missed: string[];
}

export const kSkip = "skip";

export function plainly(request: Fields): string {
  return write(request, { shuffle: false, spaces: false }, new Random(0));
}

// What the laws read of an answer to `assess`.
export interface Assessment {
  errors?: { code: string; at: string }[];
  as_of: string;
  period: { start: string; last_day: string } | null;
  expires: string | null;
  years: { index: number; start: string; last_day: string; units: number; minimum: number; shortfall: number; state: string }[];
  window: { opens: string; last_day: string; state: string } | null;
  requirements: { id: string; required: number; have: number; shortfall: number; due: string | null; state: string }[];
  credits: { id: string; counted: number; verdicts: { units: number; why: string; of?: string; rule: string }[] }[];
  transfers: { from: string; units: number; credits: string[] }[];
  eligible: boolean;
  next_base: string | null;
  plan: { units: number; by: { date: string | null; units: number }[] } | null;
  explain?: Explained;
}

export interface Row {
  id: string;
  units: number;
  running: number;
}

export interface Explained {
  requirements: { id: string; credits: Row[]; would: { units: number; by: string | null; provider: string | null; items: string[] } | null }[];
  years: { index: number; credits: Row[]; would: { units: number; by: string } | null }[];
  caps: {
    kind: string; rule: string; row: number; limit: number | null; year: number | null; date: string | null;
    credits: (Row & { outside: number; counted: number })[];
  }[];
  dropped: {
    start: string; year: number; from: string; last_day: string; units: number; minimum: number; rule: string; credits: Row[] | null;
  }[];
  remains: { what: string; months: number | null; from: string | null; last_day: string | null; units: number; rule: string }[];
}

export function parsed<T = Assessment>(answer: string): T {
  return JSON.parse(answer) as T;
}

// Units as integer hundredths: sums of them are exact.
export function hundredths(units: number): number {
  return Math.round(units * 100);
}

export function sum(list: number[]): number {
  return list.reduce((all, one) => all + one, 0);
}

export function refused(answers: string[]): boolean {
  return answers.some((answer) => answer.startsWith('{"errors":'));
}
