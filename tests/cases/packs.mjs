// The rule packs of engine/rules by name: "G13@2024-05-01".
import { readFileSync, readdirSync } from "node:fs";

const rules = new URL("../../engine/rules/", import.meta.url);

function packsIn(provider) {
  const folder = new URL(`${provider}/`, rules);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
}

const providers = readdirSync(rules, { withFileTypes: true }).filter((entry) => entry.isDirectory());
export const corpusPacks = new Map(
  providers
    .flatMap((entry) => packsIn(entry.name))
    .map((pack) => [`${pack.scheme}@${pack.effective}`, pack]),
);
