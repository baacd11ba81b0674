// A seminar's draft: how it starts, and what each change makes of it. Nothing is judged here.

import { timeText } from "./selectors/seminar";
import type { DayDraft, Seminar, SeminarChange, SeminarDraft, TalkDraft } from "./state/seminar";

const kTalk: Omit<TalkDraft, "id"> = { title: "", kind: "lecture", curriculum: "", start: "", end: "", minutes: "", promotional: false };

export const kFreshSeminar: SeminarDraft = {
  scheme: "", delivery: "assembly", category: "assembly", host: "other", host_role: "organizer", members_only: false, no_curriculum: false,
  parallel_sessions: false, academic_meeting: false, lecturer: false, academic_presentation: false, other_qualification_only: false,
  applied_on: "", offered_from: "", offered_to: "", measure: "times", count: "", additional: "", points: "",
  days: [{ id: "d1", date: "", talks: [{ ...kTalk, id: "t1" }] }],
};

/** A remembered draft may come from an older version of the app: what it lacks is as in a fresh one. */
export function seminarOf(remembered: Partial<SeminarDraft> | null): Seminar {
  const typed: readonly DayDraft[] = Array.isArray(remembered?.days) ? remembered.days : [];
  const days = typed.length > 0 ? typed : kFreshSeminar.days;
  const whole = days.map((day) => ({ ...day, talks: day.talks.map((talk) => ({ ...kTalk, ...talk })) }));
  return { draft: { ...kFreshSeminar, ...remembered, days: whole }, typing: null, result: null, failed: false };
}

export function changedSeminar(draft: SeminarDraft, change: SeminarChange): SeminarDraft {
  const days = (each: (day: DayDraft) => DayDraft): SeminarDraft => ({ ...draft, days: draft.days.map(each) });
  switch (change.do) {
    case "facts": return { ...draft, ...change.facts };
    case "talk": return days((day) => ({ ...day, talks: day.talks.map((talk) => (talk.id === change.id ? { ...talk, ...change.talk } : talk)) }));
    case "add_talk": return days((day) => (day.id === change.day ? { ...day, talks: [...day.talks, nextTalk(draft, day)] } : day));
    case "remove_talk": return days((day) => ({ ...day, talks: day.talks.filter((talk) => talk.id !== change.id) }));
    case "day": return days((day) => (day.id === change.id ? { ...day, date: change.date } : day));
    case "add_day": return { ...draft, days: [...draft.days, nextDay(draft)] };
    case "remove_day": return { ...draft, days: draft.days.filter((day) => day.id !== change.id) };
    case "clear": return { ...kFreshSeminar, scheme: draft.scheme };
  }
}

/** A programme goes on where the last talk ended, usually with the same item. */
function nextTalk(draft: SeminarDraft, day: DayDraft): TalkDraft {
  const before = day.talks.at(-1);
  return { ...kTalk, id: freshId("t", draft.days.flatMap(({ talks }) => talks)), start: timeText(before?.end ?? ""), curriculum: before?.curriculum ?? "" };
}

function nextDay(draft: SeminarDraft): DayDraft {
  const day: DayDraft = { id: freshId("d", draft.days), date: dayAfter(draft.days.at(-1)?.date ?? ""), talks: [] };
  return { ...day, talks: [{ ...nextTalk(draft, day), curriculum: draft.days.at(-1)?.talks.at(-1)?.curriculum ?? "" }] };
}

function dayAfter(date: string): string {
  const time = Date.parse(date);
  return Number.isNaN(time) ? "" : new Date(time + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

function freshId(letter: string, taken: readonly { readonly id: string }[]): string {
  return `${letter}${1 + Math.max(0, ...taken.map(({ id }) => Number(id.slice(1)) || 0))}`;
}
