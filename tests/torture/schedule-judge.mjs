// What must be true at a schedule's end, when everybody has been heard.
import assert from "node:assert/strict";

const sorted = (value) =>
  value === null || typeof value !== "object" || Array.isArray(value) ? value : Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
const text = (body) => JSON.stringify(sorted(typeof body === "string" ? JSON.parse(body) : body ?? null));
const rowKind = (kind) => ({ set_profile: "profile", set_person: "person", submit_application: "application" })[kind] ?? kind.split("_")[1];
const place = (op) => `${rowKind(op.kind)}/${op.entity_id ?? op.entity}`;

/** Throws what is wrong with a drained schedule. */
export async function judge(schedule) {
  for (const [number, user] of schedule.server.users.entries()) {
    const hands = schedule.hands.filter((hand) => hand.user === number);
    const ledger = await readLedger(schedule.server.peer, user);
    allAcknowledgedIsThere(schedule.server, number, ledger);
    presentIsTheLastAccepted(ledger);
    if (schedule.server.restores === 0) eachEffectOnce(ledger);
    for (const hand of hands) {
      nothingWaitsOrIsGone(hand);
      answersAreTheServers(hand, ledger);
      sameRows(hand, ledger);
      knownRowsRemain(hand, ledger);
      nothingWasDecidedUnasked(hand);
    }
    nothingUnseenWasOverwritten([...hands.map(memory), ...schedule.former.filter((one) => one.user === number)], ledger);
    if (schedule.mild) nothingCameTwice(hands, ledger);
    if (schedule.mild && hands.length === 1) nothingWasAskedInVain(ledger);
  }
}

async function readLedger(peer, user) {
  const of = (sql) => peer.sql(sql.replaceAll("?", `'${user}'`));
  return {
    operations: (await of("SELECT operation_id AS id, kind, entity_id, base_version, body, state, answer FROM operation WHERE user_id = ?")).map((op) => ({ ...op, answer: JSON.parse(op.answer) })),
    rows: await of("SELECT kind, entity_id AS id, version, body FROM entity WHERE user_id = ? UNION ALL SELECT 'application', application_id, version, record FROM application WHERE user_id = ? ORDER BY 1, 2"),
    version: (await of("SELECT ledger_version AS version FROM account WHERE user_id = ?"))[0].version,
  };
}

/** The accepted operations on each place, oldest first. */
function histories({ operations }) {
  const all = new Map();
  const accepted = operations.filter((op) => op.state === "accepted").sort((a, b) => a.answer.version - b.answer.version);
  for (const op of accepted) all.set(place(op), [...(all.get(place(op)) ?? []), op]);
  return all;
}

function allAcknowledgedIsThere({ acknowledged }, number, { operations }) {
  const kept = new Map(operations.map((op) => [op.id, op.state]));
  for (const [id, { user, state }] of acknowledged) {
    if (user === number) assert.equal(kept.get(id), state, `${id} was acknowledged`);
  }
}

function presentIsTheLastAccepted(ledger) {
  const all = histories(ledger);
  for (const row of ledger.rows) {
    const last = all.get(`${row.kind}/${row.id}`)?.at(-1);
    assert.ok(last, `${row.kind}/${row.id} is there and nobody wrote it`);
    assert.equal(row.version, last.answer.version, `${row.kind}/${row.id} is not of the last accepted operation`);
    if (row.kind !== "application") assert.equal(text(row.body), text(last.body), `${row.kind}/${row.id} is not what was last accepted`);
  }
  assert.equal(ledger.rows.length, all.size, "an accepted operation has no row");
}

function eachEffectOnce({ operations, version }) {
  assert.equal(version, operations.filter((op) => op.state === "accepted").length, "effects and accepted operations are not as many");
}

