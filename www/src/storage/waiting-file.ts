// Changes that were not sent, as a file, and back: before a logout erases them, and when a guest's ledger joins an account.

import type { Database } from "@sqlite.org/sqlite-wasm";
import type { Instant } from "../engine/contract";
import type { Attachment, AttachmentType } from "../server/wire";
import { blobBytes, keepBlobs, unsentBlobs } from "./blobs";
import type { Blob } from "./ledger";
import { append } from "./log";
import type { WaitingFile, WaitingOperation } from "./protocol";
import { ofRow, operations, rowKind } from "./tables";

/** What was given is not such a file, or not a whole one. Nothing was taken of it. */
export class BadFile extends Error {}

const kMostOperations = 20_000;
const kMostBlobs = 2_000;
const kKinds = ["put_credit", "delete_credit", "put_attachment", "delete_attachment", "set_profile", "set_person", "submit_application"];
const kTypes = ["image/jpeg", "image/png", "image/webp", "application/pdf"];
const kUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const kSha256 = /^[0-9a-f]{64}$/;
const kInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;

export function exportWaiting(db: Database, account: string, now: Instant): WaitingFile {
  const blobs = unsentBlobs(db).map((blob) => ({ ...blob, data: toBase64(blob.data) }));
  return { format: "kensan-waiting", version: 1, account, made_at: now, operations: openOperations(db), blobs };
}

/**
 * What waits, and what was answered but is still the user's to decide about: sent again under its id it gets the same answer, and the
 * question is there again.
 */
export function openOperations(db: Database): readonly WaitingOperation[] {
  return operations(db, "state = 'pending' OR (state <> 'accepted' AND settled = 0)").map(({ id, kind, entity, base_version, body, client_time }) => ({ id, kind, entity, base_version, body, client_time }));
}

/**
 * In the caller's transaction. Operations keep their ids, so that none is doubled, and the version that their writer saw. Answers how
 * many changes were not here yet, and photos that come without their change.
 */
export function importWaiting(db: Database, file: unknown): number {
  if (!isObject(file) || file["format"] !== "kensan-waiting" || file["version"] !== 1) throw new BadFile();
  const { made_at } = file;
  if (typeof made_at !== "string" || !kInstant.test(made_at)) throw new BadFile();
  const found = list(file["operations"], kMostOperations).map(operationOf);
  const blobs = list(file["blobs"], kMostBlobs).map(blobOf);
  const count = (): number => Number(db.selectValue("SELECT count(*) FROM ops"));
  const attached = new Set(found.map(({ body }) => (body as Partial<Attachment> | null)?.sha256));
  const alone = blobs.filter(({ sha256 }) => !attached.has(sha256) && blobBytes(db, sha256) === null).length;
  const before = count();
  keepBlobs(db, blobs, made_at);
  takeOperations(db, found);
  return count() - before + alone;
}

export function takeOperations(db: Database, taken: readonly WaitingOperation[]): void {
  const before = new Map<string, string>(); // by row, the operation of the file that a later one may stand on
  for (const { base_version, ...rest } of taken) {
    const row = `${rowKind(rest.kind)}/${rest.entity}`;
    const prior = before.get(row);
    const base = base_version ?? (prior === undefined ? undefined : baseAfter(db, prior));
    append(db, [base === undefined ? rest : { ...rest, base_version: base }], rest.client_time);
    before.set(row, rest.id);
  }
}

/** What stands on an operation that is here: on its answer; undefined where that is still to come, and nothing else waits for it. */
function baseAfter(db: Database, id: string): number | undefined {
  const [prior] = operations(db, "id = ?", [id]);
  if (prior?.state === "accepted") return prior.answer!.version;
  const last = prior === undefined ? undefined : operations(db, `${ofRow(prior.kind)} AND state = 'pending'`, [prior.entity]).at(-1);
  // Another edit has taken its place behind that operation: this one is a question then.
  return last?.id === id ? undefined : prior?.base_version ?? 0;
}

function operationOf(value: unknown): WaitingOperation {
  if (!isObject(value)) throw new BadFile();
  const { id, kind, entity, base_version, body, client_time } = value;
  const sound = typeof id === "string" && kUuid.test(id) && kKinds.includes(kind as string) && typeof entity === "string" && entity !== "" &&
    (base_version === null || (Number.isSafeInteger(base_version) && (base_version as number) >= 0)) && (body === null || isObject(body)) &&
    typeof client_time === "string" && kInstant.test(client_time);
  if (!sound) throw new BadFile();
  return value as unknown as WaitingOperation;
}

function blobOf(value: unknown): Blob {
  if (!isObject(value)) throw new BadFile();
  const { sha256, type, bytes, data } = value;
  if (typeof sha256 !== "string" || !kSha256.test(sha256) || !kTypes.includes(type as string) || typeof data !== "string") throw new BadFile();
  const decoded = fromBase64(data);
  if (decoded.length !== bytes) throw new BadFile();
  return { sha256, type: type as AttachmentType, bytes: decoded.length, data: decoded };
}

function list(value: unknown, most: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length > most) throw new BadFile();
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const kAtOnce = 0x8000; // more arguments than this overflow some browsers' stack

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += kAtOnce) text += String.fromCharCode(...bytes.subarray(at, at + kAtOnce));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    throw new BadFile();
  }
}
