// Compiles a TypeScript module beside this file with esbuild and loads it.

import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

// The npm package esbuild: the checkout's own, else the folder that the variable ESBUILD names.
function esbuild() {
  const own = join(here, "../../www/node_modules/esbuild");
  const found = [own, process.env.ESBUILD].find((folder) => folder && existsSync(folder));
  if (!found) throw new Error("esbuild not found: install it in www, or name its package folder in ESBUILD");
  return createRequire(import.meta.url)(found);
}

// The bundle lives in a folder of its own until it is loaded.
export async function load(name) {
  const folder = mkdtempSync(join(tmpdir(), "naive-"));
  const outfile = join(folder, "bundle.mjs");
  try {
    await esbuild().build({ entryPoints: [join(here, name)], bundle: true, outfile, format: "esm", platform: "neutral", target: "node18" });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
