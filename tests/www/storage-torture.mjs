// What happens to a phone's database: its tab closes while it writes, its worker is killed, there is no room, its files are damaged or
// gone. What the user was told is saved is there afterwards, once.

import assert from "node:assert/strict";
import { allThere, listening, open, reload } from "./storage-tab.mjs";

/** The tab that leads closes while it writes, and a new one that writes as well takes over. */
export async function handedOver(context, address, handovers) {
  const confirmed = await listening(context);
  let last = await open(context, address);
  for (let round = 1; round <= handovers; round++) {
    void last.evaluate(() => void tab.write(1000));
    const next = await open(context, address);
    await next.evaluate((count) => tab.write(count), 1 + (round % 3));
    await last.close(); // it had not finished
    void next.evaluate(() => void tab.write(1000));
    const before = confirmed.length;
    while (confirmed.length === before) await next.evaluate(() => tab.load()); // it leads
    await allThere(next, [...confirmed], `at handover ${round}`);
    last = next;
  }
  await last.close();
  console.log(`ok: ${handovers} handovers between tabs while both wrote, none of ${confirmed.length} credits lost or doubled`);
}

/** The worker dies at a moment of its own in each round; the page is not told, begins another one and asks it again. */
export async function killed(context, address, handovers) {
  const rounds = Math.ceil(handovers / 2);
  const confirmed = await listening(context);
  const pages = [await open(context, address), await open(context, address)];
  for (let round = 1; round <= rounds; round++) {
    const writing = pages.map((page) => page.evaluate(() => tab.write(20)));
    const before = confirmed.length;
    while (confirmed.length < before + (round % 15)) await pages[0].evaluate(() => new Promise((wait) => setTimeout(wait, 1)));
    await pages[round % 2].evaluate(() => tab.kill());
    const written = (await Promise.all(writing)).flat();
    assert.equal(written.length, 40, "every change is confirmed in the end");
    await allThere(pages[0], [...confirmed, ...written], `when a worker was killed for the ${round}. time`);
  }
  const restarts = await Promise.all(pages.map((page) => page.evaluate(() => tab.seen.restarts)));
  assert.equal(restarts[0] + restarts[1], rounds);
  for (const page of pages) await page.close();
  console.log(`ok: a worker killed ${rounds} times while two tabs wrote, none of ${confirmed.length} credits lost or doubled`);
}

/** The browser gives no more room; then it does again. */
export async function noRoom(context, address) {
  const page = await open(context, address);
  await page.evaluate(() => tab.load());
  const devtools = await context.newCDPSession(page);
  const origin = new URL(address).origin;
  const { usage } = await page.evaluate(() => navigator.storage.estimate());
  await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: usage + 6_000_000 });
  const confirmed = await page.evaluate(() => tab.fill(Infinity, 500_000));
  assert.deepEqual([await page.evaluate(() => tab.seen.fault), confirmed.length > 0], ["full", true]);
  await allThere(page, confirmed, "when there was no room");
  await devtools.send("Storage.overrideQuotaForOrigin", { origin });
  confirmed.push(...await page.evaluate(() => tab.write(3)));
  await reload(page);
  await allThere(page, confirmed, "after there was room again");
  assert.equal((await page.evaluate(() => tab.load())).credits.length, confirmed.length, "what was refused is not there");
  await page.close();
  console.log(`ok: without room a change is refused, not lost: ${confirmed.length} credits are there`);
}

