// The bytes of photos and PDFs: kept with the change that attaches them, until the server has them, and for a while after.

import type { Database } from "@sqlite.org/sqlite-wasm";
import type { Instant } from "../engine/contract";
import type { Attachment, AttachmentType } from "../server/wire";
import type { Blob, Photo } from "./ledger";
import type { Uploads } from "./protocol";

const kKeptDays = 30; // after that a photo that was sent is fetched again when it is looked at
const kDaysUnnamed = 1;
const kMillisecondsADay = 86_400_000;

export function keepBlobs(db: Database, blobs: readonly Blob[], now: Instant): void {
  for (const blob of blobs) put(db, blob, "waiting", now);
}

/** Keeps bytes that came from the server. */
export function keepFetched(db: Database, blob: Blob, now: Instant): void {
  put(db, blob, "sent", now);
}

function put(db: Database, { sha256, type, bytes, data }: Blob, state: "waiting" | "sent", now: Instant): void {
  db.exec({
    sql: `INSERT INTO blobs (sha256, type, bytes, data, state, kept_at) VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT (sha256) DO UPDATE SET state = excluded.state, reason = NULL, kept_at = excluded.kept_at WHERE state = 'refused'`,
    bind: [sha256, type, bytes, data, state, now],
  });
}

export function blobBytes(db: Database, sha256: string): Uint8Array | null {
  return (db.selectValue("SELECT data FROM blobs WHERE sha256 = ?", [sha256]) as Uint8Array | undefined) ?? null;
}

export function uploads(db: Database, now: Instant): Uploads {
  drop(db, now);
  const row = db.selectObject(`SELECT sha256, type, bytes, data FROM blobs WHERE state = 'waiting' AND sha256 IN (${kNamed}) ORDER BY kept_at, sha256 LIMIT 1`);
  return { waiting: waitingBlobs(db), next: row === undefined ? null : blobOf(row) };
}

function waitingBlobs(db: Database): number {
  return Number(db.selectValue(`SELECT count(*) FROM blobs WHERE state = 'waiting' AND sha256 IN (${kNamed})`));
}

/** What is on this phone alone, whether it waits or was refused. */
export function unsentBytes(db: Database): readonly string[] {
  return db.selectValues("SELECT sha256 FROM blobs WHERE state <> 'sent'") as string[];
}

/** The same with the bytes: for a file. */
export function unsentBlobs(db: Database): readonly Blob[] {
  return db.selectObjects("SELECT sha256, type, bytes, data FROM blobs WHERE state <> 'sent' ORDER BY sha256").map(blobOf);
}

function blobOf(row: Record<string, unknown>): Blob {
  return { sha256: row["sha256"] as string, type: row["type"] as AttachmentType, bytes: Number(row["bytes"]), data: row["data"] as Uint8Array };
}

export function blobSent(db: Database, sha256: string, now: Instant): void {
  db.exec({ sql: "UPDATE blobs SET state = 'sent', reason = NULL, kept_at = ? WHERE sha256 = ?", bind: [now, sha256] });
}

export function blobRefused(db: Database, sha256: string, reason: string): void {
  db.exec({ sql: "UPDATE blobs SET state = 'refused', reason = ? WHERE sha256 = ?", bind: [reason, sha256] });
}

/** SQL: the bytes that a credit has, or that an unsettled change of this phone speaks of. */
const kNamed = `
  SELECT json_extract(body, '$.sha256') FROM rows WHERE kind = 'attachment' AND body IS NOT NULL
  UNION SELECT json_extract(body, '$.sha256') FROM ops
    WHERE kind = 'put_attachment' AND body IS NOT NULL AND (state = 'pending' OR (state <> 'accepted' AND settled = 0))`;

/**
 * What was sent long ago, and what nothing names any more. The latter not at once: a removal can be undone, and after a loss of the
 * database the rows come back later than the bytes.
 */
function drop(db: Database, now: Instant): void {
  const before = (days: number): Instant => new Date(Date.parse(`${now}Z`) - days * kMillisecondsADay).toISOString().slice(0, 19);
  db.exec({
    sql: `DELETE FROM blobs WHERE (state = 'sent' AND kept_at < ?) OR (kept_at < ? AND sha256 NOT IN (${kNamed}) AND EXISTS (SELECT 1 FROM meta WHERE key = 'last_synced'))`,
    bind: [before(kKeptDays), before(kDaysUnnamed)],
  });
}

/** What each credit has attached; `attached`: the bodies by the credit's id. */
export function photosOf(db: Database, attached: ReadonlyMap<string, object | null>): Readonly<Record<string, Photo>> {
  const here = new Map(db.selectObjects("SELECT sha256, state, reason FROM blobs").map((row) => [row["sha256"], row]));
  const photos: Record<string, Photo> = {};
  for (const [credit, body] of attached) {
    if (body === null) continue;
    const { sha256, type, bytes } = body as Attachment;
    const kept = here.get(sha256);
    const state = (kept?.["state"] as Photo["state"] | undefined) ?? "elsewhere";
    photos[credit] = { sha256, type, bytes, here: kept !== undefined, state, reason: (kept?.["reason"] as string | null | undefined) ?? null };
  }
  return photos;
}
