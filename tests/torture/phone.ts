// A phone without a browser: the app's own storage on SQLite in memory, and its own sync loop, on a line that the test holds.

import sqlite3InitModule, { type Database } from "@sqlite.org/sqlite-wasm";
import { type Outcome, outcome } from "../../www/src/server/api";
import { syncOnce, type SyncWorld } from "../../www/src/server/sync";
import type { SyncAnswer, SyncRequest } from "../../www/src/server/wire";
import { carryOut } from "../../www/src/storage/commands";
import type { Change } from "../../www/src/storage/ledger";
import { migrate } from "../../www/src/storage/migrations";
import type { Command, Incoming, Outgoing, Snapshot, WaitingFile } from "../../www/src/storage/protocol";
import { uuid7 } from "../../www/src/storage/uuid7";
import { QuickDatabase } from "./quick-database";

export const sqlite3 = await sqlite3InitModule();
export { outcome, uuid7 };
export const kNow = "2026-11-21T08:24:00";

/** Brings a request to the server, or not. */
export type Line = (request: SyncRequest) => Promise<Outcome<SyncAnswer>>;

/** Opens a database from a file's bytes, in memory; a database in WAL mode must have nothing left in its log. */
export function opened(bytes: Uint8Array): Database {
  const db = new sqlite3.oo1.DB(":memory:");
  const kept = sqlite3.wasm.allocFromTypedArray(bytes);
  const flags = sqlite3.capi.SQLITE_DESERIALIZE_FREEONCLOSE | sqlite3.capi.SQLITE_DESERIALIZE_RESIZEABLE;
  db.checkRc(sqlite3.capi.sqlite3_deserialize(db.pointer!, "main", kept, bytes.length, bytes.length, flags));
  return db;
}

const fresh = ((): Uint8Array => {
  const db = new sqlite3.oo1.DB(":memory:");
  migrate(db);
  const bytes = sqlite3.capi.sqlite3_js_db_export(db);
  db.close();
  return bytes;
})();

export class Phone {
  private db!: Database;
  private quick!: QuickDatabase;

  /** `backup`: the bytes of an earlier copy(). */
  constructor(backup = fresh) {
    this.open(backup);
  }

  private open(bytes: Uint8Array): void {
    this.db = opened(bytes);
    this.quick = new QuickDatabase(sqlite3, this.db);
  }

  ask(command: Exclude<Command, { name: "wipe" }>): unknown {
    return carryOut(this.quick as unknown as Database, true, command);
  }

  view(): Snapshot {
    return this.ask({ name: "load" }) as Snapshot;
  }

  /** Writes as the app does; the operations' ids. `again`: the command comes twice, as after a change of the leading tab. */
  write(changes: readonly Change[], { settles = null, again = false }: { settles?: string | null; again?: boolean } = {}): readonly string[] {
    const named = changes.map((change) => ({ ...change, id: uuid7() }));
    const command = { name: "append", changes: named, client_time: kNow, settles } as Extract<Command, { name: "append" }>;
    this.ask(command);
    if (again) this.ask(command);
    return named.map(({ id }) => id);
  }

  settle(id: string): void {
    this.ask({ name: "settle", id });
  }

  /** What waits, as the file that the app offers before a logout. */
  writtenOut(): string {
    return JSON.stringify(this.ask({ name: "export_waiting", account: "a", now: kNow }));
  }

  /** The ids of what was in such a file. */
  readIn(text: string): readonly string[] {
    const file = JSON.parse(text) as WaitingFile;
    this.ask({ name: "import_waiting", file });
    return file.operations.map(({ id }) => id);
  }

  /** One round of the app's sync; how it ended. */
  sync(line: Line): Promise<string> {
    const world: SyncWorld = {
      outgoing: async () => this.ask({ name: "outgoing" }) as Outgoing,
      incoming: async (answer) => this.take(answer),
      send: line,
      rules: () => [],
      tell: () => {},
      now: () => kNow,
      random: () => 0.5,
      later: () => () => {},
    };
    return syncOnce(world);
  }

  take(answer: SyncAnswer): Incoming {
    return this.ask({ name: "incoming", answer, now: kNow }) as Incoming;
  }

  /** Everything it ever wrote, oldest first, as its table has it. */
  log(): readonly Record<string, unknown>[] {
    return this.quick.selectObjects("SELECT * FROM ops ORDER BY n");
  }

  /** What it last heard of the server, by kind and id. */
  rows(): readonly Record<string, unknown>[] {
    return this.quick.selectObjects("SELECT kind, id, version, body FROM rows ORDER BY kind, id");
  }

  copy(): Uint8Array {
    return sqlite3.capi.sqlite3_js_db_export(this.db);
  }

  /** The app starts again on the database that it left. */
  restart(): void {
    const bytes = this.copy();
    this.close();
    this.open(bytes);
  }

  close(): void {
    this.quick.close();
  }
}
