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
  const wasm = bytes(/^kensan-first-.*\.wasm\.br$/);
  const glue = bytes(/^engine-worker-/);
  const database = bytes(/^(sqlite3|storage-worker)-/);
  const whole = bytes(/./);
  const engine = bytes(/^(kensan-[0-9a-f]{8}\.wasm|whole-engine-worker-)/);
  const later = bytes(/^(later-pages|en)-/);
  return [
    ["engine that assesses, with rule packs (wasm)", kb(wasm)],
    ["engine's worker with Embind's glue", kb(glue)],
    ["first load without the database", kb(whole - database - later - engine)],
    ["pages and language fetched after it", kb(later)],
    ["whole engine and its worker, fetched after it", kb(engine)],
    ["database (SQLite and its worker)", kb(database)],
  ];
}
