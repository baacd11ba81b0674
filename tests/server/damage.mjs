// What a disk or another program may do to the database: a clear answer, nothing acknowledged lost, and writing again once it is
// put right.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, openSync, closeSync, readFileSync, readdirSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { folder, kensan, startServer } from "./server-under-test.mjs";
import { Phone, credit } from "./phone.mjs";

const kPage = 4096;

const said = (reply) => [reply.status, reply.json.errors?.[0].code];
const send = (phone) => phone.post("sync", phone.syncRequest([phone.putCredit(credit())]));
const health = async (server) => {
  const reply = await server.ask("GET", "/api/v1/health");
  return [reply.status, reply.text];
};

/** A closed database with many credits: {data, file, phone, ids}. */
async function filled() {
  const server = await startServer();
  const phone = await Phone.registered(server);
  const credits = Array.from({ length: 200 }, () => credit({ title: "長".repeat(100) }));
  await phone.sync(...credits.map((one) => phone.putCredit(one)));
  await server.stop();
  return { data: server.data, file: join(server.data, "kensan.sqlite"), phone, ids: credits.map((one) => one.id) };
}

/** Where the pages of a table are, the lowest first, by the sqlite3 program's own tables. */
function pages(file, table) {
  const asked = spawnSync("sqlite3", ["-readonly", file, `SELECT pageno FROM dbstat WHERE name = '${table}' AND pagetype = 'leaf' ORDER BY pageno`], { encoding: "utf8" });
  assert.equal(asked.status, 0, asked.stderr);
  return asked.stdout.trim().split("\n").map(Number);
}

function damage(file, page) {
  const opened = openSync(file, "r+");
  writeSync(opened, Buffer.alloc(kPage, 0xff), 0, kPage, (page - 1) * kPage);
  closeSync(opened);
}

/** Leaves the log behind as a kill does, the file being whole. */
async function stopUncleanly({ data, phone }) {
  const server = await startServer({ data });
  phone.server = server;
  phone.seq = 200;
  assert.deepEqual(said(await send(phone)), [200, undefined]);
  await server.kill();
  assert.ok(existsSync(join(data, "kensan.sqlite-wal")));
}

async function idsOf(phone) {
  const reader = phone.another();
  const found = [];
  for (let more = true; more; ) {
    const answer = await reader.sync();
    found.push(...answer.changes.map((change) => change.id));
    more = answer.more;
  }
  return found;
}

