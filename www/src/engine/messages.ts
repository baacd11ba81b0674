// Between the page and the engine's worker.

export type EngineRequest = { readonly id: number } & (
  | { readonly call: "evaluate" | "canonicalJson" | "addPack"; readonly text: string }
  | { readonly call: "rules" | "version" }
);

export type EngineReply = { readonly id: number } & ({ readonly text: string } | { readonly fault: string });
