// What `update` asks of the world. Only effects.ts carries these out; each reports back with actions, or is silent.

import type { CivilDate, Credit, Profile, RulePack, SchemeCode } from "../engine/contract";
import type { Target } from "../engine/operations";
import type { Attachment } from "../server/wire";
import type { Blob, Change, KeptRule } from "../storage/ledger";
import type { Done } from "./actions";
import type { SeminarDraft } from "./state/seminar";
import type { Account, CreditDraft, Language, Ledger, ProfileDraft, Route, Theme, Verdict } from "./state";

/** What an assessment is made of, apart from what is to be judged. */
export interface Grounds {
  readonly today: CivilDate;
  readonly packs: readonly RulePack[];
  readonly scheme: SchemeCode;
  readonly ledger: Ledger;
}

export type Effect =
  // the page
  | { readonly do: "navigate"; readonly route: Route; readonly replace: boolean }
  | { readonly do: "go_back" }
  | { readonly do: "push_sheet" }
  | { readonly do: "present"; readonly language: Language; readonly theme: Theme }
  | { readonly do: "remember_preferences"; readonly language: Language; readonly theme: Theme; readonly scheme: SchemeCode }
  | { readonly do: "print" }
  | { readonly do: "copy"; readonly text: string }
  | { readonly do: "switch_version" }
  // the engine
  | { readonly do: "assess"; readonly grounds: Grounds }
  | { readonly do: "judge_credit"; readonly grounds: Grounds; readonly draft: CreditDraft; readonly credit: Credit }
  | { readonly do: "judge_profile"; readonly grounds: Grounds; readonly draft: ProfileDraft; readonly profile: Profile }
  | { readonly do: "judge_payout"; readonly grounds: Grounds; readonly from: string }
  | { readonly do: "compare"; readonly grounds: Grounds; readonly targets: readonly Target[] }
  | { readonly do: "allocate"; readonly grounds: Grounds; readonly targets: readonly Target[] }
  | { readonly do: "explain"; readonly grounds: Grounds; readonly target: Target }
  | { readonly do: "judge_seminar"; readonly packs: readonly RulePack[]; readonly today: CivilDate; readonly draft: SeminarDraft }
  | { readonly do: "remember_seminar"; readonly draft: SeminarDraft }
  // Gives the engine the packs that the database keeps; always answered by "rules_learned".
  | { readonly do: "learn_rules"; readonly kept: readonly KeptRule[] }
  // the local database
  | { readonly do: "open_account"; readonly account: Account }
  // A change whose entity is empty is of a new credit: it gets its id here.
  | { readonly do: "append"; readonly changes: readonly Change[]; readonly blobs?: readonly Blob[]; readonly settles: string | null; readonly done: Done }
  | { readonly do: "settle"; readonly id: string }
  | { readonly do: "submit"; readonly verdict: Verdict; readonly profile: Profile; readonly credits: readonly Credit[]; readonly today: CivilDate; readonly disputed: boolean; readonly engine: string }
  | { readonly do: "settle_damage" }
  | { readonly do: "export_waiting"; readonly account: string; readonly name: string }
  | { readonly do: "import_file"; readonly account: string; readonly file: File }
  // the database of a guest, beside the account's
  | { readonly do: "begin_guest" }
  | { readonly do: "look_for_guest"; readonly account: string; readonly ask: boolean }
  | { readonly do: "join_guest"; readonly account: string }
  | { readonly do: "erase_guest" }
  | { readonly do: "remember_office"; readonly office: readonly SchemeCode[] }
  // photos; answered by "photo_prepared" or "photo_unfit", and by "photo_shown"
  | { readonly do: "prepare_photo"; readonly file: File }
  | { readonly do: "show_photo"; readonly photo: Attachment }
  // the server
  | { readonly do: "sign"; readonly how: "login" | "register"; readonly email: string; readonly password: string }
  | { readonly do: "meet_server"; readonly account: Account }
  | { readonly do: "log_out" }
  | { readonly do: "sync" };
