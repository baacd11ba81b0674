// What the page asks of the storage worker, what the worker answers, and what tabs tell each other.

import type { Instant } from "../engine/contract";
import type { Application, OperationBody, OperationKind, SyncAnswer, SyncRequest } from "../server/wire";
import type { Blob, Change, Conflict, Damage, KeptRules, Operation, Photo, RefusedRule, RuleText } from "./ledger";

/** All that the screens need of the local database: the view (server's rows with the pending operations laid over them) and what waits. */
export interface Snapshot {
  readonly profile: object | null;
  readonly person: object | null;
  readonly credits: readonly object[];
  readonly applications: readonly Application[];
  readonly waiting: readonly Operation[];
  readonly rejected: readonly Operation[];
  readonly conflicts: readonly Conflict[];
  readonly last_synced: Instant | null;
  readonly office: readonly string[];
  readonly rules: KeptRules;
  readonly durable: boolean;
  /** By the credit's id. */
  readonly photos: Readonly<Record<string, Photo>>;
  readonly damaged: Damage | null;
}

/** The account of who has none: its ledger is on this phone alone, and is never sent. */
export const kGuest = "guest";

/** Changes that were not sent, as a file: whoever reads it in sends them under the same ids. */
export interface WaitingFile {
  readonly format: "kensan-waiting";
  readonly version: 1;
  readonly account: string;
  readonly made_at: Instant;
  readonly operations: readonly WaitingOperation[];
  readonly blobs: readonly (Omit<Blob, "data"> & { /** base64 */ readonly data: string })[];
}

export interface WaitingOperation {
  readonly id: string;
  readonly kind: OperationKind;
  readonly entity: string;
  /** Null: stands on an earlier operation of the same file. */
  readonly base_version: number | null;
  readonly body: OperationBody | null;
  readonly client_time: Instant;
}

/** "too_large": a change that no server would take; nothing of the command was written. */
export type StorageFault = "full" | "failed" | "newer_database" | "bad_file" | "too_large";

/** Every command may be delivered twice (a lost answer, a new leader): appending is idempotent by the operations' ids, the others by nature. */
export type Command =
  | { readonly name: "load" }
  | { readonly name: "append"; readonly changes: readonly (Change & { readonly id: string })[]; readonly client_time: Instant; readonly settles: string | null; readonly blobs?: readonly Blob[] }
  | { readonly name: "settle"; readonly id: string }
  | { readonly name: "remember"; readonly office: readonly string[] }
  | { readonly name: "rules" }
  | { readonly name: "keep_rules"; readonly arrived: readonly RuleText[]; readonly refused: readonly RefusedRule[] }
  | { readonly name: "outgoing" }
  | { readonly name: "incoming"; readonly answer: SyncAnswer; readonly now: Instant }
  /** The bytes of a photo, or null. */
  | { readonly name: "blob"; readonly sha256: string }
  /** Of what waits to be uploaded the first, with its bytes; drops what nobody needs any more. */
  | { readonly name: "uploads"; readonly now: Instant }
  | { readonly name: "blob_sent"; readonly sha256: string; readonly now: Instant }
  | { readonly name: "blob_refused"; readonly sha256: string; readonly reason: string }
  | { readonly name: "keep_blob"; readonly blob: Blob; readonly now: Instant }
  | { readonly name: "export_waiting"; readonly account: string; readonly now: Instant }
  /** `file`: read from JSON, trusted in nothing. Twice is once. */
  | { readonly name: "import_waiting"; readonly file: unknown }
  | { readonly name: "settle_damage" }
  | { readonly name: "wipe" };

export interface Outgoing {
  readonly request: Omit<SyncRequest, "rules">;
  readonly waiting: number;
}

export interface Incoming {
  readonly snapshot: Snapshot;
  /** False where the answer moved nothing: asking again at once would be an endless loop. */
  readonly progress: boolean;
  readonly again: boolean;
}

export interface Imported {
  readonly snapshot: Snapshot;
  /** How many changes, and photos without a change of their own, were not here yet. */
  readonly taken: number;
}

export interface Uploads {
  readonly waiting: number;
  readonly next: Blob | null;
}

export type Value = Snapshot | Outgoing | Incoming | Imported | Uploads | WaitingFile | Uint8Array | readonly RuleText[] | null;

export type Reply =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: StorageFault };

/**
 * outdated: this app is older than the server speaks; server_older: the other way round; read_only: the server keeps nothing new for
 * now; refused: it does not understand what is sent. In all of them everything waits on the phone.
 */
export type SyncState = "clear" | "sending" | "waiting" | "offline" | "signed_out" | "outdated" | "server_older" | "read_only" | "refused";

/** What the leading tab tells the others about its talk with the server. */
export interface SyncNews {
  readonly state: SyncState;
  readonly last: Instant | null;
  /** What the server's clock said last. */
  readonly server_now: Instant | null;
}

export type FromPage =
  // `life`: a Web Lock that the worker is to hold as long as it lives; whoever gets it knows that the worker is no more.
  | { readonly type: "open"; readonly account: string; readonly life: string }
  | { readonly type: "ask"; readonly id: string; readonly command: Command }
  // Asks the leading tab's page to sync now.
  | { readonly type: "nudge" }
  | { readonly type: "news"; readonly news: SyncNews };

export type FromWorker =
  | { readonly type: "reply"; readonly id: string; readonly reply: Reply }
  // The worker holds the lock of its life.
  | { readonly type: "up" }
  | { readonly type: "leading" }
  | { readonly type: "nudged" }
  | { readonly type: "changed"; readonly snapshot: Snapshot }
  | { readonly type: "news"; readonly news: SyncNews }
  | { readonly type: "wiped" };

/** Raised when commands or replies change their form: tabs of different versions then refuse each other instead of misreading. */
export const kProtocol = 4;

export type BetweenTabs = { readonly protocol: number } & (
  | { readonly type: "ask"; readonly id: string; readonly command: Command }
  | { readonly type: "reply"; readonly id: string; readonly reply: Reply }
  | { readonly type: "nudge" }
  | { readonly type: "changed"; readonly snapshot: Snapshot }
  | { readonly type: "news"; readonly news: SyncNews }
  | { readonly type: "wiped" }
);
