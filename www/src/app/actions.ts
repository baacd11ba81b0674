// Everything that can happen. The first group is what screens send; the second is what effects report.

import type { Assessment, Credit, Instant, Problem, RulePack, SchemeCode } from "../engine/contract";
import type { Allocation, ExplainedAssessment, Target } from "../engine/operations";
import type { Attachment, Me } from "../server/wire";
import type { Blob, KeptRule, RefusedRule } from "../storage/ledger";
import type { Snapshot, StorageFault, SyncNews } from "../storage/protocol";
import type { Grounds } from "./effect";
import type { GuestLedger } from "./state/carrying";
import type { SeminarChange, SeminarDraft, SeminarResult } from "./state/seminar";
import type { Account, CreditDraft, Language, Outlook, ProfileDraft, Route, Sheet, Theme, Verdict, VerdictKey } from "./state";

export type UserAction =
  // getting around
  | { readonly type: "go"; readonly route: Route }
  | { readonly type: "back" }
  | { readonly type: "open_sheet"; readonly sheet: Sheet }
  | { readonly type: "close_sheet" }
  | { readonly type: "choose_scheme"; readonly scheme: SchemeCode }
  | { readonly type: "choose_filter"; readonly filter: "all" | "part" | "none" }
  | { readonly type: "choose_language"; readonly language: Language }
  | { readonly type: "choose_theme"; readonly theme: Theme }
  | { readonly type: "print" }
  | { readonly type: "copy"; readonly text: string }
  | { readonly type: "dismiss_notice" }
  // account
  | { readonly type: "type_sign"; readonly change: { readonly email?: string; readonly password?: string } }
  | { readonly type: "log_in" }
  | { readonly type: "register" }
  // With something still unsent the first log_out opens the sheet "log_out"; discard_waiting: true goes through once all of it is in
  // a file or given up.
  | { readonly type: "log_out"; readonly discard_waiting: boolean }
  | { readonly type: "give_up"; readonly given_up: boolean }
  // what is unsent as a file, and back
  | { readonly type: "save_file" }
  | { readonly type: "read_file"; readonly file: File }
  // a ledger without an account
  | { readonly type: "start_guest" }
  | { readonly type: "join_guest" }
  | { readonly type: "put_off_guest" }
  | { readonly type: "erase_guest" }
  // the credit form (opened by the routes add and credit)
  | { readonly type: "type_credit"; readonly change: Partial<CreditDraft> }
  | { readonly type: "toggle_details" }
  | { readonly type: "save_credit" }
  | { readonly type: "delete_credit"; readonly id: string }
  // its photo or PDF
  | { readonly type: "choose_photo"; readonly file: File }
  | { readonly type: "remove_photo" }
  // Takes back choosing or removing.
  | { readonly type: "keep_photo" }
  // `attached`: the file of one side of a conflict; without it the one that the credit has.
  | { readonly type: "show_photo"; readonly credit: string; readonly attached?: Attachment }
  | { readonly type: "undo" }
  // the first questions and the base date (the form is opened by the routes start and base)
  | { readonly type: "choose_kind"; readonly kind: "new" | "renewal" }
  | { readonly type: "type_profile"; readonly change: Partial<ProfileDraft> }
  | { readonly type: "save_profile" }
  | { readonly type: "type_person"; readonly change: { readonly name?: string; readonly licence_number?: string } }
  | { readonly type: "save_person" }
  // paying out (opened by the route payout)
  | { readonly type: "understand_payout"; readonly understood: boolean }
  | { readonly type: "step_payout"; readonly step: 1 | 2 }
  | { readonly type: "pay_out" }
  // applying, for the scheme on screen
  | { readonly type: "submit_application"; readonly disputed: boolean }
  // several schemes: what is wanted together
  | { readonly type: "want"; readonly target: Target; readonly wanted: boolean }
  // the organiser's seminar
  | { readonly type: "type_seminar"; readonly change: SeminarChange }
  | { readonly type: "leave_talk" }
  // sync
  | { readonly type: "sync_now" }
  | { readonly type: "settle_conflict"; readonly id: string; readonly keep: "mine" | "theirs" }
  | { readonly type: "dismiss_rejected"; readonly id: string }
  // Opens the credit form, filled with what was rejected.
  | { readonly type: "edit_rejected"; readonly id: string }
  // Sends what was rejected again, as a new change.
  | { readonly type: "resend_rejected"; readonly id: string }
  | { readonly type: "settle_damage" }
  | { readonly type: "switch_version" }
  // Opens the page anew; nothing typed is kept, so only where nothing can be.
  | { readonly type: "reload" };

