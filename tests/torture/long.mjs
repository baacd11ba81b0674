// `node tests/torture/long.mjs [NAME...] [--seed S]`: the long runs, one after the other; each prints its figures as it goes.
import { spawnSync } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const given = process.argv.slice(2);
const at = given.indexOf("--seed");
const seed = at < 0 ? String(Math.floor(Math.random() * 1e9)) : given.splice(at, 2)[1];

const node = (script, ...args) => [process.execPath, join("tests", script), ...args];
const runs = {
  kills: [node("torture/kills.mjs", "--kills", "1000", "--seed", seed)],
  power: [["build/bin/kensan_power_cut", "--cycles", "10000", "--seed", seed], ["build/bin/kensan_power_cut", "--cycles", "1000", "--seed", seed, "--synchronous", "normal"]],
  faults: [["build/bin/kensan_fault_loops"]],
  schedules: [node("torture/schedules.mjs", "--count", "20000", "--seed", seed), node("torture/seeded-bugs.mjs", "--most", "6000", "--seed", seed)],
  browser: [node("www/storage-browser.mjs", "100")],
};

const unknown = given.filter((name) => !(name in runs));
if (unknown.length > 0 || !/^\d+$/.test(seed ?? "")) {
  console.error(`unknown: ${unknown.join(" ") || "--seed without a number"} (known: ${Object.keys(runs).join(", ")}, --seed N)`);
  process.exit(2);
}
for (const name of given.length > 0 ? given : Object.keys(runs)) {
  for (const [command, ...args] of runs[name]) {
    console.log(`-- ${name}, seed ${seed}`);
    const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
    if (status !== 0) {
      console.log(`${name} failed; again with: ./dev torture ${name} --seed ${seed}`);
      process.exit(1);
    }
  }
}
