// `node tests/torture/seeded-bugs.mjs [--most N] [--seed S]`: faults are sown into the phone's code and the server, one at a time;
// each must be caught by one of the first N schedules. Says by which, and by what sentence.
import { numbers } from "./arguments.mjs";
import { phoneCode } from "./bundle.mjs";
import { Peer } from "./peer.mjs";
import { Schedule, seedOf } from "./schedule.mjs";
import { clientFaults } from "./seeded-client.mjs";
import { serverFaults } from "./seeded-server.mjs";

const kFewest = 14;
const kOften = [
  ["only what this device sent", ["backUp", "restoreServer", "save", "setBack"]],
  ["what others had written", ["backUp", "restoreServer", "lose"]],
  ["old epoch", null],
  ["restore", ["backUp", "restoreServer"]],
  ["read in", ["double"]],
  ["a used number", ["save", "setBack", "double"]],
];

// So rare that only a long run is sure to meet it.
const kRare = "gives versions again";
const kLong = 3000;

const { most, seed } = numbers({ most: 400, seed: 1 });
const peer = new Peer();
const sound = await phoneCode("sound");

/** The number of the schedule that fails, and how; null where all of them pass. */
async function caught(code, options) {
  for (let number = 0; number < most; ++number) {
    try {
      await new Schedule(seedOf(seed, number), code, peer, options).play();
    } catch (error) {
      return { number, sentence: error.message.split("\n")[0] };
    }
  }
  return null;
}

/** What has to happen often for a fault to show. */
const often = (name) => kOften.find(([words]) => name.includes(words))?.[1] ?? null;

const faults = [
  ...Object.entries(clientFaults).map(([name, exchanges], i) => ({ name: `phone: ${name}`, code: () => phoneCode(`seeded-${i}`, exchanges), sown: {} })),
  ...Object.entries(serverFaults).map(([name, sown]) => ({ name: `server: ${name}`, code: () => sound, sown })),
].filter(({ name }) => most >= kLong || !name.includes(kRare));
const missed = [];
for (const { name, code, sown } of faults) {
  const found = await caught(await code(), { sown, often: often(name) });
  if (found === null) missed.push(name);
  console.log(found === null ? `MISSED  ${name}` : `${name}: caught by schedule ${found.number}: ${found.sentence}`);
}
peer.end();
console.log(`${faults.length - missed.length} of ${faults.length} seeded faults are caught, each within ${most} schedules`);
console.log(missed.length === 0 && faults.length >= kFewest ? "1 passed, 0 failed" : "0 passed, 1 failed");
process.exit(missed.length === 0 && faults.length >= kFewest ? 0 : 1);
