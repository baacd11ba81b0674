// The engine as promises. A rejected promise is a fault (the worker or the wasm failed), never a verdict.

import type { Answer, AssessRequest, CivilDate, Credit, Problem, Profile, RulePack, SchemeCode } from "./contract";
import type { EngineReply, EngineRequest } from "./messages";

declare const ENGINE_WORKER_URL: string;

export interface Judged {
  /** The answer's bytes as the engine wrote them. */
  readonly text: string;
  readonly answer: Answer;
}

/** The engine did not understand a request. */
export interface Refused {
  readonly errors: readonly Problem[];
}

export function isErrors(answer: object): answer is Refused {
  return "errors" in answer;
}

export interface Engine {
  /** The packs that came with it. */
  builtIn(): Promise<readonly RulePack[]>;
  /** The packs that speak: those built in and those added, by scheme and effective date. */
  rules(): Promise<readonly RulePack[]>;
  /** Adds a pack; answers what is wrong with it, [] where it was taken or is there already. */
  addRules(text: string): Promise<readonly Problem[]>;
  /** Lower-case hex SHA-256 of a JSON text's canonical bytes; null where it is none. */
  digestOf(text: string): Promise<string | null>;
  version(): Promise<string>;
  assess(request: AssessRequest): Promise<Judged>;
  /** Any other request of the contract; the answer's form is the operation's. */
  ask<T extends object>(request: object): Promise<T | Refused>;
  /** Lower-case hex SHA-256 of the ledger's canonical bytes. */
  digest(profile: Profile, credits: readonly Credit[]): Promise<string>;
}

/** An assess request is always built like this, here and on the server: credits sorted by id, by code point. */
export function assessRequest(
  as_of: CivilDate, scheme: SchemeCode, edition: CivilDate | null, profile: Profile, credits: readonly Credit[],
): AssessRequest {
  return { op: "assess", as_of, scheme, ...(edition === null ? {} : { edition }), profile, credits: sortedById(credits) };
}

export function sortedById(credits: readonly Credit[]): readonly Credit[] {
  return [...credits].sort((a, b) => byCodePoint(a.id, b.id));
}

// `<` compares UTF-16 units, which orders code points above U+FFFF wrongly.
function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((character, index) => character !== right[index]);
  if (at < 0) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}

export function startEngine(): Engine {
  const call = openWorker();
  const digestOf = async (text: string): Promise<string | null> => {
    const canonical = await call({ call: "canonicalJson", text });
    return canonical === "" ? null : sha256(canonical);
  };
  const rules = async (): Promise<readonly RulePack[]> => inOrder(JSON.parse(await call({ call: "rules" })) as readonly RulePack[]);
  const builtIn = rules(); // asked before anything can have been added
  return {
    builtIn: () => builtIn,
    rules,
    addRules: async (text) => problemsOf(await call({ call: "addPack", text })),
    digestOf,
    version: () => call({ call: "version" }),
    assess: async (request) => {
      const text = await call({ call: "evaluate", text: JSON.stringify(request) });
      return { text, answer: JSON.parse(text) as Answer };
    },
    ask: async <T extends object>(request: object) => JSON.parse(await call({ call: "evaluate", text: JSON.stringify(request) })) as T | Refused,
    digest: async (profile, credits) => (await digestOf(JSON.stringify({ credits: sortedById(credits), profile }))) ?? "",
  };
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function inOrder(packs: readonly RulePack[]): readonly RulePack[] {
  const key = ({ scheme, effective }: RulePack): string => `${scheme}@${effective}`;
  return [...packs].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** "" is the engine's word for "taken". */
function problemsOf(answer: string): readonly Problem[] {
  return answer === "" ? [] : (JSON.parse(answer) as { readonly errors: readonly Problem[] }).errors;
}

type Call = { readonly call: "evaluate" | "canonicalJson" | "addPack"; readonly text: string } | { readonly call: "rules" | "version" };

function openWorker(): (request: Call) => Promise<string> {
  const worker = new Worker(ENGINE_WORKER_URL, { type: "module", name: "engine" });
  const open = new Map<number, { resolve: (text: string) => void; reject: (fault: Error) => void }>();
  let last = 0;
  worker.onmessage = (event: MessageEvent<EngineReply>) => {
    const reply = event.data;
    const asked = open.get(reply.id);
    open.delete(reply.id);
    if ("text" in reply) asked?.resolve(reply.text);
    else asked?.reject(new Error(reply.fault));
  };
  worker.onerror = (event) => {
    open.forEach(({ reject }) => reject(new Error(event.message)));
    open.clear();
  };
  return (request) => new Promise((resolve, reject) => {
    const message: EngineRequest = { id: ++last, ...request };
    open.set(message.id, { resolve, reject });
    worker.postMessage(message);
  });
}
