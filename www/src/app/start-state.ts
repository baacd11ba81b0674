// The state before anything is known, and after a logout.

import { seminarOf } from "./seminar-draft";
import type { Language, Route, State, Theme } from "./state";
import { kNothingCarried } from "./state/carrying";
import type { Seminar } from "./state/seminar";
import { dateOf } from "./today";

export interface Beginning {
  readonly now: string;
  readonly online: boolean;
  readonly route: Route;
  readonly language: Language;
  readonly theme: Theme;
  readonly wish: string;
  readonly seminar?: Seminar;
}

export const kNoRules: State["rules"] = { built_in: [], kept: [], learned: [], refused: [], unread: [] };

export function startState({ now, online, route, language, theme, wish, seminar = seminarOf(null) }: Beginning): State {
  return {
    phase: "loading", fault: null, session: "in", route, trail: [], sheet: null, language, theme, now, today: dateOf(now), online,
    account: null, opened: false, office: [], engine_version: "", packs: [], rules: kNoRules, wish, scheme: wish, filter: "all",
    ledger: { profile: null, person: {}, credits: [] }, verdicts: {},
    credit_form: null, profile_form: null, person_form: null, payout: null, comparing: null, seminar, explained: null,
    sign_form: { email: "", password: "", errors: [], busy: false, retry_after_seconds: null },
    sync: { state: "clear", told: null, waiting: [], oldest: null, last: null, server_now: null, ahead: null },
    photos: {}, shown_photo: null, damaged: null, rejected: [], conflicts: [], applications: [], waiting_applications: [], submitting: false,
    storage: "durable", persisted: null, update_ready: false, logging_out: false, notice: null,
    carrying: kNothingCarried,
  };
}
