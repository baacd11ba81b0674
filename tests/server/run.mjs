// The server as its callers see it: the real binary over HTTP. Each file here holds one subject's sentences.
import { removeFolders } from "./server-under-test.mjs";

const subjects = ["start", "accounts", "refusals", "bodies", "eval", "turns", "rules", "files", "sync", "hardened", "applications", "photos", "sweep", "known-rules", "durability", "backup", "person", "damage", "demo"];
const wanted = process.argv.slice(2);

let passed = 0;
let failed = 0;
async function test(sentence, run) {
  try {
    await run();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${sentence}\n${error.stack}\n`);
  }
}

for (const subject of subjects) {
  if (wanted.length > 0 && !wanted.includes(subject)) continue;
  console.log(`-- ${subject}`);
  try {
    await (await import(`./${subject}.mjs`)).default(test);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${subject}: ${error.stack}\n`);
  }
}
removeFolders();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
