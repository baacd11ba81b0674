import assert from "node:assert/strict";
import { test } from "node:test";
import { migrate } from "../../www/src/storage/migrations";
import { credit, now, Phone, Server } from "./phone";

test("a change is in the view before the server has heard of it, and waits", () => {
  const phone = new Phone();
  phone.put(credit("a", 2));
  assert.deepEqual(phone.units(), { a: 2 });
  assert.deepEqual(phone.view().waiting.map((op) => [op.seq, op.kind, op.client_time]), [[1, "put_credit", now]]);
  assert.equal(phone.view().last_synced, null);
});

test("appending the same operation twice, as a retry does, appends it once", () => {
  const phone = new Phone();
  const command = { name: "append", changes: [{ id: "op", kind: "put_credit", entity: "a", body: credit("a") }], client_time: now, settles: null } as const;
  return import("../../www/src/storage/commands").then(({ carryOut }) => {
    carryOut(phone.db, true, command);
    carryOut(phone.db, true, command);
    assert.equal(phone.view().waiting.length, 1);
  });
});

test("what waits drains in order; the view does not change by it", () => {
  const [phone, server] = [new Phone(), new Server()];
  for (const id of ["a", "b", "c"]) phone.put(credit(id));
  phone.sync(server);
  assert.deepEqual(server.received.map((op) => op.seq), [1, 2, 3]);
  assert.deepEqual(phone.units(), { a: 1, b: 1, c: 1 });
  assert.deepEqual(phone.view().waiting, []);
  assert.equal(phone.view().last_synced, now);
});

test("several edits of one credit while offline: each stands on the version that the one before it got", () => {
  const [phone, server] = [new Phone(), new Server()];
  phone.put(credit("a", 1));
  phone.put(credit("a", 2));
  phone.put(credit("b", 9));
  phone.remove("a");
  phone.put(credit("a", 4));
  phone.meet(server);
  assert.equal(phone.outgoing().request.ops.length, 1, "the second edit's base is not known before the first is answered");
  phone.sync(server);
  assert.deepEqual(server.received.map((op) => op.base_version), [0, 1, 0, 2, 4]);
  assert.deepEqual(phone.view().conflicts, []);
  assert.deepEqual([phone.units(), server.units()], [{ a: 4, b: 9 }, { a: 4, b: 9 }]);
});

test("a lost reply: the same operations go again and count once", () => {
  const [phone, server] = [new Phone(), new Server()];
  phone.put(credit("a"));
  phone.meet(server);
  server.sync({ ...phone.outgoing().request, rules: [] });
  phone.put(credit("a", 2));
  phone.sync(server);
  assert.equal(server.received.length, 2);
  assert.deepEqual(server.units(), { a: 2 });
});

test("the same answer taken twice changes nothing the second time", () => {
  const [phone, server] = [new Phone(), new Server()];
  phone.put(credit("a"));
  phone.meet(server);
  const answer = server.sync({ ...phone.outgoing().request, rules: [] });
  assert.equal(phone.take(answer).progress, true);
  const before = phone.view();
  phone.take(answer);
  assert.deepEqual(phone.view(), before);
});

test("more than a page of changes is heard to its end", () => {
  const [one, two, server] = [new Phone(), new Phone(), new Server()];
  server.page = 3;
  for (let n = 0; n < 10; n++) one.put(credit(`c${n}`));
  one.sync(server);
  two.sync(server);
  assert.deepEqual(two.units(), one.units());
});

test("201 waiting operations take two requests", () => {
  const [phone, server] = [new Phone(), new Server()];
  for (let n = 0; n < 201; n++) phone.put(credit(`c${n}`));
  phone.meet(server);
  assert.equal(phone.outgoing().request.ops.length, 200);
  phone.sync(server);
  assert.equal(phone.view().waiting.length, 0);
});

