// Every figure counts: each one of each pack, changed by a step, must make a case fail. The packs
// are read as those of other providers (G01 as G91), beside the ones built in.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCorpus, stated } from "../cases/corpus.mjs";
import { corpusPacks } from "../cases/packs.mjs";

const kensan = process.env.KENSAN_BINARY ?? "build/bin/kensan";
const folder = mkdtempSync(join(tmpdir(), "kensan-mutants-"));
const others = { G01: "G91", G13: "G93", P04: "P94", PECS: "PECS9", TAMETOKO: "TAMETOKO9", HOPESS: "HOPESS9" };
const renamed = (text) => text.replace(/"(\w+)"/g, (quoted, name) => (Object.hasOwn(others, name) ? `"${others[name]}"` : quoted));

const speaks = ({ text }) => {
  try {
    return Object.hasOwn(others, JSON.parse(text).scheme);
  } catch {
    return false;
  }
};
const cases = readCorpus().filter(speaks).map(({ text, expected }) => ({ text: renamed(text), expected: JSON.parse(renamed(JSON.stringify(expected))) }));

/** How many cases fail with this pack in the place of its edition. */
function failures(edition, mutant) {
  for (const [name, pack] of corpusPacks) {
    writeFileSync(join(folder, `${name}.json`), renamed(JSON.stringify(name === edition ? mutant : pack)));
  }
  const input = cases.map(({ text }) => text).join("\n");
  const run = spawnSync(kensan, ["eval", "--rules", folder, "--lines", "-"], { input, maxBuffer: 1 << 28 });
  const answers = run.stdout.toString("utf8").split("\n").slice(0, -1);
  if (answers.length !== cases.length) return cases.length; // the pack is refused
  return cases.filter(({ expected }, place) => JSON.stringify(stated(JSON.parse(answers[place]), expected)) !== JSON.stringify(expected)).length;
}

const words = {
  kept: ["waived"], waived: ["kept"], application: ["none"], anniversary: ["application", "none"], none: ["application"],
  included: ["excluded"], excluded: ["included"], applied: ["distributed"], distributed: ["applied"], start: ["end"], end: ["start"],
  only: ["never"], never: ["only"],
};
const described = ["clauses", "title", "short", "system_title", "citations", "source", "apply", "status"];

/** Other values that a figure might have had by mistake. */
function slips(key, value) {
  const step = key === "months" && value >= 12 ? 12 : value < 1 ? value : 1;
  if (typeof value === "number") return [value - step, value + step];
  if (typeof value === "boolean") return [!value];
  return words[value] ?? [];
}

/** Where a pack says nothing that a request can ask: prices to be read only, a seminar guide's ledger. */
function isUnasked(pack, path) {
  const unpriced = path[0] === "fees" && pack.fees[path[1]].status === "provisional";
  return unpriced || (path[0] === "accepts" && Object.keys(pack.certification).length === 0);
}

/** Every slip: another value, or an element of a list left out. */
function changes(value, path = []) {
  if (value === null || typeof value !== "object") {
    return slips(path.at(-1), value).map((slip) => ({ path, to: slip, change: (parent, key) => (parent[key] = slip) }));
  }
  const inside = Object.entries(value).filter(([key]) => !described.includes(key));
  const without = (place) => ({ path: [...path, place], to: "left out", change: (parent) => parent.splice(place, 1) });
  const left = Array.isArray(value) ? value.map((_, place) => without(place)) : [];
  return [...left, ...inside.flatMap(([key, inner]) => changes(inner, [...path, key]))];
}

let tried = 0;
let unnoticed = 0;
try {
  if (failures() !== 0) throw new Error("the cases fail with the packs as they are");
  for (const [edition, pack] of corpusPacks) {
    for (const { path, to, change } of changes(pack).filter((slip) => !isUnasked(pack, slip.path))) {
      const mutant = structuredClone(pack);
      change(path.slice(0, -1).reduce((part, key) => part[key], mutant), path.at(-1));
      tried += 1;
      if (failures(edition, mutant) > 0) continue;
      unnoticed += 1;
      console.error(`${edition}: no case notices /${path.join("/")} as ${to}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
console.log(`${tried} slips in ${corpusPacks.size} packs, ${unnoticed} unnoticed, ${cases.length} cases`);
process.exitCode = unnoticed === 0 && tried > 300 ? 0 : 1;
