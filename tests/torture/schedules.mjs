// `node tests/torture/schedules.mjs [--count N] [--seed S] [--first F]`: random schedules of the phone's real code against the
// server's real code. Schedule number i of a seed is the same one in every run; --first 17 --count 1 plays only that one.
import { numbers } from "./arguments.mjs";
import { phoneCode } from "./bundle.mjs";
import { Peer } from "./peer.mjs";
import { Schedule, seedOf } from "./schedule.mjs";

const kAtOnce = 4; // while the servers of some schedules work, the phones of others do
const kTold = 2000; // schedules between two lines of figures

const { count, seed, first } = numbers({ count: 300, seed: 1, first: 0 });
const code = await phoneCode("schedules");
const began = Date.now();
const total = { begun: 0, done: 0, requests: 0, restored: 0, operations: 0 };
const figures = () => `${total.done} schedules (${Math.round((1000 * total.done) / (Date.now() - began))} a second), ${total.restored} with a restored server, `
  + `${total.operations} operations in ${total.requests} requests`;

async function playOn(peer) {
  while (total.begun < count && process.exitCode === undefined) {
    const number = first + total.begun++;
    const schedule = new Schedule(seedOf(seed, number), code, peer);
    try {
      await schedule.play();
    } catch (error) {
      console.log(`schedules: failed with --seed ${seed} --first ${number} --count 1\n${error.stack}`);
      process.exitCode = 1;
    }
    total.done += 1;
    total.restored += schedule.server.restores > 0 ? 1 : 0;
    total.requests += schedule.server.requests;
    total.operations += schedule.server.acknowledged.size;
    if (total.done % kTold === 0) console.log(`  ${figures()}`);
  }
  peer.end();
}

await Promise.all(Array.from({ length: Math.min(kAtOnce, count) }, () => playOn(new Peer())));
if (process.exitCode === undefined) console.log(`schedules: seed ${seed}: ${figures()}: 0 lost, 0 doubled, every phone drained\n1 passed, 0 failed`);
