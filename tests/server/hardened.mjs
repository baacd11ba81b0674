// What a phone may send that it should not, and what may go wrong on the way: each is a stored, explained answer, and the queue
// goes on.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { now, startServer } from "./server-under-test.mjs";
import { Phone, credit, password, sha256 } from "./phone.mjs";

const told = (ack) => [ack.state, ack.reason];
const photo = (changes = {}) => ({ sha256: sha256("a photo"), type: "image/jpeg", bytes: 7, ...changes });

/** The next good operation is taken: nothing holds the queue up. */
async function goesOn(phone) {
  assert.deepEqual((await phone.sync(phone.putCredit(credit()))).acks.map(told), [["accepted", undefined]], "the queue goes on");
}

export default async function (test) {
  const server = await startServer({ args: ["--office", "G13"] });
  const start = () => Phone.registered(server);

  await test("an operation that says nonsense is answered for itself, the same each time, and those beside it are taken", async () => {
    const phone = await start();
    const nonsense = [
      { kind: 7 }, { entity: "" }, { base_version: -1 }, { client_time: "yesterday" }, { body: "text" }, { body: [1] }, { extra: true },
    ].map((change) => ({ ...phone.putCredit(credit()), ...change }));
    const answer = await phone.sync(...nonsense, phone.putCredit(credit()));
    for (const ack of answer.acks.slice(0, -1)) {
      assert.deepEqual(told(ack), ["rejected", "invalid"]);
      assert.ok(ack.errors.length > 0 && ack.errors.every((error) => error.at === "" && error.message.includes(": ")), JSON.stringify(ack));
    }
    assert.deepEqual(told(answer.acks.at(-1)), ["accepted", undefined]);
    const again = await phone.sync(...nonsense);
    assert.deepEqual(again.acks, answer.acks.slice(0, -1), "stored");
    await goesOn(phone);
  });
  await test("only an operation that cannot be named makes the request wrong", async () => {
    const phone = await start();
    for (const change of [{ id: "7" }, { seq: 0 }, { seq: 1.5 }]) {
      const reply = await phone.post("sync", phone.syncRequest([{ ...phone.putCredit(credit()), seq: 1, ...change }]));
      assert.equal(reply.status, 422, JSON.stringify(change));
    }
    phone.seq = 0;
    await goesOn(phone);
  });
  await test("an operation of 10 MB is answered, not kept", async () => {
    const phone = await start();
    const huge = phone.operation("put_credit", randomUUID(), { text: "x".repeat(10_000_000) });
    const answer = await phone.sync(huge, phone.putCredit(credit()));
    assert.deepEqual(answer.acks.map(told), [["rejected", "too_large"], ["accepted", undefined]]);
    assert.deepEqual((await phone.sync(huge)).acks, answer.acks.slice(0, 1), "and answered the same again");
    await goesOn(phone);
  });
  await test("a request beyond all bounds is 413, and nothing of it is taken", async () => {
    const phone = await start();
    const op = phone.operation("put_credit", randomUUID(), { text: "x".repeat(17_000_000) });
    const reply = await phone.post("sync", phone.syncRequest([op])).catch(() => ({ status: 413 })); // the line may be cut first
    assert.equal(reply.status, 413);
    const empty = await phone.sync({ ...op, body: null });
    assert.deepEqual(empty.acks.map(told), [["rejected", "invalid"]], "sent without its body it is answered");
    await goesOn(phone);
  });
  await test("large requests are read a few at a time, so that their memory has a bound; who finds no place comes again", async () => {
    const phone = await start();
    const large = () => phone.post("sync", phone.syncRequest([{ ...phone.operation("put_credit", randomUUID(), { text: "x".repeat(3_000_000) }), seq: 1 }]));
    const replies = await Promise.all(Array.from({ length: 24 }, large));
    for (const { status } of replies) assert.ok(status === 200 || status === 503, `${status}`);
    assert.ok(replies.some(({ status }) => status === 200));
    assert.equal((await server.ask("GET", "/api/v1/health")).status, 200);
    phone.seq = 1;
    await goesOn(phone);
  });
  await test("a kind that this server does not know is kept with an answer of its own", async () => {
    const phone = await start();
    const op = phone.operation("grant_certificate", randomUUID(), { a: 1 });
    const answer = await phone.sync(op);
    assert.deepEqual(answer.acks.map(told), [["rejected", "unknown_kind"]]);
    await goesOn(phone);
  });
  await test("the same id with another content: the first one stands, the other one's refusal is kept", async () => {
    const phone = await start();
    const first = phone.putCredit(credit());
    await phone.sync(first);
    const other = { ...phone.putCredit({ ...first.body, units: 9 }), id: first.id };
    const answer = await phone.sync(other);
    assert.deepEqual(answer.acks.map(told), [["rejected", "op_reused"]]);
    assert.deepEqual((await phone.sync(other)).acks.map(told), [["rejected", "op_reused"]]);
    assert.deepEqual((await phone.another().sync()).changes.map((change) => change.body), [first.body]);
    await goesOn(phone);
  });
  await test("the same change under another device and number has its first answer, and the number is used up", async () => {
    const phone = await start();
    const op = phone.putCredit(credit());
    const [first] = (await phone.sync(op)).acks;
    const restored = phone.another();
    const again = { ...op, seq: ++restored.seq, base_version: 3 };
    const answer = await restored.sync(again);
    assert.deepEqual([answer.acks, answer.expected_seq], [[first], 2]);
    await goesOn(restored);
  });
  await test("numbers that go back are answered; the device goes on from where it was", async () => {
    const phone = await start();
    for (let i = 0; i < 3; ++i) await phone.sync(phone.putCredit(credit()));
    const back = { ...phone.putCredit(credit()), seq: 2 };
    phone.seq -= 1;
    const answer = await phone.sync(back);
    assert.deepEqual([answer.acks.map(told), answer.expected_seq], [[["rejected", "seq_reused"]], 4]);
    await goesOn(phone);
  });
  await test("batches with a gap, duplicates and a wrong order: what follows in order is taken, once", async () => {
    const phone = await start();
    const [one, two, three, four] = Array.from({ length: 4 }, () => phone.putCredit(credit()));
    assert.deepEqual((await phone.sync(one, one, three)).acks.map((ack) => ack.seq), [1, 1]);
    assert.deepEqual((await phone.sync(three, two)).acks, [], "nothing before what is missing");
    assert.deepEqual((await phone.sync(two, three, two, four)).acks.map((ack) => [ack.seq, ack.state]), [[2, "accepted"], [3, "accepted"], [2, "accepted"], [4, "accepted"]]);
    assert.equal((await phone.another().sync()).changes.length, 4);
  });
  await test("a phone whose clock is a year off: its times are noted, nothing hangs on them", async () => {
    const phone = await start();
    const late = { ...phone.putCredit(credit()), client_time: "2025-11-21T08:24:00" };
    const early = { ...phone.putCredit(credit()), client_time: "2027-11-21T08:24:00" };
    const answer = await phone.sync(late, early);
    assert.deepEqual([answer.acks.map(told), answer.now], [[["accepted", undefined], ["accepted", undefined]], now]);
  });
  await test("two accounts on one device: each has its own numbers", async () => {
    const one = await start();
    const two = await start();
    two.device = one.device;
    await one.sync(one.putCredit(credit()), one.putCredit(credit()));
    assert.equal((await two.sync(two.putCredit(credit()))).expected_seq, 2);
    await goesOn(one);
    await goesOn(two);
  });
  await test("another's credit cannot be reached by its id, not even to learn that it is there", async () => {
    const owner = await start();
    const stranger = await start();
    const mine = credit();
    await owner.sync(owner.putCredit(mine));
    const answer = await stranger.sync(stranger.operation("delete_credit", mine.id, null, 1), stranger.operation("delete_attachment", mine.id, null, 1));
    const nobodys = await stranger.sync(stranger.operation("delete_credit", randomUUID(), null, 1), stranger.operation("delete_credit", mine.id, null));
    assert.deepEqual(answer.acks.map((ack) => [...told(ack), ack.current]), Array(2).fill(["conflict", undefined, { version: 0, body: null }]));
    assert.deepEqual(nobodys.acks.map((ack) => [...told(ack), ack.current]), [["conflict", undefined, { version: 0, body: null }], ["rejected", "not_found", undefined]]);
    assert.deepEqual((await owner.another().sync()).changes.map((change) => change.body), [mine]);
    await goesOn(stranger);
  });
  await test("an attachment is a row like another: put, replaced, removed, in conflict", async () => {
    const phone = await start();
    const one = credit();
    const answer = await phone.sync(phone.putCredit(one), phone.operation("put_attachment", one.id, photo()));
    assert.deepEqual(answer.changes.at(-1), { version: 2, kind: "attachment", id: one.id, body: photo() });
    const tablet = phone.another();
    await tablet.sync();
    await phone.sync(phone.operation("put_attachment", one.id, photo({ bytes: 8 }), 2));
    const conflict = await tablet.sync(tablet.operation("delete_attachment", one.id, null, 2));
    assert.deepEqual([told(conflict.acks[0]), conflict.acks[0].current.body.bytes], [["conflict", undefined], 8]);
    assert.deepEqual((await phone.sync(phone.operation("delete_attachment", one.id, null, 3))).acks.map(told), [["accepted", undefined]]);
  });
  await test("an attachment that says something else than what it is is refused with what is wrong", async () => {
    const phone = await start();
    const bad = [{ sha256: "../../etc/passwd" }, { sha256: "A".repeat(64) }, { type: "text/html" }, { bytes: 0 }, { bytes: 10 * 1024 * 1024 + 1 }, { name: "x.jpg" }];
    const answer = await phone.sync(...bad.map((change) => phone.operation("put_attachment", "a", photo(change))));
    assert.deepEqual(answer.acks.map((ack) => [...told(ack), ack.errors[0].at]), bad.map((change) => ["rejected", "invalid", `/${Object.keys(change)[0]}`]));
    await goesOn(phone);
  });
  await test("an app of schema 1 goes on without attachments; older and newer ones are told, and keep everything", async () => {
    const phone = await start();
    const one = credit();
    await phone.sync(phone.putCredit(one), phone.operation("put_attachment", one.id, photo()));
    const ask = (schema) => phone.another().post("sync", { ...phone.another().syncRequest(), schema });
    assert.deepEqual((await ask(1)).json.changes.map((change) => change.kind), ["credit"]);
    assert.deepEqual((await ask(2)).json.changes.map((change) => change.kind), ["credit", "attachment"]);
    for (const [schema, code] of [[0, "schema_old"], [3, "schema"]]) {
      const reply = await ask(schema);
      assert.deepEqual([reply.status, reply.json.errors[0].code], [409, code]);
    }
    await goesOn(phone);
  });
  await test("what a phone should hold when it has heard everything is told: rows, and the sum of their versions", async () => {
    const phone = await start();
    const one = credit();
    await phone.sync(phone.putCredit(one), phone.putCredit(credit()), phone.operation("delete_credit", one.id, null, 1));
    assert.deepEqual((await phone.sync()).held, { rows: 2, versions: 5 });
  });
  await test("an ended session: what waits is taken after the same account has come back, and never under another", async () => {
    const phone = await start();
    const other = await start();
    const op = phone.putCredit(credit());
    const ended = phone.cookie;
    await phone.post("logout", {});
    phone.cookie = ended;
    assert.equal((await phone.post("sync", phone.syncRequest([op]))).status, 401);
    await phone.post("login", { email: phone.email, password });
    assert.deepEqual((await phone.sync(op)).acks.map(told), [["accepted", undefined]]);
    assert.deepEqual((await other.sync()).changes, []);
  });
  await test("an application is judged on the ledger as it is when it is taken, though others write all the time", async () => {
    const phone = await start();
    await phone.sync(phone.operation("set_profile", "profile", { kind: "new" }));
    const busy = phone.another();
    const submit = { scheme: "G13", edition: "2024-05-01", as_of: now.slice(0, 10), disputed: true, digest: sha256(""), verdict: "{}", engine: "x" };
    const writing = Promise.all(Array.from({ length: 20 }, () => busy.sync(busy.putCredit(credit())).catch(() => null)));
    const answer = await phone.sync(phone.putCredit(credit()), phone.operation("submit_application", randomUUID(), submit), phone.putCredit(credit()));
    await writing;
    assert.deepEqual(answer.acks.map(told), [["accepted", undefined], ["accepted", undefined], ["accepted", undefined]]);
    assert.equal(answer.acks[1].application.number, "G13-2026-000001");
  });
  await test("an application that is there is never written over, whatever version its second sender claims to have seen", async () => {
    const phone = await start();
    await phone.sync(phone.operation("set_profile", "profile", { kind: "new" }));
    const id = randomUUID();
    const body = { scheme: "G13", edition: "2024-05-01", as_of: now.slice(0, 10), disputed: false, digest: sha256(""), verdict: "{}", engine: "x" };
    const [{ version, application }] = (await phone.sync(phone.operation("submit_application", id, body))).acks;
    for (const base of [0, version]) {
      const [ack] = (await phone.sync(phone.operation("submit_application", id, body, base))).acks;
      assert.deepEqual([...told(ack), ack.current], ["conflict", undefined, { version, body: application }]);
    }
    assert.deepEqual((await phone.get("applications")).json.applications, [application]);
    await goesOn(phone);
  });
  await test("nesting without end, in a small request and in a large one, is no JSON for this server, and harms nobody", async () => {
    const phone = await start();
    const op = phone.putCredit(credit());
    const nested = (depth, filling) =>
      JSON.stringify(phone.syncRequest([{ ...op, body: { a: [], b: "" } }])).replace("[]", () => "[".repeat(depth) + "]".repeat(depth)).replace('"b":""', () => `"b":"${"x".repeat(filling)}"`);
    const kLarge = 9_000_000;
    for (const [depth, filling] of [[14, 0], [1_000_000, 0], [14, kLarge], [4_500_000, 0]]) {
      const reply = await phone.post("sync", nested(depth, filling));
      assert.deepEqual([reply.status, reply.json.errors[0].code], [400, "syntax"], `${depth} deep`);
    }
    for (const filling of [0, kLarge]) {
      const reply = await phone.post("sync", nested(13, filling));
      assert.deepEqual([reply.status, reply.json.acks.map((ack) => ack.state)], [200, ["rejected"]], "as deep as may be");
      op.id = randomUUID();
      op.seq = ++phone.seq;
    }
    phone.seq -= 1;
    await goesOn(phone);
  });
  await test("a list beyond all bounds beside a large change is kept as what it is, so that its id can be told from another's", async () => {
    const phone = await start();
    const large = phone.operation("put_credit", randomUUID(), { text: "x".repeat(8_500_000) });
    const list = phone.operation("put_credit", randomUUID(), { list: Array(10_001).fill(0) });
    assert.deepEqual((await phone.sync(large, list)).acks.map(told), [["rejected", "too_large"], ["rejected", "invalid"]]);
    assert.deepEqual((await phone.sync({ ...list, body: {} })).acks.map(told), [["rejected", "op_reused"]]);
    await goesOn(phone);
  });
  await server.stop();
}
