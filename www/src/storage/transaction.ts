// One transaction, in which the first error is the one that is told: after a full disk SQLite has rolled back by itself, and a
// second try would fail for that reason.

import type { Database } from "@sqlite.org/sqlite-wasm";

/** Commits what `work` did and answers what it answered; where it throws, nothing of it remains. */
export function inTransaction<T>(db: Database, work: () => T): T {
  db.exec("BEGIN IMMEDIATE");
  try {
    const value = work();
    db.exec("COMMIT");
    return value;
  } catch (error) {
    try {
      db.exec("ROLLBACK");
    } catch {
      // It was rolled back.
    }
    throw error;
  }
}
