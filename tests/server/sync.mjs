// Sync: operations in their order, once each; both sides of a conflict kept; one's own data alone.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { now, startServer } from "./server-under-test.mjs";
import { Phone, credit, password } from "./phone.mjs";

const profile = { kind: "renewal", base: "2024-02-01" };
const states = (answer) => answer.acks.map((ack) => ack.state);

export default async function (test) {
  const server = await startServer({ args: ["--office", "G13"] });
  const start = () => Phone.registered(server);

  await test("an operation is acknowledged with the entity's version, and comes back as a change", async () => {
    const phone = await start();
    const one = credit({ units: 1.5 });
    const op = phone.putCredit(one);
    const answer = await phone.sync(op);
    assert.deepEqual(Object.keys(answer), ["epoch", "acks", "changes", "cursor", "more", "expected_seq", "applications_version", "rules", "now", "held"]);
    assert.deepEqual(answer.acks, [{ id: op.id, seq: 1, state: "accepted", version: 1 }]);
    assert.deepEqual(answer.changes, [{ version: 1, kind: "credit", id: one.id, body: one }]);
    assert.deepEqual([answer.cursor, answer.more, answer.expected_seq], [1, false, 2]);
    assert.deepEqual((await phone.sync()).changes, []);
  });
  await test("every kind of entity, edited and deleted", async () => {
    const phone = await start();
    const one = credit();
    const person = { name: "佐藤 美咲", licence_number: "123456" };
    await phone.sync(phone.operation("set_profile", "profile", profile), phone.operation("set_person", "person", person), phone.putCredit(one));
    const edited = await phone.sync(phone.putCredit({ ...one, units: 2 }, 3), phone.operation("set_profile", "profile", { kind: "new" }, 1));
    assert.deepEqual(states(edited), ["accepted", "accepted"]);
    assert.deepEqual(edited.changes.map((change) => [change.version, change.kind]), [[4, "credit"], [5, "profile"]]);
    const deleted = await phone.sync(phone.operation("delete_credit", one.id, null, 4));
    assert.deepEqual(deleted.changes, [{ version: 6, kind: "credit", id: one.id, body: null }]);
    const fresh = await phone.another().sync();
    assert.deepEqual(fresh.changes.map((change) => [change.version, change.kind, change.body]), [[2, "person", person], [5, "profile", { kind: "new" }], [6, "credit", null]]);
  });
  await test("sent again, an operation has the same answer and no further effect", async () => {
    const phone = await start();
    const ops = [phone.putCredit(credit()), phone.putCredit(credit({ units: -1 })), phone.operation("delete_credit", "nothing", null)];
    const first = await phone.sync(...ops);
    assert.deepEqual(states(first), ["accepted", "rejected", "rejected"]);
    const again = await phone.sync(...ops);
    assert.deepEqual(again.acks, first.acks);
    assert.deepEqual([again.changes, again.expected_seq], [[], 4]);
  });
  await test("the same operation under another device id or number is the same: its first answer again, and the queue goes on behind it", async () => {
    const phone = await start();
    const op = phone.putCredit(credit());
    const first = await phone.sync(op);
    const again = phone.another();
    const answer = await again.sync({ ...op, seq: 1, base_version: 7 }, { ...again.putCredit(credit()), seq: 2 });
    assert.deepEqual([answer.acks[0], states(answer), answer.expected_seq], [first.acks[0], ["accepted", "accepted"], 3]);
    assert.deepEqual(answer.changes.map((change) => change.version), [1, 2]);
  });
  await test("another payload under the same id is rejected and changes nothing", async () => {
    const phone = await start();
    const op = phone.putCredit(credit());
    await phone.sync(op);
    const changed = await phone.sync({ ...op, body: { ...op.body, units: 9 } });
    assert.deepEqual(changed.acks.map((ack) => [ack.state, ack.reason]), [["rejected", "op_reused"]]);
    const next = { ...phone.putCredit(credit()), id: op.id };
    assert.deepEqual((await phone.sync(next)).acks[0].reason, "op_reused");
    const after = await phone.sync(phone.putCredit(credit()));
    assert.deepEqual(states(after), ["accepted"], "the queue goes on");
    assert.equal(after.changes.length, 1);
  });
  await test("a used number under another id is rejected", async () => {
    const phone = await start();
    const op = phone.putCredit(credit());
    await phone.sync(op);
    const answer = await phone.sync({ ...phone.putCredit(credit()), seq: 1 });
    assert.deepEqual(answer.acks.map((ack) => [ack.state, ack.reason]), [["rejected", "seq_reused"]]);
  });
  await test("at a gap nothing further is taken, and the expected number is told", async () => {
    const phone = await start();
    const [one, , three] = [phone.putCredit(credit()), phone.putCredit(credit()), phone.putCredit(credit())];
    const answer = await phone.sync(one, three);
    assert.deepEqual(answer.acks.map((ack) => ack.seq), [1]);
    assert.deepEqual([answer.expected_seq, answer.changes.length], [2, 1]);
  });
  await test("a rejected operation is an answer, says what is wrong where, and the queue goes on", async () => {
    const phone = await start();
    const bad = [
      [phone.putCredit(credit({ units: 0, typo: 1, date: "2026-02-30" })), "invalid", ["/date", "/typo", "/units"]],
      [phone.operation("put_credit", randomUUID(), credit()), "invalid", ["/id"]],
      [phone.operation("put_credit", randomUUID(), null), "invalid", [""]],
      [phone.operation("set_profile", "profile", { kind: "renewal", base: "2026-11-22" }), "invalid", ["/base"]],
      [phone.operation("set_profile", "other", profile), "invalid", [""]],
      [phone.operation("set_profile", "profile", { kind: "new", base: "2024-02-01" }), "invalid", ["/base"]],
      [phone.operation("set_person", "person", { name: "", age: 40 }), "invalid", ["/age", "/name"]],
      [phone.operation("delete_credit", randomUUID(), null), "not_found", undefined],
      [phone.operation("delete_credit", randomUUID(), {}), "invalid", [""]],
      [phone.operation("grant_certificate", randomUUID(), {}), "unknown_kind", undefined],
    ];
    const answer = await phone.sync(...bad.map(([op]) => op), phone.putCredit(credit()));
    bad.forEach(([, reason, at], i) => {
      const ack = answer.acks[i];
      assert.deepEqual([ack.state, ack.reason, ack.errors?.map((error) => error.at).sort()], ["rejected", reason, at], `operation ${i + 1}`);
    });
    assert.equal(answer.acks.at(-1).state, "accepted");
    assert.deepEqual(answer.changes.map((change) => change.version), [1]);
  });
  await test("two devices: the later edit of the same row is a conflict, the server's stays and is told", async () => {
    const phone = await start();
    const tablet = phone.another();
    const one = credit();
    await phone.sync(phone.putCredit(one));
    await tablet.sync();
    await phone.sync(phone.putCredit({ ...one, units: 2 }, 1));
    const conflict = await tablet.sync(tablet.putCredit({ ...one, units: 3 }, 1), tablet.putCredit(credit()));
    assert.deepEqual(states(conflict), ["conflict", "accepted"]);
    assert.deepEqual(conflict.acks[0].current, { version: 2, body: { ...one, units: 2 } });
    assert.equal(conflict.acks[0].version, 2);
    const solved = await tablet.sync(tablet.putCredit({ ...one, units: 3 }, 2));
    assert.deepEqual(states(solved), ["accepted"]);
    assert.deepEqual((await phone.sync()).changes.map((change) => change.body.units), [1, 3]);
  });
  await test("a row deleted elsewhere is a conflict too, with nothing in its place", async () => {
    const phone = await start();
    const tablet = phone.another();
    const one = credit();
    await phone.sync(phone.putCredit(one), phone.operation("delete_credit", one.id, null, 1));
    const answer = await tablet.sync(tablet.putCredit({ ...one, units: 2 }, 1));
    assert.deepEqual(answer.acks[0].current, { version: 2, body: null });
    assert.deepEqual(states(await tablet.sync(tablet.putCredit(one, 2))), ["accepted"], "it may be brought back");
  });
  await test("many changes come in pages, none twice and none left out", async () => {
    const phone = await start();
    for (let i = 0; i < 7; ++i) await phone.sync(...Array.from({ length: 150 }, () => phone.putCredit(credit())));
    const tablet = phone.another();
    const versions = [];
    for (const size of [500, 500, 50]) {
      const answer = await tablet.sync();
      assert.deepEqual([answer.changes.length, answer.more], [size, size === 500]);
      versions.push(...answer.changes.map((change) => change.version));
    }
    assert.deepEqual(versions, Array.from({ length: 1050 }, (_, i) => i + 1));
  });
  await test("another epoch: no operation is taken, and the phone is told what is expected of it", async () => {
    const phone = await start();
    await phone.sync(phone.putCredit(credit()));
    const reply = await phone.post("sync", { ...phone.syncRequest([phone.putCredit(credit())]), epoch: "of a lost database" });
    assert.deepEqual(reply.json, { epoch: phone.epoch, acks: [], changes: [], cursor: 0, more: false, expected_seq: 2, applications_version: 0, rules: { missing: [], unknown: [], other: [] }, now, held: { rows: 0, versions: 0 } });
    assert.equal((await phone.another().sync()).changes.length, 1);
  });
  await test("nobody sees or touches another's data, even by its ids", async () => {
    const owner = await start();
    const stranger = await start();
    const one = credit();
    const op = owner.putCredit(one);
    await owner.sync(op);
    assert.deepEqual((await stranger.sync()).changes, []);
    stranger.device = owner.device;
    assert.equal((await stranger.sync()).expected_seq, 1);
    const answer = await stranger.sync({ ...op, body: { ...one, units: 7 } }, { ...stranger.operation("delete_credit", one.id, null, 1), seq: 2 });
    assert.deepEqual(answer.acks.map((ack) => [ack.state, ack.version]), [["accepted", 1], ["accepted", 2]], "it is the stranger's own row of that id");
    assert.deepEqual((await owner.another().sync()).changes.map((change) => change.body), [one]);
  });
  await test("devices of one account that send at once are taken one after the other", async () => {
    const phone = await start();
    const devices = Array.from({ length: 8 }, () => phone.another());
    await Promise.all(devices.map(async (device) => {
      for (let i = 0; i < 10; ++i) assert.deepEqual(states(await device.sync(device.putCredit(credit()), device.putCredit(credit()))), ["accepted", "accepted"]);
    }));
    const all = await phone.sync();
    assert.deepEqual(all.changes.map((change) => change.version), Array.from({ length: 160 }, (_, i) => i + 1));
  });
  await test("many phones of many accounts at once", async () => {
    const phones = await Promise.all(Array.from({ length: 20 }, start));
    await Promise.all(phones.map(async (phone) => {
      for (let i = 0; i < 10; ++i) await phone.sync(phone.putCredit(credit()));
      assert.equal(phone.cursor, 10);
    }));
  });
  await test("what waits on the phone survives that its session has ended", async () => {
    const phone = await start();
    const op = phone.putCredit(credit());
    const cookie = phone.cookie;
    await phone.post("logout", {});
    phone.cookie = cookie;
    assert.equal((await phone.post("sync", phone.syncRequest([op]))).status, 401);
    await phone.post("login", { email: phone.email, password });
    assert.deepEqual(states(await phone.sync(op)), ["accepted"]);
  });
  await server.stop();
}
