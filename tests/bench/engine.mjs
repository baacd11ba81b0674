// Microseconds for one request, natively and in WebAssembly, beside two peers in the same V8: the
// naive implementation in TypeScript, and no rules at all (JSON.parse and JSON.stringify).
import { spawnSync } from "node:child_process";
import { loadEngine } from "../cases/engine-wasm.mjs";
import { load } from "../property/compile.mjs";
import { bareRequest, median, request } from "./ledger.mjs";

const kensan = process.env.KENSAN_BINARY ?? "build/bin/kensan";
const rounds = 9;

function microseconds(run, times) {
  const begun = process.hrtime.bigint();
  for (let i = 0; i < times; i += 1) run();
  return Number(process.hrtime.bigint() - begun) / 1000 / times;
}

function inV8(run, times) {
  microseconds(run, times); // warms up
  return median(Array.from({ length: rounds }, () => microseconds(run, times)));
}

/** `kensan eval --lines`: the time that more requests add, so that starting up does not count. */
function natively() {
  const few = 100;
  const many = 2100;
  const seconds = (count) => {
    const input = `${request}\n`.repeat(count);
    const begun = process.hrtime.bigint();
    const run = spawnSync(kensan, ["eval", "--lines", "-"], { input, maxBuffer: 1 << 30 });
    if (run.status !== 0) throw new Error(`kensan eval ended with ${run.status}`);
    return Number(process.hrtime.bigint() - begun) / 1000;
  };
  return median(Array.from({ length: rounds }, () => (seconds(many) - seconds(few)) / (many - few)));
}

export async function measureEngine() {
  const engine = await loadEngine();
  const naive = await load("naive-assess.ts");
  const wasm = inV8(() => engine.evaluate(request), 300);
  const bareRows = inV8(() => engine.evaluate(bareRequest), 300);
  const native = natively();
  const typescript = inV8(() => naive.answer(request), 100);
  const answer = engine.evaluate(request);
  const bare = inV8(() => JSON.stringify(JSON.parse(request)) + JSON.stringify(JSON.parse(answer)), 300);
  const row = (name, time) => [name, `${time.toFixed(0)} µs`, `${(time / wasm).toFixed(2)} × wasm`];
  return [
    row("wasm (Node's V8)", wasm),
    row(`wasm, without ids' and titles' length: ${(bareRequest.length / 1000).toFixed(1)} kB`, bareRows),
    row("native (kensan eval --lines)", native),
    row("peer: naive TypeScript, the same rules", typescript),
    row("peer: JSON.parse and stringify of both texts, no rules", bare),
  ];
}
