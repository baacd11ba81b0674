// The real server with its demo account, on loopback, its data in a folder of its own. It can be killed and started again on the
// same port and data, as a server is after a power cut.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const binary = resolve(process.env.KENSAN_BINARY ?? join(root, "build/bin/kensan"));
const www = resolve(process.env.KENSAN_WWW ?? join(root, "build/www"));

/** What every clock shows, the server's and the phones', in Japan. */
export const kNow = "2026-11-21T08:24:00";
export const kDemo = "demo@example.jp";

export class DemoServer {
  port = 0;
  password = null;
  /** A folder of rule packs beside those that are built in. */
  rules = null;
  log = "";
  #child = null;
  #ended = null;

  static async start() {
    const server = new DemoServer();
    server.data = await mkdtemp(join(tmpdir(), "kensan-e2e-"));
    await server.startAgain();
    return server;
  }

  get origin() {
    return `http://localhost:${this.port}`;
  }

  /** The demo's password is a new one at each start. */
  async startAgain() {
    const args = ["serve", "--demo", "--www", www, "--data", this.data, "--port", String(this.port), "--fixed-clock", kNow];
    if (this.rules !== null) args.push("--rules", this.rules);
    this.#child = spawn(binary, args, { stdio: ["ignore", "pipe", "pipe"] });
    this.#ended = new Promise((done) => this.#child.once("exit", (code, signal) => done({ code, signal })));
    this.#child.stderr.on("data", (text) => (this.log += text));
    await new Promise((ready, failed) => {
      createInterface({ input: this.#child.stdout }).on("line", (line) => {
        this.port ||= Number(/^listening on 127\.0\.0\.1:(\d+)$/.exec(line)?.[1] ?? 0);
        const [, password] = /^Demo login: .* password: (\S+)$/.exec(line) ?? [];
        if (password) ready((this.password = password));
      });
      this.#child.once("error", failed);
      this.#ended.then(({ code }) => failed(new Error(`the server did not start (exit ${code}): ${this.log}`)));
    });
  }

  /** As a power cut would: SIGKILL. */
  async kill() {
    this.#child.kill("SIGKILL");
    await this.#ended;
    this.#child = null;
  }

  /** Runs another command of the same program on this server's data; answers what it printed. */
  async command(...args) {
    const { stdout } = await promisify(execFile)(binary, args);
    return stdout;
  }

  /** The bytes of every photo and PDF that is complete. */
  async photos() {
    const entries = await readdir(join(this.data, "photos"), { recursive: true, withFileTypes: true });
    return Promise.all(entries.filter((each) => each.isFile() && /^[0-9a-f]{64}$/.test(each.name)).map((each) => readFile(join(each.path, each.name))));
  }

  /** Answers every request under way and goes, in an orderly way. */
  async stop() {
    if (this.#child === null) return;
    this.#child.kill("SIGTERM");
    assert.deepEqual(await this.#ended, { code: 0, signal: null }, "the server's end");
    this.#child = null;
  }

  async remove() {
    if (this.#child !== null) await this.kill();
    await rm(this.data, { recursive: true, force: true });
  }
}
