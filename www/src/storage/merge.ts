// Takes a sync answer into the local database, in the caller's transaction. Taking the same answer twice changes nothing.

import type { Database } from "@sqlite.org/sqlite-wasm";
import type { Instant } from "../engine/contract";
import type { Ack, SyncAnswer } from "../server/wire";
import { append } from "./log";
import { device, type LoggedOperation, meta, nextSeq, operations, rowKind, rows, setMeta, takeRow } from "./tables";
import { uuid7 } from "./uuid7";

export interface Merged {
  /** Something moved: operations answered, rows heard, a new life begun. */
  readonly progress: boolean;
  /** The server has more to say. */
  readonly more: boolean;
}

export function merge(db: Database, answer: SyncAnswer, now: Instant): Merged {
  const epoch = meta(db, "epoch");
  setMeta(db, "epoch", answer.epoch);
  if (epoch !== null && epoch !== answer.epoch) {
    beginNewLife(db, answer.expected_seq);
    return { progress: true, more: true };
  }
  const answered = takeAcks(db, answer.acks);
  for (const change of answer.changes) takeRow(db, change);
  const cursor = Number(meta(db, "cursor") ?? 0);
  setMeta(db, "cursor", String(Math.max(cursor, answer.cursor)));
  const corrected = answer.expected_seq > nextSeq(db) ? becomeNewDevice(db) : waitAgain(db, answer.expected_seq);
  const adopted = answer.more ? 0 : adoptForgotten(db, now);
  setMeta(db, "last_synced", now);
  return { progress: answered + answer.changes.length + corrected + adopted > 0, more: answer.more };
}

function takeAcks(db: Database, acks: readonly Ack[]): number {
  let answered = 0;
  for (const ack of acks) {
    const [op] = operations(db, "id = ? AND state = 'pending'", [ack.id]);
    if (op === undefined) continue;
    answered += 1;
    if (ack.state === "rejected" && ack.reason === "seq_reused") becomeNewDevice(db, op);
    else takeAck(db, op, ack);
  }
  return answered;
}

function takeAck(db: Database, op: LoggedOperation, ack: Ack): void {
  const kind = rowKind(op.kind);
  const agreed = ack.state === "conflict" && sameBody(op.body, ack.current?.body ?? null);
  db.exec({ sql: "UPDATE ops SET state = ?, answer = ?, settled = ? WHERE id = ?", bind: [ack.state, JSON.stringify(ack), agreed ? 1 : 0, op.id] });
  if (ack.state === "accepted") takeRow(db, { kind, id: op.entity, version: ack.version, body: ack.application ?? op.body });
  if (ack.current !== undefined) takeRow(db, { kind, id: op.entity, ...ack.current });
  // What the next operation on the same entity stands on. After a conflict it must meet the conflict too, hence the old base.
  const base = ack.state === "accepted" ? ack.version : agreed ? (ack.current?.version ?? ack.version) : op.base_version;
  db.exec({
    sql: "UPDATE ops SET base_version = ? WHERE n = (SELECT min(n) FROM ops WHERE entity = ? AND state = 'pending') AND base_version IS NULL",
    bind: [base, op.entity],
  });
}

/** The server's database was restored: what it forgot is sent again, and everything is heard again from the start. */
function beginNewLife(db: Database, expected_seq: number): void {
  setMeta(db, "cursor", "0");
  waitAgain(db, expected_seq);
  db.exec("UPDATE rows SET version = 0");
}

/** Operations that the server does not know wait again; the answers it gave are void. Answers how many. */
function waitAgain(db: Database, expected_seq: number): number {
  const forgotten = operations(db, "device = ? AND seq >= ? AND state <> 'pending'", [device(db), expected_seq]);
  for (const op of forgotten) db.exec({ sql: "UPDATE ops SET state = 'pending', answer = NULL WHERE id = ?", bind: [op.id] });
  if (forgotten.length > 0) chainBases(db);
  return forgotten.length;
}

/** Of the operations waiting on one entity only the first knows what it stands on. */
function chainBases(db: Database): void {
  db.exec(`UPDATE ops SET base_version = NULL WHERE state = 'pending'
           AND EXISTS (SELECT 1 FROM ops earlier WHERE earlier.entity = ops.entity AND earlier.state = 'pending' AND earlier.n < ops.n)`);
}

/**
 * The server has heard operations from this device that the log does not hold (the log was set back, or copied to another device).
 * What waits goes on under a new device id, numbered from 1; an operation refused for its number gets a new id as well.
 */
function becomeNewDevice(db: Database, refused?: LoggedOperation): number {
  if (refused !== undefined) db.exec({ sql: "UPDATE ops SET id = ? WHERE id = ?", bind: [uuid7(), refused.id] });
  setMeta(db, "device", uuid7());
  const waiting = operations(db, "state = 'pending'");
  waiting.forEach((op, index) =>
    db.exec({ sql: "UPDATE ops SET device = ?, seq = ? WHERE n = (SELECT n FROM ops WHERE id = ?)", bind: [device(db), index + 1, op.id] }));
  return 1;
}

/**
 * After a new life was heard to its end and nothing waits: rows that the server no longer has, written by another device.
 * They are sent as this device's own, so that nothing is lost; applications are the server's alone.
 */
function adoptForgotten(db: Database, now: Instant): number {
  if (operations(db, "state = 'pending'").length > 0) return 0;
  const forgotten = rows(db).filter((row) => row.version === 0);
  db.exec("DELETE FROM rows WHERE version = 0");
  for (const { kind, id, body } of forgotten) {
    if (kind === "application" || body === null) continue;
    const operation = kind === "credit" ? "put_credit" : kind === "profile" ? "set_profile" : "set_person";
    append(db, [{ id: uuid7(), kind: operation, entity: id, body: body as never }], now);
  }
  return forgotten.length;
}

/** Equal by value, whatever the order of keys. */
function sameBody(a: object | null, b: object | null): boolean {
  return JSON.stringify(sortedKeys(a)) === JSON.stringify(sortedKeys(b));
}

function sortedKeys(value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sortedKeys(each)]));
}
