// The page that storage-browser.mjs drives: the app's storage room alone, without screens, engine or server.

import { openStorage } from "../../www/src/storage/storage";
import type { Snapshot } from "../../www/src/storage/protocol";
import { uuid7 } from "../../www/src/storage/uuid7";

const seen = { leading: false, wiped: false, credits: 0 };

const storage = openStorage("account-1", (event) => {
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
  }
  return ids;
}

const load = (): Promise<Snapshot> => storage.ask({ name: "load" });
const wipe = (): Promise<null> => storage.ask({ name: "wipe" });

Object.assign(globalThis, { tab: { seen, write, load, wipe } });
