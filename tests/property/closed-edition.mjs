// An edition that takes effect after as_of might as well not exist: with it and without it in a folder
// of further packs the answers are the same, byte for byte, to the day before; from its day on it is used.
// usage: node closed-edition.mjs --seed N --count N

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "./compile.mjs";

const kensan = process.env.KENSAN_BINARY ?? "build/bin/kensan";
const option = (name, otherwise) => Number(process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);
const seed = option("--seed", Date.now() % 1000000);
const count = option("--count", 300);
const kPacks = [["G13", "G13/2024-05-01"], ["G01", "G01/2017-04-01"], ["P04", "P04/2021-03-11"]];
const { requestsAround } = await load("generate-editions.ts");

// The later editions ask for more than the edition they follow.
function laterPack(file, effective, status) {
  const pack = JSON.parse(readFileSync(new URL(`../../engine/rules/${file}.json`, import.meta.url), "utf8"));
  for (const kind of ["new", "renewal"]) {
    const total = pack.certification[kind]?.requirements.find((one) => one.kind === "total_minimum");
    if (total !== undefined) total.units += 1;
  }
  for (const row of pack.seminar?.deadlines ?? []) if (row.days_before !== undefined) row.days_before += 1;
  for (const row of pack.seminar?.award.categories ?? []) row.minutes += 10;
  if (pack.seminar?.award.minutes !== undefined) pack.seminar.award.minutes += 10;
  if (pack.learning !== undefined) pack.learning.points_a_unit += 10;
  return { ...pack, effective, status };
}

function answersOf(requests, folder) {
  const words = ["eval", "--lines", ...(folder === undefined ? [] : ["--rules", folder]), "-"];
  const run = spawnSync(kensan, words, { input: `${requests.join("\n")}\n`, maxBuffer: 1 << 30, encoding: "utf8" });
  const lines = run.stdout.split("\n").slice(0, -1);
  assert.equal(lines.length, requests.length, run.stderr);
  return lines;
}

// What an answer says apart from which newer provisional edition there is.
const withoutNewer = (line) => line.replace(/"newer":(null|"[0-9-]*")/, "");

const used = { before: 0, after: 0, otherwise: 0 };

function judge({ asOf, text }, effective, status, { before, after, named }) {
  const told = `${status} ${effective}: ${text}`;
  const closed = asOf !== undefined && asOf < effective;
  used[closed ? "before" : "after"]++;
  if (closed) return assert.equal(after, before, told);
  if (status === "confirmed") {
    if (named !== before) used.otherwise++;
    return assert.equal(after, named, told);
  }
  assert.equal(withoutNewer(after), withoutNewer(before), told); // provisional: only where it is named
  const { newer } = JSON.parse(after);
  if (newer !== undefined) assert.equal(newer, effective, told);
}

const folder = mkdtempSync(join(tmpdir(), "later-"));
try {
  for (const [scheme, file] of kPacks) {
    for (const effective of ["2028-02-29", "2026-03-31", "2025-04-01"]) {
      for (const status of ["confirmed", "provisional"]) {
        const requests = requestsAround(scheme, effective, seed, count);
        const texts = requests.map(({ text }) => text);
        writeFileSync(join(folder, "later.json"), JSON.stringify(laterPack(file, effective, status)));
        const [before, after] = [answersOf(texts), answersOf(texts, folder)];
        const named = answersOf(requests.map((one) => one.named), folder);
        requests.forEach((one, place) => judge(one, effective, status, { before: before[place], after: after[place], named: named[place] }));
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
assert.ok(used.before > 0 && used.after > 0 && used.otherwise > 0);
console.log(`seed ${seed}: 18 later editions, ${count} requests each, closed and in force as they should: ${JSON.stringify(used)}`);
