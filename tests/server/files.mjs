// The app's files: types, caching, compression, and nothing beyond the folder.
import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { folder, startServer } from "./server-under-test.mjs";

export default async function (test) {
  const above = folder();
  const www = join(above, "www");
  mkdirSync(join(www, "icons"), { recursive: true });
  const page = "<!doctype html><title>Kensan</title>";
  const script = "export const kensan = '研鑽';".repeat(100);
  writeFileSync(join(above, "secret.txt"), "secret");
  writeFileSync(join(www, ".hidden"), "secret");
  writeFileSync(join(www, "index.html"), page);
  writeFileSync(join(www, "service-worker.js"), "// worker");
  writeFileSync(join(www, "main-ABCD2345.js"), script);
  writeFileSync(join(www, "main-ABCD2345.js.br"), brotliCompressSync(script));
  writeFileSync(join(www, "kensan-0123abcd.wasm"), Buffer.from([0, 0x61, 0x73, 0x6d]));
  writeFileSync(join(www, "icons", "icon-maskable.png"), "png");
  const server = await startServer({ args: ["--www", www] });
  const get = (path, headers = {}) => server.ask("GET", path, { headers });

  await test("types", async () => {
    const types = { "/": "text/html; charset=utf-8", "/main-ABCD2345.js": "text/javascript; charset=utf-8", "/kensan-0123abcd.wasm": "application/wasm", "/icons/icon-maskable.png": "image/png" };
    for (const [path, type] of Object.entries(types)) assert.equal((await get(path)).headers["content-type"], type);
  });
  await test("what is named by its hash is kept for ever, all else is asked for again", async () => {
    for (const path of ["/main-ABCD2345.js", "/kensan-0123abcd.wasm"]) assert.equal((await get(path)).headers["cache-control"], "public, max-age=31536000, immutable");
    for (const path of ["/", "/index.html", "/service-worker.js", "/icons/icon-maskable.png"]) assert.equal((await get(path)).headers["cache-control"], "no-cache", path);
  });
  await test("an unchanged file is not sent again", async () => {
    const { headers } = await get("/index.html");
    const again = await get("/index.html", { "If-None-Match": headers.etag });
    assert.deepEqual([again.status, again.text, again.headers.etag], [304, "", headers.etag]);
    assert.equal((await get("/index.html", { "If-None-Match": '"other"' })).status, 200);
  });
  await test("compressed once where the browser takes it and it lies ready", async () => {
    const compressed = await get("/main-ABCD2345.js", { "Accept-Encoding": "gzip, deflate, br" });
    assert.equal(compressed.headers["content-encoding"], "br");
    assert.ok(compressed.content.equals(brotliCompressSync(script)));
    assert.equal(compressed.headers["content-type"], "text/javascript; charset=utf-8");
    for (const encoding of ["gzip", ""]) {
      const plain = await get("/main-ABCD2345.js", { "Accept-Encoding": encoding });
      assert.equal(plain.headers["content-encoding"], undefined);
      assert.equal(plain.text, script);
      assert.notEqual(plain.headers.etag, compressed.headers.etag);
      assert.equal(plain.headers.vary, "Accept-Encoding");
    }
    assert.equal((await get("/index.html", { "Accept-Encoding": "br, gzip" })).text, page);
  });
  await test("HEAD has the headers of GET and no body", async () => {
    const head = await server.ask("HEAD", "/");
    assert.deepEqual([head.status, head.text, head.headers["content-length"]], [200, "", String(page.length)]);
  });
  await test("a range is answered with the whole", async () => {
    const reply = await get("/index.html", { Range: "bytes=0-4" });
    assert.deepEqual([reply.status, reply.text], [200, page]);
  });
  await test("a screen's address gets the app's page; a missing file does not", async () => {
    for (const path of ["/ledger", "/credit/0190a000-0000-7000-8000-000000000001", "/apply?x=1"]) assert.equal((await get(path)).text, page);
    for (const path of ["/missing.js", "/icons/none.png", "/main-ABCD2345.js/x.js"]) assert.equal((await get(path)).status, 404, path);
  });
  await test("nothing above the folder and nothing hidden", async () => {
    for (const path of ["/../secret.txt", "/icons/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/icons/..%5c..%5csecret.txt", "/.hidden", "/%00", "//secret.txt", "/icons/%2e%2e/%2e%2e/secret.txt"]) {
      const reply = await get(path);
      assert.ok(!reply.text.includes("secret"), path);
    }
  });
  await test("a link that leads out of the folder is not followed", async () => {
    symlinkSync(join(above, "secret.txt"), join(www, "link.txt"));
    assert.equal((await get("/link.txt")).status, 404);
  });
  await server.stop();

  await test("without --www there is the API alone", async () => {
    const bare = await startServer();
    assert.equal((await bare.ask("GET", "/")).status, 404);
    assert.equal((await bare.ask("GET", "/api/v1/health")).status, 200);
    await bare.stop();
  });
}
