// What the local database holds, as the app sees it: the server's rows, the phone's own operations, and the view made of both.

import type { CivilDate, Instant, Problem, SchemeCode } from "../engine/contract";
import type { AttachmentType, OperationBody, OperationKind, RowKind } from "../server/wire";

/** A change the user made, before it has an id, a place in the log and a version to stand on. */
export interface Change {
  readonly kind: OperationKind;
  readonly entity: string;
  readonly body: OperationBody | null;
}

/** The bytes of a photo or PDF, named by their SHA-256. */
export interface Blob {
  readonly sha256: string;
  readonly type: AttachmentType;
  readonly bytes: number;
  readonly data: Uint8Array;
}

/** What a credit has attached, and where its bytes are. */
export interface Photo {
  readonly sha256: string;
  readonly type: AttachmentType;
  readonly bytes: number;
  /** The bytes are on this phone. */
  readonly here: boolean;
  /** elsewhere: the bytes are on the server, or still on the phone that took them. */
  readonly state: "waiting" | "sent" | "refused" | "elsewhere";
  readonly reason: string | null;
}

/** The local database could not be read any more and was begun anew. */
export interface Damage {
  readonly at: Instant;
  /** The name under which the unreadable file was put aside; null where there was none to keep. */
  readonly kept: string | null;
  /** How many changes that had not been sent were put back. */
  readonly put_back: number;
}

/** An operation of this phone's log. It is kept for ever, whatever the server answered. */
export interface Operation extends Change {
  readonly id: string;
  readonly seq: number;
  readonly client_time: string;
  readonly state: "pending" | "accepted" | "conflict" | "rejected";
  readonly reason: string | null;
  readonly errors: readonly Problem[];
}

/** Two versions of one thing. Both are kept until the user chooses. */
export interface Conflict {
  /** The operation that met another version. */
  readonly id: string;
  readonly kind: OperationKind;
  readonly entity: string;
  /** Null: deleted on that side. */
  readonly mine: OperationBody | null;
  readonly theirs: object | null;
}

export interface Row {
  readonly kind: RowKind;
  readonly id: string;
  /** The user's version at which the server wrote it; 0: from an earlier life of the server's database. */
  readonly version: number;
  readonly body: object | null;
}

/** A rule pack that came from the server. Once kept it is never exchanged for another content, and never dropped. */
export interface KeptRule {
  readonly scheme: SchemeCode;
  readonly edition: CivilDate;
  readonly digest: string;
  readonly kept_at: Instant;
}

export interface RuleText extends KeptRule {
  readonly text: string;
}

/**
 * Why a pack is not used: what came is not what was listed; this app does not understand it; the edition is known with another
 * content; what was kept is no longer what it was.
 */
export type RuleFault = "unlike" | "outdated" | "edited" | "damaged";

export interface RefusedRule {
  readonly scheme: SchemeCode;
  readonly edition: CivilDate;
  readonly fault: RuleFault;
}

/** What the database knows of packs from the server. */
export interface KeptRules {
  readonly kept: readonly KeptRule[];
  /** Those that the server offered last and that were not taken. */
  readonly refused: readonly RefusedRule[];
}
