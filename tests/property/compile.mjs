// Compiles a TypeScript module beside this file with esbuild and loads it.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

// The npm package esbuild: the checkout's own, else the folder that the variable ESBUILD names.
function esbuild() {
  const own = join(here, "../../www/node_modules/esbuild");
  const found = [own, process.env.ESBUILD].find((folder) => folder && existsSync(folder));
  if (!found) throw new Error("esbuild not found: install it in www, or name its package folder in ESBUILD");
  return createRequire(import.meta.url)(found);
}

export async function load(name) {
  const { outputFiles } = await esbuild().build({
    entryPoints: [join(here, name)], bundle: true, write: false, format: "esm", platform: "neutral", target: "node20",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
