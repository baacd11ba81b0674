// What must be true of the server's file and of the phones, once everybody has been heard.
import assert from "node:assert/strict";

/** Throws what is wrong; `file` is the server's database, `clients` are {user, phone, acknowledged}. Answers how many applications bear a number. */
export function judge(file, clients) {
  assert.equal(file.selectValue("PRAGMA integrity_check"), "ok");
  for (const client of clients) {
    everythingAcknowledged(file, client);
    sameLedger(file, client);
  }
  for (const user of new Set(clients.map((client) => client.user))) once(file, user);
  return numbersOnce(file);
}

/** Each acknowledgement that ever arrived, and each operation of the phone's log, is the server's own answer. */
function everythingAcknowledged(file, { user, phone, acknowledged }) {
  const kept = new Map(file.selectObjects("SELECT operation_id, state, answer FROM operation WHERE user_id = ?", [user]).map((row) => [row.operation_id, row]));
  for (const [id, ack] of acknowledged) {
    assert.ok(kept.has(id), `${id} was acknowledged and is lost`);
    assert.deepEqual(JSON.parse(kept.get(id).answer), ack, `${id} has another answer now`);
  }
  for (const { id, state, seq } of phone.log()) {
    assert.notEqual(state, "pending", `${id}, number ${seq}, waits for ever`);
    assert.equal(kept.get(id)?.state, state, `${id} has come out differently on the phone`);
  }
}

function sameLedger(file, { user, phone }) {
  const own = "SELECT kind, entity_id AS id, version, body FROM entity WHERE user_id = ?1 UNION ALL SELECT 'application', application_id, version, record FROM application WHERE user_id = ?1 ORDER BY 1, 2";
  const parsed = (row) => ({ ...row, body: row.body === null ? null : JSON.parse(row.body) });
  assert.deepEqual(phone.rows().map(parsed), file.selectObjects(own, [user]).map(parsed), "a phone and the server hold different ledgers");
}

/** Every accepted operation raised the owner's version by one, and every operation is in the audit by one entry. */
function once(file, user) {
  const count = (sql) => Number(file.selectValue(sql, [user]));
  const accepted = count("SELECT count(*) FROM operation WHERE user_id = ? AND state = 'accepted'");
  assert.equal(count("SELECT ledger_version FROM account WHERE user_id = ?"), accepted, "effects and accepted operations are not as many");
  assert.equal(count("SELECT count(DISTINCT subject) FROM audit WHERE user_id = ? AND subject IN (SELECT operation_id FROM operation)"),
    count("SELECT count(*) FROM operation WHERE user_id = ?"), "an operation is missing in the audit");
  assert.equal(count("SELECT count(*) - count(DISTINCT subject) FROM audit WHERE user_id = ? AND subject IN (SELECT operation_id FROM operation)"), 0, "an operation was done twice");
}

/** Numbers run from 1 without a gap or a double, one for each account and scheme. */
function numbersOnce(file) {
  const rows = file.selectObjects("SELECT user_id, scheme, number FROM application WHERE status = 'received' ORDER BY number");
  assert.equal(new Set(rows.map(({ user_id, scheme }) => `${user_id} ${scheme}`)).size, rows.length, "an account's application was received twice");
  for (const scheme of new Set(rows.map((row) => row.scheme))) {
    const running = rows.filter((row) => row.scheme === scheme).map(({ number }) => Number(number.split("-")[2]));
    assert.deepEqual(running, running.map((_, i) => i + 1), `the numbers of ${scheme}`);
  }
  return rows.length;
}
