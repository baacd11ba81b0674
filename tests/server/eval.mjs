// The engine's contract over HTTP: the bytes of `kensan eval`, and the status that fits.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { binary, folder, kensan, peakMemory, startServer, today } from "./server-under-test.mjs";
import { credit } from "./phone.mjs";

const request = (changes = {}) => JSON.stringify({ op: "assess", as_of: today, scheme: "G13", profile: { kind: "renewal", base: "2024-02-01" }, credits: [credit()], ...changes });

const kLimit = 8 << 20;
const tooLarge = '{"errors":[{"code":"too_large","at":"","message":"more than 8 MiB"}]}';

/** `kensan eval` at work: what it is given, its answers one by one, the memory it took. */
class Eval {
  constructor(...args) {
    this.child = spawn(binary, ["eval", ...args], { stdio: ["pipe", "pipe", "inherit"] });
    this.child.stdin.on("error", () => {}); // it may end before it has read everything
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
    this.ended = once(this.child, "exit");
  }

  async give(text) {
    if (!this.child.stdin.write(text)) await Promise.race([new Promise((done) => this.child.stdin.once("drain", done)), this.ended]);
  }

  /** So many MiB, or as many as it takes: how many those were. */
  async giveBlanks(mebibytes) {
    const part = " ".repeat(1 << 20);
    let given = 0;
    for (; given < mebibytes && this.child.exitCode === null; ++given) await this.give(part);
    return given;
  }

  answer = async () => (await this.lines.next()).value;
  memory = () => peakMemory(this.child.pid);

  async end() {
    this.child.stdin.end();
    return (await this.ended)[0];
  }
}

export default async function (test) {
  const server = await startServer();
  const post = (body, headers = {}) => server.ask("POST", "/api/v1/eval", { body, headers });

  await test("an answer has the bytes of `kensan eval` and status 200", async () => {
    const asked = request();
    const reply = await post(asked);
    assert.equal(reply.status, 200);
    assert.equal(reply.headers["content-type"], "application/json");
    assert.equal(reply.text + "\n", kensan(["eval"], asked).stdout);
  });
  await test("errors have the bytes of `kensan eval` and status 400 or 422", async () => {
    for (const [body, status] of [["{", 400], ["", 400], ["[]", 422], [request({ as_of: "2026-02-30" }), 422], [request({ scheme: "G99" }), 422], [request({ typo: 1 }), 422]]) {
      const reply = await post(body);
      assert.equal(reply.status, status, body.slice(0, 80));
      assert.equal(reply.text + "\n", kensan(["eval"], body).stdout);
    }
  });
  await test("8 MiB are read, one byte more is too large: 413, and the engine's own words", async () => {
    const asked = request();
    const fill = (size) => asked + " ".repeat(size - Buffer.byteLength(asked));
    assert.equal((await post(fill(8 << 20))).status, 200);
    const reply = await post(fill((8 << 20) + 1));
    assert.equal(reply.status, 413);
    assert.equal(reply.json.errors[0].code, "too_large");
    assert.equal(reply.text + "\n", kensan(["eval"], fill((8 << 20) + 1)).stdout);
  });
  await test("it asks for no login and no header of the app, whatever the body is said to be", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded"]) {
      assert.equal((await post(request().padEnd(20_000, " "), { "Content-Type": type, Origin: "https://elsewhere.example" })).status, 200);
    }
  });
  await test("a form with files is none of its business", async () => {
    assert.equal((await post("--x\r\n\r\n--x--\r\n", { "Content-Type": "multipart/form-data; boundary=x" })).status, 415);
    assert.equal((await post(request())).status, 200);
  });
  await server.stop();

  await test("`kensan eval`: one answer; many by lines, blank ones skipped; status 1 where one is an error", async () => {
    const good = request();
    assert.equal(kensan(["eval"], good).status, 0);
    assert.equal(kensan(["eval", "-"], "{").status, 1);
    const many = kensan(["eval", "--lines"], `${good}\n\n  \r\n{\n${good}`);
    assert.equal(many.status, 1);
    assert.equal(many.stdout.split("\n").length, 4);
    assert.equal(kensan(["eval", "--lines"], "\n").status, 0);
    for (const wrong of [["/does/not/exist"], ["a", "b"], ["--line"], ["/"]]) assert.equal(kensan(["eval", ...wrong]).status, 2, wrong.join(" "));
  });
  await test("`kensan eval`: 8 MiB are read, more is too large, from a file and from standard input", async () => {
    const file = join(folder(), "request.json");
    for (const [size, status] of [[kLimit, 0], [kLimit + 1, 1]]) {
      const asked = request().padEnd(size - Buffer.byteLength(request()) + request().length);
      writeFileSync(file, asked);
      for (const { stdout, status: ended } of [kensan(["eval", file]), kensan(["eval"], asked), kensan(["eval", "--lines"], `${asked}\n`), kensan(["eval", "--lines", file])]) {
        assert.equal(ended, status);
        assert.equal(stdout === `${tooLarge}\n`, size > kLimit);
      }
    }
  });
  await test("`kensan eval`: what is too large is answered before it has come to its end", async () => {
    const run = new Eval();
    assert.ok((await run.giveBlanks(200)) < 20);
    assert.equal(await run.end(), 1);
    assert.equal(await run.answer(), tooLarge);
  });
  await test("`kensan eval --lines`: a line that is too large is answered in its place, and not held in memory", async () => {
    const run = new Eval("--lines");
    const asked = request();
    const expected = kensan(["eval"], asked).stdout.trimEnd();
    await run.give(`${asked}\n`);
    assert.equal(await run.answer(), expected);
    const before = run.memory();
    await run.give("x");
    await run.giveBlanks(200);
    await run.give(`\n${asked}\n`);
    assert.deepEqual([await run.answer(), await run.answer()], [tooLarge, expected]);
    assert.ok(run.memory() - before < 40, `${run.memory() - before} MiB`);
    assert.equal(await run.end(), 1);
  });
  await test("`kensan eval --lines`: a blank line is skipped however long, and the last one needs no end", async () => {
    const run = new Eval("--lines");
    const asked = request();
    await run.giveBlanks(20);
    await run.give(`\n${asked}`);
    assert.equal(await run.end(), 0);
    assert.equal(await run.answer(), kensan(["eval"], asked).stdout.trimEnd());
    assert.equal(await run.answer(), undefined);
  });

  await test("`kensan rules` lists every edition with its digest; --check names what is wrong", async () => {
    const { stdout, status } = kensan(["rules"]);
    assert.equal(status, 0);
    assert.match(stdout, /^G13 +2024-05-01 +confirmed +[0-9a-f]{64}$/m);
    assert.match(stdout, /^G01 +2022-04-01 +provisional +[0-9a-f]{64}$/m);
    assert.equal(kensan(["rules", "--check", "engine/rules/G13/2024-05-01.json"]).status, 0);
    const wrong = kensan(["rules", "--check", "package.json".replace("package", "CMakePresets")]);
    assert.equal(wrong.status, 1);
    assert.match(wrong.stderr, /CMakePresets\.json: \w+ at "/);
    assert.equal(kensan(["rules", "--check", "/does/not/exist"]).status, 2);
  });
}
