// The app's one state. Screens read it, `update` makes the next one, nothing else changes it.

import type { Assessment, Category, CivilDate, Credit, Instant, Kind, Problem, Profile, RulePack, SchemeCode } from "../engine/contract";
import type { ExplainedAssessment } from "../engine/operations";
import type { Application, Attachment } from "../server/wire";
import type { SyncState } from "../storage/protocol";
import type { Change, Conflict, Damage, KeptRules, Operation, Photo, RefusedRule } from "../storage/ledger";
import type { Carrying } from "./state/carrying";
import type { Comparing } from "./state/comparing";
import type { PhotoDraft, ShownPhoto } from "./state/photos";
import type { Seminar } from "./state/seminar";

export type { Application, Change, Conflict, Operation, RefusedRule };

export type Language = "ja" | "en";
export type Theme = "system" | "light" | "dark";

/** A verdict's key: "G13", "G01" for the edition in force, "G01@2022-04-01" for a newer provisional one. */
export type VerdictKey = string;

export interface Verdict {
  /** The engine's bytes, kept because an application carries them as the phone saw them. */
  readonly text: string;
  /** Null where the engine did not understand or has no rule: then `errors` says why. Never read as "not eligible". */
  readonly answer: Assessment | null;
  readonly errors: readonly Problem[];
}

export type Route =
  | { readonly name: "home" | "ledger" | "add" | "apply" | "compare" | "allocate" | "seminar" | "settings" | "rules" | "sync" | "base" | "start" | "person" | "print" | "join" | "login" | "register" }
  | { readonly name: "credit"; readonly id: string }
  | { readonly name: "application"; readonly id: string }
  | { readonly name: "payout"; readonly from: string }
  | { readonly name: "conflict"; readonly id: string };

export type Sheet =
  | { readonly name: "schemes" | "provisional" | "log_out" | "erase_guest" | "disputed" | "clear_seminar" }
  // `of`: the figure is that of another verdict than the one on screen, of one compared.
  | { readonly name: "window" | "fee" | "plan" | "starts" | "remains"; readonly of?: VerdictKey }
  // `attached`: another file than the credit has, in a conflict.
  | { readonly name: "photo"; readonly credit: string; readonly attached?: Attachment }
  | { readonly name: "year"; readonly index: number; readonly of?: VerdictKey }
  | { readonly name: "requirement"; readonly id: string; readonly of?: VerdictKey }
  | { readonly name: "reason"; readonly credit: string }
  | { readonly name: "delete"; readonly credit: string };

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly demo: boolean;
}

export interface Person {
  readonly name?: string;
  readonly licence_number?: string;
}

export interface Ledger {
  readonly profile: Profile | null;
  readonly person: Person;
  readonly credits: readonly Credit[];
}

