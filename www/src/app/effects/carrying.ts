// Files of unsent changes, and the database of a guest beside the account's.

import { kGuest, type Snapshot } from "../../storage/protocol";
import { openStorage, type Storage, StorageError } from "../../storage/storage";
import type { Action } from "../actions";
import { nowInJapan } from "./page";
import { guestHere, guestPromised, promiseGuest, rememberAccount, rememberGuest } from "./remembered";

type Send = (action: Action) => void;

const kMostBytes = 400 * 1024 * 1024; // 200 MiB of photos as base64, and changes

export async function exportWaiting(storage: Storage, account: string, name: string, send: Send): Promise<void> {
  const file = await storage.ask({ name: "export_waiting", account, now: nowInJapan() });
  save(name, JSON.stringify(file));
  send({ type: "file_saved", held: [...file.operations.map(({ id }) => id), ...file.blobs.map(({ sha256 }) => sha256)] });
}

function save(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // some browsers read it only after the user has answered where to
}

/** Only the account's own file, or a guest's: changes never travel to another account without being asked for. */
export async function importFile(storage: Storage, account: string, file: File, send: Send): Promise<void> {
  const content = await contentOf(file);
  const owner = (content as { account?: unknown } | null)?.account;
  if (owner === undefined) return send({ type: "file_refused", why: "bad_file" });
  if (owner !== account && owner !== kGuest) return send({ type: "file_refused", why: "other_account" });
  try {
    send({ type: "file_read", ...(await storage.ask({ name: "import_waiting", file: content })) });
  } catch (error) {
    const bad = error instanceof StorageError && error.fault === "bad_file";
    send({ type: "file_refused", why: bad ? "bad_file" : "not_saved" });
  }
}

async function contentOf(file: File): Promise<unknown> {
  try {
    return file.size > kMostBytes ? null : JSON.parse(await file.text());
  } catch {
    return null;
  }
}

async function withGuest<T>(use: (guest: Storage) => Promise<T>): Promise<T> {
  const guest = openStorage(kGuest, () => undefined);
  try {
    return await use(guest);
  } finally {
    guest.close();
  }
}

const forgetGuest = (): void => {
  rememberGuest(false);
  promiseGuest(null);
};

/** Tells of a guest's ledger on this phone. One that is promised to another account is that one's; an empty one is no ledger. */
export async function lookForGuest(account: string, ask: boolean, send: Send): Promise<void> {
  const promised = guestPromised();
  if (!guestHere() || (promised !== null && promised !== account)) return;
  const found = await withGuest(async (guest): Promise<Snapshot> => {
    const seen = await guest.ask({ name: "load" });
    if (seen.waiting.length === 0) await guest.ask({ name: "wipe" });
    return seen;
  }).catch(() => null); // what cannot be opened now is looked for again at the next start; the account's own ledger is well
  if (found === null) return;
  if (found.waiting.length === 0) return forgetGuest();
  const guest = { credits: found.credits.length, profile: found.profile !== null, person: found.person !== null };
  send({ type: "guest_found", guest, ask, promised: promised === account });
}

/**
 * The guest's changes into the account, under the ids they have. Whatever interrupts it, it goes on at the next start: the promise
 * stands until the guest's database is gone, and taking the same changes twice is taking them once.
 */
export async function joinGuest(account: string, into: Storage, send: Send): Promise<void> {
  promiseGuest(account);
  const snapshot = await withGuest(async (guest) => {
    const file = await guest.ask({ name: "export_waiting", account: kGuest, now: nowInJapan() });
    const { snapshot: joined } = await into.ask({ name: "import_waiting", file });
    await guest.ask({ name: "wipe" });
    return joined;
  });
  forgetGuest();
  send({ type: "guest_joined", snapshot });
}

export async function eraseGuest(send: Send): Promise<void> {
  await withGuest((guest) => guest.ask({ name: "wipe" }));
  forgetGuest();
  send({ type: "guest_erased" });
}

export function beginGuest(): void {
  promiseGuest(null);
  rememberGuest(true);
  rememberAccount({ id: kGuest, email: "", demo: false });
}

/** A guest's "logging out" is erasing: no server has to hear of it. */
export async function leaveGuest(wipe: () => Promise<unknown>): Promise<void> {
  rememberAccount(null);
  await wipe();
  forgetGuest();
}
