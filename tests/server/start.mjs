// Starting, and refusing to start: one clear line, status 1, files as they were.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, kensan, startServer } from "./server-under-test.mjs";

function refusedToStart(args, line) {
  const { status, stderr, stdout } = kensan(["serve", "--port", "0", ...args]);
  assert.equal(status, 1, stderr);
  assert.match(stderr, line);
  assert.equal(stderr.trimEnd().split("\n").length, 1, stderr);
  assert.equal(stdout, "");
}

/** A database of ours, closed, with four bytes of its header replaced. */
async function databaseWith(offset, number) {
  const data = folder();
  const server = await startServer({ data });
  await server.stop();
  const file = join(data, "kensan.sqlite");
  const bytes = readFileSync(file);
  bytes.writeUInt32BE(number, offset);
  writeFileSync(file, bytes);
  return { data, file, bytes };
}

function unchanged({ data, file, bytes }) {
  assert.ok(readFileSync(file).equals(bytes));
  assert.deepEqual(readdirSync(data), [file.slice(data.length + 1)]);
}

export default async function (test) {
  await test("it says where it listens, answers, and ends at SIGTERM with status 0", async () => {
    const server = await startServer();
    assert.equal((await server.ask("GET", "/api/v1/health")).text, '{"ok":true}');
    assert.deepEqual(await server.stop(), { code: 0, signal: null });
  });
  await test("a file that is not a database is refused and left as it is", async () => {
    for (const text of ["not a database, but long enough to be one: ".repeat(10), "short", ""]) {
      const data = folder();
      const file = join(data, "kensan.sqlite");
      writeFileSync(file, text);
      refusedToStart(["--data", data], /is not a database; nothing was changed/);
      unchanged({ data, file, bytes: Buffer.from(text) });
    }
  });
  await test("another program's database is refused and left as it is", async () => {
    const kApplicationId = 68;
    for (const id of [0, 0x12345678]) {
      const other = await databaseWith(kApplicationId, id);
      refusedToStart(["--data", other.data], /is another program's database; nothing was changed/);
      unchanged(other);
    }
  });
  await test("a newer version's database is refused and left as it is", async () => {
    const kUserVersion = 60;
    const newer = await databaseWith(kUserVersion, 99);
    refusedToStart(["--data", newer.data], /was written by a newer Kensan/);
    unchanged(newer);
  });
  await test("the database may be named as a file", async () => {
    const file = join(folder(), "ledger.sqlite");
    const server = await startServer({ data: file });
    await server.stop();
    assert.equal(readFileSync(file).toString("latin1", 0, 15), "SQLite format 3");
  });
  await test("a folder that cannot be made is one clear line", async () => {
    refusedToStart(["--data", "/proc/kensan"], /cannot create the folder \/proc\/kensan/);
    const file = join(folder(), "file");
    writeFileSync(file, "");
    refusedToStart(["--data", join(file, "below")], /cannot create the folder/);
  });
  await test("a folder in the database's place is one clear line", async () => {
    const data = folder();
    mkdirSync(join(data, "kensan.sqlite"));
    refusedToStart(["--data", data], /is not a file/);
  });
  await test("a taken port is one clear line", async () => {
    const server = await startServer();
    const { status, stderr } = kensan(["serve", "--port", String(server.port), "--data", folder()]);
    assert.equal(status, 1);
    assert.match(stderr, /^kensan: cannot listen on 127\.0\.0\.1:\d+: the port is taken.*\n$/);
    assert.equal((await server.ask("GET", "/api/v1/health")).status, 200);
    await server.stop();
  });
  await test("anything but loopback is refused, and why", async () => {
    for (const host of ["0.0.0.0", "192.0.2.1", "::"]) refusedToStart(["--data", folder(), "--host", host], /does not speak TLS/);
  });
  await test("wrong usage has status 2", async () => {
    const wrong = [["--port", "x"], ["--port", "65536"], ["--prot", "1"], ["--port"], ["word"], ["--office", "G1"], ["--fixed-clock", "noon"],
      ["--origin", "http://kensan.example"], ["--demo", "--origin", "https://kensan.example"], ["--demo", "--demo"], ["--demo=yes"]];
    for (const args of wrong) {
      const { status, stderr } = kensan(["serve", ...args]);
      assert.equal(status, 2, args.join(" "));
      assert.equal(stderr.trimEnd().split("\n").length, 1);
    }
    assert.equal(kensan([]).status, 2);
    assert.equal(kensan(["serv"]).status, 2);
  });
  await test("an office without rules is one clear line", async () => {
    refusedToStart(["--data", folder(), "--office", "G99"], /no rules for the office's scheme G99/);
  });
  await test("the configuration file gives what the command line does not", async () => {
    const config = join(folder(), "kensan.json");
    writeFileSync(config, JSON.stringify({ office: ["G13", "G01"], port: 1, data: "/proc/kensan" }));
    const server = await startServer({ args: ["--config", config] });
    assert.equal((await server.ask("GET", "/api/v1/health")).status, 200);
    await server.stop();
  });
  await test("a wrong configuration file is one clear line", async () => {
    const config = join(folder(), "kensan.json");
    refusedToStart(["--config", config], /cannot read the configuration/);
    for (const [text, line] of [["{", /is not JSON/], ['{"prot":1}', /unknown_field at \/prot/], ['{"port":"1"}', /type at \/port/], ['{"port":70000}', /range at \/port/], ['{"office":"G13"}', /type at \/office/]]) {
      writeFileSync(config, text);
      refusedToStart(["--config", config], line);
    }
  });
}
