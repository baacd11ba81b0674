// The three doors of the engine. Each takes requests (texts) and answers their texts, in order:
// native (`kensan eval`), wasm (the shipped module) and http (`POST /api/v1/eval`). `rules`, where
// given, is a folder of rule packs beside those built in.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadEngine } from "./engine-wasm.mjs";

const kensan = process.env.KENSAN_BINARY ?? "build/bin/kensan";

const rulesOption = (rules) => (rules === undefined ? [] : ["--rules", rules]);

function native(requests, rules) {
  const input = requests.map((text) => text.replace(/\r?\n/g, " ")).join("\n");
  const run = spawnSync(kensan, ["eval", ...rulesOption(rules), "--lines", "-"], { input, maxBuffer: 1 << 30 });
  if (run.error !== undefined) throw run.error;
  return run.stdout.toString("utf8").split("\n").slice(0, -1);
}

async function wasm(requests, rules) {
  const engine = await loadEngine();
  for (const file of rules === undefined ? [] : readdirSync(rules)) {
    const refusal = engine.addPack(readFileSync(join(rules, file), "utf8"));
    if (refusal !== "") throw new Error(`${file}: ${refusal}`);
  }
  return requests.map((text) => engine.evaluate(text));
}

/** A server of its own on a free port of this machine; resolves once it says that it listens. */
async function serve(folder, rules) {
  const options = ["serve", "--port", "0", "--data", folder, ...rulesOption(rules)];
  const server = spawn(kensan, options, { stdio: ["ignore", "pipe", "ignore"] });
  for await (const line of createInterface({ input: server.stdout })) {
    const found = /listening on 127\.0\.0\.1:(\d+)/.exec(line);
    if (found !== null) return { server, url: `http://127.0.0.1:${found[1]}/api/v1/eval` };
  }
  throw new Error("kensan serve ended before it listened");
}

/** The status that an answer must come with. */
function statusFor(answer) {
  if (!answer.startsWith('{"errors":[')) return 200;
  return { syntax: 400, too_large: 413 }[JSON.parse(answer).errors[0].code] ?? 422;
}

async function http(requests, rules) {
  const folder = mkdtempSync(join(tmpdir(), "kensan-cases-"));
  const { server, url } = await serve(folder, rules);
  try {
    const answers = [];
    for (const body of requests) {
      const headers = { "content-type": "application/json" };
      const reply = await fetch(url, { method: "POST", headers, body });
      const answer = await reply.text();
      if (reply.status !== statusFor(answer)) {
        throw new Error(`status ${reply.status}, expected ${statusFor(answer)}: ${answer}`);
      }
      answers.push(answer);
    }
    return answers;
  } finally {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true });
  }
}

export const doors = { native, wasm, http };
