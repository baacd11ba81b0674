// `node tests/e2e/run.mjs [journey…]`: the app in Debian's Chromium against the real server, as a pharmacist would use it.
// Each journey has a server, a data folder and phones of its own. Needs build/www and build/bin/kensan, or what KENSAN_WWW and
// KENSAN_BINARY name. What a failed journey showed is left in build/e2e. KENSAN_DEADLINE: how many milliseconds anything may take.

import assert from "node:assert/strict";
import { relative } from "node:path";
import { DemoServer, root } from "./demo-server.mjs";
import { Phone, startBrowser } from "./phone.mjs";

const journeys = ["account", "home", "ledger", "credits", "outage", "application", "devices", "photos", "leaving", "guest", "weeks", "mishaps", "grounds", "compare", "seminar", "rules", "access"];
const wanted = process.argv.slice(2);

let passed = 0;
let failed = 0;
let journey = "";
const browser = await startBrowser();

/** Runs one journey: `travel` gets a server of its own and `phone`, which makes phones that speak to it, or `through` another one. */
async function test(sentence, travel) {
  const began = performance.now();
  const phones = [];
  const server = await DemoServer.start();
  const phone = async ({ through = server, ...options } = {}) => {
    phones.push(await Phone.make(browser, through, options));
    return phones.at(-1);
  };
  try {
    await travel({ server, phone });
    assert.deepEqual(phones.flatMap((each) => each.complaints), [], "what the pages complained about");
    await Promise.all(phones.map((each) => each.close()));
    await server.stop();
    passed += 1;
    console.log(`ok      ${sentence} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    const files = await Promise.all(phones.map((each, index) => each.leaveEvidence(`${journey}-${failed}-phone-${index + 1}`)));
    const complaints = phones.flatMap((each) => each.complaints);
    console.log(`FAILED  ${sentence}\n${error.stack}`);
    if (complaints.length > 0) console.log(`The pages complained: ${complaints.join("\n")}`);
    console.log(`What it showed: ${files.flat().map((file) => relative(root, file)).join(" ")}\n`);
    await Promise.all(phones.map((each) => each.close()));
  } finally {
    await server.remove();
  }
}

for (journey of journeys) {
  if (wanted.length > 0 && !wanted.includes(journey)) continue;
  console.log(`-- ${journey}`);
  await (await import(`./${journey}.mjs`)).default(test);
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