test("two devices change one credit: both versions are kept until the user chooses", async (t) => {
  const meet = (): readonly [Phone, Server] => {
    const [one, two, server] = [new Phone(), new Phone(), new Server()];
    one.put(credit("a", 1));
    one.sync(server);
    two.sync(server);
    one.put(credit("a", 3));
    one.sync(server);
    two.put(credit("a", 5));
    two.put(credit("a", 6));
    two.sync(server);
    return [two, server];
  };
  await t.test("the second to come is told, once for the thing, with both", () => {
    const [phone] = meet();
    const [conflict, ...rest] = phone.view().conflicts;
    assert.deepEqual(rest, []);
    assert.equal((conflict?.mine as { units: number }).units, 6);
    assert.equal((conflict?.theirs as { units: number }).units, 3);
    assert.deepEqual(phone.units(), { a: 3 });
  });
  await t.test("mine: goes as a new change on the present version", () => {
    const [phone, server] = meet();
    const [conflict] = phone.view().conflicts;
    phone.write({ kind: "put_credit", entity: "a", body: conflict!.mine }, conflict!.id);
    assert.deepEqual(phone.view().conflicts, []);
    phone.sync(server);
    assert.deepEqual([phone.units(), server.units()], [{ a: 6 }, { a: 6 }]);
    assert.deepEqual(phone.view().conflicts, []);
  });
  await t.test("theirs: nothing is sent, the log keeps mine", async () => {
    const [phone, server] = meet();
    const { carryOut } = await import("../../www/src/storage/commands");
    carryOut(phone.db, true, { name: "settle", id: phone.view().conflicts[0]!.id });
    phone.sync(server);
    assert.deepEqual(phone.view().conflicts, []);
    assert.deepEqual(server.units(), { a: 3 });
    assert.equal(phone.db.selectValue("SELECT count(*) FROM ops WHERE state = 'conflict'"), 2);
  });
});

test("both devices made the same change: no question is asked", () => {
  const [one, two, server] = [new Phone(), new Phone(), new Server()];
  one.put(credit("a", 2));
  two.put({ category: "internet", provider: "G13", units: 2, date: "2026-10-18", id: "a" });
  one.sync(server);
  two.sync(server);
  assert.deepEqual(two.view().conflicts, []);
  two.put(credit("a", 3));
  two.sync(server);
  assert.deepEqual(server.units(), { a: 3 });
});

test("a rejected change does not hold up the queue; it is shown with its reason until dismissed, and kept in the log", async () => {
  const [phone, server] = [new Phone(), new Server()];
  const bad = phone.put(credit("bad", 0));
  phone.put(credit("good", 1));
  phone.sync(server);
  assert.deepEqual(phone.units(), { good: 1 });
  assert.deepEqual(phone.view().rejected.map((op) => [op.id, op.reason]), [[bad, "range"]]);
  const { carryOut } = await import("../../www/src/storage/commands");
  carryOut(phone.db, true, { name: "settle", id: bad });
  assert.deepEqual(phone.view().rejected, []);
  assert.equal(phone.db.selectValue("SELECT count(*) FROM ops"), 2);
});

test("an older answer that comes late does not set a row back", () => {
  const [phone, other, server] = [new Phone(), new Phone(), new Server()];
  other.put(credit("a", 1));
  other.sync(server);
  const late = server.sync({ ...phone.outgoing().request, rules: [] });
  other.put(credit("a", 2));
  other.sync(server);
  phone.sync(server);
  phone.take(late);
  assert.deepEqual(phone.units(), { a: 2 });
});

test("the phone's log was set back: what waits goes on under a new device id, nothing is refused or lost", () => {
  const [phone, server] = [new Phone(), new Server()];
  phone.put(credit("a"));
  phone.put(credit("b"));
  phone.sync(server);
  phone.db.exec("DELETE FROM ops WHERE seq = 2; DELETE FROM rows WHERE id = 'b'; UPDATE meta SET value = '1' WHERE key = 'cursor'");
  phone.put(credit("c"));
  phone.sync(server);
  phone.put(credit("d"));
  phone.sync(server);
  assert.deepEqual([phone.units(), server.units()], [{ a: 1, b: 1, c: 1, d: 1 }, { a: 1, b: 1, c: 1, d: 1 }]);
  assert.deepEqual(phone.view().rejected, []);
});

test("a database of a newer version of the app is left untouched", () => {
  const phone = new Phone();
  phone.db.exec("PRAGMA user_version = 99");
  assert.equal(migrate(phone.db), "newer");
  assert.equal(phone.db.selectValue("PRAGMA user_version"), 99);
});
