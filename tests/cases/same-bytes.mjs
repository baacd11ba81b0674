// One request, one answer, byte for byte, through all three doors: the conformance cases, and
// generated requests (node same-bytes.mjs [COUNT] [SEED]).
import assert from "node:assert/strict";
import { load } from "../property/compile.mjs";
import { readCorpus } from "./corpus.mjs";
import { doors } from "./doors.mjs";
import { loadEngine } from "./engine-wasm.mjs";

const count = Number(process.argv[2] ?? 2000);
const seed = Number(process.argv[3] ?? 20261121);

const { generate } = await load("generate.ts");
const generated = Array.from({ length: count }, (_, index) => generate(seed, index));
const texts = [...readCorpus().map((row) => row.text), ...generated];
const native = await doors.native(texts);
for (const name of ["wasm", "http"]) {
  const answers = await doors[name](texts);
  for (const [index, text] of texts.entries()) {
    assert.equal(answers[index], native[index], `${name} differs on ${text}`);
  }
}
// The module that an app starts with only assesses; there it must be the whole engine's equal.
const first = await loadEngine("kensan-first");
const asked = texts.map((text, index) => [text, native[index]]).filter(([text]) => text.includes('"op":"assess"'));
for (const [text, answer] of asked) assert.equal(first.evaluate(text), answer, `the first module differs on ${text}`);
assert.ok(asked.length > count / 10);
console.log(`seed ${seed}: ${texts.length} requests, the same bytes natively, in wasm and over HTTP`);
