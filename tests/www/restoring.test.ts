// The server's database was restored from an older backup: what a phone sends again, what it asks, what it does not ask again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { credit, now, Phone, Server } from "./phone";

test("the server is restored to an older backup: the phone sends again what was forgotten", () => {
  const [phone, server] = [new Phone(), new Server()];
  phone.put(credit("a", 1));
  phone.sync(server);
  const restored = server.backup();
  phone.put(credit("a", 2));
  phone.put(credit("b", 7));
  phone.sync(server);
  phone.put(credit("a", 3));
  assert.notEqual(restored.epoch, server.epoch);
  phone.sync(restored);
  assert.deepEqual([phone.units(), restored.units()], [{ a: 3, b: 7 }, { a: 3, b: 7 }]);
  assert.deepEqual(phone.view().conflicts, []);
  assert.deepEqual(phone.view().waiting, []);
});

test("before the server's epoch is known nothing is sent: a request that is late cannot be taken by a later life of its database", () => {
  const [phone, server] = [new Phone(), new Server()];
  phone.put(credit("a", 1));
  const early = { ...phone.outgoing().request, rules: [] };
  assert.deepEqual([early.epoch, early.ops], [null, []]);
  phone.sync(server);
  assert.deepEqual(server.units(), { a: 1 });
});

test("restored, and the log has a twin on another device that has sent it again already: both take the new answers", () => {
  const [phone, twin, other, server] = [new Phone(), new Phone(), new Phone(), new Server()];
  const restored = server.backup();
  const id = phone.put(credit("a", 1));
  phone.sync(server);
  for (const table of ["meta", "ops", "rows"] as const) {
    for (const row of phone.db.selectObjects(`SELECT * FROM ${table}`)) {
      const columns = Object.keys(row);
      twin.db.exec({ sql: `INSERT OR REPLACE INTO ${table} (${columns}) VALUES (${columns.map(() => "?")})`, bind: Object.values(row) as string[] });
    }
  }
  other.put(credit("a", 9));
  other.sync(restored);
  phone.sync(restored);
  twin.sync(restored);
  for (const each of [phone, twin]) assert.deepEqual(each.view().conflicts.map((conflict) => conflict.id), [id]);
});

test("restored: what the user has settled is not asked again", async () => {
  const [phone, other, server] = [new Phone(), new Phone(), new Server()];
  const restored = server.backup();
  other.put(credit("a", 9));
  other.sync(server);
  const id = phone.put(credit("a", 1));
  phone.sync(server);
  const { carryOut } = await import("../../www/src/storage/commands");
  carryOut(phone.db, true, { name: "settle", id });
  other.sync(restored);
  phone.sync(restored);
  assert.deepEqual(phone.view().conflicts, []);
  assert.deepEqual(restored.units(), { a: 9 });
});

test("restored: two that once said the same and now differ are a question", () => {
  const [phone, other, third, server] = [new Phone(), new Phone(), new Phone(), new Server()];
  const restored = server.backup();
  other.put(credit("a", 2));
  other.sync(server);
  phone.put(credit("a", 2));
  phone.sync(server);
  assert.deepEqual(phone.view().conflicts, []);
  third.put(credit("a", 9));
  third.sync(restored);
  phone.sync(restored);
  assert.equal(phone.view().conflicts.length, 1);
});

test("restored, and the forgotten credit came from another device that never returns: this phone hands it on", () => {
  const [one, two, server] = [new Phone(), new Phone(), new Server()];
  const restored = server.backup();
  one.put(credit("a", 1));
  one.sync(server);
  two.sync(server);
  two.sync(restored);
  assert.deepEqual([two.units(), restored.units()], [{ a: 1 }, { a: 1 }]);
  one.sync(restored);
  assert.deepEqual(one.view().conflicts, []);
  assert.deepEqual(one.units(), { a: 1 });
});

test("restored, and another device wrote first: the phone's chain of edits goes again without a needless question", () => {
  const [phone, other, server] = [new Phone(), new Phone(), new Server()];
  phone.put(credit("a", 1));
  phone.sync(server);
  const restored = server.backup();
  phone.put(credit("a", 2));
  phone.sync(server);
  phone.put(credit("a", 3));
  phone.sync(server);
  other.put(credit("x"));
  other.sync(restored);
  phone.sync(restored);
  assert.deepEqual(phone.view().conflicts, []);
  assert.deepEqual(restored.units(), { a: 3, x: 1 });
});

test("restored: an application that the server has forgotten is not shown as received any longer", () => {
  const [phone, server] = [new Phone(), new Server()];
  const restored = server.backup();
  server.entities.set("application/x", { version: ++server.version, kind: "application", id: "x", body: { id: "x", received_at: now } });
  phone.sync(server);
  assert.equal(phone.view().applications.length, 1);
  phone.sync(restored);
  assert.deepEqual(phone.view().applications, []);
});

test("while everything is heard again, the view does not empty", () => {
  const [phone, server] = [new Phone(), new Server()];
  for (let n = 0; n < 6; n++) phone.put(credit(`c${n}`));
  phone.sync(server);
  const restored = server.backup();
  restored.page = 2;
  const { request } = phone.outgoing();
  phone.take(restored.sync({ ...request, rules: [] }));
  assert.equal(Object.keys(phone.units()).length, 6);
  phone.take(restored.sync({ ...phone.outgoing().request, rules: [] }));
  assert.equal(Object.keys(phone.units()).length, 6);
});

test("restored: a change from another phone's file does not follow this phone's own only because both stood on the same version", async () => {
  const [phone, tablet, server] = [new Phone(), new Phone(), new Server()];
  const { carryOut } = await import("../../www/src/storage/commands");
  const restored = server.backup();
  tablet.put(credit("a", 9));
  tablet.sync(server);
  phone.put(credit("a", 1));
  phone.sync(server); // a conflict
  const other = new Phone();
  other.put(credit("a", 5));
  const file = JSON.parse(JSON.stringify(carryOut(other.db, true, { name: "export_waiting", account: "a", now })));
  carryOut(phone.db, true, { name: "import_waiting", file });
  phone.sync(restored);
  assert.deepEqual(restored.units(), { a: 1 });
  assert.equal(phone.view().conflicts.length, 1);
});
