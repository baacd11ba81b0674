// Takes a sync answer into the local database, in the caller's transaction. Taking the same answer twice changes nothing.

import type { Database } from "@sqlite.org/sqlite-wasm";
import type { Instant } from "../engine/contract";
import type { Ack, SyncAnswer } from "../server/wire";
import { askAgain } from "./asking-again";
import { append } from "./log";
import { device, held, type LoggedOperation, meta, nextSeq, ofRow, operations, rowKind, rows, setMeta, takeRow } from "./tables";
import { uuid7 } from "./uuid7";

export interface Merged {
  /** Something moved: operations answered, rows heard, the server met, a new life begun. */
  readonly progress: boolean;
  /** The server has more to say. */
  readonly more: boolean;
}

export function merge(db: Database, answer: SyncAnswer, now: Instant): Merged {
  const epoch = meta(db, "epoch");
  setMeta(db, "epoch", answer.epoch);
  if (epoch !== null && epoch !== answer.epoch) {
    beginNewLife(db);
    return { progress: true, more: true };
  }
  const answered = takeAcks(db, answer.acks);
  for (const change of answer.changes) takeRow(db, change);
  const cursor = Number(meta(db, "cursor") ?? 0);
  setMeta(db, "cursor", String(Math.max(cursor, answer.cursor)));
  const corrected = answer.expected_seq > nextSeq(db) ? becomeNewDevice(db) : waitAgain(db, answer.expected_seq);
  const adopted = answer.more ? 0 : adoptForgotten(db, now);
  const asked = answer.more ? 0 : askAgain(db, answer);
  if (!answer.more) setMeta(db, "last_synced", now);
  const progress = epoch === null || answered + answer.changes.length + corrected + adopted + asked > 0;
  if (!progress && !answer.more && heardWrong(db, answer.held)) return { progress: true, more: true };
  return { progress, more: answer.more };
}

function takeAcks(db: Database, acks: readonly Ack[]): number {
  let answered = 0;
  for (const ack of acks) {
    const [op] = operations(db, "id = ? AND state = 'pending'", [ack.id]);
    if (op === undefined) continue;
    answered += 1;
    if (ack.state === "rejected" && ack.reason === "seq_reused") becomeNewDevice(db);
    else takeAck(db, op, ack);
  }
  return answered;
}

function takeAck(db: Database, op: LoggedOperation, ack: Ack): void {
  const kind = rowKind(op.kind);
  const agreed = agree(op, ack);
  db.exec({ sql: "UPDATE ops SET state = ?, answer = ?, settled = ? WHERE id = ?", bind: [ack.state, JSON.stringify(ack), agreed || op.settled ? 1 : 0, op.id] });
  if (ack.state === "accepted") takeRow(db, { kind, id: op.entity, version: ack.version, body: ack.application ?? op.body });
  if (ack.current !== undefined) takeRow(db, { kind, id: op.entity, ...ack.current });
  db.exec({
    sql: `UPDATE ops SET base_version = ? WHERE n = (SELECT min(n) FROM ops WHERE ${ofRow(op.kind)} AND state = 'pending') AND base_version IS NULL`,
    bind: [standsOn(op, ack), op.entity],
  });
}

/**
 * The server's database was restored: everything is heard again from the start, and every answer is void. The whole log is sent
 * again, under a new device id, since the device may have had others, or its log a twin: what the server still has it knows by id.
 */
function beginNewLife(db: Database): void {
  wait(db, operations(db, "state <> 'pending'"));
  renumber(db, operations(db, "TRUE"));
  hearAgain(db);
  db.exec("UPDATE blobs SET state = 'waiting' WHERE state = 'sent'");
}

/** Everything is asked for from the start; rows that do not come are the server's no more. */
function hearAgain(db: Database): void {
  setMeta(db, "cursor", "0");
  db.exec("UPDATE rows SET version = 0");
}

/**
 * This phone has heard all and yet holds something else than the server: it hears everything again, once for each such difference.
 * Answers whether it does.
 */
