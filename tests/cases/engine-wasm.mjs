// The shipped WebAssembly engine in Node: the same .wasm, given as bytes because Node has no URL
// to fetch it from.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const folder = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../../build/wasm");

export async function loadEngine() {
  const { default: createKensan } = await import(pathToFileURL(join(folder, "kensan.mjs")).href);
  const kensan = await createKensan({ wasmBinary: readFileSync(join(folder, "kensan.wasm")) });
  return kensan;
}
