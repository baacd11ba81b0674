// What a phone lives through in three years: lines with narrow limits, restores on either side, logouts, guests, photos.

import assert from "node:assert/strict";
import { test } from "node:test";
import { syncOnce, type SyncWorld } from "../../www/src/server/sync";
import { carryOut } from "../../www/src/storage/commands";
import type { Blob } from "../../www/src/storage/ledger";
import type { Imported, Uploads, WaitingFile } from "../../www/src/storage/protocol";
import { uuid7 } from "../../www/src/storage/uuid7";
import { BadFile } from "../../www/src/storage/waiting-file";
import { credit, now, Phone, Server } from "./phone";

const photo: Blob = { sha256: "ab".repeat(32), type: "image/jpeg", bytes: 3, data: new Uint8Array([255, 216, 255]) };
const attachment = { sha256: photo.sha256, type: photo.type, bytes: photo.bytes };

function world(phone: Phone, send: SyncWorld["send"]): SyncWorld {
  return {
    send, outgoing: async () => phone.outgoing(), incoming: async (answer) => phone.take(answer), rules: () => [], tell: () => {},
    now: () => now, random: () => 0.5, later: () => () => {},
  };
}

/** Writes a credit with its photo, as the form does. */
function withPhoto(phone: Phone, id = "a"): void {
  const changes = [{ id: uuid7(), kind: "put_credit", entity: id, body: credit(id) }, { id: uuid7(), kind: "put_attachment", entity: id, body: attachment }] as const;
  carryOut(phone.db, true, { name: "append", changes, client_time: now, settles: null, blobs: [photo] });
}

const uploads = (phone: Phone, at = now): Uploads => carryOut(phone.db, true, { name: "uploads", now: at }) as Uploads;
const exported = (phone: Phone): WaitingFile => JSON.parse(JSON.stringify(carryOut(phone.db, true, { name: "export_waiting", account: "guest", now }))) as WaitingFile;
/** How many changes came in. */
const imported = (phone: Phone, file: unknown): number => (carryOut(phone.db, true, { name: "import_waiting", file }) as Imported).taken;

test("a line that takes small requests only: fewer are sent at once, until they pass", async () => {
  const [phone, server] = [new Phone(), new Server()];
  for (let n = 0; n < 20; n++) phone.put(credit(`c${n}`));
  const sizes: number[] = [];
  const narrow: SyncWorld["send"] = async (request) => {
    sizes.push(request.ops.length);
    if (request.ops.length > 4) return { sort: "refused", status: 413, errors: [], retry_after_seconds: null };
    return { sort: "answer", value: server.sync(request) };
  };
  assert.equal(await syncOnce(world(phone, narrow)), "clear");
  assert.deepEqual([sizes.slice(1, 5), Object.keys(server.units()).length], [[20, 10, 5, 2], 20]);
});

test("one change that no line takes is answered without its body, stays on the phone, and the rest goes on", async () => {
  const [phone, server] = [new Phone(), new Server()];
  phone.put({ ...credit("a"), title: "x".repeat(1000) });
  phone.put(credit("b"));
  const narrow: SyncWorld["send"] = async (request) => {
    if (JSON.stringify(request.ops).length > 900) return { sort: "refused", status: 413, errors: [], retry_after_seconds: null };
    const empty = request.ops.find((op) => op.body === null);
    const answer = server.sync(request);
    return { sort: "answer", value: { ...answer, acks: answer.acks.map((ack) => (ack.id === empty?.id ? { ...ack, state: "rejected", reason: "invalid" } : ack)) } };
  };
  assert.equal(await syncOnce(world(phone, narrow)), "clear");
  const { rejected, waiting } = phone.view();
  assert.deepEqual([rejected.length, waiting.length, (rejected[0]!.body as { title: string }).title.length, server.units()["b"]], [1, 0, 1000, 1]);
});

test("a phone that holds something else than the server, though it has heard all, hears everything again, once", () => {
  const [phone, other, server] = [new Phone(), new Phone(), new Server()];
  for (const id of ["a", "b"]) other.put(credit(id));
  other.sync(server);
  phone.sync(server);
  phone.db.exec("DELETE FROM rows WHERE id = 'a'");
  phone.sync(server);
  assert.deepEqual(phone.units(), { a: 1, b: 1 });
  server.held = () => ({ rows: 9, versions: 9 });
  phone.sync(server);
  assert.deepEqual(phone.view().waiting, [], "a server that counts wrongly is not asked for ever");
});

