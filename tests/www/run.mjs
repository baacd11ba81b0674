// `node tests/www/run.mjs`: the app's plain tests. Bundles each *.test.ts with the app's own esbuild and runs it with node:test.

import { mkdir, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { run } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const www = join(root, "www");
const out = join(root, "build/tests-www");
const { build } = createRequire(join(www, "package.json"))("esbuild");
const sqlite = pathToFileURL(join(www, "node_modules/@sqlite.org/sqlite-wasm/dist/node.mjs")).href;

const tests = (await readdir(here)).filter((name) => name.endsWith(".test.ts"));
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  entryPoints: tests.map((name) => join(here, name)), outdir: out, outExtension: { ".js": ".mjs" },
  bundle: true, platform: "node", format: "esm", target: "node18", logLevel: "warning", sourcemap: "inline",
  // Debian 12's node keeps behind a flag what every browser has.
  banner: { js: 'import { webcrypto as kWebCrypto } from "node:crypto"; globalThis.crypto ??= kWebCrypto;' },
  nodePaths: [join(www, "node_modules")],
  // SQLite's build for node finds its wasm beside itself: it is not bundled.
  plugins: [{ name: "sqlite", setup: (b) => b.onResolve({ filter: /^@sqlite\.org\// }, () => ({ path: sqlite, external: true })) }],
});

let passed = 0;
let failed = 0;
const events = run({ files: tests.map((name) => join(out, name.replace(/\.ts$/, ".mjs"))) });
events.on("test:pass", ({ details }) => (passed += details.type === "suite" ? 0 : 1));
events.on("test:fail", ({ name, file, details }) => {
  if (details.type === "suite") return;
  failed += 1;
  console.log(`not ok: ${name} (${file?.split("/").at(-1)})\n${details.error.cause?.stack ?? details.error.message}\n`);
});
for await (const _ of events);
console.log(`www: ${passed} tests passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
