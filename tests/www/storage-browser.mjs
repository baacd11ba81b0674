// `node tests/www/storage-browser.mjs [HANDOVERS]`: the local database in Chromium. Two tabs that write at once lose nothing, a reload
// keeps every row, a logout leaves nothing behind; and storage-torture.mjs, with so many handovers.

import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { open } from "./storage-tab.mjs";
import { damaged, damagedInUse, handedOver, killed, noRoom } from "./storage-torture.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const www = join(root, "www");
const out = join(root, "build/tests-www-browser");
const { build } = createRequire(join(www, "package.json"))("esbuild");
const { chromium } = createRequire(join(root, "tests/package.json"))("playwright-core");
const handovers = Number(process.argv[2] ?? 8);

// Some browsers refuse the private file system in their private mode.
const kRefusal = "navigator.storage.getDirectory = () => Promise.reject(new DOMException('private', 'SecurityError'));";

async function bundle() {
  await rm(out, { recursive: true, force: true });
  for (const [folder, banner] of [["files", ""], ["refused", kRefusal]]) {
    await build({
      entryPoints: { page: join(root, "tests/www/storage-page.ts"), worker: join(www, "src/storage/storage-worker.ts") }, outdir: join(out, folder),
      bundle: true, format: "esm", target: "es2022", logLevel: "warning", nodePaths: [join(www, "node_modules")], banner: { js: banner },
      define: { STORAGE_WORKER_URL: `"/${folder}/worker.js"`, SQLITE_WASM_URL: '"/sqlite3.wasm"' },
    });
  }
}

const types = { ".js": "text/javascript", ".wasm": "application/wasm" };
const files = { "/sqlite3.wasm": join(www, "node_modules/@sqlite.org/sqlite-wasm/dist/sqlite3.wasm") };

function serve() {
  const server = createServer(async ({ url }, response) => {
    const page = url.endsWith("/");
    const type = page ? "text/html" : types[extname(url)] ?? "text/plain";
    response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": "script-src 'self' 'wasm-unsafe-eval'" });
    response.end(page ? '<!doctype html><script type="module" src="page.js"></script>' : await readFile(files[url] ?? join(out, url)).catch(() => ""));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

const write = (page, count) => page.evaluate((n) => tab.write(n), count);
const ids = async (page) => (await page.evaluate(() => tab.load())).credits.map((credit) => credit.id);

async function twoTabsAtOnce(context, address) {
  const pages = await Promise.all([open(context, address), open(context, address)]);
  const began = performance.now();
  const written = (await Promise.all(pages.map((page) => write(page, 100)))).flat();
  const each = (performance.now() - began) / written.length;
  for (const page of pages) assert.deepEqual((await ids(page)).sort(), [...written].sort());
  const leaders = await Promise.all(pages.map((page) => page.evaluate(() => tab.seen.leading)));
  assert.equal(leaders.filter(Boolean).length, 1, "exactly one tab leads");
  const { durable } = await pages[0].evaluate(() => tab.load());
  assert.equal(durable, true);
  console.log(`ok: two tabs wrote ${written.length} credits at once, none lost, ${each.toFixed(1)} ms each`);
  return { pages, written };
}

async function reload(pages, written) {
  for (const page of pages) await page.reload();
  for (const page of pages) assert.deepEqual((await ids(page)).sort(), [...written].sort());
  console.log("ok: a reload keeps every row");
}

async function logOut(context, address, page) {
  const other = await open(context, address);
  await other.evaluate(() => tab.load());
  assert.equal(await other.evaluate(() => tab.wipe()), null);
  for (const tab of [page, other]) await tab.waitForFunction(() => globalThis.tab.seen.wiped);
  await Promise.all([page.close(), other.close()]);
  const again = await open(context, address);
  assert.deepEqual(await ids(again), []);
  assert.equal(await again.evaluate(() => tab.wipe()), null, "the leading tab, too, is told that its wipe is done");
  console.log("ok: a wipe asked by one tab reaches both, and nothing is left");
}

async function withoutFiles(browser, origin) {
  const context = await browser.newContext();
  const pages = [await open(context, `${origin}/refused/`), await open(context, `${origin}/refused/`)];
  const written = (await Promise.all(pages.map((page) => write(page, 5)))).flat();
  for (const page of pages) {
    const view = await page.evaluate(() => tab.load());
    assert.deepEqual([view.durable, view.credits.length], [false, written.length]);
  }
  console.log("ok: without a private file system both tabs share a database in memory, which says that it is not durable");
}

await bundle();
const server = await serve();
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--headless=new"] });
try {
  const origin = `http://localhost:${server.address().port}`;
  const address = `${origin}/files/`;
  const context = await browser.newContext();
  const { pages, written } = await twoTabsAtOnce(context, address);
  await reload(pages, written);
  await pages[1].close();
  await logOut(context, address, pages[0]);
  await withoutFiles(browser, origin);
  for (const torture of [handedOver, killed, noRoom, damaged, damagedInUse]) {
    const own = await browser.newContext();
    await torture(own, address, handovers);
    await own.close();
  }
} finally {
  await browser.close();
  server.close();
}
