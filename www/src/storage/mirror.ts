// A second copy of what waits, in another of the browser's stores (IndexedDB, which it can be asked to write through to the disk):
// where the database is damaged or lost, the changes that no server has yet are still here.

import type { Blob } from "./ledger";
import type { WaitingOperation } from "./protocol";

export interface Mirrored {
  readonly operations: readonly WaitingOperation[];
  /** The SHA-256 of bytes that are in it. */
  readonly blobs: readonly string[];
  /** There was a database beside it once. */
  readonly made: boolean;
}

const kNothing: Mirrored = { operations: [], blobs: [], made: false };
const kPatience = 3_000; // milliseconds; a store that does not open must not keep the ledger from opening

interface Place {
  readonly key: IDBValidKey;
  readonly base_version: number | null;
}

export class Mirror {
  private db: IDBDatabase | null = null;
  private made = false;
  private readonly operations = new Map<string, Place>(); // that are in it, by their ids
  private readonly blobs = new Set<string>();

  private constructor(private readonly name: string) {}

  /** A browser that refuses the store leaves the database alone with the changes. */
  static async open(account: string): Promise<Mirror> {
    const mirror = new Mirror(`kensan-waiting-${account}`);
    await mirror.connect();
    return mirror;
  }

  /** Reads all but the bytes. */
  async contents(): Promise<Mirrored> {
    if (this.db === null) return kNothing;
    try {
      const reading = this.db.transaction(["operations", "blobs", "made"]);
      const [operations, keys, blobs, made] = await Promise.all([
        answered(reading.objectStore("operations").getAll() as IDBRequest<WaitingOperation[]>),
        answered(reading.objectStore("operations").getAllKeys()),
        answered(reading.objectStore("blobs").getAllKeys() as IDBRequest<string[]>),
        answered(reading.objectStore("made").count()),
      ]);
      operations.forEach(({ id, base_version }, place) => this.operations.set(id, { key: keys[place]!, base_version }));
      blobs.forEach((sha256) => this.blobs.add(sha256));
      this.made = made > 0;
      return { operations, blobs, made: this.made };
    } catch {
      return kNothing;
    }
  }

  /** Those of these bytes that can be read. */
  async bytes(sha256s: readonly string[]): Promise<readonly Blob[]> {
    const found: Blob[] = [];
    for (const sha256 of this.db === null ? [] : sha256s) {
      const asked = answered(this.db!.transaction("blobs").objectStore("blobs").get(sha256) as IDBRequest<Blob | undefined>);
      const blob = await asked.catch(() => undefined);
      if (blob !== undefined) found.push(blob);
    }
    return found;
  }

  /**
   * Makes the copy what waits now: adds what is new, drops what the server has answered for good. `bytes` are those that still wait,
   * `added` those of them that are new. Returns when that is on the disk; throws what the browser says.
   */
  async keep(operations: readonly WaitingOperation[], bytes: readonly string[], added: readonly Blob[]): Promise<void> {
    try {
      await this.write(operations, bytes, added);
    } catch (error) {
      if ((error as DOMException).name !== "InvalidStateError") throw error;
      await this.connect(); // some browsers drop the connection of a page that slept
      await this.write(operations, bytes, added);
    }
  }

  async remove(): Promise<void> {
    this.db?.close();
    try {
      await inTime(answered(indexedDB.deleteDatabase(this.name)));
    } catch {
      // Where it could not be opened either there is nothing in it.
    }
  }

  private async connect(): Promise<void> {
    try {
      const request = indexedDB.open(this.name, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("operations", { autoIncrement: true }); // in the order in which they were made
        request.result.createObjectStore("blobs", { keyPath: "sha256" });
        request.result.createObjectStore("made");
      };
      this.db = await inTime(answered(request));
    } catch {
      this.db = null;
    }
  }

  private async write(operations: readonly WaitingOperation[], bytes: readonly string[], added: readonly Blob[]): Promise<void> {
    const waiting = new Set(operations.map(({ id }) => id));
    const gone = [...this.operations].filter(([id]) => !waiting.has(id));
    // What follows another operation stands on its version once that is known.
    const news = operations.filter(({ id, base_version }) => this.operations.get(id)?.base_version !== base_version);
    const sent = [...this.blobs].filter((sha256) => !bytes.includes(sha256));
    const here = added.filter(({ sha256 }) => bytes.includes(sha256));
    if (this.db === null || (this.made && gone.length + news.length + sent.length + here.length === 0)) return;
    const writing = this.db.transaction(["operations", "blobs", "made"], "readwrite", { durability: "strict" });
    const [kept, blobs] = [writing.objectStore("operations"), writing.objectStore("blobs")];
    for (const [, { key }] of gone) kept.delete(key);
    const placed = news.map((operation) => ({ operation, request: kept.put(operation, this.operations.get(operation.id)?.key) }));
    for (const sha256 of sent) blobs.delete(sha256);
    for (const blob of here) blobs.put(blob);
    writing.objectStore("made").put(true, "database");
    await finished(writing);
    this.made = true;
    for (const [id] of gone) this.operations.delete(id);
    for (const { operation: { id, base_version }, request } of placed) this.operations.set(id, { key: request.result, base_version });
    for (const sha256 of sent) this.blobs.delete(sha256);
    for (const { sha256 } of here) this.blobs.add(sha256);
  }
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the browser's store failed"));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error("the browser's store failed"));
  });
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return Promise.race([work, new Promise<never>((_, reject) => setTimeout(() => reject(new Error("the browser's store does not answer")), kPatience))]);
}
