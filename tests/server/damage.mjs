// A database that was not closed, is damaged, is busy or can only be read: a clear fault, reading goes on where it is safe, and
// nothing acknowledged is lost.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { folder, startServer } from "./server-under-test.mjs";
import { Phone, credit } from "./phone.mjs";

const code = (reply) => [reply.status, reply.json.errors[0].code];

async function filled(count = 300) {
  const data = folder();
  const server = await startServer({ data });
  const phone = await Phone.registered(server);
  for (let n = 0; n < count; n += 100) await phone.sync(...Array.from({ length: 100 }, () => phone.putCredit(credit({ title: "長".repeat(100) }))));
  await server.stop();
  return { data, phone, file: join(data, "kensan.sqlite") };
}

/** Overwrites every page past the first few, where rows are. */
function damage(file) {
  const kPage = 4096;
  const handle = openSync(file, "r+");
  const { size } = statSync(file);
  for (let at = size - 40 * kPage; at < size; at += kPage) writeSync(handle, Buffer.alloc(kPage, 0x5a), 0, kPage, at);
  closeSync(handle);
}

export default async function (test) {
  await test("a server that was killed checks its database at the next start, and goes on", async () => {
    const data = folder();
    let server = await startServer({ data });
    const phone = await Phone.registered(server);
    await phone.sync(phone.putCredit(credit()));
    assert.ok(existsSync(join(data, "kensan.sqlite.open")));
    await server.kill();
    phone.server = server = await startServer({ data });
    assert.equal((await phone.sync(phone.putCredit(credit()))).acks[0].state, "accepted");
    await server.stop();
    assert.ok(!existsSync(join(data, "kensan.sqlite.open")));
  });
  await test("damaged while nobody looked, found after an unclean stop: it can be read as far as it goes, nothing is written to it", async () => {
    const { data, phone, file } = await filled();
    damage(file);
    writeFileSync(`${file}.open`, "");
    const before = readFileSync(file);
    const server = await startServer({ data });
    phone.server = server;
    assert.match(server.log, /read-only: .*damaged/);
    assert.deepEqual((await server.ask("GET", "/api/v1/health")).json, { ok: true, read_only: true });
    assert.equal((await phone.get("me")).status, 200, "who is logged in stays so");
    assert.deepEqual(code(await phone.post("sync", phone.syncRequest([phone.putCredit(credit())]))), [503, "read_only"]);
    await server.stop();
    assert.ok(readFileSync(file).equals(before), "the file is as it was");
    const again = await startServer({ data });
    assert.match(again.log, /read-only/, "and it is checked again at each start until it is replaced");
    await again.stop();
  });
  await test("damage met while serving: a clear fault, from then on nothing is written, and what is whole can be read", async () => {
    const { data, phone, file } = await filled();
    damage(file);
    const server = await startServer({ data }); // it was closed properly: no check
    phone.server = server;
    const fresh = phone.another();
    let reply;
    do reply = await fresh.post("sync", { ...fresh.syncRequest(), cursor: (fresh.cursor += 50) }); while (reply.status === 200 && fresh.cursor < 400);
    const put = await phone.post("sync", phone.syncRequest([phone.putCredit(credit())]));
    assert.deepEqual(code(reply.status === 200 ? put : reply), [503, "read_only"]);
    assert.deepEqual(code(put), [503, "read_only"]);
    assert.equal((await phone.get("me")).status, 200);
    assert.deepEqual((await server.ask("GET", "/api/v1/health")).json, { ok: true, read_only: true });
    await server.stop();
  });
  await test("on a disk that can only be read, the ledger can still be read", async () => {
    const { data, phone } = await filled(100);
    // A mount of its own, seen by that server alone.
    const script = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && shift && exec "$@"';
    const probe = spawnSync("unshare", ["-m", "sh", "-c", script, "sh", data, "true"]);
    if (probe.status !== 0) return console.log("   (not tried: this machine allows no mounts)");
    const server = await startServer({ data, through: ["unshare", "-m", "sh", "-c", script, "sh", data] });
    phone.server = server;
    assert.match(server.log, /read-only/);
    assert.equal((await phone.post("sync", { ...phone.syncRequest(), cursor: 0 })).json.changes.length, 100);
    assert.deepEqual(code(await phone.post("sync", phone.syncRequest([phone.putCredit(credit())]))), [503, "read_only"]);
    await server.stop();
  });
}
