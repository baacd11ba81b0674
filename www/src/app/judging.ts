// What is asked of the engine, when, and what its answers do to the state.

import type { ReportedAction } from "./actions";
import { comparisons } from "./comparing";
import { creditOf, profileOf } from "./drafts";
import type { Effect, Grounds } from "./effect";
import { explanations } from "./explaining";
import { arrive } from "./going";
import { seminarJudgments } from "./seminar";
import { unlearned, withScheme } from "./rules";
import type { State } from "./state";
import { savedCredit, savedProfile } from "./typing";
import type { Step } from "./update";

export function grounds({ today, packs, scheme, ledger }: State): Grounds {
  return { today, packs, scheme, ledger };
}

/** Asks for every verdict again, and for what the open form shows. */
export function reassessed(state: State): Step {
  if (state.packs.length === 0) return [state, []];
  if (state.ledger.profile === null) return [{ ...state, verdicts: {}, explained: null }, judgments(state)];
  const next = { ...state, explained: null };
  return [next, [{ do: "assess", grounds: grounds(state) }, ...judgments(state), ...explanations(next)]];
}

/** What the open form or page needs to hear from the engine. */
export function judgments(state: State): readonly Effect[] {
  const { credit_form, profile_form, payout } = state;
  if (state.packs.length === 0) return [];
  if (state.route.name === "seminar") return seminarJudgments(state);
  if (state.comparing !== null) return comparisons(state);
  if (credit_form !== null) {
    const { draft, id } = credit_form;
    return [{ do: "judge_credit", grounds: grounds(state), draft, credit: creditOf(draft, id) }];
  }
  if (profile_form !== null) return [{ do: "judge_profile", grounds: grounds(state), draft: profile_form.draft, profile: profileOf(profile_form.draft) }];
  return payout === null ? [] : [{ do: "judge_payout", grounds: grounds(state), from: payout.from }];
}

type Judged = Extract<ReportedAction, { type: "credit_judged" | "profile_judged" | "payout_judged" }>;

/** An answer about a draft that has changed since is not taken. */
export function judged(state: State, action: Judged): Step {
  const { credit_form, profile_form, payout } = state;
  switch (action.type) {
    case "credit_judged":
      if (credit_form?.draft !== action.draft) return [state, []];
      return savedCredit({ ...state, credit_form: { ...credit_form, judged: true, errors: action.errors, effect: action.effect } });
    case "profile_judged":
      if (profile_form?.draft !== action.draft) return [state, []];
      return savedProfile({ ...state, profile_form: { ...profile_form, judged: true, errors: action.errors, preview: action.preview } });
    case "payout_judged":
      return [payout === null ? state : { ...state, payout: { ...payout, preview: action.preview } }, []];
  }
}

/**
 * Shows the app once everything it speaks from is there: the rules, those kept on the phone too, and either no account, or the
 * account's database that has heard from the server at least once or tried to. Before that an empty ledger would be a false statement.
 */
export function ready(state: State): Step {
  const told = state.sync.told !== null && state.sync.told !== "sending";
  const known = state.session === "none" || (state.opened && (state.session === "guest" || state.sync.last !== null || told));
  if (state.phase !== "loading" || state.packs.length === 0 || unlearned(state).length > 0 || !known) return reassessed(state);
  const [shown, effects] = arrive({ ...withScheme(state), phase: "ready" });
  const [next, more] = reassessed(shown);
  return [next, [...effects, ...more]];
}
