// A seminar as its organiser types it, and what the engine says of it. Texts stay as typed; an empty text is "not given".

import type { CivilDate, Problem } from "../../engine/contract";
import type { Award, Deadlines, Delivery, Points, SeminarFee, TalkKind } from "../../engine/operations";

export interface TalkDraft {
  readonly id: string;
  readonly title: string;
  readonly kind: TalkKind;
  readonly curriculum: string;
  readonly start: string;
  readonly end: string;
  readonly minutes: string;
  readonly promotional: boolean;
}

export interface DayDraft {
  readonly id: string;
  readonly date: CivilDate | "";
  readonly talks: readonly TalkDraft[];
}

/** What is about the whole seminar. Which of it is asked for, the scheme's rules say. */
export interface SeminarFacts {
  /** "" until one is chosen: then the first scheme with rules for seminars. */
  readonly scheme: string;
  readonly delivery: Delivery;
  readonly category: string;
  readonly host: "other" | "prefecture";
  readonly host_role: "organizer" | "co_organizer" | "supporter";
  readonly members_only: boolean;
  readonly no_curriculum: boolean;
  readonly parallel_sessions: boolean;
  readonly academic_meeting: boolean;
  readonly lecturer: boolean;
  readonly academic_presentation: boolean;
  readonly other_qualification_only: boolean;
  readonly applied_on: string;
  /** Recorded talks are offered from … to …; else the first and the last day of the programme are meant. */
  readonly offered_from: string;
  readonly offered_to: string;
  readonly measure: "times" | "minutes";
  /** Pieces applied for or given out. */
  readonly count: string;
  /** Pieces asked for after the invoice: one or several numbers. */
  readonly additional: string;
  /** Points of completed courses: one or several numbers. */
  readonly points: string;
}

export interface SeminarDraft extends SeminarFacts {
  readonly days: readonly DayDraft[];
}

export type SeminarChange =
  | { readonly do: "facts"; readonly facts: Partial<SeminarFacts> }
  | { readonly do: "talk"; readonly id: string; readonly talk: Partial<Omit<TalkDraft, "id">> }
  | { readonly do: "add_talk"; readonly day: string }
  | { readonly do: "remove_talk"; readonly id: string }
  | { readonly do: "day"; readonly id: string; readonly date: string }
  | { readonly do: "add_day" }
  | { readonly do: "remove_day"; readonly id: string }
  | { readonly do: "clear" };

export interface SeminarResult {
  /** What the complete talks are worth; null while there is none, or while something about the seminar is not understood. */
  readonly award: Award | null;
  /** Talks that the engine does not understand yet: they are not counted. */
  readonly unfinished: readonly string[];
  readonly deadlines: Deadlines | null;
  readonly fee: SeminarFee | null;
  readonly points: Points | null;
  /** `at` names the field as the draft has it: "/talk/t1/end", "/applied_on", "/offered_to", "/count", "/points" … */
  readonly problems: readonly Problem[];
}

export interface Seminar {
  readonly draft: SeminarDraft;
  /** The talk being typed: what it still lacks is not said yet. */
  readonly typing: string | null;
  /** The engine's word on this very draft; the one before stays on screen until then. */
  readonly result: SeminarResult | null;
  /** The engine could not be asked: what stands here may be about an older draft. */
  readonly failed: boolean;
}