function heardWrong(db: Database, there: SyncAnswer["held"]): boolean {
  if (operations(db, "state = 'pending'").length > 0) return false;
  const here = held(db);
  if (here.rows === there.rows && here.versions === there.versions) return false;
  const difference = JSON.stringify([here, there]);
  if (meta(db, "heard_again") === difference) return false;
  setMeta(db, "heard_again", difference);
  hearAgain(db);
  return true;
}

/** Operations that the server does not know wait again; the answers it gave are void. Answers how many. */
function waitAgain(db: Database, expected_seq: number): number {
  const forgotten = operations(db, "device = ? AND seq >= ? AND state <> 'pending'", [device(db), expected_seq]);
  if (forgotten.length > 0) wait(db, forgotten);
  return forgotten.length;
}

/** What stood on this log's own earlier operation stands on that one's next answer. */
function wait(db: Database, forgotten: readonly LoggedOperation[]): void {
  const again = new Set(forgotten.map(({ id }) => id));
  const before = new Map<string, LoggedOperation>();
  for (const op of operations(db, "TRUE")) {
    if (op.state !== "pending" && !again.has(op.id)) continue;
    const row = `${rowKind(op.kind)}/${op.entity}`;
    const prior = before.get(row);
    const follows = prior !== undefined && (op.base_version === null || op.base_version === agreedVersion(prior));
    const decided = op.settled && !agree(op, op.answer); // by the user, who is not asked again
    db.exec({
      sql: "UPDATE ops SET state = 'pending', answer = NULL, base_version = ?, settled = ? WHERE id = ?",
      bind: [follows ? null : op.base_version, decided ? 1 : 0, op.id],
    });
    before.set(row, op);
  }
}

/**
 * The server has heard operations from this device that the log does not hold (the log was set back, or copied to another device).
 * What waits goes on under a new device id, numbered from 1, each operation under its own id: what the server has of them is known by it.
 */
function becomeNewDevice(db: Database): number {
  renumber(db, operations(db, "state = 'pending'"));
  return 1;
}

/** Under a device id that no server has heard of. */
function renumber(db: Database, ops: readonly LoggedOperation[]): void {
  setMeta(db, "device", uuid7());
  ops.forEach(({ id }, index) => db.exec({ sql: "UPDATE ops SET device = ?, seq = ? WHERE id = ?", bind: [device(db), index + 1, id] }));
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
    append(db, [{ id: uuid7(), kind: kWrites[kind], entity: id, body: body as never }], now);
  }
  return forgotten.length;
}

const kWrites = { credit: "put_credit", attachment: "put_attachment", profile: "set_profile", person: "set_person" } as const;

/** A version that no row has: what stands on it is a question in any case. */
const kNoVersion = Number.MAX_SAFE_INTEGER;

/**
 * What the next operation on the same row stands on. After a conflict it must meet the conflict too. The old base would not do: where
 * the answer was given to another phone, that had the same change as a file, this one's base may be the present version.
 */
function standsOn(op: LoggedOperation, ack: Ack): number | null {
  if (ack.state === "accepted") return ack.version;
  if (ack.state === "conflict" && !agree(op, ack)) return kNoVersion;
  return agree(op, ack) ? (ack.current?.version ?? ack.version) : op.base_version;
}

/** The version at which the server has what an operation says; null where it has not. */
function agreedVersion(op: LoggedOperation): number | null {
  if (op.answer === null || (op.answer.state !== "accepted" && !agree(op, op.answer))) return null;
  return standsOn(op, op.answer);
}

/** A conflict in which both sides say the same. */
function agree(op: LoggedOperation, ack: Ack | null): boolean {
  return ack?.state === "conflict" && sameBody(op.body, ack.current?.body ?? null);
}

/** Equal by value, whatever the order of keys. */
function sameBody(a: object | null, b: object | null): boolean {
  return JSON.stringify(sortedKeys(a)) === JSON.stringify(sortedKeys(b));
}

function sortedKeys(value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sortedKeys(each)]));
}
