// A backup while phones write, and the drill: another place, restored, started, everything of the backup there.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { applicant, apply } from "./applicant.mjs";
import { binary, folder, kensan, startServer } from "./server-under-test.mjs";
import { Phone, credit } from "./phone.mjs";

const run = promisify(execFile);

function done(args) {
  const { status, stderr, stdout } = kensan(args);
  assert.equal(status, 0, stderr);
  return stdout;
}

function refused(args, line) {
  const { status, stderr } = kensan(args);
  assert.equal(status, 1, stderr);
  assert.match(stderr, line);
  assert.equal(stderr.trimEnd().split("\n").length, 1, stderr);
}

async function ids(phone) {
  const reader = phone.another();
  const found = new Set();
  for (let more = true; more; ) {
    const answer = await reader.sync();
    for (const change of answer.changes) found.add(change.id);
    more = answer.more;
  }
  return found;
}

/** Sends credits until `state.ending`; those that were acknowledged. */
async function keepSending(phone, state) {
  const acknowledged = [];
  while (!state.ending) {
    const one = credit();
    const [ack] = (await phone.sync(phone.putCredit(one))).acks;
    if (ack.state === "accepted") acknowledged.push(one.id);
  }
  return acknowledged;
}

/** A small closed database with one credit: {data, file, phone, id}. */
async function closed() {
  const server = await startServer();
  const phone = await Phone.registered(server);
  const one = credit();
  await phone.sync(phone.putCredit(one));
  await server.stop();
  return { data: server.data, file: join(server.data, "kensan.sqlite"), phone, id: one.id };
}

async function until(fact, server) {
  while (!fact()) assert.equal((await server.ask("GET", "/api/v1/health")).status, 200);
}

const photo = "a".repeat(64);
function addPhoto(data, name = photo, content = "a photo") {
  mkdirSync(join(data, "photos", "user"), { recursive: true });
  writeFileSync(join(data, "photos", "user", name), content);
}

