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
const { requestsAround } = await load("generate-editions.ts");

// The later editions ask for one unit more than the edition they follow.
function laterPack(file, effective, status) {
  const pack = JSON.parse(readFileSync(new URL(`../../engine/rules/${file}.json`, import.meta.url), "utf8"));
  for (const kind of ["new", "renewal"]) {
    const total = pack.certification[kind]?.requirements.find((one) => one.kind === "total_minimum");
    if (total !== undefined) total.units += 1;
  }
  return { ...pack, effective, status };
}

function answersOf(requests, folder) {
  const words = ["eval", "--lines", ...(folder === undefined ? [] : ["--rules", folder]), "-"];
  const run = spawnSync(kensan, words, { input: `${requests.map(({ text }) => text).join("\n")}\n`, maxBuffer: 1 << 30, encoding: "utf8" });
  const lines = run.stdout.split("\n").slice(0, -1);
  assert.equal(lines.length, requests.length, run.stderr);
  return lines;
}

// What an answer says apart from which newer provisional edition there is.
const withoutNewer = (line) => JSON.stringify({ ...JSON.parse(line), newer: null });

function judge(requests, effective, status, before, after) {
  const used = { before: 0, after: 0 };
  for (const [index, request] of requests.entries()) {
    const closed = request.asOf < effective;
    used[closed ? "before" : "after"]++;
    const told = `${status} ${effective}: ${request.text}`;
    if (closed) {
      assert.equal(after[index], before[index], told);
    } else if (status === "provisional") {
      assert.equal(JSON.parse(after[index]).newer, effective, told);
      assert.equal(withoutNewer(after[index]), withoutNewer(before[index]), told);
    } else {
      const [old, now] = [before[index], after[index]].map((line) => JSON.parse(line));
      assert.equal(now.edition, effective, told);
      assert.equal(now.requirements[0].required, old.requirements[0].required + 1, told);
    }
  }
  assert.ok(used.before > 0 && used.after > 0);
}

const folder = mkdtempSync(join(tmpdir(), "later-"));
try {
  for (const [scheme, file] of [["G13", "G13/2024-05-01"], ["G01", "G01/2017-04-01"]]) {
    for (const effective of ["2028-02-29", "2026-03-31", "2025-04-01"]) {
      for (const status of ["confirmed", "provisional"]) {
        const requests = requestsAround(scheme, effective, seed, count);
        writeFileSync(join(folder, "later.json"), JSON.stringify(laterPack(file, effective, status)));
        judge(requests, effective, status, answersOf(requests), answersOf(requests, folder));
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
console.log(`seed ${seed}: 12 later editions, ${count} requests each, closed and in force: as they should`);
