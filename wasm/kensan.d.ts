/** The engine as WebAssembly: JSON text in, JSON text out (the contract), the same bytes as natively. */
export interface Kensan {
  /** Answers one request; a request that is not understood is answered with {"errors":[…]}. */
  evaluate(request: string): string;
  /** Adds a rule pack to those known: "" where it is there now, else {"errors":[…]}; `edited` where that edition is known with another content. */
  addPack(json: string): string;
  /** The same JSON value in canonical form, for digests; "" where the text is not JSON. */
  canonicalJson(json: string): string;
  /** The rule packs known, those built in and those added: a JSON array. */
  rules(): string;
  /** Version of the engine, e.g. "0.1.0". */
  version(): string;
}

export interface KensanOptions {
  /** Where to fetch the .wasm from. */
  locateFile?: (name: string) => string;
  /** The .wasm itself, where it cannot be fetched (Node). */
  wasmBinary?: ArrayBuffer | Uint8Array;
}

export default function createKensan(options?: KensanOptions): Promise<Kensan>;
