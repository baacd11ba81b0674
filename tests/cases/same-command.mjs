// `kensan eval` and `node tests/cases/eval-wasm.mjs` are one command: the same usage, output bytes
// and exit status.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readCorpus } from "./corpus.mjs";

const kensan = [process.env.KENSAN_BINARY ?? "build/bin/kensan", "eval"];
const wasm = [process.execPath, "tests/cases/eval-wasm.mjs"];

function run([program, ...first], words, input) {
  const { status, stdout, stderr } = spawnSync(program, [...first, ...words], { input });
  return { status, stdout, complains: stderr.length > 0 };
}

const good = readCorpus().filter((row) => row.expected.errors === undefined);
const bad = readCorpus().filter((row) => row.expected.errors !== undefined);
const lines = (rows) => rows.map((row) => row.text).join("\n");
const brokenBytes = Buffer.from([0x7b, 0x22, 0xff, 0xc3, 0x28, 0x22, 0x7d]);

const uses = [
  ["one request", [], good[0].text],
  ["one request from standard input by name", ["-"], good[0].text],
  ["one bad request", [], bad[0].text],
  ["a request over several lines", [], JSON.stringify(JSON.parse(good[0].text), null, 2)],
  ["nothing", [], ""],
  ["good lines", ["--lines"], `${lines(good)}\n`],
  ["good and bad lines, no newline at the end", ["--lines", "-"], lines([...good, ...bad])],
  ["blank lines", ["--lines"], `\n\r\n \t\n${good[0].text}\r\n\n${good[1].text}`],
  ["no line at all", ["--lines"], "\n\n"],
  ["bytes that are no UTF-8", [], brokenBytes],
  ["lines of bytes that are no UTF-8", ["--lines"], Buffer.concat([brokenBytes, Buffer.from("\n"), brokenBytes])],
  ["a request above 8 MiB", [], Buffer.alloc(8 * 1024 * 1024 + 1, 0x20)],
  ["an unknown option", ["--line"], ""],
  ["two files", ["a", "b"], ""],
  ["a file that is not there", ["tests/cases/none.json"], ""],
];

for (const [name, words, input] of uses) {
  assert.deepEqual(run(wasm, words, input), run(kensan, words, input), name);
}
console.log(`${uses.length} passed, 0 failed`);
