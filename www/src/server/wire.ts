// What travels between phone and server under /api/v1.

import type { Assessment, CivilDate, Credit, Instant, Problem, Profile, SchemeCode } from "../engine/contract";

export type OperationKind = "put_credit" | "delete_credit" | "put_attachment" | "delete_attachment" | "set_profile" | "set_person" | "submit_application";

export interface Submission {
  readonly scheme: SchemeCode;
  readonly edition: CivilDate;
  /** The phone's date; the server's own is the one that counts. */
  readonly as_of: CivilDate;
  readonly disputed: boolean;
  readonly digest: string;
  /** The engine's answer, byte for byte as the phone saw it. */
  readonly verdict: string;
  readonly engine: string;
}

/** The photo or PDF of a credit. Its bytes travel by themselves, under their hash. */
export interface Attachment {
  /** Lower-case hex. */
  readonly sha256: string;
  readonly type: AttachmentType;
  readonly bytes: number;
}

export type AttachmentType = "image/jpeg" | "image/png" | "image/webp" | "application/pdf";

export type OperationBody = Credit | Attachment | Profile | Readonly<Record<string, string>> | Submission;

export interface SentOperation {
  readonly id: string;
  readonly seq: number;
  readonly kind: OperationKind;
  readonly entity: string;
  readonly base_version: number;
  readonly body: OperationBody | null;
  readonly client_time: Instant;
}

export type RowKind = "credit" | "attachment" | "profile" | "person" | "application";

export interface RowChange {
  readonly version: number;
  readonly kind: RowKind;
  readonly id: string;
  readonly body: object | null;
}

export interface Ack {
  readonly id: string;
  readonly seq: number;
  readonly state: "accepted" | "conflict" | "rejected";
  readonly version: number;
  readonly reason?: string;
  readonly errors?: readonly Problem[];
  readonly current?: { readonly version: number; readonly body: object | null };
  readonly application?: Application;
}

export interface SyncRequest {
  readonly epoch: string | null;
  readonly schema: 2;
  readonly rules: readonly string[];
  readonly device: string;
  readonly cursor: number;
  readonly ops: readonly SentOperation[];
}

export interface SyncAnswer {
  readonly epoch: string;
  readonly acks: readonly Ack[];
  readonly changes: readonly RowChange[];
  readonly cursor: number;
  readonly more: boolean;
  readonly expected_seq: number;
  /** The server's time; a phone's clock may be wrong. */
  readonly now: Instant;
  /** Of the packs that the phone named those that the server has not. */
  readonly rules?: { readonly unknown: readonly string[] };
  /** How many rows the server has for the user, and the sum of their versions. */
  readonly held: { readonly rows: number; readonly versions: number };
}

export interface Application {
  readonly id: string;
  readonly scheme: SchemeCode;
  readonly edition: CivilDate;
  /** "G13-2026-000001"; none where it was not received. */
  readonly number: string | null;
  readonly status: "received" | "not_received";
  readonly answer: "confirmed" | "differs" | "not_eligible";
  readonly differs: readonly ("date" | "ledger" | "engine" | "edition" | "result")[];
  readonly disputed: boolean;
  readonly received_at: Instant;
  readonly as_of: CivilDate;
  readonly phone_date: CivilDate;
  readonly eligible: boolean;
  readonly can_apply: boolean;
  readonly digest: string;
  readonly phone_digest: string;
  readonly engine: string;
  readonly phone_engine: string;
  /** What the server's own assessment does not find met. */
  readonly reasons: Partial<Pick<Assessment, "requirements" | "years" | "window" | "transfers">>;
}

export interface Me {
  readonly account: { readonly id: string; readonly email: string; readonly demo: boolean };
  readonly today: CivilDate;
  readonly now: Instant;
  readonly office: readonly SchemeCode[];
  readonly engine: string;
  readonly epoch: string;
}

/** A rule pack that the server has; `digest` is the lower-case hex SHA-256 of its canonical JSON. */
export interface RuleListing {
  readonly scheme: SchemeCode;
  readonly edition: CivilDate;
  readonly status: "confirmed" | "provisional";
  readonly digest: string;
}

export interface RuleList {
  readonly rules: readonly RuleListing[];
}
