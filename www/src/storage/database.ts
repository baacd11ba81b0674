// Opens an account's database. Only the tab that holds the account's lock may call this: the pool has one user.

import sqlite3InitModule, { type Database, type SAHPoolUtil, type Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import { migrate } from "./migrations";

declare const SQLITE_WASM_URL: string;

export interface OpenDatabase {
  readonly db: Database;
  readonly durable: boolean;
  /** Closes the database and deletes it from the device. */
  readonly remove: () => Promise<void>;
}

export class NewerDatabase extends Error {}

const kTries = 20;
const kBetweenTries = 150; // milliseconds; a closing tab needs up to 0.4 s to let go of its files

/** Opens in the origin's private file system; in memory where the browser has none (some private modes). */
export async function openDatabase(account: string): Promise<OpenDatabase> {
  const sqlite3 = await loadSqlite();
  const pool = (await privateFilesWork()) ? await installPool(sqlite3, account) : null;
  const db = pool === null ? new sqlite3.oo1.DB(":memory:") : new pool.OpfsSAHPoolDb("/ledger.sqlite");
  // FULL: the write-ahead log is flushed before a commit returns. The pool has no shared memory, hence WAL in exclusive mode,
  // which suits a database with one user; it commits in half the time of a rollback journal.
  db.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY");
  if (migrate(db) === "newer") {
    db.close();
    throw new NewerDatabase();
  }
  const remove = async (): Promise<void> => {
    db.close();
    await pool?.removeVfs();
  };
  return { db, durable: pool !== null, remove };
}

async function loadSqlite(): Promise<Sqlite3Static> {
  // The other file systems need cross-origin isolation, and say so on the console.
  Object.assign(globalThis, { sqlite3ApiConfig: { disable: { vfs: { opfs: true, "opfs-vfs": true, "opfs-wl": true, kvvfs: true } } } });
  const init = sqlite3InitModule as (options: { locateFile: () => string }) => Promise<Sqlite3Static>;
  return init({ locateFile: () => SQLITE_WASM_URL });
}

async function privateFilesWork(): Promise<boolean> {
  try {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle(".kensan-probe", { create: true });
    return "createSyncAccessHandle" in handle;
  } catch {
    return false;
  }
}

async function installPool(sqlite3: Sqlite3Static, account: string): Promise<SAHPoolUtil> {
  for (let tries = 1; ; tries++) {
    try {
      return await sqlite3.installOpfsSAHPoolVfs({
        name: `kensan-${account}`,
        directory: `/kensan/${account}`,
        // Without the first, a failed start deletes the pool, and with it the ledger.
        preserveOnInitFailure: true,
        forceReinitIfPreviouslyFailed: true,
      } as Parameters<Sqlite3Static["installOpfsSAHPoolVfs"]>[0]);
    } catch (error) {
      if (tries === kTries) throw error;
      await new Promise((resolve) => setTimeout(resolve, kBetweenTries));
    }
  }
}
