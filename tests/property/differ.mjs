// Compares evaluators with the naive implementation on random requests, byte for byte: all of them
// with each other, and with the naive answer apart from the messages of errors.
// usage: node differ.mjs --seed N --count N -- COMMAND... [-- COMMAND...]
// COMMAND reads one request a line from standard input and writes one answer a line.

import { spawn } from "node:child_process";
import { once } from "node:events";
import os from "node:os";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { load } from "./compile.mjs";

const kShown = 3;
const kLongest = 4000; // characters shown of a request
const kMostUnproved = 0.02; // of small allocations: what the engine does not prove need not be the best
const kBatch = 10000; // requests a process: their texts fit in memory

function usage() {
  console.error("usage: node differ.mjs --seed N --count N -- COMMAND... [-- COMMAND...]");
  process.exit(2);
}

function settings(words) {
  const from = words.indexOf("--");
  const options = words.slice(0, Math.max(0, from));
  const option = (name, otherwise) => Number(options.includes(name) ? options[options.indexOf(name) + 1] : otherwise);
  const seed = option("--seed", Date.now() % 1000000);
  const count = option("--count", 1000);
  const commands = [];
  for (const word of words.slice(from)) word === "--" ? commands.push([]) : commands.at(-1).push(word);
  const whole = from >= 0 && Number.isInteger(seed) && Number.isInteger(count) && count > 0;
  if (!whole || commands.some((command) => command.length === 0)) usage();
  return { seed, count, commands };
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
  const chunks = [];
  for await (const chunk of child.stdout) chunks.push(chunk);
  await ended;
  return Buffer.concat(chunks).toString("utf8").split("\n").slice(0, -1);
}

const isRefusal = (line) => line?.startsWith('{"errors":');

// No answer holds `,"message":"` inside a string: quotes are escaped there.
const withoutMessages = (line) => (isRefusal(line) ? line.replaceAll(/,"message":"(?:[^"\\]|\\.)*"/g, "") : line);

// The piece of a line in which it begins to differ from others.
function around(line, others) {
  const text = withoutMessages(line) ?? "no answer";
  let same = 0;
  while (same < text.length && others.every((other) => other[same] === text[same])) same++;
  return `${same > 150 ? "..." : ""}${text.slice(Math.max(0, same - 150), same + 400)}`;
}

// One batch: the requests that differ, how many were refused, and how many the naive code left out.
async function compare({ generate, answer }, commands, seed, from, to) {
  const requests = Array.from({ length: to - from }, (_, index) => generate(seed, from + index));
  const pending = commands.map((command) => answersOf(command, requests));
  const found = { differing: [], refused: 0, untold: 0, allocated: 0, unproved: 0 };
  const naive = [];
  for (const request of requests) {
    naive.push(answer(request));
    if (naive.length % 50 === 0) await new Promise(setImmediate); // let the commands' lines through
  }
  const answers = await Promise.all(pending);
  requests.forEach((request, index) => {
    const lines = answers.map((all) => all[index]);
    if (isRefusal(naive[index])) found.refused++;
    if (naive[index] === undefined) found.untold++;
    if (naive[index]?.startsWith('{"assignments":')) found.allocated++;
    const unproved = naive[index]?.endsWith('"exact":true}') && lines[0]?.endsWith('"exact":false}');
    if (unproved) found.unproved++;
    const told = naive[index] === undefined || unproved || lines.every((line) => withoutMessages(line) === naive[index]);
    if (told && lines.every((line) => line === lines[0] && line !== undefined)) return;
    found.differing.push({ index: from + index, request, naive: naive[index], lines });
  });
  if (answers.some((all) => all.length !== requests.length)) found.differing.push({ index: from, request: "as many answers as requests", lines: [] });
  return found;
}

async function work() {
  const { seed, commands } = workerData;
  const naive = { ...(await load("generate.ts")), ...(await load("naive.ts")) };
  parentPort.on("message", async ([from, to]) => parentPort.postMessage(await compare(naive, commands, seed, from, to)));
  parentPort.postMessage(null); // ready
}

// Each worker takes batches until none is left.
async function all({ seed, count, commands }) {
  const results = [];
  let next = 0;
  const workers = Math.min(4, os.cpus().length, Math.ceil(count / kBatch));
  await Promise.all(Array.from({ length: workers }, async () => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { seed, commands } });
    const failed = once(worker, "error").then(([fault]) => Promise.reject(fault));
    const reply = async () => (await Promise.race([once(worker, "message"), failed]))[0];
    await reply();
    while (next < count) {
      const from = next;
      next = Math.min(count, next + kBatch);
      worker.postMessage([from, next]);
      results.push(await reply());
    }
    await worker.terminate();
  }));
  return results;
}

async function main() {
  const { seed, count, commands } = settings(process.argv.slice(2));
  const results = await all({ seed, count, commands });
  const differing = results.flatMap((one) => one.differing).sort((a, b) => a.index - b.index);
  for (const { index, request, naive, lines } of differing.slice(0, kShown)) {
    const told = [naive, ...lines.map(withoutMessages)].filter((line) => line !== undefined);
    console.log(`request ${index} of seed ${seed} differs\n  request ${request.slice(0, kLongest)}`);
    ["naive", ...commands.map((command) => command.join(" "))].forEach((who, place) => {
      console.log(`  ${who}\n    ${around([naive, ...lines][place], told)}`);
    });
  }
  const total = (name) => results.reduce((sum, one) => sum + one[name], 0);
  const few = total("unproved") <= kMostUnproved * total("allocated");
  const shares = `${total("refused")} refused, ${total("untold")} not told by the naive code, ${total("unproved")} of ${total("allocated")} allocations not proved`;
  console.log(`seed ${seed}: ${count} requests compared (${shares}), ${differing.length} differ`);
  process.exit(differing.length === 0 && few ? 0 : 1);
}

await (isMainThread ? main() : work());
