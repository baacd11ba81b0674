// Holds an evaluator to a law on random requests.
// usage: node laws.mjs LAW --seed N --count N [-- COMMAND...]
// LAW is a file law-LAW.ts beside this one. COMMAND (kensan eval --lines) reads one request a line
// and writes one answer a line.

import { spawnSync } from "node:child_process";
import { load } from "./compile.mjs";

const kShown = 3;
const kLongest = 4000; // characters shown of a request or an answer
const kBatch = 1000; // cases at a time: their texts fit in memory
const kMostSkipped = 0.6; // a law that says nothing of most cases proves nothing

function usage() {
  console.error("usage: node laws.mjs LAW --seed N --count N [-- COMMAND...]");
  process.exit(2);
}

function settings(words) {
  const end = words.includes("--") ? words.indexOf("--") : words.length;
  const [name, ...options] = words.slice(0, end);
  const option = (key, otherwise) => Number(options.includes(key) ? options[options.indexOf(key) + 1] : otherwise);
  const seed = option("--seed", Date.now() % 1000000);
  const count = option("--count", 1000);
  const command = words.slice(end + 1);
  if (name === undefined || !Number.isInteger(seed) || !Number.isInteger(count) || count < 1) usage();
  const kensan = process.env.KENSAN_BINARY ?? "build/bin/kensan";
  return { name, seed, count, command: command.length > 0 ? command : [kensan, "eval", "--lines", "-"] };
}

function answersOf(command, requests) {
  if (requests.length === 0) return [];
  const run = spawnSync(command[0], command.slice(1), { input: `${requests.join("\n")}\n`, maxBuffer: 1 << 30, encoding: "utf8" });
  if (run.error !== undefined) throw run.error;
  const lines = run.stdout.split("\n").slice(0, -1);
  if (lines.length !== requests.length) throw new Error(`${requests.length} requests, ${lines.length} answers: ${run.stderr}`);
  return lines;
}

// Asks, judges, and asks again where a judgement needs further answers.
function verdicts(command, steps) {
  const result = steps.map(() => null);
  let open = steps.map((step, place) => ({ step, place }));
  while (open.length > 0) {
    const answers = answersOf(command, open.flatMap(({ step }) => step.requests));
    const further = [];
    for (const { step, place } of open) {
      const own = answers.splice(0, step.requests.length);
      const said = step.judge([...own]);
      if (said !== null && typeof said === "object") further.push({ step: said, place });
      else result[place] = said && { said, requests: step.requests, answers: own };
    }
    open = further;
  }
  return result;
}

const { name, seed, count, command } = settings(process.argv.slice(2));
const { law, remarks } = await load(`law-${name}.ts`);
const { randomOf } = await load("generate.ts");
let skipped = 0;
const broken = [];
for (let from = 0; from < count; from += kBatch) {
  const steps = Array.from({ length: Math.min(kBatch, count - from) }, (_, place) => law(randomOf(seed, from + place)));
  verdicts(command, steps).forEach((verdict, place) => {
    if (verdict?.said === "skip") skipped++;
    else if (verdict !== null) broken.push({ place: from + place, ...verdict });
  });
}
for (const { place, said, requests, answers } of broken.slice(0, kShown)) {
  console.log(`case ${place} of seed ${seed}: ${said}`);
  requests.forEach((request, index) => console.log(`  ${request.slice(0, kLongest)}\n  ${answers[index].slice(0, kLongest)}`));
}
const { lines, missed } = remarks?.() ?? { lines: [], missed: [] };
for (const line of lines) console.log(line);
for (const one of missed) console.log(`never seen: ${one}`);
console.log(`law ${name}, seed ${seed}: ${count} cases, ${skipped} say nothing, ${broken.length} broken`);
process.exit(broken.length === 0 && missed.length === 0 && skipped <= kMostSkipped * count ? 0 : 1);
