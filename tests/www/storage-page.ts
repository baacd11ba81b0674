// The page that storage-browser.mjs drives: the app's storage room alone, without screens, engine or server.

import { openStorage, type StorageError } from "../../www/src/storage/storage";
import type { Command, Snapshot } from "../../www/src/storage/protocol";
import { uuid7 } from "../../www/src/storage/uuid7";

declare global {
  /** Where the test listens: told at once what is saved. */
  var saved: ((id: string) => Promise<void>) | undefined;
}

const workers: Worker[] = [];
globalThis.Worker = class extends Worker {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    workers.push(this);
  }
};

const seen = { leading: false, wiped: false, credits: 0, fault: "", restarts: 0 };

const storage = openStorage("account-1", (event) => {
  if (event.type === "restarted") seen.restarts += 1;
  if (event.type === "leading") seen.leading = true;
  if (event.type === "wiped") {
    seen.wiped = true;
    storage.close(); // as the app does
  }
  if (event.type === "changed") seen.credits = event.snapshot.credits.length;
});

/** Writes credits one after another; answers the ids that the database has confirmed. */
async function write(count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const id = uuid7();
    const body = { id, date: "2026-10-18", units: 1, provider: "G13", category: "internet" } as const;
    await storage.ask({ name: "append", changes: [{ id: uuid7(), kind: "put_credit", entity: id, body }], client_time: "2026-11-21T08:24:00", settles: null });
    ids.push(id);
    void globalThis.saved?.(id);
  }
  return ids;
}

/** Writes credits with a photo each, until there is no room; answers the ids that the database has confirmed. */
async function fill(count: number, bytes: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const [id, sha256] = [uuid7(), `${n}`.padStart(64, "0")];
    const data = new Uint8Array(bytes).fill(1);
    const changes = [
      { id: uuid7(), kind: "put_credit", entity: id, body: { id, date: "2026-10-18", units: 1, provider: "G13", category: "internet" } },
      { id: uuid7(), kind: "put_attachment", entity: id, body: { sha256, type: "image/jpeg", bytes } },
    ] as const;
    try {
      await storage.ask({ name: "append", changes, client_time: "2026-11-21T08:24:00", settles: null, blobs: [{ sha256, type: "image/jpeg", bytes, data }] });
    } catch (error) {
      seen.fault = (error as StorageError).fault;
      return ids;
    }
    ids.push(id);
  }
  return ids;
}

const load = (): Promise<Snapshot> => storage.ask({ name: "load" });
/** What a browser does that is short of memory: the page is not told. */
const kill = (): void => workers.at(-1)!.terminate();
const ask = (command: Command): Promise<unknown> => storage.ask(command as never);
const wipe = (): Promise<null> => storage.ask({ name: "wipe" });

Object.assign(globalThis, { tab: { seen, ask, write, fill, kill, load, wipe } });
