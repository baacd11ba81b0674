// One JSON value has one canonical form, however it is written: a digest depends on nothing else. The
// form is its own canonical form, and as a request it gets the answer of the request.
// usage: node canonical-form.mjs --seed N --count N

import assert from "node:assert/strict";
import { loadEngine } from "../cases/engine-wasm.mjs";
import { load } from "./compile.mjs";

const option = (name, otherwise) => Number(process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);
const seed = option("--seed", Date.now() % 1000000);
const count = option("--count", 1000);
const engine = await loadEngine();
const { writings } = await load("law-writing.ts");
const { randomOf } = await load("generate.ts");

let answered = 0;
for (let index = 0; index < count; index++) {
  const [plain, otherwise] = writings(randomOf(seed, index));
  const form = engine.canonicalJson(plain);
  const told = `case ${index} of seed ${seed}: ${plain}`;
  assert.notEqual(form, "", told);
  assert.equal(engine.canonicalJson(otherwise), form, told);
  assert.equal(engine.canonicalJson(form), form, told);
  const answer = engine.evaluate(plain);
  if (answer.startsWith('{"errors":')) continue; // faults come in the order of the text
  assert.equal(engine.evaluate(form), answer, told);
  answered++;
}
assert.ok(answered > count / 2);
console.log(`seed ${seed}: ${count} values with one canonical form each, ${answered} of them answered alike`);
