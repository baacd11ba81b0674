// The phone's own operations: appending them, choosing what to send next.

import type { Database } from "@sqlite.org/sqlite-wasm";
import type { Instant } from "../engine/contract";
import type { SentOperation } from "../server/wire";
import type { Change } from "./ledger";
import type { Outgoing } from "./protocol";
import { device, type LoggedOperation, meta, nextSeq, ofRow, operations, rowKind, rowVersion } from "./tables";

const kBatch = 200;
const kBatchBytes = 1024 * 1024; // the server takes 4 MiB; one operation alone always goes

export interface Appended extends Change {
  readonly id: string;
  /** The version that the user saw; without it what is here now, whether it waits or not. */
  readonly base_version?: number;
  readonly client_time?: Instant;
}

/**
 * Appends operations that are not in the log yet. An operation stands on the version of its row that the user saw. Where an
 * earlier operation on the same entity still waits, that version does not exist yet: base_version stays NULL until its answer comes.
 */
export function append(db: Database, changes: readonly Appended[], client_time: Instant): void {
  for (const change of changes) {
    const known = db.selectValue("SELECT 1 FROM ops WHERE id = ?", [change.id]);
    if (known !== undefined) continue;
    const follows = db.selectValue(`SELECT 1 FROM ops WHERE ${ofRow(change.kind)} AND state = 'pending'`, [change.entity]) !== undefined;
    const base = change.base_version ?? (follows ? null : rowVersion(db, rowKind(change.kind), change.entity));
    const body = change.body === null ? null : JSON.stringify(change.body);
    db.exec({
      sql: `INSERT INTO ops (id, device, seq, kind, entity, base_version, body, client_time, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'pending')`,
      bind: [change.id, device(db), nextSeq(db), change.kind, change.entity, base, body, change.client_time ?? client_time],
    });
  }
}

export function settle(db: Database, id: string): void {
  db.exec({ sql: "UPDATE ops SET settled = 1 WHERE id = ? AND state IN ('conflict', 'rejected')", bind: [id] });
}

/**
 * The next request: waiting operations in order, up to the first whose base version hangs on an answer still to come. None before
 * the server's epoch is known: a request that is late could else be taken by another life of its database, unknown to this log.
 */
export function outgoing(db: Database): Outgoing {
  const waiting = operations(db, "state = 'pending'");
  const epoch = meta(db, "epoch");
  const ops: SentOperation[] = [];
  let bytes = 0;
  for (const each of epoch === null ? [] : waiting) {
    if (each.base_version === null || ops.length === kBatch) break;
    const op = sent(each, each.base_version);
    bytes += 2 * JSON.stringify(op).length;
    if (ops.length > 0 && bytes > kBatchBytes) break;
    ops.push(op);
  }
  return {
    waiting: waiting.length,
    request: { epoch, schema: 2, device: device(db), cursor: Number(meta(db, "cursor") ?? 0), ops },
  };
}

function sent(op: LoggedOperation, base_version: number): SentOperation {
  const { id, seq, kind, entity, body, client_time } = op;
  return { id, seq, kind, entity, base_version, body, client_time };
}
