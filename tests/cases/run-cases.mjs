// The conformance cases through one door: node run-cases.mjs native|wasm|http [G99]
// With a made-up provider, its cases, and its pack from tests/packs beside those built in.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { corpusPacks, madeUpPacks, madeUpRules } from "./packs.mjs";
import { figuresOf, readCorpus, stated } from "./corpus.mjs";
import { doors } from "./doors.mjs";

const door = doors[process.argv[2]];
const provider = process.argv[3];
if (door === undefined) {
  console.error("usage: node run-cases.mjs native|wasm|http [G99]");
  process.exit(2);
}

const packs = provider === undefined ? corpusPacks : madeUpPacks(provider);
const explained = new Set([...packs.values()].flatMap((pack) => Object.keys(pack.clauses)));

function judge(row, text) {
  const answer = JSON.parse(text);
  const said = stated(answer, row.expected);
  assert.deepStrictEqual(said, row.expected);
  // Keys in the contract's order: the cases are written in it.
  assert.equal(JSON.stringify(said), JSON.stringify(row.expected));
  for (const problem of answer.errors ?? []) assert.ok(problem.message.length > 0);
  for (const figure of figuresOf(answer)) {
    assert.ok(explained.has(figure.rule), `no words for the clause "${figure.rule}"`);
  }
}

const corpus = readCorpus(provider);
assert.ok(corpus.length > 0, "no cases");
const rules = provider === undefined ? undefined : fileURLToPath(madeUpRules(provider));
const answers = await door(corpus.map((row) => row.text), rules);
assert.equal(answers.length, corpus.length);
let failed = 0;
for (const [index, row] of corpus.entries()) {
  try {
    judge(row, answers[index]);
  } catch (fault) {
    failed += 1;
    console.error(`not as expected: ${row.title}\n${fault.message}\n`);
  }
}
console.log(`${corpus.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
