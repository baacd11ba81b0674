// What each action does to the state, and what it asks of the world. Pure.

import type { Action } from "./actions";
import type { Effect } from "./effect";
import { carried, heardOfCarrying, joinGuest, logOut, putOffGuest, readFile, saveFile, startGuest } from "./carrying";
import { arrive, back, closeSheet, go, openSheet, routeChanged } from "./going";
import { accountFound, failed, metServer, signedIn, signRefused, stored, storeFailed, syncTold, view, wiped } from "./hearing";
import { judged, ready, reassessed } from "./judging";
import { engineReady, rulesLearned } from "./learning";
import { mayUpdate } from "./selectors";
import { allocated, compared, want } from "./comparing";
import { explained } from "./explaining";
import { photos } from "./photos";
import { seminarJudged, typeSeminar } from "./seminar";
import type { State } from "./state";
import { dateOf } from "./today";
import {
  chooseKind, deleteCredit, editRejected, payOut, resendRejected, saveCredit, saveProfile, savePerson, settleConflict, sign, submit, typeCredit, typeProfile, undo,
} from "./typing";

export type Step = readonly [State, readonly Effect[]];

export function update(state: State, action: Action): Step {
  switch (action.type) {
    // getting around
    case "go": return go(state, action.route);
    case "back": return back(state);
    case "route_changed": return routeChanged(state, action.route);
    case "open_sheet": return openSheet(state, action.sheet);
    case "close_sheet": return closeSheet(state);
    case "choose_filter": return [{ ...state, filter: action.filter }, []];
    case "choose_scheme": return chosen({ ...state, wish: action.scheme, scheme: action.scheme }, closeSheet);
    case "choose_language": return chosen({ ...state, language: action.language });
    case "choose_theme": return chosen({ ...state, theme: action.theme });
    case "print": return [state, [{ do: "print" }]];
    case "copy": return [state, [{ do: "copy", text: action.text }]];
    case "copied": return [{ ...state, notice: { kind: "copied", undo: null } }, []];
    case "dismiss_notice": return [{ ...state, notice: null }, []];

    // account
    case "type_sign": return [{ ...state, sign_form: { ...state.sign_form, ...action.change, errors: [] } }, []];
    case "log_in": return sign(state, "login");
    case "register": return sign(state, "register");
    case "sign_refused": return signRefused(state, action.errors, action.retry_after_seconds);
    case "signed_in": return signedIn(state, action.me);
    case "met_server": return metServer(state, action.me);
    case "session_ended": return [{ ...state, session: "ended" }, []];
    case "log_out": return logOut(state, action.discard_waiting);
    case "give_up": return [carried(state, { given_up: action.given_up }), []];
    case "save_file": return saveFile(state);
    case "read_file": return readFile(state, action.file);
    case "file_saved": return [carried(state.sheet === null ? { ...state, notice: { kind: "file_saved", undo: null } } : state, { saved: action.held }), []];
    case "start_guest": return startGuest(state);
    case "join_guest": return joinGuest(state);
    case "put_off_guest": return putOffGuest(state);
    case "erase_guest": return [state, [{ do: "erase_guest" }]];
    case "file_read": case "file_refused": case "guest_found": case "guest_joined": case "guest_erased": return heardOfCarrying(state, action);
    case "wiped": return wiped(state);

    // forms
    case "type_credit": return typeCredit(state, action.change);
    case "toggle_details": return state.credit_form === null ? [state, []]
      : [{ ...state, credit_form: { ...state.credit_form, details_open: !state.credit_form.details_open } }, []];
    case "save_credit": return saveCredit(state);
    case "delete_credit": return deleteCredit(state, action.id);
    case "undo": return undo(state);
    case "choose_photo": case "photo_prepared": case "photo_unfit": case "remove_photo": case "keep_photo": case "show_photo": case "photo_shown": return photos(state, action);
    case "choose_kind": return chooseKind(state, action.kind);
    case "type_profile": return typeProfile(state, action.change);
    case "save_profile": return saveProfile(state);
    case "type_person": return state.person_form === null ? [state, []]
      : [{ ...state, person_form: { ...state.person_form, ...action.change, errors: [] } }, []];
    case "save_person": return savePerson(state);
    case "understand_payout": return state.payout === null ? [state, []]
      : [{ ...state, payout: { ...state.payout, understood: action.understood } }, []];
    case "step_payout": return state.payout === null ? [state, []]
      : [{ ...state, payout: { ...state.payout, step: action.step } }, []];
    case "pay_out": return payOut(state);
    case "submit_application": return submit(state, action.disputed);

    case "want": return want(state, action.target, action.wanted);
    case "type_seminar": return typeSeminar(state, action.change);
    case "leave_talk": return [{ ...state, seminar: { ...state.seminar, typing: null } }, []];

    case "language_learned": return [{ ...state }, []];

    // the engine's answers
    case "engine_ready": return engineReady(state, action.packs, action.version);
    case "rules_learned": return rulesLearned(state, action);
    case "assessed": return arrive({ ...state, verdicts: action.verdicts });
    case "credit_judged": case "profile_judged": case "payout_judged": return judged(state, action);

    case "compared": return compared(state, action.grounds, action.results);
    case "allocated": return allocated(state, action);
    case "explained": return explained(state, action.grounds, action.answer);
    case "seminar_judged": return seminarJudged(state, action.draft, action.result);

    // the local database
    case "account_found": return accountFound(state, action.account);
    case "no_account": return ready({ ...state, session: "none" });
    case "view": return view(state, action.snapshot);
    case "stored": return stored(state, action.snapshot, action.done);
    case "store_failed": return storeFailed(state, action.fault);
    case "failed": return failed(state, action.fault);
    case "persistence": return [{ ...state, persisted: action.granted }, []];

    // sync
    case "sync_told": return syncTold(state, action.news);
    case "sync_now": return [state, [{ do: "sync" }]];
    case "network": return [{ ...state, online: action.online }, action.online ? metAgain(state) : []];
    case "settle_conflict": return settleConflict(state, action.id, action.keep);
    case "dismiss_rejected": return [state, [{ do: "settle", id: action.id }]];
    case "edit_rejected": return editRejected(state, action.id);
    case "resend_rejected": return resendRejected(state, action.id);
    case "settle_damage": return [state, [{ do: "settle_damage" }]];

    case "clock": return clock(state, action.now);
    case "update_ready": return [{ ...state, update_ready: true }, []];
    case "reload": return [state, [{ do: "switch_version" }]];
    case "switch_version": return [state, mayUpdate(state) ? [{ do: "switch_version" }] : []];
  }
}

function chosen(state: State, then: (state: State) => Step = arrive): Step {
  const { language, theme, wish } = state;
  const [next, effects] = then(state);
  return [next, [{ do: "present", language, theme }, { do: "remember_preferences", language, theme, scheme: wish }, ...effects]];
}

function metAgain(state: State): readonly Effect[] {
  return state.account === null || state.session === "guest" ? [] : [{ do: "meet_server", account: state.account }, { do: "sync" }];
}

/** At Japan's midnight every verdict is made anew: "today" is part of what it rests on. */
function clock(state: State, now: string): Step {
  const today = dateOf(now);
  const next = { ...state, now, today };
  return today === state.today ? [next, []] : reassessed(next);
}
