// A change that the server could not understand yet is sent again later, under a new id: the old one has its answer for ever.

import type { Database } from "@sqlite.org/sqlite-wasm";
import type { SyncAnswer } from "../server/wire";
import { append, settle } from "./log";
import { type LoggedOperation, meta, ofRow, operations, setMeta } from "./tables";
import { uuid7 } from "./uuid7";

const kNotYet: readonly (string | null)[] = ["unknown_kind", "unknown_rules"];

/**
 * Once on each day of the server's, and once more when it has learnt all the rules that this phone has. Answers how many changes wait
 * again. What was changed since is left as it is.
 */
export function askAgain(db: Database, { now, rules }: SyncAnswer): number {
  const occasion = `${now.slice(0, 10)} ${rules?.unknown.length === 0}`;
  const misunderstood = operations(db, "state = 'rejected' AND settled = 0").filter(({ reason }) => kNotYet.includes(reason));
  if (misunderstood.length === 0 || occasion === meta(db, "asked_again")) return 0;
  setMeta(db, "asked_again", occasion);
  const latest = misunderstood.filter((op) => isLatest(db, op));
  for (const op of latest) {
    append(db, [{ id: uuid7(), kind: op.kind, entity: op.entity, body: op.body }], op.client_time);
    for (const older of misunderstood.filter((each) => each.entity === op.entity)) settle(db, older.id);
  }
  return latest.length;
}

function isLatest(db: Database, op: LoggedOperation): boolean {
  return operations(db, ofRow(op.kind), [op.entity]).at(-1)?.id === op.id;
}
