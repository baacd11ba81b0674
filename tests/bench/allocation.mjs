// Which certificate each credit should serve: typical ledgers of 60 credits and two certificates.
// How many are proved, and how long it takes natively (the mean) and in WebAssembly (each by itself).
import { spawnSync } from "node:child_process";
import { loadEngine } from "../cases/engine-wasm.mjs";
import { median } from "./ledger.mjs";

const kensan = process.env.KENSAN_BINARY ?? "build/bin/kensan";
const today = "2026-11-21";
const ledgers = 400;

/** A plain generator of Lehmer's kind: the same ledgers in every run. */
function seeded(seed) {
  let state = seed;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return { random, pick: (list) => list[Math.floor(random() * list.length)] };
}

const daysFrom = (date, days) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

const sought = [
  { kind: "renewal", of: [["G13"], ["G01"]] },
  { kind: "renewal", of: [["G01"], ["G13"]] },
  { kind: "renewal", of: [["G13"], ["G01", "2022-04-01"]] },
  { kind: "new", of: [["G13"], ["G01"]] },
  { kind: "new", of: [["G01", "2022-04-01"], ["G13"]] },
  { kind: "new", of: [["G13"], ["P04", "2023-04-01"]] },
  { kind: "new", of: [["G01"], ["P04", "2023-04-01"]] },
];
const items = ["I-1", "I-2", "II-1", "II-2", "II-6", "III-1", "III-2", "IV-1", "IV-2", "V-1", "V-2", "V-3"];
const categories = ["assembly", "assembly", "internet", "internet", "internet", "group", "self_study", "practicum"];

function ledger({ random, pick }, days, hospital) {
  return Array.from({ length: 60 }, (_, place) => {
    const provider = pick(hospital ? ["P04", "P04", "P04", "G01", "G13"] : ["G01", "G01", "G13", "G13", "G13", "G05"]);
    const units = pick([0.5, 1, 1, 1, 1, 1.5, 2, 2, 3]);
    const date = daysFrom(today, -Math.floor(random() * days));
    const item = provider === "P04" && random() < 0.8 ? { curriculum: pick(items) } : {};
    return { id: `c${place}`, date, units, provider, category: pick(categories), ...item };
  });
}

function requests() {
  const source = seeded(20261122);
  return Array.from({ length: ledgers }, () => {
    const { kind, of } = source.pick(sought);
    const base = daysFrom("2023-12-15", Math.floor(source.random() * 200));
    const profile = kind === "new" ? { kind } : { kind, base };
    const targets = of.map(([scheme, edition]) => ({ scheme, ...(edition ? { edition } : {}), profile }));
    const days = kind === "new" ? 1400 : (Date.parse(today) - Date.parse(base)) / 86_400_000;
    const credits = ledger(source, days, of.some(([scheme]) => scheme === "P04"));
    return JSON.stringify({ op: "allocate", as_of: today, targets, credits });
  });
}

function natively(texts) {
  const begun = process.hrtime.bigint();
  const run = spawnSync(kensan, ["eval", "--lines", "-"], { input: texts.join("\n"), maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(`kensan eval ended with ${run.status}`);
  return Number(process.hrtime.bigint() - begun) / 1e6 / texts.length;
}

export async function measureAllocation() {
  const engine = await loadEngine();
  const texts = requests();
  let proved = 0;
  const times = texts.map((text) => {
    const begun = process.hrtime.bigint();
    if (JSON.parse(engine.evaluate(text)).exact) proved += 1;
    return Number(process.hrtime.bigint() - begun) / 1e6;
  });
  const ms = (time) => `${time.toFixed(1)} ms`;
  const native = natively(texts);
  return [
    ["proved to be the best", `${proved} of ${ledgers}`, `${((100 * proved) / ledgers).toFixed(1)} %`],
    ["native, mean of all", ms(native)],
    ["wasm, median", ms(median(times)), `${(median(times) / native).toFixed(2)} × native's mean`],
    ["wasm, slowest (not proved)", ms(Math.max(...times))],
  ];
}
