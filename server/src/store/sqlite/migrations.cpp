#include "store/sqlite/migrations.h"

#include <array>
#include <string>

namespace kensan::store {

namespace {

constexpr std::array kSteps = {
    R"sql(
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
)sql",
    R"sql(
CREATE TABLE refused (              -- operations under an id or a number that another one had
  user_id      TEXT NOT NULL REFERENCES account (user_id),
  operation_id TEXT NOT NULL,
  payload_hash TEXT NOT NULL,
  device_id    TEXT NOT NULL,
  seq          INTEGER NOT NULL,
  reason       TEXT NOT NULL,
  at           TEXT NOT NULL,
  PRIMARY KEY (user_id, operation_id, payload_hash)
) STRICT, WITHOUT ROWID;
)sql",
};

}  // namespace

std::int64_t newest_version() { return static_cast<std::int64_t>(kSteps.size()); }

void migrate(Connection& connection) {
  connection.execute("BEGIN IMMEDIATE");
  const auto reached = static_cast<std::size_t>(connection.number("PRAGMA user_version"));
  for (std::size_t step = reached; step < kSteps.size(); ++step) connection.execute(kSteps[step]);
  connection.execute(("PRAGMA application_id=" + std::to_string(kApplicationId)).c_str());
  connection.execute(("PRAGMA user_version=" + std::to_string(kSteps.size())).c_str());
  connection.execute("COMMIT");
}

}  // namespace kensan::store