/** What a stored change was for, so that the form that made it can close. */
export type Done =
  | { readonly kind: "credit_saved" | "profile_saved" | "person_saved" | "paid_out" | "restored" | "settled" | "carried" }
  | { readonly kind: "credit_deleted"; readonly credit: Credit; readonly photo?: Attachment }
  | { readonly kind: "application_stored"; readonly id: string };

export type ReportedAction =
  | { readonly type: "route_changed"; readonly route: Route }
  | { readonly type: "clock"; readonly now: Instant }
  | { readonly type: "network"; readonly online: boolean }
  // The language that was asked for can be spoken now.
  | { readonly type: "language_learned" }
  | { readonly type: "engine_ready"; readonly packs: readonly RulePack[]; readonly version: string }
  // `packs`: what the engine was given, beside those it had.
  | { readonly type: "rules_learned"; readonly packs: readonly RulePack[]; readonly learned: readonly KeptRule[]; readonly unread: readonly RefusedRule[] }
  | { readonly type: "failed"; readonly fault: "engine" | "storage" | "newer_database" }
  | { readonly type: "account_found"; readonly account: Account }
  | { readonly type: "no_account" }
  | { readonly type: "view"; readonly snapshot: Snapshot }
  | { readonly type: "stored"; readonly snapshot: Snapshot; readonly done: Done }
  | { readonly type: "store_failed"; readonly fault: StorageFault }
  | { readonly type: "assessed"; readonly verdicts: Readonly<Record<VerdictKey, Verdict>> }
  | { readonly type: "credit_judged"; readonly draft: CreditDraft; readonly errors: readonly Problem[]; readonly effect: Outlook | null }
  | { readonly type: "profile_judged"; readonly draft: ProfileDraft; readonly errors: readonly Problem[]; readonly preview: Assessment | null }
  | { readonly type: "payout_judged"; readonly preview: Readonly<Record<VerdictKey, Verdict>> }
  | { readonly type: "compared"; readonly grounds: Grounds; readonly results: readonly Assessment[] | null }
  | { readonly type: "allocated"; readonly grounds: Grounds; readonly targets: readonly Target[]; readonly answer: Allocation | null }
  | { readonly type: "explained"; readonly grounds: Grounds; readonly answer: ExplainedAssessment | null }
  | { readonly type: "seminar_judged"; readonly draft: SeminarDraft; readonly result: SeminarResult | null }
  | { readonly type: "signed_in"; readonly me: Me }
  | { readonly type: "sign_refused"; readonly errors: readonly Problem[]; readonly retry_after_seconds: number | null }
  | { readonly type: "met_server"; readonly me: Me }
  | { readonly type: "session_ended" }
  | { readonly type: "wiped" }
  // `held`: operations by id, photos by SHA-256.
  | { readonly type: "file_saved"; readonly held: readonly string[] }
  | { readonly type: "file_read"; readonly snapshot: Snapshot; readonly taken: number }
  | { readonly type: "file_refused"; readonly why: "bad_file" | "other_account" | "not_saved" }
  // `ask`: right after a login; `promised`: the user has said yes before, and something came between.
  | { readonly type: "guest_found"; readonly guest: GuestLedger; readonly ask: boolean; readonly promised: boolean }
  | { readonly type: "guest_joined"; readonly snapshot: Snapshot }
  | { readonly type: "guest_erased" }
  | { readonly type: "sync_told"; readonly news: SyncNews }
  | { readonly type: "persistence"; readonly granted: boolean }
  | { readonly type: "update_ready" }
  // The file that was chosen, ready to be kept; or why it cannot be.
  | { readonly type: "photo_prepared"; readonly photo: Blob }
  | { readonly type: "photo_unfit"; readonly code: string }
  | { readonly type: "photo_shown"; readonly sha256: string; readonly data: Uint8Array | null; readonly problem: string | null }
  | { readonly type: "copied" };

export type Action = UserAction | ReportedAction;

export type PhotoAction = Extract<Action, { type: `${string}_photo` | `photo_${string}` }>;