function nothingWaitsOrIsGone({ phone, wrote }) {
  const log = phone.log();
  for (const { id, state } of log) assert.notEqual(state, "pending", `${id} waits for ever`);
  const ids = new Set(log.map(({ id }) => id));
  const bodies = new Set(log.map((op) => `${place(op)} ${text(op.body)}`)); // an id may have been taken back, never what was written
  for (const [id, change] of wrote) assert.ok(ids.has(id) || bodies.has(`${place(change)} ${text(change.body)}`), `${id} is gone from its phone`);
}

function answersAreTheServers({ phone }, { operations }) {
  const kept = new Map(operations.map((op) => [op.id, op.state]));
  for (const { id, state, kind } of phone.log()) assert.equal(kept.get(id), state, `${kind} ${id} has another state on its phone`);
}

function sameRows({ phone }, { rows }) {
  const told = ({ kind, id, version, body }) => `${kind}/${id} ${version} ${text(body)}`;
  assert.deepEqual(phone.rows().map(told), rows.map(told), "a phone and the server hold different ledgers");
}

/** What a phone still held when the server was restored is on the server again, if only as something deleted later. */
function knownRowsRemain({ known }, { rows }) {
  const there = new Set(rows.map(({ kind, id }) => `${kind}/${id}`));
  for (const { kind, id, body } of known) {
    if (kind !== "application" && body !== null) assert.ok(there.has(`${kind}/${id}`), `${kind}/${id} was known to a phone and is lost`);
  }
}

/** What a phone's user wrote, and what its log says, in its order. */
export const memory = ({ user, wrote, phone }) => {
  const log = phone.log();
  return { user, wrote, order: new Map(log.map(({ id }, n) => [id, n])), said: log.map((op) => `${place(op)} ${text(op.body)}`) };
};

/**
 * What an accepted operation replaced is what its writer had before their eyes, their own earlier word, whoever handed that on, or the
 * same as it. Where what waited went over to another phone, both write it, and whoever comes first is heard: one of them must be able
 * to say so.
 */
function nothingUnseenWasOverwritten(memories, ledger) {
  for (const history of histories(ledger).values()) {
    for (const [i, op] of history.entries()) {
      if (i === 0 || text(history[i - 1].body) === text(op.body)) continue;
      const writers = memories.filter(({ wrote }) => wrote.get(op.id)?.saw !== undefined && op.kind !== "submit_application");
      const replaced = `${place(op)} ${text(history[i - 1].body)}`;
      // Whoever only read it in cannot say for its writer what came before.
      const knew = ({ wrote, order, said }) => (!wrote.get(op.id).handed && said.slice(0, order.get(op.id)).includes(replaced)) || text(history[i - 1].body) === text(wrote.get(op.id).saw);
      if (writers.length > 0 && !writers.some(knew)) assert.equal(text(history[i - 1].body), text(writers[0].wrote.get(op.id).saw), `${op.kind} ${op.id} replaced what nobody had seen`);
    }
  }
}

/** A conflict or a refusal that the user has not settled is still shown, unless both sides say the same. */
function nothingWasDecidedUnasked({ phone, decided }) {
  for (const { id, entity, state, settled, body, answer } of phone.log()) {
    if (state === "accepted" || settled === 0 || decided.has(entity)) continue;
    const theirs = JSON.parse(answer).current?.body ?? null;
    assert.ok(state === "conflict" && text(body) === text(theirs), `${state} ${id} was settled by nobody`);
  }
}

/** Who has one phone meets nobody, and has no conflict. */
function nothingWasAskedInVain({ operations }) {
  for (const { id, state } of operations) assert.notEqual(state, "conflict", `${id} met an operation of its own phone`);
}

/** With nothing but bad lines no operation has more than one name: each is on the server under the id that it was written with. */
function nothingCameTwice(hands, { operations }) {
  const written = new Map(hands.flatMap(({ wrote }) => [...wrote]));
  for (const { id, kind, state } of operations) assert.ok(written.has(id), `${kind} ${id} (${state}) was written by nobody`);
  assert.equal(operations.length, written.size, "not everything that was written was heard");
}