export default async function (test) {
  await test("a damaged page is found when it is read: that is said, the rest is read, nothing is written, a backup brings all back", async () => {
    const one = await filled();
    const backup = join(folder(), "one.sqlite");
    assert.equal(kensan(["backup", backup, "--data", one.data]).status, 0);
    damage(one.file, pages(one.file, "entity")[2]);
    let server = await startServer({ data: one.data });
    one.phone.server = server;
    assert.deepEqual(await health(server), [200, '{"ok":true}']);
    assert.deepEqual(said(await one.phone.another().post("sync", one.phone.another().syncRequest())), [503, "corrupt"]);
    assert.deepEqual(await health(server), [503, '{"ok":false,"read_only":"corrupt"}']);
    const refused = await send(one.phone);
    assert.deepEqual(said(refused), [503, "read_only"]);
    assert.ok(Number(refused.headers["retry-after"]) >= 60);
    assert.equal((await one.phone.get("me")).status, 200, "what is whole is read");
    await server.stop();
    assert.equal(kensan(["restore", backup, "--data", one.data]).status, 0);
    one.phone.server = server = await startServer({ data: one.data });
    assert.deepEqual((await idsOf(one.phone)).sort(), [...one.ids].sort());
    assert.equal((await send(one.phone)).status, 200);
    await server.stop();
  });
  await test("after an unclean stop the whole database is checked: damage that nobody has read yet is found before anything is written", async () => {
    const one = await filled();
    await stopUncleanly(one);
    damage(one.file, pages(one.file, "operation").at(-2));
    const before = readFileSync(one.file);
    let server = await startServer({ data: one.data });
    one.phone.server = server;
    assert.match(server.log, /is damaged or protected: it is read, nothing new is kept/);
    assert.deepEqual(await health(server), [503, '{"ok":false,"read_only":"corrupt"}']);
    assert.equal((await idsOf(one.phone)).length, 201, "the ledger is read, what was acknowledged before the kill with it");
    assert.deepEqual(said(await send(one.phone)), [503, "read_only"]);
    assert.deepEqual(said(await new Phone(server).post("login", { email: one.phone.email, password: "correct horse battery" })), [503, "read_only"]);
    await server.stop();
    assert.ok(readFileSync(one.file).equals(before), "nothing is written to a damaged file");
  });
  await test("after an unclean stop a whole database goes on as ever", async () => {
    const one = await filled();
    await stopUncleanly(one);
    const server = await startServer({ data: one.data });
    one.phone.server = server;
    assert.deepEqual(await health(server), [200, '{"ok":true}']);
    assert.equal((await idsOf(one.phone)).length, 201);
    assert.equal((await send(one.phone)).status, 200);
    await server.stop();
    assert.deepEqual(readdirSync(one.data), ["kensan.sqlite"]);
  });
  await test("a file that may only be read is read; once it may be written, it is", async () => {
    const one = await filled();
    const nobody = 65534;
    if (process.getuid() === 0) for (const path of [one.data, one.file]) chownSync(path, nobody, nobody);
    chmodSync(one.file, 0o444);
    const user = process.getuid() === 0 ? nobody : null;
    let server = await startServer({ data: one.data, user });
    one.phone.server = server;
    one.phone.seq = 200;
    assert.deepEqual(await health(server), [503, '{"ok":false,"read_only":"protected"}']);
    assert.equal((await idsOf(one.phone)).length, 200);
    assert.deepEqual(said(await send(one.phone)), [503, "read_only"]);
    await server.stop();
    chmodSync(one.file, 0o600);
    one.phone.server = server = await startServer({ data: one.data, user });
    one.phone.seq = 200;
    assert.equal((await send(one.phone)).status, 200);
    assert.equal((await idsOf(one.phone)).length, 201);
    await server.stop();
  });
  await test("on a disk that can only be read the ledger can be read", async () => {
    const one = await filled();
    const nobody = 65534;
    if (process.getuid() !== 0) return; // needs another user, for whom the folder is protected
    for (const path of [one.data, one.file]) chownSync(path, nobody, nobody);
    chmodSync(one.data, 0o555);
    const server = await startServer({ data: one.data, user: nobody });
    one.phone.server = server;
    one.phone.seq = 200;
    assert.deepEqual(await health(server), [503, '{"ok":false,"read_only":"protected"}']);
    assert.equal((await idsOf(one.phone)).length, 200);
    assert.deepEqual(said(await send(one.phone)), [503, "read_only"]);
    await server.stop();
    chmodSync(one.data, 0o755);
  });
  await test("another program that holds the database for too long: 503 to come back, and then it is taken once", async () => {
    const one = await filled();
    const server = await startServer({ data: one.data });
    one.phone.server = server;
    one.phone.seq = 200;
    const other = spawn("sqlite3", [one.file]);
    const held = new Promise((done) => other.stdout.once("data", done));
    other.stdin.write("BEGIN IMMEDIATE;\nSELECT 'held';\n");
    await held;
    const op = one.phone.putCredit(credit());
    const refused = await one.phone.post("sync", one.phone.syncRequest([op]));
    assert.deepEqual(said(refused), [503, "unavailable"]);
    assert.ok(Number(refused.headers["retry-after"]) > 0);
    assert.deepEqual(await health(server), [200, '{"ok":true}']);
    assert.equal((await idsOf(one.phone)).length, 200, "reading waits for nobody");
    const ended = new Promise((done) => other.once("exit", done));
    other.stdin.end("ROLLBACK;\n");
    await ended;
    const reply = await one.phone.post("sync", one.phone.syncRequest([op]));
    assert.deepEqual(reply.json.acks.map((ack) => ack.state), ["accepted"]);
    assert.equal((await idsOf(one.phone)).length, 201);
    await server.stop();
  });
  await test("a log that ends in the middle of a write: what was acknowledged before is there", async () => {
    const one = await filled();
    await stopUncleanly(one);
    const log = join(one.data, "kensan.sqlite-wal");
    const bytes = readFileSync(log);
    writeFileSync(log, Buffer.concat([bytes, bytes.subarray(32, 32 + 24 + kPage / 2)]));
    const server = await startServer({ data: one.data });
    one.phone.server = server;
    assert.equal((await idsOf(one.phone)).length, 201);
    await server.stop();
  });
}