/** A date as it is being typed: three numbers and the calendar they are meant in. */
export interface DateDraft {
  readonly era: "R" | "H" | "C";
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** A credit as it is being typed. Texts stay as typed; the engine judges them. Empty text: not given. */
export interface CreditDraft {
  readonly date: DateDraft;
  readonly units: string;
  readonly provider: string;
  readonly category: Category | "";
  readonly title: string;
  readonly event: string;
  readonly content: string;
  readonly course: string;
  readonly curriculum: string;
  readonly days: string;
  readonly lecturer: boolean;
  readonly new_curriculum: boolean;
  readonly designated_practice: boolean;
  readonly held_in: string;
  readonly transferred_to: string;
  readonly used_for: string;
  readonly void: string;
}

export interface CreditForm {
  readonly mode: "add" | "edit";
  /** Empty for a new credit: it gets its id when it is saved. */
  readonly id: string;
  /** A rejected operation that this form is to put right, if any. */
  readonly settles: string | null;
  readonly draft: CreditDraft;
  readonly touched: boolean;
  /** What the engine says of the draft, `at` "/units", "/date" …; shown once `tried` (pressed save) or as the screen likes. */
  readonly errors: readonly Problem[];
  readonly tried: boolean;
  readonly photo: PhotoDraft;
  readonly details_open: boolean;
  /** From the tap until the change is in the local database. */
  readonly saving: boolean;
  /** The engine has spoken on this very draft. */
  readonly judged: boolean;
  /** Saving waits for that. */
  readonly to_save: boolean;
  /** The scheme on screen, as things are and as they would be after saving; null while the draft has errors. */
  readonly effect: Outlook | null;
}

/** What saving would do to the verdict on screen. */
export interface Outlook {
  readonly before: Assessment;
  readonly after: Assessment;
}

export interface ProfileDraft {
  readonly kind: Kind | "";
  readonly base: DateDraft;
  /** Null: not given. */
  readonly last_application: DateDraft | null;
  readonly registered: DateDraft | null;
  readonly extension_months: string;
  readonly certificate_of: string;
}

export interface ProfileForm {
  readonly draft: ProfileDraft;
  readonly touched: boolean;
  /** `at` "/base", "/last_application", "/extension" … */
  readonly errors: readonly Problem[];
  readonly tried: boolean;
  readonly saving: boolean;
  readonly judged: boolean;
  readonly to_save: boolean;
  /** The scheme on screen if the draft were saved. */
  readonly preview: Assessment | null;
}

export interface PersonForm {
  readonly name: string;
  readonly licence_number: string;
  /** `at` "/name" or "/licence_number", code "range" over 200 characters. */
  readonly errors: readonly Problem[];
  readonly saving: boolean;
}

export interface SignForm {
  readonly email: string;
  readonly password: string;
  /** `at` "/email", "/password" or ""; code "offline" where the server did not answer. */
  readonly errors: readonly Problem[];
  readonly busy: boolean;
  readonly retry_after_seconds: number | null;
}

export interface Payout {
  readonly from: string;
  readonly to: SchemeCode;
  readonly credits: readonly string[];
  readonly units: number;
  readonly step: 1 | 2;
  readonly understood: boolean;
  readonly saving: boolean;
  /** Every verdict as it would be after paying out. */
  readonly preview: Readonly<Record<VerdictKey, Verdict>> | null;
}


export interface Sync {
  readonly state: SyncState;
  readonly waiting: readonly Operation[];
  /** What the leading tab last told of its talk with the server; null before the first word. */
  readonly told: SyncState | null;
  /** When the oldest waiting change was made, by this phone's clock in Japan time. */
  readonly oldest: Instant | null;
  readonly last: Instant | null;
  /** What the server's clock said last, and by how many minutes this phone's is ahead of it; null before the first word. */
  readonly server_now: Instant | null;
  readonly ahead: number | null;
}

/** An application that the server has not acknowledged: it is not received. */
export interface WaitingApplication {
  readonly id: string;
  readonly scheme: SchemeCode;
  readonly edition: CivilDate;
  readonly phone_date: CivilDate;
  readonly disputed: boolean;
}

export interface Notice {
  readonly kind: "saved" | "deleted" | "paid_out" | "profile_saved" | "person_saved" | "copied" | "rules_arrived" | "joined" | "file_saved" | "save_failed";
  /** What "undo" would put back; null: no undo. */
  readonly undo: Credit | null;
  /** What that credit had attached. */
  readonly undo_photo?: Attachment;
}

/** Rule packs from the server, beside those that came with the app. */
export interface Rules extends KeptRules {
  /** "G13@2024-05-01" … */
  readonly built_in: readonly string[];
  /** What this tab's engine was given of the kept ones, whether it took them or not. */
  readonly learned: KeptRules["kept"];
  /** Kept, but not to be used. */
  readonly unread: readonly RefusedRule[];
}

export interface State {
  /** "failed": see `fault`. Nothing is known then, and nothing may be claimed. */
  readonly phase: "loading" | "ready" | "failed";
  readonly fault: null | "engine" | "storage" | "newer_database";
  /** "none": nobody has logged in on this device. "guest": a ledger on this device alone, without an account. "ended": the account's data is here, sending needs a login. "in" also while not known yet. */
  readonly session: "in" | "ended" | "none" | "guest";
  readonly route: Route;
  /** Where "back" leads, the last one first to be taken. */
  readonly trail: readonly Route[];
  readonly sheet: Sheet | null;
  readonly language: Language;
  readonly theme: Theme;
  readonly now: Instant;
  readonly today: CivilDate;
  readonly online: boolean;
  readonly account: Account | null;
  /** The account's local database has answered. */
  readonly opened: boolean;
  /** The schemes whose office this installation is. */
  readonly office: readonly SchemeCode[];
  readonly engine_version: string;
  readonly packs: readonly RulePack[];
  readonly rules: Rules;
  /** The scheme chosen last, "" before any; `scheme` is another one while its rules are not here. */
  readonly wish: SchemeCode;
  readonly scheme: SchemeCode;
  readonly filter: "all" | "part" | "none";
  readonly ledger: Ledger;
  readonly verdicts: Readonly<Record<VerdictKey, Verdict>>;
  readonly credit_form: CreditForm | null;
  readonly profile_form: ProfileForm | null;
  readonly person_form: PersonForm | null;
  readonly sign_form: SignForm;
  readonly payout: Payout | null;
  /** With the routes compare and allocate. */
  readonly comparing: Comparing | null;
  /** Belongs to no account: it can be used without one. */
  readonly seminar: Seminar;
  /** The ground of the figures in the open sheet; null until the engine has spoken. */
  readonly explained: ExplainedAssessment | null;
  readonly sync: Sync;
  /** What each credit has attached, by the credit's id. */
  readonly photos: Readonly<Record<string, Photo>>;
  /** With the sheet "photo". */
  readonly shown_photo: ShownPhoto | null;
  /** The database had to be begun anew, and the user has not heard of it yet. */
  readonly damaged: Damage | null;
  readonly rejected: readonly Operation[];
  readonly conflicts: readonly Conflict[];
  readonly applications: readonly Application[];
  readonly waiting_applications: readonly WaitingApplication[];
  /** From the tap until the application is in the local log. */
  readonly submitting: boolean;
  readonly storage: "durable" | "memory" | "full" | "failed";
  readonly persisted: boolean | null;
  readonly update_ready: boolean;
  readonly logging_out: boolean;
  readonly carrying: Carrying;
  readonly notice: Notice | null;
}
