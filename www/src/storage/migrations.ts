// The local database's schema, append-only: a released step is never edited, a new one is added at the end.
// `user_version` is the number of steps done.

import type { Database } from "@sqlite.org/sqlite-wasm";
import { inTransaction } from "./transaction";

const kMigrations: readonly string[] = [
  `CREATE TABLE rows (          -- what the server holds, as last heard
     kind TEXT NOT NULL,
     id TEXT NOT NULL,
     version INTEGER NOT NULL,  -- the user's version at which it was written; 0: from an earlier life of the server's database
     body TEXT,                 -- JSON; NULL: deleted
     PRIMARY KEY (kind, id)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE ops (           -- this phone's own operations, kept for ever
     n INTEGER PRIMARY KEY,     -- the order in which they were made
     id TEXT NOT NULL UNIQUE,
     device TEXT NOT NULL,
     seq INTEGER NOT NULL,      -- 1, 2, 3 ... per device, without gap
     kind TEXT NOT NULL,
     entity TEXT NOT NULL,
     base_version INTEGER,      -- NULL: stands on an earlier operation whose version is not known yet
     body TEXT,
     client_time TEXT NOT NULL, -- information only
     state TEXT NOT NULL CHECK (state IN ('pending', 'accepted', 'conflict', 'rejected')),
     answer TEXT,               -- the server's, JSON
     settled INTEGER NOT NULL DEFAULT 0, -- the user has dealt with the conflict or rejection
     UNIQUE (device, seq)
   ) STRICT;
   CREATE INDEX ops_open ON ops (state, settled, entity);
   CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE rules (         -- rule packs from the server, kept for ever
     scheme TEXT NOT NULL,
     edition TEXT NOT NULL,     -- effective date
     digest TEXT NOT NULL,      -- SHA-256 of the canonical JSON, as the server listed it
     kept_at TEXT NOT NULL,
     text TEXT NOT NULL,
     PRIMARY KEY (scheme, edition)
   ) STRICT;`,
  `CREATE TABLE blobs (         -- the bytes of photos and PDFs
     sha256 TEXT PRIMARY KEY,
     type TEXT NOT NULL,
     bytes INTEGER NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'refused')),
     reason TEXT,               -- refused: the server's code
     kept_at TEXT NOT NULL,
     data BLOB NOT NULL         -- the last: whoever asks for the others does not read through it
   ) STRICT;
   -- All that a view asks of them.
   CREATE INDEX blobs_known ON blobs (sha256, state, reason);`,
];

/** Brings the schema up to date; "newer" where a newer version of the app has written it: then nothing is touched. */
export function migrate(db: Database): "ready" | "newer" {
  const done = Number(db.selectValue("PRAGMA user_version"));
  if (done > kMigrations.length) return "newer";
  kMigrations.slice(done).forEach((step, index) =>
    inTransaction(db, () => db.exec(`${step}\n; PRAGMA user_version = ${done + index + 1}`)));
  return "ready";
}
