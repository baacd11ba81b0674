// Evaluates requests with the WebAssembly engine that ships: the same usage, output and exit
// status as `kensan eval`.
//   node tests/cases/eval-wasm.mjs [--lines] [FILE|-]
import { readFileSync, writeSync } from "node:fs";
import { loadEngine } from "./engine-wasm.mjs";

const usage = "usage: node tests/cases/eval-wasm.mjs [--lines] [FILE|-]";

function readArguments(words) {
  const lines = words.includes("--lines");
  const files = words.filter((word) => word !== "--lines");
  const unknown = files.find((word) => word.startsWith("-") && word !== "-");
  if (unknown !== undefined || files.length > 1) {
    console.error(usage);
    process.exit(2);
  }
  return { lines, file: files[0] ?? "-" };
}

function readInput(file) {
  try {
    return readFileSync(file === "-" ? 0 : file);
  } catch (fault) {
    console.error(`cannot read ${file}: ${fault.code}`);
    process.exit(2);
  }
}

/** Requests as bytes: the engine, not this script, judges whether they are UTF-8. */
function requestsIn(input, lines) {
  if (!lines) return [input];
  const requests = [];
  for (let start = 0; start < input.length; ) {
    const end = input.indexOf(0x0a, start);
    const stop = end < 0 ? input.length : end;
    const line = input.subarray(start, stop);
    if (line.some((byte) => byte !== 0x20 && byte !== 0x09 && byte !== 0x0d)) requests.push(line);
    start = stop + 1;
  }
  return requests;
}

function write(text) {
  let bytes = Buffer.from(text, "utf8");
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (fault) {
      if (fault.code !== "EAGAIN") throw fault;
    }
  }
}

const { lines, file } = readArguments(process.argv.slice(2));
const requests = requestsIn(readInput(file), lines);
const engine = await loadEngine();
let refused = false;
let pending = "";
for (const request of requests) {
  const answer = engine.evaluate(request);
  refused ||= answer.startsWith('{"errors":[');
  pending += `${answer}\n`;
  if (pending.length > 1 << 20) {
    write(pending);
    pending = "";
  }
}
write(pending);
process.exitCode = refused ? 1 : 0;
