// Getting around: routes, the trail back, sheets, and the forms that a route opens.

import { creditDraft, freshDraft, profileDraft } from "./drafts";
import { kNothingCompared } from "./comparing";
import type { Effect } from "./effect";
import { explanations } from "./explaining";
import { judgments } from "./judging";
import { kNoPhotoChosen } from "./state/photos";
import { permitted, sameRoute } from "./routes";
import { answers } from "./selectors";
import type { CreditDraft, CreditForm, Payout, Route, Sheet, State } from "./state";
import type { Step } from "./update";

const kHome: Route = { name: "home" };

export function go(state: State, wished: Route): Step {
  const route = permitted(state, wished);
  const same = sameRoute(route, state.route);
  const [next, effects] = at({ ...state, sheet: null, notice: null }, route, same ? state.trail : [...state.trail, state.route]);
  // An open sheet has an entry of its own in the browser's history: the new route takes its place.
  return [next, [{ do: "navigate", route, replace: same || state.sheet !== null }, ...effects]];
}

/** Goes to a route from which "back" should not return here: after saving, after a login. */
export function leaveFor(state: State, wished: Route): Step {
  const route = permitted(state, wished);
  const [next, effects] = at({ ...state, sheet: null }, route, []);
  return [next, [{ do: "navigate", route, replace: true }, ...effects]];
}

export function back(state: State): Step {
  if (state.sheet !== null) return closeSheet(state);
  const before = state.trail.at(-1);
  if (before === undefined) return leaveFor(state, kHome);
  const [next, effects] = at(state, permitted(state, before), state.trail.slice(0, -1));
  return [next, [{ do: "go_back" }, ...effects]];
}

/** The browser went by itself: its back button, or an address typed. */
export function routeChanged(state: State, route: Route): Step {
  if (sameRoute(route, state.route)) return [{ ...state, sheet: null }, []];
  const before = state.trail.at(-1);
  const returned = before !== undefined && sameRoute(before, route);
  const trail = returned ? state.trail.slice(0, -1) : [...state.trail, state.route];
  const allowed = permitted(state, route);
  const [next, effects] = at({ ...state, sheet: null, notice: null }, allowed, trail);
  return [next, sameRoute(allowed, route) ? effects : [{ do: "navigate", route: allowed, replace: true }, ...effects]];
}

export function openSheet(state: State, sheet: Sheet): Step {
  const next = { ...state, sheet };
  return [next, [...(state.sheet === null ? [{ do: "push_sheet" } as const] : []), ...explanations(next)]];
}

export function closeSheet(state: State): Step {
  return state.sheet === null ? [state, []] : [{ ...state, sheet: null }, [{ do: "go_back" }]];
}

/** Is where we are still where we may be, and has it the form it needs? Asked after everything that changes either. */
export function arrive(state: State): Step {
  if (state.phase !== "ready") return [state, []];
  const route = permitted(state, state.route);
  const [next, effects] = at(state, route, state.trail);
  return [next, sameRoute(route, state.route) ? effects : [{ do: "navigate", route, replace: true }, ...effects]];
}

function at(state: State, route: Route, trail: readonly Route[]): readonly [State, readonly Effect[]] {
  const next = withForms({ ...state, route, trail }, sameRoute(route, state.route));
  const asks = next.comparing !== null || (route.name === "seminar" && next.seminar.result === null);
  const opened = (asks && !sameRoute(route, state.route)) || next.comparing !== state.comparing || next.credit_form !== state.credit_form || next.profile_form !== state.profile_form || next.payout !== state.payout;
  return [next, opened ? judgments(next) : []];
}

/** Each form belongs to its route: it opens with it, stays while it stays, and is gone with it. */
function withForms(state: State, stays: boolean): State {
  const { name } = state.route;
  const questions = name === "start" || name === "base";
  return {
    ...state,
    credit_form: stays && state.credit_form !== null ? state.credit_form : creditForm(state),
    // The two first questions fill one form.
    profile_form: !questions ? null : (state.profile_form ?? profileForm(state)),
    person_form: name !== "person" ? null : (state.person_form ?? personForm(state)),
    payout: stays && state.payout !== null ? state.payout : payoutOf(state),
    comparing: name === "compare" || name === "allocate" ? (state.comparing ?? kNothingCompared) : null,
    sign_form: name === "login" || name === "register" ? state.sign_form : { ...state.sign_form, password: "", errors: [] },
  };
}

function creditForm(state: State): CreditForm | null {
  const { route, ledger } = state;
  if (route.name === "add") return emptyCreditForm("", "add", freshDraft(state.today, ledger.credits, state.scheme, state.packs));
  const credit = route.name === "credit" ? ledger.credits.find((each) => each.id === route.id) : undefined;
  return credit === undefined ? null : emptyCreditForm(credit.id, "edit", creditDraft(credit));
}

export function emptyCreditForm(id: string, mode: CreditForm["mode"], draft: CreditDraft): CreditForm {
  return { mode, id, draft, settles: null, touched: false, errors: [], tried: false, photo: kNoPhotoChosen, details_open: false, saving: false, judged: false, to_save: false, effect: null };
}

function profileForm(state: State): NonNullable<State["profile_form"]> {
  return { draft: profileDraft(state.ledger.profile), touched: false, errors: [], tried: false, saving: false, judged: false, to_save: false, preview: null };
}

function personForm({ ledger }: State): NonNullable<State["person_form"]> {
  return { name: ledger.person.name ?? "", licence_number: ledger.person.licence_number ?? "", errors: [], saving: false };
}

function payoutOf(state: State): Payout | null {
  const { route } = state;
  if (route.name !== "payout") return null;
  const transfer = answers(state).shown?.transfers.find((each) => each.from === route.from);
  if (transfer === undefined) return null;
  return { from: transfer.from, to: state.scheme, credits: transfer.credits, units: transfer.units, step: 1, understood: false, saving: false, preview: null };
}

