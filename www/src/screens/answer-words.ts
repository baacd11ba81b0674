// The home's headline: for each case what is said, how it looks, and the one next step.
import type { Assessment } from "../engine/contract";
import type { UserAction } from "../app/actions";
import { daysLeft, headline, isOffice } from "../app/selectors";
import type { State } from "../app/state";
import { text } from "../text/text";
import { countsItems, requirementName, shortName, systemName } from "./names";

export interface AnswerWords {
  readonly tone: "open" | "met" | "lost";
  readonly lead: string | null;
  /** "あと" 8 "単位", drawn large; else a headline. */
  readonly count: readonly [string, string, string] | null;
  readonly headline: string;
  readonly due: string | null;
  readonly fine: string | null;
  readonly button: string;
  readonly next: UserAction;
  readonly note: string | null;
}

export function answerWords(state: State, answer: Assessment): AnswerWords {
  const t = text(state.language).verdict;
  const words = (some: Partial<AnswerWords>): AnswerWords =>
    ({ tone: "open", lead: null, count: null, headline: "", due: null, fine: null, button: text(state.language).addCredit, next: { type: "go", route: { name: "add" } }, note: null, ...some });
  const lost = (line: Partial<AnswerWords>): AnswerWords =>
    words({ tone: "lost", button: answer.kind === "renewal" ? t.buttons.check : t.buttons.checkNew, next: { type: "go", route: { name: "base" } }, ...line });
  const until = (date: string | undefined): Partial<AnswerWords> =>
    date ? { due: t.until(date), fine: t.fine(date, daysLeft(state, date)) } : { due: null };
  switch (headline(state, answer)) {
    case "no_credits": return words({ headline: t.none, due: t.noneLine });
    case "year_lost": return lost(lostYear(state, answer));
    case "requirement_lost": return lost(lostRequirement(state, answer));
    case "window_after": return lost({ headline: t.after, due: answer.window ? t.until(answer.window.last_day) : null });
    case "can_apply": return words({
      tone: "met", lead: t.canLead, headline: t.can, ...until(answer.window?.last_day), next: { type: "go", route: { name: "apply" } },
      ...(isOffice(state) ? { button: t.buttons.apply } : { button: t.buttons.prepare, note: t.prepareNote }),
    });
    case "transfers": return transfersLeft(state, answer, words);
    case "window_before": return words({ lead: t.eligibleLead, headline: t.opensIn(daysLeft(state, answer.window!.opens)), due: t.from(answer.window!.opens), fine: t.opensFine(answer.window!.opens), button: t.buttons.ready, next: { type: "go", route: { name: "apply" } } });
    case "plan": return plan(state, answer, words);
  }
}

type Words = (some: Partial<AnswerWords>) => AnswerWords;

function lostYear(state: State, answer: Assessment): Partial<AnswerWords> {
  const t = text(state.language).verdict;
  const year = answer.years.find((each) => each.state === "lost")!;
  return { headline: t.yearLost, due: t.yearLostLine(year.index, year.units, year.shortfall) };
}

function lostRequirement(state: State, answer: Assessment): Partial<AnswerWords> {
  const { verdict: t, amount } = text(state.language);
  const { id, required, have, shortfall } = answer.requirements.find((each) => each.state === "lost")!;
  const items = countsItems(id);
  const headlineText = id === "total" ? t.totalLost(required) : id === "own" ? t.ownLost(shortName(state, answer.scheme), required) : t.otherLost(requirementName(state, answer, id), amount(required, items));
  return { headline: headlineText, due: t.lostLine(amount(have, items), amount(shortfall, items)) };
}

function transfersLeft(state: State, answer: Assessment, words: Words): AnswerWords {
  const t = text(state.language).verdict;
  const first = answer.transfers[0]!;
  const end = answer.window?.last_day;
  const due = end ? { due: t.until(end), fine: t.fine(end, daysLeft(state, end)) } : {};
  return words({ lead: t.eligibleLead, headline: t.transfers, ...due, button: t.buttons.payout(systemName(state, first.from), first.units), next: { type: "go", route: { name: "payout", from: first.from } } });
}

function plan(state: State, answer: Assessment, words: Words): AnswerWords {
  const t = text(state.language).verdict;
  const lead = answer.kind === "renewal" ? t.renewLead : t.newLead;
  const by = answer.plan?.by ?? [];
  const [first, last] = [by[0], by[by.length - 1]];
  const count = t.more(answer.plan?.units ?? 0);
  if (!first?.date) return words({ lead, count, due: t.noDue });
  const left = daysLeft(state, first.date);
  if (by.length === 1) return words({ lead, count, due: t.until(first.date), fine: t.fine(first.date, left) });
  return words({ lead, count, due: t.first(first.date, first.units), fine: last?.date ? t.whole(last.date) : t.left(left) });
}
