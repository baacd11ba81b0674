// The phone's real code, bundled for node; on demand with faults sown into it.
import { mkdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const www = join(root, "www");
const { build } = createRequire(join(www, "package.json"))("esbuild");
const sqlite = pathToFileURL(join(www, "node_modules/@sqlite.org/sqlite-wasm/dist/node.mjs")).href;

/** Exchanges one passage of one file; a passage that is not there exactly once is a fault of the exchange. */
function exchanged(name, text, exchanges) {
  for (const { from, to } of exchanges) {
    const parts = text.split(from);
    if (parts.length !== 2) throw new Error(`${name}: ${parts.length - 1} times, not once: ${from}`);
    text = parts.join(to);
  }
  return text;
}

/**
 * The exports of phone.ts. `name` names the bundle's file; `exchanges` are {file, from, to}, `file` relative to www/src.
 */
export async function phoneCode(name = "phone", exchanges = []) {
  const out = join(root, "build/tests-torture");
  const outfile = join(out, `${name}-${process.pid}.mjs`);
  const files = new Set(exchanges.map(({ file }) => file));
  await mkdir(out, { recursive: true });
  await build({
    entryPoints: [join(here, "phone.ts")], outfile, bundle: true, platform: "node", format: "esm", target: "node18", logLevel: "warning",
    banner: { js: 'import { webcrypto as kWebCrypto } from "node:crypto"; globalThis.crypto ??= kWebCrypto;' },
    nodePaths: [join(www, "node_modules")],
    plugins: [
      { name: "sqlite", setup: (b) => b.onResolve({ filter: /^@sqlite\.org\// }, () => ({ path: sqlite, external: true })) },
      { name: "faults", setup: (b) => b.onLoad({ filter: /\/www\/src\/.*\.ts$/ }, async ({ path }) => {
        const file = relative(join(www, "src"), path);
        if (!files.has(file)) return undefined;
        const text = await readFile(path, "utf8");
        return { contents: exchanged(file, text, exchanges.filter((each) => each.file === file)), loader: "ts" };
      }) },
    ],
  });
  const code = await import(pathToFileURL(outfile).href);
  await rm(outfile);
  return code;
}
