// The shipped WebAssembly engine in Node: the same .wasm, given as bytes because Node has no URL
// to fetch it from.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const folder = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../../build/wasm");

/** `module`: kensan is the whole engine, kensan-first the one that an app starts with. */
export async function loadEngine(module = "kensan") {
  const { default: createKensan } = await import(pathToFileURL(join(folder, `${module}.mjs`)).href);
  return createKensan({ wasmBinary: readFileSync(join(folder, `${module}.wasm`)) });
}
