// The rule packs by name: "G13@2024-05-01".
import { readFileSync, readdirSync } from "node:fs";

const tests = new URL("..", import.meta.url);

function packsIn(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const packs = files.map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
  return packs.map((pack) => [`${pack.scheme}@${pack.effective}`, pack]);
}

const rules = new URL("../engine/rules/", tests);
const providers = readdirSync(rules, { withFileTypes: true }).filter((entry) => entry.isDirectory());
/** Those of engine/rules, which are built in. */
export const corpusPacks = new Map(providers.flatMap(({ name }) => packsIn(new URL(`${name}/`, rules))));

/** The folder of a provider that is only a file, and its packs. */
export const madeUpRules = (provider) => new URL(`packs/${provider}/`, tests);
export const madeUpPacks = (provider) => new Map(packsIn(madeUpRules(provider)));
