// A published edition is never edited: engine/rules/published.json keeps the digest of each, as
// `kensan rules` prints it.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { spawnSync } from "node:child_process";

const kensan = process.env.KENSAN_BINARY ?? "build/bin/kensan";
const rules = new URL("../../engine/rules/", import.meta.url);

/** Editions by their digests: those built in. */
function builtIn() {
  const run = spawnSync(kensan, ["rules"], { encoding: "utf8" });
  if (run.error !== undefined) throw run.error;
  const rows = run.stdout.trim().split("\n").slice(1).map((line) => line.split(/ +/));
  return new Map(rows.map(([scheme, edition, , digest]) => [`${scheme}@${edition}`, digest]));
}

/** Editions by the files of engine/rules: folder and name. */
function filed() {
  const folders = readdirSync(rules, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name: scheme }) =>
    readdirSync(new URL(`${scheme}/`, rules)).map((file) => {
      const { scheme: said, effective } = JSON.parse(readFileSync(new URL(`${scheme}/${file}`, rules), "utf8"));
      assert.equal(`${said}/${effective}.json`, `${scheme}/${file}`, "a pack's file is named after its scheme and effective day");
      return `${scheme}@${effective}`;
    }),
  );
}

const published = new Map(Object.entries(JSON.parse(readFileSync(new URL("published.json", rules), "utf8"))));
const built = builtIn();
for (const edition of filed()) {
  assert.ok(built.has(edition), `${edition} is not built in: name it in engine/CMakeLists.txt`);
  assert.ok(published.has(edition), `${edition} is not in published.json; its digest is ${built.get(edition)}`);
}
for (const [edition, digest] of published) {
  assert.ok(built.has(edition), `${edition} was published and is gone: a published edition stays`);
  assert.equal(built.get(edition), digest, `${edition} was edited after it was published: publish a new edition instead`);
}
console.log(`${published.size} editions as they were published`);