export default async function (test) {
  await test("the drill: a backup while six phones write, restored in another place, has all that was acknowledged before it", async () => {
    const server = await startServer({ args: ["--office", "G13"] });
    const pharmacist = await applicant(server);
    assert.equal(await apply(pharmacist), "G13-2026-000001");
    const first = await Phone.registered(server);
    addPhoto(server.data);
    addPhoto(server.data, "b".repeat(64) + ".part");
    const state = { ending: false };
    const before = [];
    for (let i = 0; i < 50; ++i) before.push(credit());
    await first.sync(...before.map((one) => first.putCredit(one)));
    const sending = Array.from({ length: 6 }, () => keepSending(first.another(), state));
    const backups = folder();
    const file = join(backups, "deep", "one.sqlite");
    await run(binary, ["backup", file, "--data", server.data]);
    state.ending = true;
    const sent = (await Promise.all(sending)).flat();
    assert.ok(sent.length > 0);
    assert.deepEqual(readdirSync(join(backups, "deep")).sort(), ["one.sqlite", "photos"]);

    const data = join(folder(), "elsewhere");
    assert.match(done(["restore", file, "--data", data]), /is now what .*one\.sqlite was/);
    assert.equal(readFileSync(join(data, "photos", "user", photo), "utf8"), "a photo");
    assert.deepEqual(readdirSync(join(data, "photos", "user")), [photo], "what is unfinished is not kept");
    const again = await startServer({ data, args: ["--office", "G13"] });
    const { epoch } = (await first.get("me")).json;
    first.server = pharmacist.server = again;
    assert.notEqual((await first.get("me")).json.epoch, epoch, "phones know by it that they send again");
    const present = await ids(first);
    for (const one of before) assert.ok(present.has(one.id), `${one.id} is lost`);
    for (const id of present) assert.ok(sent.includes(id) || before.some((one) => one.id === id), "nothing is made up");
    const next = await applicant(again);
    assert.equal(await apply(next), "G13-2026-001002", "numbers given since the backup are not given twice");
    await again.stop();
    await server.stop();
  });
  await test("what was acknowledged since the backup comes back from the phone that has it", async () => {
    const { data, phone, id } = await closed();
    const backup = join(folder(), "one.sqlite");
    done(["backup", backup, "--data", data]);
    let server = await startServer({ data });
    phone.server = server;
    const later = phone.putCredit(credit());
    await phone.sync(later);
    await server.stop();
    done(["restore", backup, "--data", data]);
    const names = readdirSync(data).sort();
    assert.equal(names.length, 2, names.join(" "));
    assert.match(names[1], /^kensan\.sqlite\.until-\d{4}-\d{2}-\d{2}T\d{6}$/);
    phone.server = server = await startServer({ data });
    assert.deepEqual([...(await ids(phone))], [id]);
    const twin = phone.another();
    twin.epoch = (await phone.get("me")).json.epoch;
    await twin.sync({ ...later, seq: 1 });
    assert.deepEqual([...(await ids(phone))].sort(), [id, later.entity].sort());
    await server.stop();
    // The one before is whole: it can be gone back to.
    const back = folder();
    done(["restore", join(data, names[1]), "--data", back]);
    phone.server = server = await startServer({ data: back });
    assert.deepEqual([...(await ids(phone))].sort(), [id, later.entity].sort());
    await server.stop();
  });
  await test("a scheme whose first number was given after the backup does not begin again at 1", async () => {
    const { data } = await closed();
    const backup = join(folder(), "one.sqlite");
    done(["backup", backup, "--data", data]);
    const office = ["--office", "G13"];
    let server = await startServer({ data, args: office });
    assert.equal(await apply(await applicant(server)), "G13-2026-000001");
    await server.stop();
    done(["restore", backup, "--data", data]);
    server = await startServer({ data, args: office });
    assert.equal(await apply(await applicant(server)), "G13-2026-001001");
    await server.stop();
    done(["restore", backup, "--data", data]);
    server = await startServer({ data, args: office });
    assert.equal(await apply(await applicant(server)), "G13-2026-001002", "the same backup again: the numbers given in between are not given twice");
    await server.stop();
  });
  await test("what stands on a version given since the backup is a conflict, whatever else has been written since", async () => {
    const { data, phone } = await closed();
    const backup = join(folder(), "one.sqlite");
    done(["backup", backup, "--data", data]);
    const one = credit();
    const versions = new Set();
    for (let life = 1; life <= 3; ++life) {
      const server = await startServer({ data });
      const writer = phone.another();
      writer.server = server;
      const { acks } = await writer.sync(writer.putCredit({ ...one, units: life }));
      versions.add(acks[0].version);
      for (const known of versions) {
        if (known === acks[0].version) continue;
        const [late] = (await writer.sync(writer.putCredit({ ...one, units: 9 }, known))).acks;
        assert.deepEqual([late.state, late.current.body.units], ["conflict", life]);
      }
      await server.stop();
      done(["restore", backup, "--data", data]);
    }
    assert.equal(versions.size, 3);
  });
  await test("a log whose database is gone is carried into no other one: none is made beside it, a restore keeps it aside", async () => {
    const { data, file, phone, id } = await closed();
    const backup = join(folder(), "one.sqlite");
    done(["backup", backup, "--data", data]);
    let server = await startServer({ data });
    phone.server = server;
    await phone.sync(phone.putCredit(credit()));
    await server.kill();
    for (const end of ["", "-shm"]) rmSync(file + end);
    refused(["serve", "--port", "0", "--data", data], /is gone, but its log .*-wal is there/);
    done(["restore", backup, "--data", data]);
    assert.ok(readdirSync(data).some((name) => /^kensan\.sqlite\.until-.*-wal$/.test(name)));
    phone.server = server = await startServer({ data });
    assert.deepEqual([...(await ids(phone))], [id]);
    await server.stop();
  });
  await test("restoring is refused, with nothing changed, where a server runs or the file is no sound backup", async () => {
    const one = await closed();
    const backup = join(folder(), "one.sqlite");
    done(["backup", backup, "--data", one.data]);
    const server = await startServer({ data: one.data });
    refused(["restore", backup, "--data", one.data], /is in use by another Kensan/);
    const { status, stderr } = kensan(["serve", "--port", "0", "--data", one.data]);
    assert.equal(status, 1);
    assert.match(stderr, /is in use by another Kensan/);
    await server.stop();
    const present = readFileSync(one.file);
    const bytes = readFileSync(backup);
    const bad = (name, change) => {
      const copy = Buffer.from(bytes);
      change(copy);
      const file = join(folder(), name);
      writeFileSync(file, copy);
      return file;
    };
    refused(["restore", bad("foreign", (copy) => copy.writeUInt32BE(1, 68)), "--data", one.data], /another program's database/);
    refused(["restore", bad("newer", (copy) => copy.writeUInt32BE(99, 60)), "--data", one.data], /was written by a newer Kensan/);
    refused(["restore", bad("damaged", (copy) => copy.fill(0xff, 4096, 3 * 4096)), "--data", one.data], /is damaged/);
    refused(["restore", bad("short", (copy) => copy.fill(0)), "--data", one.data], /is not a database/);
    refused(["restore", join(folder(), "none"), "--data", one.data], /is not a file/);
    refused(["restore", one.file, "--data", one.data], /is the database itself/);
    assert.ok(readFileSync(one.file).equals(present));
    assert.deepEqual(readdirSync(one.data), ["kensan.sqlite"]);
  });
  await test("a backup is refused where it would overwrite, lie beside the database, or have nothing to copy", async () => {
    const { data } = await closed();
    const there = join(folder(), "one.sqlite");
    writeFileSync(there, "mine");
    refused(["backup", there, "--data", data], /is there already/);
    assert.equal(readFileSync(there, "utf8"), "mine");
    refused(["backup", join(data, "copy.sqlite"), "--data", data], /would be lost with it/);
    refused(["backup", join(folder(), "x"), "--data", folder()], /is not a file/);
    for (const args of [["backup"], ["backup", "a", "b"], ["restore"]]) assert.equal(kensan(args).status, 2);
    const damaged = await closed();
    const bytes = readFileSync(damaged.file);
    writeFileSync(damaged.file, bytes.fill(0xff, 4096, 3 * 4096));
    const kept = folder();
    refused(["backup", join(kept, "one.sqlite"), "--data", damaged.data], /is damaged|malformed/);
    assert.deepEqual(readdirSync(kept), [], "a damaged database makes no backup");
  });
  await test("a server makes backups by itself and keeps the newest, whose photos are not copied twice", async () => {
    const { data, phone, id } = await closed();
    addPhoto(data);
    const backups = folder();
    const names = ["kensan-2026-11-18T082400", "kensan-2026-11-19T082400", "kensan-2026-11-20T082400"];
    for (const name of names) mkdirSync(join(backups, name));
    mkdirSync(join(backups, "kensan-2026-11-20T092400.part"));
    mkdirSync(join(backups, "mine"));
    mkdirSync(join(backups, "kensan-mine.part"));
    const args = ["--backups", backups, "--backup-every", "24", "--backup-keep", "3"];
    let server = await startServer({ data, args });
    const made = "kensan-2026-11-21T082400";
    await until(() => server.log.includes("backup: made"), server);
    await server.stop();
    assert.deepEqual(readdirSync(backups).sort(), [...names.slice(1), made, "kensan-mine.part", "mine"]);
    assert.deepEqual(readdirSync(join(backups, made)).sort(), ["kensan.sqlite", "photos"]);

    server = await startServer({ data, args, fixedClock: "2026-11-22T08:23:59" });
    await server.stop();
    assert.ok(!server.log.includes("backup"), "not yet due");
    server = await startServer({ data, args, fixedClock: "2026-11-22T08:24:00" });
    await until(() => server.log.includes("backup: made"), server);
    await server.stop();
    assert.deepEqual(readdirSync(backups).sort(), [names[2], made, "kensan-2026-11-22T082400", "kensan-mine.part", "mine"]);

    const back = folder();
    done(["restore", join(backups, "kensan-2026-11-22T082400", "kensan.sqlite"), "--data", back]);
    phone.server = server = await startServer({ data: back });
    assert.deepEqual([...(await ids(phone))], [id]);
    assert.equal(readFileSync(join(back, "photos", "user", photo), "utf8"), "a photo");
    await server.stop();
  });
  await test("backups can be named in the configuration; one that fails is said, and serving goes on", async () => {
    const at = folder();
    writeFileSync(join(at, "file"), "");
    const config = join(at, "kensan.json");
    writeFileSync(config, JSON.stringify({ backups: join(at, "file", "below"), backup_every: 1, backup_keep: 2 }));
    const server = await startServer({ args: ["--config", config] });
    await until(() => server.log.includes("backup: failed"), server);
    await server.stop();
    for (const args of [["--backup-keep", "3"], ["--backups", at, "--backup-every", "0"], ["--backups", at, "--backup-keep", "x"]])
      assert.equal(kensan(["serve", ...args]).status, 2, args.join(" "));
    writeFileSync(config, '{"backup_every":0}');
    refused(["serve", "--config", config], /range at \/backup_every/);
  });
}