test("a phone set back to an old copy: what it sends again counts once, what it wrote since goes under a new device", () => {
  const [phone, server] = [new Phone(), new Server()];
  phone.put(credit("a"));
  const old = new Phone();
  old.db.exec("DELETE FROM ops");
  for (const row of phone.db.selectArrays("SELECT * FROM ops")) old.db.exec({ sql: `INSERT INTO ops VALUES (${row.map(() => "?").join(",")})`, bind: row });
  old.db.exec({ sql: "INSERT OR REPLACE INTO meta VALUES ('device', ?)", bind: [phone.db.selectValue("SELECT value FROM meta WHERE key = 'device'") as string] });
  phone.put(credit("b"));
  phone.sync(server);
  old.put(credit("c", 3));
  old.sync(server);
  phone.sync(server);
  assert.deepEqual([old.units(), phone.units(), server.received.length], [{ a: 1, b: 1, c: 3 }, { a: 1, b: 1, c: 3 }, 3]);
  assert.deepEqual([old.view().rejected, old.view().conflicts], [[], []]);
});

test("two phones offline for weeks change one credit, one of them deletes it: both versions are kept", () => {
  const [one, two, server] = [new Phone(), new Phone(), new Server()];
  one.put(credit("a"));
  one.sync(server);
  two.sync(server);
  for (const units of [2, 3, 4]) one.put(credit("a", units));
  two.remove("a");
  two.sync(server);
  one.sync(server);
  assert.deepEqual(one.view().conflicts.map(({ mine, theirs }) => [(mine as { units: number }).units, theirs]), [[4, null]]);
});

test("a credit and its photo share an id: each stands on its own row's version", () => {
  const [phone, server] = [new Phone(), new Server()];
  withPhoto(phone);
  phone.put(credit("a", 2));
  phone.write({ kind: "delete_attachment", entity: "a", body: null });
  phone.sync(server);
  const { conflicts, rejected, photos } = phone.view();
  assert.deepEqual([conflicts, rejected, photos, phone.units()], [[], [], {}, { a: 2 }]);
});

test("a photo's bytes wait until the server has them, are kept for a while, and are offered again after a restore", () => {
  const [phone, server] = [new Phone(), new Server()];
  const restored = server.backup();
  withPhoto(phone);
  assert.deepEqual(phone.view().photos, { a: { ...attachment, here: true, state: "waiting", reason: null } });
  phone.sync(server);
  assert.deepEqual([uploads(phone).waiting, uploads(phone).next], [1, photo]);
  carryOut(phone.db, true, { name: "blob_sent", sha256: photo.sha256, now });
  assert.deepEqual([uploads(phone), phone.view().photos["a"]!.state], [{ waiting: 0, next: null }, "sent"]);
  phone.sync(restored);
  assert.deepEqual([uploads(phone).waiting, restored.entities.has("attachment/a")], [1, true]);
  carryOut(phone.db, true, { name: "blob_sent", sha256: photo.sha256, now });
  assert.equal(uploads(phone, "2027-01-30T00:00:00").next, null);
  assert.deepEqual(phone.view().photos["a"], { ...attachment, here: false, state: "elsewhere", reason: null });
});

test("a refused photo says why and is not sent again; a removed one leaves nothing behind", () => {
  const [phone, server] = [new Phone(), new Server()];
  withPhoto(phone);
  phone.sync(server);
  carryOut(phone.db, true, { name: "blob_refused", sha256: photo.sha256, reason: "dangerous" });
  assert.deepEqual([uploads(phone).next, phone.view().photos["a"]!.reason], [null, "dangerous"]);
  assert.deepEqual(exported(phone).blobs.map(({ sha256 }) => sha256), [photo.sha256], "it is on this phone alone: a file has it");
  phone.write({ kind: "delete_attachment", entity: "a", body: null });
  phone.sync(server);
  uploads(phone);
  assert.equal(phone.db.selectValue("SELECT count(*) FROM blobs"), 1, "the removal may be undone");
  uploads(phone, "2026-11-23T00:00:00");
  assert.equal(phone.db.selectValue("SELECT count(*) FROM blobs"), 0);
});

test("unsent changes as a file: read in elsewhere they go under the same ids, and twice is once", () => {
  const [guest, phone, server] = [new Phone(), new Phone(), new Server()];
  withPhoto(guest);
  guest.put(credit("a", 4));
  const file = exported(guest);
  assert.deepEqual([imported(phone, file), imported(phone, file)], [3, 0]);
  phone.sync(server);
  assert.equal(imported(phone, file), 0);
  phone.sync(server);
  assert.deepEqual([phone.units(), server.received.map((op) => op.id), phone.view().photos["a"]!.here], [{ a: 4 }, guest.view().waiting.map((op) => op.id), true]);
  assert.deepEqual([phone.view().waiting, phone.view().conflicts], [[], []]);
});

