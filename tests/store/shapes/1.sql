-- Shape 1 of the server's database. Never edited: it is what a server of that time left behind.

CREATE TABLE installation (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  epoch    TEXT NOT NULL            -- names the life of this database; a restore starts a new one
) STRICT;
INSERT INTO installation VALUES (1, lower(hex(randomblob(16))));

CREATE TABLE account_email (        -- who has an e-mail is asked over all owners, so it has its own table
  email   TEXT PRIMARY KEY,
  user_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
  user_id        TEXT PRIMARY KEY,
  email          TEXT NOT NULL,
  password_hash  TEXT NOT NULL,
  demo           INTEGER NOT NULL,
  created_at     TEXT NOT NULL,
  ledger_version INTEGER NOT NULL DEFAULT 0   -- raised with every change of the owner's ledger: the cursor of sync
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  user_id    TEXT NOT NULL REFERENCES account (user_id),
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_expiry ON session (expires_at);

CREATE TABLE entity (               -- credits, the profile, the person
  user_id   TEXT NOT NULL REFERENCES account (user_id),
  kind      TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  version   INTEGER NOT NULL,
  body      TEXT,                   -- NULL: deleted
  PRIMARY KEY (user_id, kind, entity_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX entity_by_version ON entity (user_id, version);

CREATE TABLE device (
  user_id   TEXT NOT NULL REFERENCES account (user_id),
  device_id TEXT NOT NULL,
  last_seq  INTEGER NOT NULL,
  PRIMARY KEY (user_id, device_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE operation (            -- kept for ever: it is what makes sending twice harmless
  user_id      TEXT NOT NULL REFERENCES account (user_id),
  operation_id TEXT NOT NULL,
  device_id    TEXT NOT NULL,
  seq          INTEGER NOT NULL,
  kind         TEXT NOT NULL,
  entity_id    TEXT NOT NULL,
  base_version INTEGER NOT NULL,
  body         TEXT,
  payload_hash TEXT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('accepted', 'conflict', 'rejected')),
  answer       TEXT NOT NULL,
  client_time  TEXT NOT NULL,       -- the phone's word, for information
  received_at  TEXT NOT NULL,
  PRIMARY KEY (user_id, operation_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX operation_by_seq ON operation (user_id, device_id, seq);

CREATE TABLE application (
  user_id        TEXT NOT NULL REFERENCES account (user_id),
  application_id TEXT NOT NULL,
  version        INTEGER NOT NULL,
  scheme         TEXT NOT NULL,
  status         TEXT NOT NULL CHECK (status IN ('received', 'not_received')),
  number         TEXT,
  record         TEXT NOT NULL,
  phone_verdict  TEXT NOT NULL,
  server_verdict TEXT NOT NULL,
  PRIMARY KEY (user_id, application_id),
  CHECK ((number IS NULL) = (status = 'not_received'))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX application_by_version ON application (user_id, version);

CREATE TABLE application_number (   -- the last number given
  scheme TEXT NOT NULL,
  year   INTEGER NOT NULL,
  last   INTEGER NOT NULL,
  PRIMARY KEY (scheme, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (                -- ids and digests only, so that it can outlive a deletion request
  user_id TEXT NOT NULL,
  entry   INTEGER NOT NULL,
  at      TEXT NOT NULL,
  action  TEXT NOT NULL,
  subject TEXT NOT NULL,
  digest  TEXT NOT NULL,
  PRIMARY KEY (user_id, entry)
) STRICT, WITHOUT ROWID;

-- What a server of this shape had written: one account, a credit that was edited, one that was deleted, an application.
UPDATE installation SET epoch = 'e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0';
INSERT INTO account_email VALUES ('misaki@example.jp', 'user-1');
INSERT INTO account VALUES ('user-1', 'misaki@example.jp', 'hash', 0, '2026-01-05T09:00:00', 5);
INSERT INTO session VALUES ('token-hash', 'user-1', '2027-01-05T09:00:00');
INSERT INTO entity VALUES ('user-1', 'credit', 'credit-1', 3, '{"category":"internet","date":"2026-05-10","id":"credit-1","provider":"G13","units":2}');
INSERT INTO entity VALUES ('user-1', 'credit', 'credit-2', 4, NULL);
INSERT INTO device VALUES ('user-1', 'device-1', 4);
INSERT INTO operation VALUES ('user-1', 'operation-1', 'device-1', 1, 'put_credit', 'credit-1', 0, '{"category":"internet","date":"2026-05-10","id":"credit-1","provider":"G13","units":1}', 'a-hash', 'accepted', '{"id":"operation-1","seq":1,"state":"accepted","version":1}', '2026-05-10T12:00:00', '2026-05-10T12:00:05');
INSERT INTO application VALUES ('user-1', 'application-1', 5, 'G13', 'received', 'G13-2026-000007', '{"id":"application-1"}', '{}', '{}');
INSERT INTO application_number VALUES ('G13', 2026, 7);
INSERT INTO audit VALUES ('user-1', 1, '2026-05-10T12:00:05', 'put_credit accepted', 'operation-1', 'a-hash');
