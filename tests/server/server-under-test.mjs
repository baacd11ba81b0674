// Starts the real binary on a free loopback port with its data in a folder of its own, and talks HTTP to it.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const binary = process.env.KENSAN_BINARY ?? join(root, "build/bin/kensan");
export const now = "2026-11-21T08:24:00";
export const today = "2026-11-21";

const kTooLong = 60_000; // a command that should have ended is ended: a failure instead of a test that hangs
const folders = [];

export function folder() {
  const made = mkdtempSync(join(tmpdir(), "kensan-test-"));
  folders.push(made);
  return made;
}

export function removeFolders() {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
}

/** Runs a command to its end: {status, stdout, stderr}. */
export function kensan(args, input = "") {
  return spawnSync(binary, args, { input, encoding: "utf8", maxBuffer: 64 << 20, timeout: kTooLong });
}

/** The most memory that a running process has held so far, in MiB. */
export function peakMemory(pid) {
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;
}

/** A running server; `limit` is the size that a file may reach, in units of 512 bytes; `user` is who runs it, where that is not us. */
export async function startServer({ data = folder(), args = [], fixedClock = now, limit = null, user = null } = {}) {
  const all = ["serve", "--port", "0", "--data", data, ...(fixedClock ? ["--fixed-clock", fixedClock] : []), ...args];
  const child = limit === null ? spawn(binary, all, user === null ? {} : { uid: user }) : spawn("sh", ["-c", `ulimit -f ${limit}; exec "$0" "$@"`, binary, ...all]);
  const ended = new Promise((done) => child.once("exit", (code, signal) => done({ code, signal })));
  const server = { data, port: 0, password: null, log: "", lines: [], origin: "", ended };
  child.stderr.on("data", (text) => (server.log += text));
  const lines = createInterface({ input: child.stdout });
  const last = args.includes("--demo") ? "Demo login" : "Kensan ";
  await new Promise((ready, failed) => {
    lines.on("line", (line) => {
      server.lines.push(line);
      server.port ||= Number(/^listening on .*:(\d+)$/.exec(line)?.[1] ?? 0);
      server.password ??= /password: (\S+)$/.exec(line)?.[1] ?? null;
      if (line.startsWith(last)) ready();
    });
    ended.then(() => failed(new Error(`the server did not start: ${server.log}`)));
  });
  server.origin = `http://localhost:${server.port}`;
  server.agent = new http.Agent({ keepAlive: true });
  server.pid = child.pid;
  server.stop = () => (child.kill("SIGTERM"), ended);
  server.kill = () => (child.kill("SIGKILL"), ended);
  server.ask = (method, path, options) => ask(server, method, path, options);
  return server;
}

/** {status, headers, text, json}; `body` as it stands if it is text or bytes, else as JSON. */
export function ask(server, method, path, { headers = {}, body, chunked = false } = {}) {
  const bytes = body === undefined || typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const length = bytes === undefined || chunked ? {} : { "Content-Length": Buffer.byteLength(bytes) };
  return new Promise((done, failed) => {
    const request = http.request(
      { host: "127.0.0.1", port: server.port, agent: server.agent, method, path, headers: { Host: `localhost:${server.port}`, ...length, ...headers } },
      (response) => {
        const parts = [];
        response.on("data", (part) => parts.push(part));
        response.on("error", failed);
        response.on("end", () => {
          const content = Buffer.concat(parts);
          const text = content.toString("utf8");
          done({ status: response.statusCode, headers: response.headers, content, text, get json() { return JSON.parse(text); } });
        });
      },
    );
    // A connection that lay idle may be closed just as it is used again: nothing was heard on it then.
    request.on("error", (error) => (request.reusedSocket && error.code === "ECONNRESET" ? done(ask(server, method, path, { headers, body, chunked })) : failed(error)));
    request.end(bytes);
  });
}
