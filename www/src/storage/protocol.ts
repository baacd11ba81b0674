// What the page asks of the storage worker, what the worker answers, and what tabs tell each other.

import type { Instant } from "../engine/contract";
import type { Application, SyncAnswer, SyncRequest } from "../server/wire";
import type { Change, Conflict, KeptRules, Operation, RefusedRule, RuleText } from "./ledger";

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
}

export type StorageFault = "full" | "failed" | "newer_database";

/** Every command may be delivered twice (a lost answer, a new leader): appending is idempotent by the operations' ids, the others by nature. */
export type Command =
  | { readonly name: "load" }
  | { readonly name: "append"; readonly changes: readonly (Change & { readonly id: string })[]; readonly client_time: Instant; readonly settles: string | null }
  | { readonly name: "settle"; readonly id: string }
  | { readonly name: "remember"; readonly office: readonly string[] }
  | { readonly name: "rules" }
  | { readonly name: "keep_rules"; readonly arrived: readonly RuleText[]; readonly refused: readonly RefusedRule[] }
  | { readonly name: "outgoing" }
  | { readonly name: "incoming"; readonly answer: SyncAnswer; readonly now: Instant }
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

export type Value = Snapshot | Outgoing | Incoming | readonly RuleText[] | null;

export type Reply =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: StorageFault };

/** What the leading tab tells the others about its talk with the server. */
export interface SyncNews {
  readonly state: "clear" | "sending" | "waiting" | "offline" | "signed_out" | "outdated";
  readonly last: Instant | null;
}

export type FromPage =
  | { readonly type: "open"; readonly account: string }
  | { readonly type: "ask"; readonly id: string; readonly command: Command }
  // Asks the leading tab's page to sync now.
  | { readonly type: "nudge" }
  | { readonly type: "news"; readonly news: SyncNews };

export type FromWorker =
  | { readonly type: "reply"; readonly id: string; readonly reply: Reply }
  | { readonly type: "leading" }
  | { readonly type: "nudged" }
  | { readonly type: "changed"; readonly snapshot: Snapshot }
  | { readonly type: "news"; readonly news: SyncNews }
  | { readonly type: "wiped" };

/** Raised when commands or replies change their form: tabs of different versions then refuse each other instead of misreading. */
export const kProtocol = 2;

export type BetweenTabs = { readonly protocol: number } & (
  | { readonly type: "ask"; readonly id: string; readonly command: Command }
  | { readonly type: "reply"; readonly id: string; readonly reply: Reply }
  | { readonly type: "nudge" }
  | { readonly type: "changed"; readonly snapshot: Snapshot }
  | { readonly type: "news"; readonly news: SyncNews }
  | { readonly type: "wiped" }
);
