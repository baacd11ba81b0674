// What a phone downloads, from the .br files beside the app's files.
import { readdirSync, statSync } from "node:fs";

const folder = "build/www";

function bytes(pattern) {
  const files = readdirSync(folder).filter((name) => pattern.test(name) && name.endsWith(".br"));
  if (files.length === 0) throw new Error(`nothing in ${folder} matches ${pattern}`);
  return files.reduce((sum, name) => sum + statSync(`${folder}/${name}`).size, 0);
}

const kb = (size) => `${(size / 1000).toFixed(1)} kB`;

export function measureSizes() {
  const wasm = bytes(/^kensan-.*\.wasm\.br$/);
  const glue = bytes(/^engine-worker-/);
  const database = bytes(/^(sqlite3|storage-worker)-/);
  const whole = bytes(/./);
  const later = bytes(/^(later-pages|en)-/);
  return [
    ["engine with rule packs (wasm)", kb(wasm)],
    ["engine's worker with Embind's glue", kb(glue)],
    ["first load without the database", kb(whole - database - later)],
    ["pages and language fetched after it", kb(later)],
    ["database (SQLite and its worker)", kb(database)],
  ];
}
