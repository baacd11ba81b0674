// Faults to be sown into the server, from outside of it: what its callers would see if its code were wrong there.

/** The text of a list for SQL. */
const quoted = (ids) => ids.map((id) => `'${id}'`).join(", ");

/** Every so often; the server's own code has no chance in it. */
const every = (count, act) => {
  let calls = 0;
  return async (...args) => (++calls % count === 0 ? act(...args) : undefined);
};

async function forgetIds({ peer }, _user, { ops, device }) {
  if (ops.length === 0) return;
  await peer.sql(`UPDATE operation SET operation_id = hex(randomblob(8)), seq = -abs(random() % 1000000000) WHERE operation_id IN (${quoted(ops.map(({ id }) => id))});
    UPDATE device SET last_seq = ${ops[0].seq - 1} WHERE device_id = '${device}' AND last_seq >= ${ops[0].seq}`);
}

async function takeAnyBase({ peer, users }, user, { ops }) {
  for (const op of ops) {
    const [row] = await peer.sql(`SELECT version FROM entity WHERE user_id = '${users[user]}' AND entity_id = '${op.entity}'`);
    op.base_version = row?.version ?? 0;
  }
}

const kCopy = "uncommitted";

export const serverFaults = {
  "ids are forgotten": { before: forgetIds },
  "it acknowledges before the commit": {
    before: ({ peer }) => peer.ask({ do: "copy", to: kCopy }),
    after: every(7, ({ peer }) => peer.ask({ do: "replace", by: kCopy })),
  },
  "the last writer wins": { before: takeAnyBase },
  "an operation is acknowledged and not taken": {
    before: (server, _user, request) => { server.dropped = request.ops.length > 1 ? request.ops.pop() : null; },
    after: ({ dropped }, _user, _request, { acks }) => { if (dropped) acks.push({ id: dropped.id, seq: dropped.seq, state: "accepted", version: 1 }); },
  },
  "a refusal is not kept": { after: ({ peer }) => peer.sql("DELETE FROM operation WHERE state = 'rejected'") },
  "deletions are not told": { after: (_server, _user, _request, answer) => { answer.changes = answer.changes.filter(({ body }) => body !== null); } },
  "the last row of an answer is left out": { after: every(3, (_server, _user, _request, answer) => { answer.changes.pop(); }) },
  "the cursor is too high": { after: (_server, _user, _request, answer) => { answer.cursor += answer.changes.length > 0 ? 1 : 0; } },
  "a restored database goes by its old epoch": { keeps: "epoch" },
  "a restored database gives versions again": { keeps: "versions" },
  "a restored database gives numbers again": { keeps: "numbers" },
};
