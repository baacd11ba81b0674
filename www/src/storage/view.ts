// The view: the server's rows with the waiting operations laid over them. Rows are never edited in place.

import type { Database } from "@sqlite.org/sqlite-wasm";
import type { Application } from "../server/wire";
import { photosOf } from "./blobs";
import type { Conflict, Damage, Operation } from "./ledger";
import type { Snapshot } from "./protocol";
import { keptRules, type LoggedOperation, meta, operations, rowKind, rows } from "./tables";

export function snapshot(db: Database, durable: boolean): Snapshot {
  const waiting = operations(db, "state = 'pending'");
  const bodies = new Map(rows(db).map((row) => [`${row.kind}/${row.id}`, row.body]));
  const conflicts = conflictsOf(db, bodies);
  for (const op of waiting) {
    if (op.kind !== "submit_application") bodies.set(`${rowKind(op.kind)}/${op.entity}`, op.body);
  }
  const attached = new Map([...bodies].flatMap(([key, body]) => (key.startsWith("attachment/") ? [[key.slice("attachment/".length), body]] : [])));
  const all = (kind: string): object[] => [...bodies].flatMap(([key, body]) => (key.startsWith(`${kind}/`) && body !== null ? [body] : []));
  return {
    profile: bodies.get("profile/profile") ?? null,
    person: bodies.get("person/person") ?? null,
    credits: all("credit"),
    applications: (all("application") as Application[]).sort((a, b) => (a.received_at < b.received_at ? 1 : -1)),
    waiting: waiting.map(shown),
    rejected: operations(db, "state = 'rejected' AND settled = 0").map(shown),
    conflicts,
    last_synced: meta(db, "last_synced"),
    office: JSON.parse(meta(db, "office") ?? "[]") as string[],
    rules: keptRules(db),
    durable,
    photos: photosOf(db, attached),
    damaged: JSON.parse(meta(db, "damaged") ?? "null") as Damage | null,
  };
}

/** One conflict an entity: the phone's last word against the server's present one. */
function conflictsOf(db: Database, bodies: ReadonlyMap<string, object | null>): readonly Conflict[] {
  const latest = new Map(operations(db, "state = 'conflict' AND settled = 0").map((op) => [`${rowKind(op.kind)}/${op.entity}`, op]));
  return [...latest.values()].map(({ id, kind, entity, body }) => ({
    id, kind, entity, mine: body, theirs: bodies.get(`${rowKind(kind)}/${entity}`) ?? null,
  }));
}

function shown({ id, seq, kind, entity, body, client_time, state, reason, errors }: LoggedOperation): Operation {
  return { id, seq, kind, entity, body, client_time, state, reason, errors };
}
