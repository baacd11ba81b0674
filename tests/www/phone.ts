// A phone and a server for tests: the app's own log, merge and view on SQLite in memory, against a model of the server's side.

import sqlite3InitModule, { type Database } from "@sqlite.org/sqlite-wasm";
import type { Credit } from "../../www/src/engine/contract";
import type { Ack, RowChange, SentOperation, SyncAnswer, SyncRequest } from "../../www/src/server/wire";
import { carryOut } from "../../www/src/storage/commands";
import type { Change } from "../../www/src/storage/ledger";
import { migrate } from "../../www/src/storage/migrations";
import type { Incoming, Outgoing, Snapshot } from "../../www/src/storage/protocol";
import { uuid7 } from "../../www/src/storage/uuid7";

const sqlite3 = await sqlite3InitModule();
export const now = "2026-11-21T08:24:00";

export function credit(id: string, units = 1): Credit {
  return { id, date: "2026-10-18", units, provider: "G13", category: "internet" };
}

export class Phone {
  readonly db: Database = new sqlite3.oo1.DB(":memory:");

  constructor() {
    migrate(this.db);
  }

  view(): Snapshot {
    return carryOut(this.db, true, { name: "load" }) as Snapshot;
  }

  write(change: Change, settles: string | null = null): string {
    const id = uuid7();
    carryOut(this.db, true, { name: "append", changes: [{ ...change, id }], client_time: this.clock, settles });
    return id;
  }

  put(body: Credit): string {
    return this.write({ kind: "put_credit", entity: body.id, body });
  }

  remove(entity: string): string {
    return this.write({ kind: "delete_credit", entity, body: null });
  }

  outgoing(): Outgoing {
    return carryOut(this.db, true, { name: "outgoing" }) as Outgoing;
  }

  /** What this phone's clock says. */
  clock = now;

  take(answer: SyncAnswer): Incoming {
    return carryOut(this.db, true, { name: "incoming", answer, now: this.clock }) as Incoming;
  }

  /** The first exchange: the server's epoch becomes known, nothing else moves. */
  meet(server: Server): void {
    this.take(server.sync({ ...this.outgoing().request, rules: [] }));
  }

  /** Rounds until both sides are even. */
  sync(server: Server): void {
    for (let rounds = 0; rounds < 50; rounds++) {
      const { progress, again } = this.take(server.sync({ ...this.outgoing().request, rules: [] }));
      if (!again) return;
      if (!progress) throw new Error("nothing moves");
    }
    throw new Error("no end");
  }

  units(): Readonly<Record<string, number>> {
    return Object.fromEntries((this.view().credits as Credit[]).map((each) => [each.id, each.units]).sort());
  }
}

/** What an operation says, whichever device and number it comes under. */
function content({ kind, entity, body }: SentOperation): string {
  return JSON.stringify([kind, entity, body]);
}

/** The server's rules for one user, as agreed: sequence, idempotency, base versions, one version a user, an epoch a life. */
export class Server {
  epoch = uuid7();
  version = 0;
  entities = new Map<string, RowChange>();
  seen = new Map<string, Ack>();
  contents = new Map<string, string>();
  last = new Map<string, number>();
  received: SentOperation[] = [];
  page = 500;
  now = now;
  unknown: readonly string[] = []; // kinds
  refused: { readonly id: string; readonly reason: string }[] = [];

  sync(request: SyncRequest): SyncAnswer {
    const last = this.last.get(request.device) ?? 0;
    if (request.epoch !== null && request.epoch !== this.epoch) {
      return { epoch: this.epoch, acks: [], changes: [], cursor: 0, more: false, expected_seq: last + 1, now, held: { rows: 0, versions: 0 } };
    }
    const acks: Ack[] = [];
    for (const op of request.ops) {
      const ack = this.take(request.device, op);
      if (ack === null) break;
      acks.push(ack);
    }
    const news = [...this.entities.values()].filter((row) => row.version > request.cursor).sort((a, b) => a.version - b.version);
    const changes = news.slice(0, this.page);
    return {
      epoch: this.epoch, acks, changes, cursor: changes.at(-1)?.version ?? request.cursor, more: news.length > changes.length,
      expected_seq: (this.last.get(request.device) ?? 0) + 1, now: this.now, held: this.held(),
    };
  }

  private take(device: string, op: SentOperation): Ack | null {
    const last = this.last.get(device) ?? 0;
    const known = this.seen.get(op.id);
    if (known !== undefined) {
      if (op.seq === last + 1) this.last.set(device, op.seq);
      return this.contents.get(op.id) === content(op) ? known : this.refuse(op, "op_reused");
    }
    if (op.seq <= last) return this.refuse(op, "seq_reused");
    if (op.seq > last + 1) return null;
    this.last.set(device, op.seq);
    this.received.push(op);
    const ack = this.effect(op);
    this.seen.set(op.id, ack);
    this.contents.set(op.id, content(op));
    return ack;
  }

  private refuse({ id, seq }: SentOperation, reason: string): Ack {
    this.refused.push({ id, reason });
    return { id, seq, state: "rejected", version: 0, reason };
  }

  private effect(op: SentOperation): Ack {
    const kind = op.kind.endsWith("credit") ? "credit" : op.kind.endsWith("attachment") ? "attachment" : op.kind === "set_profile" ? "profile" : "person";
    const row = this.entities.get(`${kind}/${op.entity}`);
    const about = { id: op.id, seq: op.seq };
    if (this.unknown.includes(op.kind)) return { ...about, state: "rejected", version: 0, reason: "unknown_kind" };
    if ((op.body as Credit | null)?.units === 0) return { ...about, state: "rejected", version: row?.version ?? 0, reason: "range" };
    if ((row?.version ?? 0) !== op.base_version) {
      return { ...about, state: "conflict", version: row?.version ?? 0, current: { version: row?.version ?? 0, body: row?.body ?? null } };
    }
    this.version += 1;
    this.entities.set(`${kind}/${op.entity}`, { version: this.version, kind, id: op.entity, body: op.body });
    return { ...about, state: "accepted", version: this.version };
  }

  held(): SyncAnswer["held"] {
    const rows = [...this.entities.values()];
    return { rows: rows.length, versions: rows.reduce((sum, row) => sum + row.version, 0) };
  }

  units(): Readonly<Record<string, number>> {
    const rows = [...this.entities.values()].filter((row) => row.kind === "credit" && row.body !== null);
    return Object.fromEntries(rows.map((row) => [row.id, (row.body as Credit).units]).sort());
  }

  backup(): Server {
    const copy = new Server();
    const { version, entities, seen, contents, last } = this;
    return Object.assign(copy, { version, entities: new Map(entities), seen: new Map(seen), contents: new Map(contents), last: new Map(last) });
  }
}
