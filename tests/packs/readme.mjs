// engine/rules/README.md tells a secretariat everything: every edition with every clause it rests
// on, every field of a pack and every kind of rule.
import { readFileSync } from "node:fs";
import { corpusPacks } from "../cases/packs.mjs";

const rules = new URL("../../engine/rules/", import.meta.url);
const readme = readFileSync(new URL("README.md", rules), "utf8");
const schema = JSON.parse(readFileSync(new URL("pack.schema.json", rules), "utf8"));

/** The text under an edition's heading, up to the next heading. */
function sectionOf(edition) {
  const [, section] = readme.split(`\n### ${edition} `);
  return section?.split(/\n##+ /)[0];
}

/** Names of fields, and the words that a field may hold, anywhere in the schema. */
function wordsOf(part) {
  if (Array.isArray(part)) return part.flatMap(wordsOf);
  if (part === null || typeof part !== "object") return [];
  const words = [part.const, ...(part.enum ?? [])].filter((word) => typeof word === "string");
  return [...words, ...Object.keys(part.properties ?? {}), ...Object.values(part).flatMap(wordsOf)];
}

/** Whether the clause itself is named, not only one that begins like it. */
function names(section, clause) {
  const text = clause.replace(/[()[\]{}.*+?^$|\\]/g, "\\$&");
  return new RegExp(`${text}(?![\\d(\\p{L}]|, \\d)`, "u").test(section ?? "");
}

const faults = [];
for (const [edition, pack] of corpusPacks) {
  const section = sectionOf(edition);
  if (section === undefined) faults.push(`no section "${edition}"`);
  const unnamed = Object.keys(pack.clauses).filter((clause) => !names(section, clause));
  faults.push(...unnamed.map((clause) => `${edition}: the clause "${clause}" is not named`));
}
const isTold = (word) => readme.includes(`\`${word}\``) || readme.includes(`"${word}"`) || readme.includes(`.${word}\``);
const untold = [...new Set(wordsOf(schema))].filter((word) => !isTold(word));
faults.push(...untold.map((word) => `"${word}" is not explained`));
for (const fault of faults) console.error(`engine/rules/README.md: ${fault}`);
console.log(`${corpusPacks.size} editions, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
