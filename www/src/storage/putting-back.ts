// What a database lost, in whole or in its last writes, is put back from the second copy. What the server has comes by itself.

import type { Instant } from "../engine/contract";
import { keepBlobs } from "./blobs";
import type { OpenDatabase } from "./database";
import type { Blob } from "./ledger";
import type { WaitingOperation } from "./protocol";
import { device, hasDevice, setMeta } from "./tables";
import { inTransaction } from "./transaction";
import { takeOperations } from "./waiting-file";

export interface SecondCopy {
  readonly operations: readonly WaitingOperation[];
  /** Those that the database lacks. */
  readonly blobs: readonly Blob[];
  /** It was made beside a database, whether or not anything waited. */
  readonly made: boolean;
}

/** Of these bytes those that the database has not. */
export function lacking(db: OpenDatabase["db"], sha256s: readonly string[]): readonly string[] {
  const here = new Set(db.selectValues("SELECT sha256 FROM blobs") as string[]);
  return sha256s.filter((sha256) => !here.has(sha256));
}

/** In one transaction. Operations keep their ids: what the server has of them counts once. A database that was lost says so to the user. */
export function putBack({ db, durable, instead }: Pick<OpenDatabase, "db" | "durable" | "instead">, copy: SecondCopy, at: Instant): void {
  const known = new Set(db.selectValues("SELECT id FROM ops") as string[]);
  const missing = copy.operations.filter(({ id }) => !known.has(id));
  // A database in memory is new at each start: that is told otherwise.
  const lost = durable && (instead !== null || (copy.made && !hasDevice(db)));
  inTransaction(db, () => {
    keepBlobs(db, copy.blobs, at);
    takeOperations(db, copy.operations);
    if (lost) setMeta(db, "damaged", JSON.stringify({ at, kept: instead?.kept ?? null, put_back: missing.length }));
    device(db); // from now on it is not a new one
  });
}
