// A second copy of what waits, in another of the browser's stores (IndexedDB, which it can be asked to write through to the disk):
// where the database is damaged or lost, the changes that no server has yet are still here.

import type { Blob } from "./ledger";
import type { WaitingOperation } from "./protocol";

export interface Mirrored {
  readonly operations: readonly WaitingOperation[];
  readonly blobs: readonly Blob[];
  /** There was a database beside it once. */
  readonly made: boolean;
}

const kNothing: Mirrored = { operations: [], blobs: [], made: false };

export class Mirror {
  private readonly keys = new Map<string, IDBValidKey>(); // of the operations that are in it

  private constructor(private readonly db: IDBDatabase | null, private readonly name: string) {}

  /** A browser that refuses the store leaves the database alone with the changes. */
  static async open(account: string): Promise<Mirror> {
    const name = `kensan-waiting-${account}`;
    try {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("operations", { autoIncrement: true }); // in the order in which they were made
        request.result.createObjectStore("blobs", { keyPath: "sha256" });
        request.result.createObjectStore("made");
      };
      return new Mirror(await answered(request), name);
    } catch {
      return new Mirror(null, name);
    }
  }

  async all(): Promise<Mirrored> {
    if (this.db === null) return kNothing;
    try {
      const reading = this.db.transaction(["operations", "blobs", "made"]);
      const [operations, keys, blobs, made] = await Promise.all([
        answered(reading.objectStore("operations").getAll() as IDBRequest<WaitingOperation[]>),
        answered(reading.objectStore("operations").getAllKeys()),
        answered(reading.objectStore("blobs").getAll() as IDBRequest<Blob[]>),
        answered(reading.objectStore("made").count()),
      ]);
      operations.forEach(({ id }, place) => this.keys.set(id, keys[place]!));
      return { operations, blobs, made: made > 0 };
    } catch {
      return kNothing;
    }
  }

  /** Makes the copy what waits now: adds what is new, drops what the server has answered. Returns when that is on the disk. */
  async keep(operations: readonly WaitingOperation[], blobs: readonly Blob[]): Promise<void> {
    if (this.db === null) return;
    const writing = this.db.transaction(["operations", "blobs", "made"], "readwrite", { durability: "strict" });
    const kept = writing.objectStore("operations");
    const waiting = new Set(operations.map(({ id }) => id));
    const gone = [...this.keys].filter(([id]) => !waiting.has(id));
    for (const [, key] of gone) kept.delete(key);
    const added = operations.filter(({ id }) => !this.keys.has(id)).map((operation) => ({ id: operation.id, request: kept.add(operation) }));
    for (const blob of blobs) writing.objectStore("blobs").put(blob);
    writing.objectStore("made").put(true, "database");
    await finished(writing);
    for (const [id] of gone) this.keys.delete(id);
    for (const { id, request } of added) this.keys.set(id, request.result);
  }

  async dropBlob(sha256: string): Promise<void> {
    if (this.db === null) return;
    const writing = this.db.transaction("blobs", "readwrite");
    writing.objectStore("blobs").delete(sha256);
    await finished(writing);
  }

  async remove(): Promise<void> {
    if (this.db === null) return;
    this.db.close();
    await answered(indexedDB.deleteDatabase(this.name)).catch(() => undefined);
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
