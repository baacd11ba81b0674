// What is attached to a credit, as the form and the sheet have it.

import type { Blob } from "../../storage/ledger";

/** The attachment of the credit in the form. */
export interface PhotoDraft {
  /** kept: what the credit has, or nothing; preparing: a file is being read, until then the one chosen before stands; chosen: it is ready; removed: it goes with saving. */
  readonly now: "kept" | "preparing" | "chosen" | "removed";
  readonly chosen: Blob | null;
  /** Why the file that was chosen last is not taken; a code. */
  readonly problem: string | null;
}

export const kNoPhotoChosen: PhotoDraft = { now: "kept", chosen: null, problem: null };

/** What the sheet shows. */
export interface ShownPhoto {
  readonly sha256: string;
  /** Null while it is fetched, or where it cannot be. */
  readonly data: Uint8Array | null;
  readonly problem: string | null;
}
