// The phone's database was lost, in whole or in its last writes, and there is a second copy of what waited.

import assert from "node:assert/strict";
import { test } from "node:test";
import { unsentBytes, unsentBlobs } from "../../www/src/storage/blobs";
import type { Blob } from "../../www/src/storage/ledger";
import { lacking, putBack, type SecondCopy } from "../../www/src/storage/putting-back";
import type { Uploads } from "../../www/src/storage/protocol";
import { openOperations } from "../../www/src/storage/waiting-file";
import { carryOut } from "../../www/src/storage/commands";
import { credit, now, Phone, Server } from "./phone";

const photo: Blob = { sha256: "cd".repeat(32), type: "image/jpeg", bytes: 3, data: new Uint8Array([255, 216, 255]) };

/** What the second copy holds when the phone has confirmed everything. */
function copyOf({ db }: Phone): SecondCopy {
  return { operations: openOperations(db), blobs: unsentBlobs(db).filter(({ sha256 }) => unsentBytes(db).includes(sha256)), made: true };
}

function opened(phone: Phone, copy: SecondCopy, { durable = true, instead = null as { kept: string | null } | null } = {}): Phone {
  const here = copy.blobs.filter(({ sha256 }) => lacking(phone.db, [sha256]).length > 0);
  putBack({ db: phone.db, durable, instead }, { ...copy, blobs: here }, now);
  return phone;
}

function attach(phone: Phone, entity: string): void {
  const { data: _, ...body } = photo;
  carryOut(phone.db, true, { name: "append", changes: [{ id: crypto.randomUUID(), kind: "put_attachment", entity, body }], client_time: now, settles: null, blobs: [photo] });
}

test("a lost database: what waited is there again under its ids, and the user is told", () => {
  const [phone, server] = [new Phone(), new Server()];
  phone.put(credit("sent"));
  phone.sync(server);
  const ids = [phone.put(credit("a")), phone.put(credit("a", 2))];
  const again = opened(new Phone(), copyOf(phone), { instead: { kept: "account-x.sqlite" } });
  assert.deepEqual(again.view().waiting.map(({ id }) => id), ids);
  assert.deepEqual(again.view().damaged, { at: now, kept: "account-x.sqlite", put_back: 2 });
  again.sync(server);
  assert.deepEqual([again.units(), again.view().conflicts], [{ a: 2, sent: 1 }, []]);
  assert.equal(carryOut(again.db, true, { name: "settle_damage" }) && again.view().damaged, null);
});

test("only the last writes were lost: they are put back, and it is no damage", () => {
  const [phone, server] = [new Phone(), new Server()];
  phone.put(credit("a"));
  phone.sync(server);
  opened(phone, copyOf(phone));
  const id = phone.put(credit("b"));
  const copy = copyOf(phone);
  phone.db.exec({ sql: "DELETE FROM ops WHERE id = ?", bind: [id] });
  opened(phone, copy);
  assert.deepEqual([phone.units(), phone.view().damaged], [{ a: 1, b: 1 }, null]);
});

test("a second edit, whose first was answered before the loss, stands on that answer", () => {
  const [phone, server] = [new Phone(), new Server()];
  phone.put(credit("a", 1));
  phone.put(credit("a", 2));
  phone.meet(server);
  phone.take(server.sync({ ...phone.outgoing().request, rules: [] }));
  assert.equal(phone.view().waiting.length, 1);
  const again = opened(new Phone(), copyOf(phone));
  again.sync(server);
  assert.deepEqual([again.units(), again.view().conflicts], [{ a: 2 }, []]);
});

test("a question that was open is asked again after the loss, one that was settled is not", () => {
  const [phone, other, server] = [new Phone(), new Phone(), new Server()];
  for (const id of ["a", "b"]) {
    other.put(credit(id, 9));
    phone.put(credit(id, 1));
  }
  phone.put(credit("bad", 0));
  other.sync(server);
  phone.sync(server);
  const [settled, open] = phone.view().conflicts;
  carryOut(phone.db, true, { name: "settle", id: settled!.id });
  const again = opened(new Phone(), copyOf(phone));
  again.sync(server);
  assert.deepEqual(again.view().conflicts.map(({ id }) => id), [open!.id]);
  assert.deepEqual(again.view().rejected.map(({ reason }) => reason), ["range"]);
});

test("a photo whose change the server has, and whose bytes it has not, is sent after the loss", () => {
  const [phone, server] = [new Phone(), new Server()];
  attach(phone, "a");
  phone.sync(server);
  const again = opened(new Phone(), copyOf(phone));
  const uploads = (at = now): Uploads => carryOut(again.db, true, { name: "uploads", now: at }) as Uploads;
  assert.equal(uploads("2027-11-21T08:24:00").next, null, "nothing is known of it yet, however long");
  again.sync(server);
  assert.deepEqual(uploads(), { waiting: 1, next: photo });
});

test("a ledger in which nothing was ever written is opened twice: no damage is told", () => {
  const phone = opened(new Phone(), { operations: [], blobs: [], made: false });
  assert.equal(opened(phone, copyOf(phone)).view().damaged, null);
});

test("a ledger in memory is new at each start: that is no damage, and what waited is there", () => {
  const phone = new Phone();
  phone.put(credit("a"));
  const again = opened(new Phone(), copyOf(phone), { durable: false });
  assert.deepEqual([again.units(), again.view().damaged], [{ a: 1 }, null]);
});
