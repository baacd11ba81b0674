// Opens an account's database. Only the tab that holds the account's lock may call this: the pool has one user.

import sqlite3InitModule, { type Database, type SAHPoolUtil, type Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import { migrate } from "./migrations";

declare const SQLITE_WASM_URL: string;

export interface OpenDatabase {
  readonly db: Database;
  readonly durable: boolean;
  /** Closes the database and deletes it from the device. */
  readonly remove: () => Promise<void>;
  /** It is new, in the place of one that could not be read: under this name that one was put aside (null: there was nothing to keep). */
  readonly instead: { readonly kept: string | null } | null;
}

export class NewerDatabase extends Error {}

const kFile = "/ledger.sqlite";
const kTries = 20;
const kBetweenTries = 150; // milliseconds; a closing tab needs up to 0.4 s to let go of its files

/**
 * Opens in the origin's private file system; in memory where the browser has none (some private modes). A file that cannot be read
 * as a database is put aside and another one begun; `damaged`: it was found to be one while it was in use.
 */
export async function openDatabase(account: string, damaged = false): Promise<OpenDatabase> {
  const sqlite3 = await loadSqlite();
  const pool = (await privateFilesWork()) ? await installPool(sqlite3, account) : null;
  let instead: OpenDatabase["instead"] = null;
  const begin = async (): Promise<Database> => {
    instead = { kept: pool === null ? null : await putAside(pool, account) };
    return opened(sqlite3, pool);
  };
  const db = damaged ? await begin() : await sound(() => opened(sqlite3, pool), begin);
  if (migrate(db) === "newer") {
    db.close();
    throw new NewerDatabase();
  }
  const remove = async (): Promise<void> => {
    db.close();
    await pool?.removeVfs();
    if (pool !== null) await removeAside(account);
  };
  return { db, durable: pool !== null, remove, instead };
}

function opened(sqlite3: Sqlite3Static, pool: SAHPoolUtil | null): Database {
  const db = pool === null ? new sqlite3.oo1.DB(":memory:") : new pool.OpfsSAHPoolDb(kFile);
  // FULL: the write-ahead log is flushed before a commit returns. The pool has no shared memory, hence WAL in exclusive mode,
  // which suits a database with one user; it commits in half the time of a rollback journal.
  try {
    db.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY");
  } catch (error) {
    db.close(); // it would keep its lock
    throw error;
  }
  return db;
}

async function sound(open: () => Database, begin: () => Promise<Database>): Promise<Database> {
  let db: Database | null = null;
  try {
    db = open();
    if (isSound(db)) return db;
  } catch (error) {
    if (!isDamage(error)) {
      db?.close();
      throw error;
    }
  }
  db?.close();
  return begin();
}

const kChecked = ["ops", "rows", "meta", "rules"]; // not the photos, which would take long: those show their damage when they are read

function isSound(db: Database): boolean {
  const there = db.selectValues("SELECT name FROM sqlite_schema WHERE type = 'table'");
  return kChecked.filter((name) => there.includes(name)).every((name) => db.selectValue(`PRAGMA quick_check(${name})`) === "ok");
}

const kCorrupt = 11;
const kNotADatabase = 26;

/** Whether the database cannot be read any more, as against just now. */
export function isDamage(error: unknown): boolean {
  const code = ((error as { resultCode?: number }).resultCode ?? 0) & 0xff;
  return code === kCorrupt || code === kNotADatabase;
}

const kAside = "kensan-damaged";

/** Moves what is left of the file and its log out of the pool: a person who knows how may still get something out of it. */
async function putAside(pool: SAHPoolUtil, account: string): Promise<string | null> {
  const names = pool.getFileNames().filter((name) => name.startsWith(kFile));
  const kept = `${account}-${new Date().toISOString().replaceAll(":", "-")}.sqlite`;
  const written = names.includes(kFile) && (await wrote(pool, names, kept).catch(() => false)); // there may be no room for it
  for (const name of names) pool.unlink(name);
  return written ? kept : null;
}

async function wrote(pool: SAHPoolUtil, names: readonly string[], kept: string): Promise<true> {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(kAside, { create: true });
  for (const name of names) {
    const access = await (await folder.getFileHandle(kept + name.slice(kFile.length), { create: true })).createSyncAccessHandle();
    try {
      access.write(await pool.exportFile(name));
      access.flush();
    } finally {
      access.close();
    }
  }
  return true;
}

/** Of a person who leaves nothing stays, what was put aside neither. */
async function removeAside(account: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(kAside).catch(() => null);
  if (folder === null) return;
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  for (const name of names.filter((each) => each.startsWith(`${account}-`))) await folder.removeEntry(name);
}

let loading: Promise<Sqlite3Static> | null = null; // once: a second one would find the pool's files in use by the first

function loadSqlite(): Promise<Sqlite3Static> {
  return (loading ??= newSqlite());
}

async function newSqlite(): Promise<Sqlite3Static> {
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
