// Runs the conformance cases through the naive implementation.
// usage: node naive-cases.mjs FOLDER

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "./compile.mjs";

const folder = process.argv[2];
if (!folder) {
  console.error("usage: node naive-cases.mjs FOLDER");
  process.exit(2);
}

// Without the clause of each figure, which few cases state.
const stated = (text) => JSON.stringify(JSON.parse(text, (key, value) => (key === "rule" ? undefined : value)));

const { answer } = await load("naive.ts");
let run = 0;
let failed = 0;
for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
  for (const { name, request, raw, response, errors } of JSON.parse(readFileSync(join(folder, file), "utf8"))) {
    run++;
    const expected = stated(JSON.stringify(response ?? { errors }));
    const actual = stated(answer(raw ?? JSON.stringify(request)));
    if (actual === expected) continue;
    failed++;
    console.log(`${file}: ${name}\n  expected ${expected}\n  got      ${actual}`);
  }
}
console.log(`${run} cases, ${failed} failed`);
process.exit(failed === 0 && run > 0 ? 0 : 1);
