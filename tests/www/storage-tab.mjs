// A tab of storage-page.ts, and what its user may rely on.

import assert from "node:assert/strict";

export async function open(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => globalThis.tab !== undefined);
  return page;
}

export async function reload(page) {
  await page.reload();
  await page.waitForFunction(() => globalThis.tab !== undefined);
}

/** From now on the context's pages say here at once what their user is told is saved. */
export async function listening(context) {
  const confirmed = [];
  await context.exposeBinding("saved", (_, id) => void confirmed.push(id));
  return confirmed;
}

/** Each once: a credit that a command brought twice would wait twice. */
export async function allThere(page, confirmed, when) {
  const { credits, waiting } = await page.evaluate(() => tab.load());
  const there = new Set(credits.map(({ id }) => id));
  assert.deepEqual(confirmed.filter((id) => !there.has(id)), [], `lost ${when}`);
  const puts = waiting.filter(({ kind }) => kind === "put_credit").map(({ entity }) => entity);
  assert.equal(new Set(puts).size, puts.length, `doubled ${when}`);
}
