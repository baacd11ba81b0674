// Facts that screens derive from the state. None of them computes a rule: they look up, add and order what the engine answered.

import type { Assessment, Bilingual, CountedCredit, Credit, Fee, RulePack, SchemeCode, Year } from "../engine/contract";
import type { Application, State, Verdict, VerdictKey, WaitingApplication } from "./state";
import { packOf } from "./rules";
import { daysBetween } from "./today";

export { packOf, schemes } from "./rules";

/** A sum of units in hundredths, so that 0.1 + 0.2 is 0.3. */
export function sumUnits(units: readonly number[]): number {
  return units.reduce((sum, each) => sum + Math.round(each * 100), 0) / 100;
}

/** The clauses a figure rests on, in our own words; a rule may cite several, joined by ", ". */
export function clausesOf(pack: RulePack | null, rule: string): readonly { readonly rule: string; readonly text: Bilingual | null }[] {
  const whole = pack?.clauses[rule];
  const cited = whole === undefined ? rule.split(", ") : [rule];
  return cited.map((each) => ({ rule: each, text: pack?.clauses[each] ?? null }));
}

export function verdictOf(state: State, key: VerdictKey): Verdict | null {
  return state.verdicts[key] ?? null;
}

export interface Answers {
  /** The stricter verdict; null while none is there, or where the scheme has no rule (see `errors` of the verdict). */
  readonly shown: Assessment | null;
  readonly other: Assessment | null;
}

/** The verdicts of the edition in force and of the newer provisional one, the stricter first. */
export function answers(state: State, scheme: SchemeCode = state.scheme): Answers {
  const present = verdictOf(state, scheme)?.answer ?? null;
  const coming = present?.newer ? (verdictOf(state, `${scheme}@${present.newer}`)?.answer ?? null) : null;
  if (present === null || coming === null) return { shown: present, other: null };
  return stricter(coming, present) ? { shown: coming, other: present } : { shown: present, other: coming };
}

/** Is `a` stricter than `b`? Something lost, then more units to plan, then not yet to apply. */
export function stricter(a: Assessment, b: Assessment): boolean {
  const weight = (each: Assessment): readonly number[] => [
    each.plan === null ? 1 : 0, each.plan?.units ?? 0, each.eligible ? 0 : 1, each.can_apply ? 0 : 1,
  ];
  const [left, right] = [weight(a), weight(b)];
  const at = left.findIndex((value, index) => value !== right[index]);
  return at >= 0 && left[at]! > right[at]!;
}

/** Which of the home's headlines holds; the first that does. */
export type Headline =
  | "no_credits" | "year_lost" | "requirement_lost" | "window_after" | "can_apply" | "transfers" | "window_before" | "plan";

export function headline(state: State, answer: Assessment): Headline {
  if (state.ledger.credits.length === 0) return "no_credits";
  if (answer.years.some((year) => year.state === "lost")) return "year_lost";
  if (answer.requirements.some((requirement) => requirement.state === "lost")) return "requirement_lost";
  if (answer.window?.state === "after") return "window_after";
  if (answer.can_apply) return "can_apply";
  if (answer.eligible && answer.transfers.length > 0) return "transfers";
  if (answer.eligible && answer.window?.state === "before") return "window_before";
  return "plan";
}

export function isOffice(state: State, scheme: SchemeCode = state.scheme): boolean {
  return state.office.includes(scheme);
}

/** Days from today to a date, negative once it is past. */
export function daysLeft(state: State, date: string): number {
  return daysBetween(state.today, date);
}

/** The personal year that holds the verdict's date. */
export function presentYear(answer: Assessment): Year | null {
  return answer.years.find((year) => year.start <= answer.as_of && answer.as_of <= year.last_day) ?? null;
}

export interface LedgerRow {
  readonly credit: Credit;
  readonly counted: CountedCredit;
  readonly state: "counted" | "part" | "none";
}

/** Every credit with what the verdict says of it, in the rules' order: by date, then id. */
export function ledgerRows(state: State, answer: Assessment): readonly LedgerRow[] {
  const counted = new Map(answer.credits.map((each) => [each.id, each]));
  return [...state.ledger.credits]
    .sort((a, b) => (a.date < b.date || (a.date === b.date && a.id < b.id) ? -1 : 1))
    .flatMap((credit) => {
      const found = counted.get(credit.id);
      return found === undefined ? [] : [{ credit, counted: found, state: shareOf(credit, found) }];
    });
}

