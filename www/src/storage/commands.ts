// Carries out a command on the open database, each in one transaction, committed before the reply.

import type { Database } from "@sqlite.org/sqlite-wasm";
import { blobBytes, blobRefused, blobSent, keepBlobs, keepFetched, uploads } from "./blobs";
import type { Change } from "./ledger";
import { append, outgoing, settle } from "./log";
import { merge } from "./merge";
import type { Command, Value } from "./protocol";
import { keepRules, ofRow, operations, ruleTexts, setMeta } from "./tables";
import { inTransaction } from "./transaction";
import { snapshot } from "./view";
import { exportWaiting, importWaiting } from "./waiting-file";

/** A change is so large that no server would take it. */
export class TooLarge extends Error {}

const kMostBytes = 4 * 1024 * 1024; // of a change; the server takes 6

function isTooLarge({ body }: Change): boolean {
  const text = JSON.stringify(body);
  return text.length * 3 > kMostBytes && new TextEncoder().encode(text).length > kMostBytes;
}

export function carryOut(db: Database, durable: boolean, command: Exclude<Command, { name: "wipe" }>): Value {
  switch (command.name) {
    case "load":
      return snapshot(db, durable);
    case "append":
      if (command.changes.some(isTooLarge)) throw new TooLarge();
      inTransaction(db, () => {
        keepBlobs(db, command.blobs ?? [], command.client_time);
        append(db, command.changes, command.client_time);
        if (command.settles !== null) settleEntity(db, command.settles);
      });
      return snapshot(db, durable);
    case "settle":
      inTransaction(db, () => settleEntity(db, command.id));
      return snapshot(db, durable);
    case "remember":
      setMeta(db, "office", JSON.stringify(command.office));
      return snapshot(db, durable);
    case "rules":
      return ruleTexts(db);
    case "keep_rules":
      inTransaction(db, () => keepRules(db, command.arrived, command.refused));
      return snapshot(db, durable);
    case "blob":
      return blobBytes(db, command.sha256);
    case "uploads":
      return inTransaction(db, () => uploads(db, command.now));
    case "blob_sent":
      blobSent(db, command.sha256, command.now);
      return snapshot(db, durable);
    case "blob_refused":
      blobRefused(db, command.sha256, command.reason);
      return snapshot(db, durable);
    case "keep_blob":
      keepFetched(db, command.blob, command.now);
      return snapshot(db, durable);
    case "export_waiting":
      return exportWaiting(db, command.account, command.now);
    case "import_waiting": {
      const taken = inTransaction(db, () => importWaiting(db, command.file));
      return { snapshot: snapshot(db, durable), taken };
    }
    case "settle_damage":
      setMeta(db, "damaged", "null");
      return snapshot(db, durable);
    case "outgoing":
      return inTransaction(db, () => outgoing(db));
    case "incoming": {
      const { progress, more } = inTransaction(db, () => merge(db, command.answer, command.now));
      const view = snapshot(db, durable);
      return { snapshot: view, progress, again: more || view.waiting.length > 0 };
    }
  }
}

/** Settling one conflict or rejection settles the older ones of the same entity, which it superseded. */
function settleEntity(db: Database, id: string): void {
  const [op] = operations(db, "id = ?", [id]);
  const older = op === undefined ? [] : operations(db, `${ofRow(op.kind)} AND seq <= ? AND state = ?`, [op.entity, op.seq, op.state]);
  for (const each of older) settle(db, each.id);
}
