// What leaves or enters this phone by hand: unsent changes as a file, and the ledger of a guest.

export interface Carrying {
  /** What the last file holds: operations by id, photos by SHA-256; null: no file was made. */
  readonly saved: readonly string[] | null;
  /** The user has confirmed that what is in no file will be lost. */
  readonly given_up: boolean;
  readonly reading: Reading | null;
  /** A guest's ledger on this phone beside the account's; null: none, or not found yet. */
  readonly guest: GuestLedger | null;
  readonly joining: boolean;
}

export type Reading =
  | { readonly state: "reading" }
  /** How many changes came in that were not here yet. */
  | { readonly state: "read"; readonly taken: number }
  | { readonly state: "refused"; readonly why: "bad_file" | "other_account" | "not_saved" };

export interface GuestLedger {
  readonly credits: number;
  readonly profile: boolean;
  readonly person: boolean;
}

export const kNothingCarried: Carrying = { saved: null, given_up: false, reading: null, guest: null, joining: false };