function shareOf(credit: Credit, counted: CountedCredit): LedgerRow["state"] {
  if (counted.counted === credit.units) return "counted";
  return counted.counted > 0 ? "part" : "none";
}

export interface LedgerGroup {
  /** Null: outside every year of the period. */
  readonly year: Year | null;
  readonly units: number;
  readonly rows: readonly LedgerRow[];
}

/** The ledger by personal year, the newest first, credits outside every year last. */
export function ledgerGroups(state: State, answer: Assessment): readonly LedgerGroup[] {
  const rows = ledgerRows(state, answer).filter((row) => state.filter === "all" || row.state === state.filter).reverse();
  const group = (year: Year | null): LedgerGroup => {
    const mine = rows.filter((row) => yearOf(answer, row.credit) === year);
    return { year, rows: mine, units: year?.units ?? sumUnits(mine.map((row) => row.counted.counted)) };
  };
  const groups = [...[...answer.years].reverse(), null].map(group);
  return groups.filter((each) => each.rows.length > 0 || (each.year !== null && state.filter === "all"));
}

function yearOf(answer: Assessment, credit: Credit): Year | null {
  return answer.years.find((year) => year.start <= credit.date && credit.date <= year.last_day) ?? null;
}

export interface SumRow extends LedgerRow {
  /** The running sum up to and with this credit. */
  readonly sum: number;
}

/** The credits that share a cap with the given one: same why, and the same date, year or period as the cap asks. */
export function creditsOfCap(state: State, answer: Assessment, creditId: string): readonly SumRow[] {
  const rows = ledgerRows(state, answer);
  const cut = rows.find((row) => row.credit.id === creditId);
  const why = cut?.counted.verdicts.find((verdict) => verdict.why.startsWith("cap_"))?.why;
  if (cut === undefined || why === undefined) return [];
  const mine = cut.credit;
  const shares = (other: Credit): boolean => {
    switch (why) {
      case "cap_credit": return other.id === mine.id || (mine.course !== undefined && other.course === mine.course);
      case "cap_day": return other.category === mine.category && other.date === mine.date;
      case "cap_year": return other.category === mine.category && yearOf(answer, other) === yearOf(answer, mine);
      case "cap_others": return other.provider !== answer.scheme;
      default: return other.category === mine.category;
    }
  };
  const present = (row: LedgerRow): boolean => row.counted.counted > 0 || row.credit.id === creditId;
  return running(rows.filter((row) => present(row) && shares(row.credit)));
}

function running(rows: readonly LedgerRow[]): readonly SumRow[] {
  let sum = 0;
  return rows.map((row) => ({ ...row, sum: (sum = sumUnits([sum, row.counted.counted])) }));
}

export function counts(state: State, answer: Assessment): Readonly<Record<"all" | "part" | "none", number>> {
  const rows = ledgerRows(state, answer);
  const number = (wanted: string): number => rows.filter((row) => row.state === wanted).length;
  return { all: rows.length, part: number("part"), none: number("none") };
}

export interface Checklist {
  readonly conditions_met: boolean;
  readonly window_open: boolean;
  readonly transfers_left: Assessment["transfers"];
  readonly name_given: boolean;
  readonly licence_given: boolean;
  readonly fee: Fee | null;
  /** Changes of the ledger that the server does not have yet; they are sent before the application. */
  readonly waiting: number;
}

/** What stands between the person and an application to the scheme. */
export function checklist(state: State, answer: Assessment): Checklist {
  const wanted = answer.kind === "new" ? "certification" : "renewal";
  return {
    conditions_met: answer.eligible,
    window_open: answer.window === null || answer.window.state === "open",
    transfers_left: answer.transfers,
    name_given: state.ledger.person.name !== undefined,
    licence_given: state.ledger.person.licence_number !== undefined,
    fee: packOf(state, answer.scheme, answer.edition)?.fees.find((fee) => fee.what === wanted) ?? null,
    waiting: state.sync.waiting.length,
  };
}

/** The application under way for a scheme: waiting to be sent, or received. */
export function applicationOf(state: State, scheme: SchemeCode): Application | WaitingApplication | null {
  return state.waiting_applications.find((each) => each.scheme === scheme)
    ?? state.applications.find((each) => each.scheme === scheme && each.status === "received")
    ?? null;
}

/** May the app be exchanged for its new version now? Not while something is being typed or saved. */
export function mayUpdate(state: State): boolean {
  const forms = [state.credit_form, state.profile_form];
  return state.update_ready && !state.submitting && forms.every((form) => form === null || !form.touched) && state.payout === null;
}
