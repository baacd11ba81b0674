// Carries out a command on the open database, each in one transaction, committed before the reply.

import type { Database } from "@sqlite.org/sqlite-wasm";
import type { RuleText } from "./ledger";
import { append, outgoing, settle } from "./log";
import { merge } from "./merge";
import type { Command, Incoming, Outgoing, Snapshot } from "./protocol";
import { keepRules, operations, ruleTexts, setMeta } from "./tables";
import { snapshot } from "./view";

export function carryOut(db: Database, durable: boolean, command: Exclude<Command, { name: "wipe" }>): Snapshot | Outgoing | Incoming | readonly RuleText[] {
  switch (command.name) {
    case "load":
      return snapshot(db, durable);
    case "append":
      db.transaction("IMMEDIATE", () => {
        append(db, command.changes, command.client_time);
        if (command.settles !== null) settleEntity(db, command.settles);
      });
      return snapshot(db, durable);
    case "settle":
      db.transaction("IMMEDIATE", () => settleEntity(db, command.id));
      return snapshot(db, durable);
    case "remember":
      setMeta(db, "office", JSON.stringify(command.office));
      return snapshot(db, durable);
    case "rules":
      return ruleTexts(db);
    case "keep_rules":
      db.transaction("IMMEDIATE", () => keepRules(db, command.arrived, command.refused));
      return snapshot(db, durable);
    case "outgoing":
      return db.transaction("IMMEDIATE", () => outgoing(db));
    case "incoming": {
      const { progress, more } = db.transaction("IMMEDIATE", () => merge(db, command.answer, command.now));
      const view = snapshot(db, durable);
      return { snapshot: view, progress, again: more || view.waiting.length > 0 };
    }
  }
}

/** Settling one conflict or rejection settles the older ones of the same entity, which it superseded. */
function settleEntity(db: Database, id: string): void {
  const [op] = operations(db, "id = ?", [id]);
  const older = op === undefined ? [] : operations(db, "entity = ? AND seq <= ? AND state = ?", [op.entity, op.seq, op.state]);
  for (const each of older) settle(db, each.id);
}
