// Compares an evaluator with the naive implementation on random requests.
// usage: node differ.mjs --seed N --count N -- COMMAND...
// COMMAND reads one request a line from standard input and writes one answer a line.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { load } from "./compile.mjs";
import { difference } from "./sameness.mjs";

const kShown = 3;

function usage() {
  console.error("usage: node differ.mjs --seed N --count N -- COMMAND...");
  process.exit(2);
}

function settings() {
  try {
    const { values, positionals } = parseArgs({
      options: { seed: { type: "string" }, count: { type: "string" } }, allowPositionals: true,
    });
    const seed = Number(values.seed ?? Date.now() % 1000000);
    const count = Number(values.count ?? 1000);
    if (!Number.isInteger(seed) || !Number.isInteger(count) || count < 1 || positionals.length === 0) usage();
    return { seed, count, command: positionals };
  } catch {
    usage();
  }
}

async function feed(input, requests) {
  for (const request of requests) if (!input.write(`${request}\n`)) await once(input, "drain");
  input.end();
}

// The lines that the command answers; they may be fewer than the requests.
async function answersOf(command, requests) {
  const child = spawn(command[0], command.slice(1), { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  child.stdin.on("error", () => {}); // a command that stops early is seen by its missing answers
  void feed(child.stdin, requests).catch(() => {});
  const lines = [];
  for await (const line of createInterface({ input: child.stdout })) lines.push(line);
  await ended;
  return lines;
}

function parsed(line) {
  if (line === undefined) return "no answer";
  try {
    return JSON.parse(line);
  } catch {
    return `not JSON: ${line}`;
  }
}

const { seed, count, command } = settings();
const { generate } = await load("generate.ts");
const { answer } = await load("naive-assess.ts");
const requests = Array.from({ length: count }, (_, index) => generate(seed, index));
const lines = await answersOf(command, requests);

let differing = 0;
let refused = 0;
requests.forEach((request, index) => {
  const naive = answer(request);
  if (naive.errors) refused++;
  const where = difference(naive, parsed(lines[index]));
  if (where === null || ++differing > kShown) return;
  console.log(`request ${index} of seed ${seed} differs at ${where}`);
  console.log(`  request ${request}\n  naive   ${JSON.stringify(naive)}\n  command ${lines[index] ?? "no answer"}`);
});
if (lines.length > count) console.log(`${lines.length - count} answers too many`);
console.log(`seed ${seed}: ${count} requests compared (${refused} of them refused), ${differing} differ`);
process.exit(differing === 0 && lines.length === count ? 0 : 1);
