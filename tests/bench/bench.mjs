// What a user waits for and downloads, measured here and now: `./dev bench`. Nothing is judged;
// each speed stands beside a peer measured in the same run, because machines differ.
import { measureAllocation } from "./allocation.mjs";
import { measureBrowser } from "./browser.mjs";
import { measureEngine } from "./engine.mjs";
import { request } from "./ledger.mjs";
import { measureSizes } from "./sizes.mjs";

function print(title, rows) {
  console.log(`\n${title}`);
  for (const [name, figure, remark = ""] of rows) {
    console.log(`  ${name.padEnd(52)} ${figure.padStart(12)}  ${remark}`);
  }
}

print(`Engine: one assess request of 60 credits (${(request.length / 1000).toFixed(1)} kB of JSON), JSON in and out`, await measureEngine());
print("Allocation: 60 credits, two certificates", await measureAllocation());
print("Downloads, compressed with brotli", measureSizes());
print("App in Chromium, processor slowed to a quarter (median of 9)", await measureBrowser());