/** Runs on a page of the origin that has not opened the database: does `harm` to each file of its pool. */
const harmed = (page, harm) => page.evaluate(async (kind) => {
  const kPoolHeader = 4096;
  const filled = (size, byte) => new Uint8Array(size).fill(byte);
  // Pages of a photo: the four bytes before its own say where the next page is.
  const photos = async (file) => {
    const all = new Uint8Array(await file.arrayBuffer());
    if (String.fromCharCode(...all.subarray(kPoolHeader, kPoolHeader + 6)) !== "SQLite") return [];
    const starts = Array.from({ length: Math.floor(all.length / 4096) }, (_, n) => n * 4096).slice(1);
    return starts.filter((at) => all[at + 5] === 1 && all.subarray(at + 4, at + 4096).every((byte) => byte === 1));
  };
  let folder = await navigator.storage.getDirectory();
  for (const name of ["kensan", "account-1", ".opaque"]) folder = await folder.getDirectoryHandle(name);
  const names = [];
  for await (const name of folder.keys()) names.push(name);
  let harmedPages = 0;
  for (const name of names) {
    if (kind === "gone") {
      await folder.removeEntry(name);
      continue;
    }
    const handle = await folder.getFileHandle(name);
    const file = await handle.getFile();
    const writable = await handle.createWritable({ keepExistingData: true });
    if (kind === "cut") await writable.truncate(Math.min(file.size, kPoolHeader + 1000));
    else if (kind === "photos") for (const position of await photos(file)) {
      await writable.write({ type: "write", position, data: filled(4, 255) });
      harmedPages += 1;
    }
    else if (file.size > kPoolHeader) await writable.write({ type: "write", position: kind === "header" ? 0 : kPoolHeader, data: filled(Math.min(file.size - kPoolHeader, 65_536), 90) });
    await writable.close();
  }
  return harmedPages;
}, harm);

async function harm(context, address, kind) {
  const bystander = await context.newPage();
  await bystander.goto(new URL("nothing.txt", address).href);
  const pages = await harmed(bystander, kind);
  await bystander.close();
  return pages;
}

export async function damaged(context, address) {
  const confirmed = [];
  for (const kind of ["pages", "gone", "header", "cut"]) {
    const page = await open(context, address);
    confirmed.push(...await page.evaluate(() => tab.write(5)));
    await page.close();
    await harm(context, address, kind);
    const again = await open(context, address);
    await allThere(again, confirmed, `when the pool was harmed (${kind})`);
    const { damaged: told } = await again.evaluate(() => tab.load());
    assert.equal(told?.put_back, confirmed.length, `${kind}: the user is told what was put back`);
    if (kind === "pages") assert.match(told.kept, /^account-1-.*\.sqlite$/, "what is left of the file is put aside");
    await again.close();
  }
  console.log(`ok: the pool damaged in four ways, none of ${confirmed.length} unsent credits lost`);
}

/** Found when a photo is looked at, in the midst of other work. */
export async function damagedInUse(context, address) {
  const page = await open(context, address);
  const confirmed = await page.evaluate(() => tab.fill(20, 400_000)); // enough for the log to be carried into the file
  await page.close();
  assert.ok(await harm(context, address, "photos") > 0);
  const again = await open(context, address);
  assert.equal((await again.evaluate(() => tab.load())).damaged, null, "it opens");
  const writing = again.evaluate(() => tab.write(5));
  const sizes = await again.evaluate(async () => {
    const { photos } = await tab.load();
    const bytes = await Promise.all(Object.values(photos).map(({ sha256 }) => tab.ask({ name: "blob", sha256 })));
    return bytes.map((each) => each.length);
  });
  confirmed.push(...await writing);
  assert.deepEqual(sizes, Array(20).fill(400_000), "every photo is there");
  await allThere(again, confirmed, "when the damage was found");
  const { damaged: told } = await again.evaluate(() => tab.load());
  assert.match(told?.kept ?? "", /^account-1-.*\.sqlite$/);
  await again.evaluate(() => tab.wipe());
  await again.close();
  const left = await open(context, address);
  const aside = await left.evaluate(async () => {
    const names = [];
    for await (const name of (await (await navigator.storage.getDirectory()).getDirectoryHandle("kensan-damaged")).keys()) names.push(name);
    return names;
  });
  assert.deepEqual([aside, (await left.evaluate(() => tab.load())).credits], [[], []], "a log-out takes along what was put aside");
  await left.close();
  console.log("ok: damage that is found while the ledger is in use: 20 photos and 25 credits are there");
}
