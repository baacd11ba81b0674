// An account's database with the second copy of what waits beside it: a change is confirmed after both have it.

import { keepBlobs, waitingBytes } from "./blobs";
import { carryOut } from "./commands";
import { isDamage, openDatabase, type OpenDatabase } from "./database";
import type { Blob } from "./ledger";
import { Mirror } from "./mirror";
import type { Command, Value } from "./protocol";
import { setMeta } from "./tables";
import { inTransaction } from "./transaction";
import { takeOperations, waitingOperations } from "./waiting-file";

type Kept = Exclude<Command, { name: "wipe" }>;

const kChangesWaiting: readonly Kept["name"][] = ["append", "import_waiting", "incoming"];

export class Ledger {
  private constructor(private readonly account: string, private database: OpenDatabase, private readonly mirror: Mirror) {}

  static async open(account: string): Promise<Ledger> {
    const mirror = await Mirror.open(account);
    const ledger = new Ledger(account, await openDatabase(account), mirror);
    await ledger.putBack();
    return ledger;
  }

  /** One command after the other: the page asks for the next before the last is answered. */
  carryOut(command: Kept): Promise<Value> {
    const done = this.last.then(() => this.one(command));
    this.last = done.catch(() => undefined);
    return done;
  }

  async remove(): Promise<void> {
    await this.last;
    await this.database.remove();
    await this.mirror.remove();
  }

  private last: Promise<unknown> = Promise.resolve();

  private async one(command: Kept): Promise<Value> {
    try {
      return await this.both(command);
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.database.db.close();
      this.database = await openDatabase(this.account, true);
      await this.putBack();
      return this.both(command);
    }
  }

  private async both(command: Kept): Promise<Value> {
    const { db, durable } = this.database;
    const value = carryOut(db, durable, command);
    if (kChangesWaiting.includes(command.name)) await this.copy(this.newBytes(command));
    if (command.name === "blob_sent" || command.name === "blob_refused") await this.mirror.dropBlob(command.sha256).catch(() => undefined);
    return value;
  }

  /** What the database has taken is kept, whether or not there is room for a second copy. */
  private copy(blobs: readonly Blob[]): Promise<void> {
    return this.mirror.keep(waitingOperations(this.database.db), blobs).catch(() => undefined);
  }

  private newBytes(command: Kept): readonly Blob[] {
    if (command.name === "append") return command.blobs ?? [];
    return command.name === "import_waiting" ? waitingBytes(this.database.db) : [];
  }

  /** After the database was lost, in whole or in its last writes: what waits is taken from the copy. What the server has comes by itself. */
  private async putBack(): Promise<void> {
    const { db, instead } = this.database;
    const { operations, blobs, made } = await this.mirror.all();
    const known = new Set(db.selectValues("SELECT id FROM ops") as string[]);
    const missing = operations.filter(({ id }) => !known.has(id));
    const isNew = db.selectValue("SELECT 1 FROM meta WHERE key = 'device'") === undefined;
    const at = new Date(Date.now() + kJapanAhead).toISOString().slice(0, 19);
    inTransaction(db, () => {
      if (missing.length > 0) keepBlobs(db, blobs, at);
      takeOperations(db, missing);
      if (instead !== null || (isNew && made)) setMeta(db, "damaged", JSON.stringify({ at, kept: instead?.kept ?? null, put_back: missing.length }));
    });
    await this.copy([]);
  }
}

const kJapanAhead = 9 * 3_600_000; // milliseconds