test("a photo that alone was unsent, and a question that was open, come back from a file", () => {
  const [phone, again, other, server] = [new Phone(), new Phone(), new Phone(), new Server()];
  withPhoto(phone);
  phone.sync(server);
  other.sync(server);
  other.put(credit("a", 2));
  other.sync(server);
  phone.put(credit("a", 3));
  phone.sync(server);
  assert.deepEqual([phone.view().waiting.length, phone.view().conflicts.length], [0, 1]);
  assert.equal(imported(again, exported(phone)), 2);
  again.sync(server);
  assert.deepEqual(again.view().conflicts.map(({ mine, theirs }) => [mine, theirs]), [[credit("a", 3), credit("a", 2)]]);
  assert.deepEqual([again.view().photos["a"]!.state, uploads(again).next], ["waiting", photo]);
});

test("what a file holds does not overwrite what others did meanwhile: both are kept", () => {
  const [phone, other, server] = [new Phone(), new Phone(), new Server()];
  phone.put(credit("a"));
  phone.sync(server);
  other.sync(server);
  phone.put(credit("a", 7));
  const file = exported(phone);
  other.put(credit("a", 3));
  other.sync(server);
  imported(other, file);
  other.sync(server);
  assert.deepEqual(other.view().conflicts.map(({ mine, theirs }) => [(mine as { units: number }).units, (theirs as { units: number }).units]), [[7, 3]]);
});

test("a file that is something else is refused whole, and nothing of it is taken", () => {
  const phone = new Phone();
  const good = exported(((): Phone => { const guest = new Phone(); withPhoto(guest); return guest; })());
  const [operation, blob] = [good.operations[0]!, good.blobs[0]!];
  const bad: readonly unknown[] = [
    null, 7, [], {}, { ...good, version: 2 }, { ...good, operations: {} }, { ...good, operations: [operation, { ...operation, id: "x" }] },
    { ...good, operations: [{ ...operation, kind: "grant" }] }, { ...good, operations: [{ ...operation, base_version: -1 }] },
    { ...good, operations: [{ ...operation, client_time: 3 }] }, { ...good, blobs: [{ ...blob, data: "?" }] }, { ...good, blobs: [{ ...blob, bytes: 4 }] },
    { ...good, blobs: [{ ...blob, type: "text/html" }] },
  ];
  for (const file of bad) assert.throws(() => imported(phone, file), BadFile, JSON.stringify(file)?.slice(0, 80));
  assert.deepEqual([phone.view().waiting, phone.db.selectValue("SELECT count(*) FROM blobs")], [[], 0]);
});

test("a file of changes, read in where its first change is already and was edited further: the later one is a question", () => {
  const [phone, tablet, server] = [new Phone(), new Phone(), new Server()];
  phone.put(credit("a", 1));
  const first = exported(phone);
  phone.put(credit("a", 2));
  const both = exported(phone);
  imported(tablet, first);
  tablet.put(credit("a", 7));
  imported(tablet, both);
  tablet.sync(server);
  assert.deepEqual(server.units(), { a: 7 });
  assert.deepEqual(tablet.view().conflicts.map(({ mine }) => (mine as { units: number }).units), [2]);
});

test("a file of changes, read in beside changes of the same credit that wait: it stands on what its writer saw", () => {
  const [phone, tablet, server] = [new Phone(), new Phone(), new Server()];
  phone.put(credit("a", 1));
  tablet.put(credit("a", 5));
  imported(tablet, exported(phone));
  tablet.sync(server);
  assert.deepEqual(server.units(), { a: 5 });
  assert.equal(tablet.view().conflicts.length, 1);
});

test("an edit behind a change that was answered to another phone as a conflict is a question too, whatever version it stood on here", () => {
  const [phone, other, server] = [new Phone(), new Phone(), new Server()];
  other.put(credit("a", 1));
  other.sync(server);
  phone.sync(server);
  phone.put(credit("a", 2));
  const [sent] = phone.outgoing().request.ops;
  server.sync({ ...other.outgoing().request, rules: [], device: uuid7(), ops: [{ ...sent!, seq: 1, base_version: 0 }] });
  phone.put(credit("a", 3));
  phone.sync(server);
  assert.deepEqual(server.units(), { a: 1 });
  assert.deepEqual(phone.view().conflicts.map(({ mine, theirs }) => [(mine as { units: number }).units, (theirs as { units: number }).units]), [[3, 1]]);
});
