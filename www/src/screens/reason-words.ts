// Why units do not count, in words: short in a row, whole in the sheet. The limit is what the cap let through.
import type { Assessment, Cap, Category, Credit, CreditVerdict } from "../engine/contract";
import { creditsOfCap, packOf } from "../app/selectors";
import type { State } from "../app/state";
import { text } from "../text/text";

/** What a verdict says of a cap, and the kinds of caps that say so. */
const kCaps = {
  cap_credit: ["credit_cap", "first_course_cap"], cap_day: ["day_cap"], cap_year: ["year_cap"], cap_period: ["period_cap", "later_course"], cap_others: ["others_cap"],
} as const;
type CapWhy = keyof typeof kCaps;
const isCap = (why: string): why is CapWhy => why in kCaps;

/** The verdict that cut most, and how many others there are. */
export function largest(verdicts: readonly CreditVerdict[]): { readonly verdict: CreditVerdict; readonly others: number } | null {
  const [first] = [...verdicts].sort((a, b) => b.units - a.units);
  return first ? { verdict: first, others: verdicts.length - 1 } : null;
}

/** All that the cap let through: the last running sum of the credits that share it. */
function capReached(state: State, answer: Assessment, credit: string): number {
  return creditsOfCap(state, answer, credit).at(-1)?.sum ?? 0;
}

/** The cap that cut, out of the pack. */
function capOf(state: State, answer: Assessment, credit: Credit, verdict: CreditVerdict): Cap | null {
  const rules = packOf(state, answer.scheme, answer.edition)?.certification;
  const caps = [...(rules?.caps ?? []), ...(rules?.[answer.kind]?.caps ?? [])];
  const days = credit.days ?? 1;
  const kinds: readonly string[] = isCap(verdict.why) ? kCaps[verdict.why] : [];
  const speaks = (cap: Cap): boolean =>
    cap.clause === verdict.rule && kinds.includes(cap.kind) && (cap.categories?.includes(credit.category) ?? true) && days >= (cap.days?.from ?? 1) && days <= (cap.days?.to ?? days)
    && cap.designated_practice !== (credit.designated_practice ? "never" : "only");
  return caps.find(speaks) ?? null;
}

/** Its figure; where it has none of its own, what it let through. */
function limit(state: State, answer: Assessment, credit: Credit, verdict: CreditVerdict): number {
  return capOf(state, answer, credit, verdict)?.units ?? capReached(state, answer, credit.id);
}

/** What a cap is about: its kinds, which may share it; the pack's title where it is about something else. */
function subject(state: State, cap: Cap | null, credit: Credit): string {
  if (cap === null) return kindName(state, credit.category);
  return cap.categories?.map((each) => kindName(state, each)).join(text(state.language).dot) ?? cap.title[state.language];
}

/** What a row says, and what follows in brackets. */
export function rowReason(state: State, answer: Assessment, credit: Credit, verdict: CreditVerdict): readonly [string, string] {
  const t = text(state.language).why;
  const { why } = verdict;
  if (isCap(why)) {
    return [t.cap(verdict.units), t.capOf[why](limit(state, answer, credit, verdict))];
  }
  switch (why) {
    case "void": return t.void(credit.void ?? null);
    case "duplicate": return t.duplicate(state.ledger.credits.find((each) => each.id === verdict.of)?.date ?? null, credit.date);
    case "transferred_out": return t.transferred_out(credit.transferred_to ?? "");
    default: return t[why];
  }
}

export interface ReasonWords {
  readonly rule: string;
  readonly effect: readonly string[];
}

/** The rule in a sentence, and what it did here. */
export function wholeReason(state: State, answer: Assessment, credit: Credit, verdict: CreditVerdict): ReasonWords {
  const t = text(state.language).reason;
  const { why } = verdict;
  if (!isCap(why)) return { rule: t.rule[why], effect: exclusion(state, answer, credit, verdict) };
  const most = limit(state, answer, credit, verdict);
  const kind = subject(state, capOf(state, answer, credit, verdict), credit);
  const year = answer.years.find((each) => each.start <= credit.date && credit.date <= each.last_day)?.index ?? null;
  return { rule: t.rule[why](kind, most), effect: [t.reached(why, year, most), t.remaining(verdict.units)] };
}

function exclusion(state: State, answer: Assessment, credit: Credit, verdict: CreditVerdict): readonly string[] {
  const t = text(state.language);
  switch (verdict.why) {
    case "duplicate": {
      const earlier = state.ledger.credits.find((each) => each.id === verdict.of);
      return earlier ? [t.reason.sameAs(earlier.date, earlier.title ?? t.untitled)] : [];
    }
    case "void": return credit.void ? [t.reason.voidBecause(credit.void)] : [];
    case "future": return [t.reason.from(credit.date)];
    case "used": return credit.used_for ? [t.reason.usedFor(credit.used_for)] : [];
    case "transferred_out": return credit.transferred_to ? [t.reason.sentTo(credit.transferred_to)] : [];
    case "outside_period": return answer.period ? [t.reason.period(answer.period.start, answer.period.last_day), ...(answer.kind === "renewal" ? [t.reason.checkBase] : [])] : [];
    default: return [];
  }
}

export function kindName(state: State, category: Category): string {
  return text(state.language).kinds[category];
}
