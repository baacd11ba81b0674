// Builds the app: `node www/build.mjs` writes build/www at the repository's root.
// Needs build/wasm (the engine). File names carry a hash of the content, so that they may be cached for ever.

import { createHash } from "node:crypto";
import { access, cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import zlib from "node:zlib";
import esbuild from "esbuild";
import { injectManifest } from "workbox-build";

const www = dirname(fileURLToPath(import.meta.url));
const root = dirname(www);
const out = join(root, "build/www");
const engine = join(root, "build/wasm");
const common = { bundle: true, minify: true, format: "esm", target: "es2022", charset: "utf8", legalComments: "none", logLevel: "warning", absWorkingDir: www };

// Copies a file under a name that carries its content's hash; answers that name.
async function place(source, name) {
  const bytes = await readFile(source);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  const placed = name.replace(/(\.\w+)$/, `-${hash}$1`);
  await writeFile(join(out, placed), bytes);
  return placed;
}

// Bundles one entry; `urls` are constants that tell it where its companions lie. Answers the bundle's name, and the names of
// what it cannot start without: code that it shares with screens that are fetched when they are first opened.
async function bundle(entry, name, urls, { splitting = false, module = "kensan.mjs" } = {}) {
  const define = Object.fromEntries(Object.entries(urls).map(([key, file]) => [key, JSON.stringify(`/${file}`)]));
  const { metafile: { outputs } } = await esbuild.build({
    ...common, define, splitting, entryPoints: [{ in: entry, out: name }], outdir: out, entryNames: "[name]-[hash]", chunkNames: "[name]-[hash]",
    metafile: true, alias: { "kensan-engine": join(engine, module) },
  });
  const [made, { imports }] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === entry);
  const named = (file) => relative(out, join(www, file));
  return { file: named(made), shared: imports.filter(({ kind }) => kind === "import-statement").map(({ path }) => named(path)) };
}

async function page() {
  const engineWorker = async (name, module) => (await bundle("src/engine/engine-worker.ts", name, {
    ENGINE_WASM_URL: await place(join(engine, `${module}.wasm`), `${module}.wasm`),
  }, { module: `${module}.mjs` })).file;
  const engines = {
    FIRST_ENGINE_WORKER_URL: await engineWorker("engine-worker", "kensan-first"),
    WHOLE_ENGINE_WORKER_URL: await engineWorker("whole-engine-worker", "kensan"),
  };
  const { file: storageWorker } = await bundle("src/storage/storage-worker.ts", "storage-worker", {
    SQLITE_WASM_URL: await place(join(www, "node_modules/@sqlite.org/sqlite-wasm/dist/sqlite3.wasm"), "sqlite3.wasm"),
  });
  const main = await bundle("src/app/main.tsx", "main", { ...engines, STORAGE_WORKER_URL: storageWorker }, { splitting: true });
  const { file: style } = await bundle("src/styles/kensan.css", "kensan", {});
  const html = await readFile(join(www, "index.html"), "utf8");
  const preloads = [main.file, ...main.shared].map((file) => `<link rel="modulepreload" href="/${file}">`).join("\n");
  await writeFile(join(out, "index.html"), html.replace("%PRELOADS%", preloads).replace("%MAIN%", main.file).replace("%STYLE%", style));
  await cp(join(www, "manifest.webmanifest"), join(out, "manifest.webmanifest"));
  await cp(join(www, "icons"), join(out, "icons"), { recursive: true });
  const { icons } = JSON.parse(await readFile(join(www, "manifest.webmanifest"), "utf8"));
  await Promise.all(icons.map(({ src }) => access(join(out, src)))); // a named icon that is missing fails the build
}

async function serviceWorker() {
  const bundled = join(out, "service-worker.js");
  await esbuild.build({ ...common, format: "iife", entryPoints: ["src/service-worker.ts"], outfile: bundled, define: { "process.env.NODE_ENV": '"production"' } });
  const { warnings } = await injectManifest({
    swSrc: bundled, swDest: bundled, globDirectory: out,
    globPatterns: ["**/*.{html,js,css,wasm,svg,png,webmanifest}"], globIgnores: ["service-worker.js"],
    dontCacheBustURLsMatching: /-[0-9A-Za-z]{8}\.\w+$/, maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
  });
  if (warnings.length > 0) throw new Error(warnings.join("\n"));
}

// Puts a .br and a .gz beside every file that becomes smaller by it.
async function compress() {
  const brotli = promisify(zlib.brotliCompress);
  const gzip = promisify(zlib.gzip);
  const files = (await readdir(out)).filter((name) => [".html", ".js", ".css", ".wasm", ".webmanifest"].includes(extname(name)));
  await Promise.all(files.map(async (name) => {
    const bytes = await readFile(join(out, name));
    await writeFile(join(out, `${name}.br`), await brotli(bytes));
    await writeFile(join(out, `${name}.gz`), await gzip(bytes, { level: 9 }));
  }));
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await page();
await serviceWorker();
await compress();
