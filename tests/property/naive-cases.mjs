// Runs the conformance cases of `assess` through the naive implementation.
// usage: node naive-cases.mjs FOLDER

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "./compile.mjs";
import { difference } from "./sameness.mjs";

const kFiles = ["assess-g13.json", "assess-g01.json", "assess-p04.json", "errors.json"];
const kOtherOps = ["award", "points", "fee", "deadlines", "review", "compare", "allocate"];

const folder = process.argv[2];
if (!folder) {
  console.error("usage: node naive-cases.mjs FOLDER");
  process.exit(2);
}

const { answer } = await load("naive-assess.ts");
let run = 0;
let failed = 0;
for (const file of kFiles) {
  for (const { name, request, raw, response, errors } of JSON.parse(readFileSync(join(folder, file), "utf8"))) {
    if (kOtherOps.includes(request?.op)) continue;
    run++;
    const expected = response ?? { errors };
    const actual = answer(raw ?? JSON.stringify(request));
    const where = difference(expected, actual);
    if (where === null) continue;
    failed++;
    console.log(`${file}: ${name}: differs at ${where}\n  expected ${JSON.stringify(expected)}\n  got      ${JSON.stringify(actual)}`);
  }
}
console.log(`${run} cases, ${failed} failed`);
process.exit(failed === 0 && run > 0 ? 0 : 1);
