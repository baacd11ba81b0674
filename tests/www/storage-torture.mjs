// What happens to a phone's database: its worker is killed, there is no room, its files are damaged or gone. What the user was told
// is saved is there afterwards.

import assert from "node:assert/strict";

const ids = async (page) => (await page.evaluate(() => tab.load())).credits.map((credit) => credit.id);

async function allThere(page, confirmed, when) {
  const there = new Set(await ids(page));
  assert.deepEqual(confirmed.filter((id) => !there.has(id)), [], `lost ${when}`);
}

/** The worker dies at a moment of its own in each round, and the page starts another one. */
export async function killed(context, address, open, rounds) {
  const page = await open(context, address);
  const confirmed = [];
  for (let round = 0; round < rounds; round++) {
    confirmed.push(...await page.evaluate((moment) => new Promise((done) => {
      void tab.write(1000).catch(() => undefined);
      const wait = () => {
        if (tab.seen.confirmed.length < moment) return void setTimeout(wait, moment % 3);
        tab.kill();
        done([...tab.seen.confirmed]);
      };
      wait();
    }), 1 + (round * 7) % 11));
    await page.reload();
    await page.waitForFunction(() => globalThis.tab !== undefined);
    await allThere(page, confirmed, `when the worker was killed for the ${round + 1}. time`);
  }
  await page.close();
  console.log(`ok: the worker killed ${rounds} times while writing, none of ${confirmed.length} credits lost`);
}

/** The browser gives no more room; then it does again. */
export async function noRoom(context, address, open) {
  const page = await open(context, address);
  await page.evaluate(() => tab.load());
  const devtools = await context.newCDPSession(page);
  const origin = new URL(address).origin;
  const { usage } = await page.evaluate(() => navigator.storage.estimate());
  await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: usage + 6_000_000 });
  const confirmed = await page.evaluate(() => tab.fill(500_000));
  assert.deepEqual([await page.evaluate(() => tab.seen.fault), confirmed.length > 0], ["full", true]);
  await allThere(page, confirmed, "when there was no room");
  await devtools.send("Storage.overrideQuotaForOrigin", { origin });
  confirmed.push(...await page.evaluate(() => tab.write(3)));
  await page.reload();
  await page.waitForFunction(() => globalThis.tab !== undefined);
  await allThere(page, confirmed, "after there was room again");
  await page.close();
  console.log(`ok: without room a change is refused, not lost: ${confirmed.length} credits are there`);
}

/** Runs on a page of the origin that has not opened the database: does `harm` to each file of its pool. */
const harmed = (page, harm) => page.evaluate(async (kind) => {
  let folder = await navigator.storage.getDirectory();
  for (const name of ["kensan", "account-1", ".opaque"]) folder = await folder.getDirectoryHandle(name);
  const names = [];
  for await (const name of folder.keys()) names.push(name);
  for (const name of names) {
    if (kind === "gone") {
      await folder.removeEntry(name);
      continue;
    }
    const handle = await folder.getFileHandle(name);
    const { size } = await handle.getFile();
    const writable = await handle.createWritable({ keepExistingData: true });
    const kPoolHeader = 4096;
    if (kind === "cut") await writable.truncate(Math.min(size, kPoolHeader + 1000));
    else if (size > kPoolHeader) await writable.write({ type: "write", position: kind === "header" ? 0 : kPoolHeader, data: new Uint8Array(Math.min(size - kPoolHeader, 65_536)).fill(90) });
    await writable.close();
  }
}, harm);

export async function damaged(context, address, open) {
  const confirmed = [];
  for (const harm of ["pages", "gone", "header", "cut"]) {
    const page = await open(context, address);
    confirmed.push(...await page.evaluate(() => tab.write(5)));
    await page.close();
    const bystander = await context.newPage();
    await bystander.goto(new URL("nothing.txt", address).href);
    await harmed(bystander, harm);
    await bystander.close();
    const again = await open(context, address);
    await allThere(again, confirmed, `when the pool was harmed (${harm})`);
    const { damaged: told } = await again.evaluate(() => tab.load());
    assert.equal(told?.put_back, confirmed.length, `${harm}: the user is told what was put back`);
    if (harm === "pages") assert.match(told.kept, /^account-1-.*\.sqlite$/, "what is left of the file is put aside");
    await again.close();
  }
  console.log(`ok: the pool damaged in four ways, none of ${confirmed.length} unsent credits lost`);
}
