// The engine as promises. A rejected promise is a fault (the worker or the wasm failed), never a verdict.

import type { Answer, AssessRequest, CivilDate, Credit, Problem, Profile, RulePack, SchemeCode } from "./contract";
import { openWorker } from "./worker";

declare const FIRST_ENGINE_WORKER_URL: string;
declare const WHOLE_ENGINE_WORKER_URL: string;

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

/** A request of the contract. */
export interface Question {
  readonly op: string;
  readonly [field: string]: unknown;
}

export interface Engine {
  /** The packs that came with it. */
  builtIn(): Promise<readonly RulePack[]>;
  /** Adds a pack; answers what is wrong with it, [] where it was taken or is there already. */
  addRules(text: string): Promise<readonly Problem[]>;
  /** The same for a pack that nobody has judged yet: every line of it is read, those too that an assessment does not need. */
  admitRules(text: string): Promise<readonly Problem[]>;
  /** Lower-case hex SHA-256 of a JSON text's canonical bytes; null where it is none. */
  digestOf(text: string): Promise<string | null>;
  version(): Promise<string>;
  assess(request: AssessRequest): Promise<Judged>;
  /** Any other request of the contract; the answer's form is the operation's. */
  ask<T extends object>(request: Question): Promise<T | Refused>;
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
  const call = openWorker(FIRST_ENGINE_WORKER_URL, "engine", () => undefined); // a fault is the app's end: see `failed`
  const added: string[] = [];
  const whole = wholeEngine(added);
  const digestOf = async (text: string): Promise<string | null> => {
    const canonical = await call({ call: "canonicalJson", text });
    return canonical === "" ? null : sha256(canonical);
  };
  const addRules = async (text: string): Promise<readonly Problem[]> => {
    const problems = problemsOf(await call({ call: "addPack", text }));
    if (problems.length === 0) added.push(text);
    return problems;
  };
  const builtIn = call({ call: "rules" }).then((text) => JSON.parse(text) as readonly RulePack[]); // before any can have been added
  return {
    builtIn: () => builtIn,
    addRules,
    admitRules: async (text) => {
      const problems = problemsOf(await whole()({ call: "addPack", text }));
      return problems.length > 0 ? problems : addRules(text);
    },
    digestOf,
    version: () => call({ call: "version" }),
    assess: async (request) => {
      const text = await call({ call: "evaluate", text: JSON.stringify(request) });
      return { text, answer: JSON.parse(text) as Answer };
    },
    ask: async <T extends object>(request: Question) => {
      const engine = request.op === "assess" ? call : whole();
      return JSON.parse(await engine({ call: "evaluate", text: JSON.stringify(request) })) as T | Refused;
    },
    digest: async (profile, credits) => (await digestOf(JSON.stringify({ credits: sortedById(credits), profile }))) ?? "",
  };
}

// The engine that starts with the app only assesses; the whole one, of the same sources, is fetched for the first other question.
// It learns the packs that were added since, before it answers: a worker takes its messages in order.
function wholeEngine(added: readonly string[]): () => ReturnType<typeof openWorker> {
  let call: ReturnType<typeof openWorker> | null = null;
  let learned = 0;
  // The next question fetches it again.
  const lost = (): void => { call = null; learned = 0; };
  return () => {
    call ??= openWorker(WHOLE_ENGINE_WORKER_URL, "whole-engine", lost);
    for (const text of added.slice(learned)) call({ call: "addPack", text }).catch(() => undefined); // the question meets the same fault
    learned = added.length;
    return call;
  };
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** "" is the engine's word for "taken". */
function problemsOf(answer: string): readonly Problem[] {
  return answer === "" ? [] : (JSON.parse(answer) as { readonly errors: readonly Problem[] }).errors;
}
