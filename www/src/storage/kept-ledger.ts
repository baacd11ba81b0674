// An account's database with the second copy of what waits beside it: a change is confirmed after both have it.

import { unsentBlobs, unsentBytes } from "./blobs";
import { carryOut } from "./commands";
import { isDamage, openDatabase, type OpenDatabase } from "./database";
import type { Blob } from "./ledger";
import { Mirror } from "./mirror";
import { type Command, kGuest, type Value } from "./protocol";
import { lacking, putBack } from "./putting-back";
import { openOperations } from "./waiting-file";

type Kept = Exclude<Command, { name: "wipe" }>;

const kChangesWaiting: readonly Kept["name"][] = ["append", "settle", "import_waiting", "incoming", "uploads", "blob_sent"];

const kSpeaks: readonly Kept["name"][] = ["outgoing", "incoming", "uploads"];

export class Ledger {
  private last: Promise<unknown> = Promise.resolve();

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

  private async one(command: Kept): Promise<Value> {
    if (this.account === kGuest && kSpeaks.includes(command.name)) throw new Error("a ledger without an account speaks to no server");
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
    return value;
  }

  /** What the database has taken is kept, whether or not there is room for a second copy. */
  private copy(added: readonly Blob[]): Promise<void> {
    const { db } = this.database;
    return this.mirror.keep(openOperations(db), unsentBytes(db), added).catch(() => undefined);
  }

  private newBytes(command: Kept): readonly Blob[] {
    if (command.name === "append") return command.blobs ?? [];
    return command.name === "import_waiting" ? unsentBlobs(this.database.db) : [];
  }

  private async putBack(): Promise<void> {
    const { db } = this.database;
    const copy = await this.mirror.contents();
    const blobs = await this.mirror.bytes(lacking(db, copy.blobs));
    const at = new Date(Date.now() + kJapanAhead).toISOString().slice(0, 19);
    putBack(this.database, { ...copy, blobs }, at);
    await this.copy([]);
  }
}

const kJapanAhead = 9 * 3_600_000; // milliseconds
