// HTTP under /api/v1. Every outcome is a value; a server that did not answer is never mistaken for one that refused.

import type { Problem } from "../engine/contract";
import type { Blob } from "../storage/ledger";
import type { Uploaded } from "./uploads";
import type { Me, RuleList, SyncAnswer, SyncRequest } from "./wire";

export type Outcome<T> =
  | { readonly sort: "answer"; readonly value: T }
  /** The server understood and said no: 4xx with `errors`. */
  | { readonly sort: "refused"; readonly status: number; readonly errors: readonly Problem[]; readonly retry_after_seconds: number | null }
  /** No connection, a time-out, 5xx, or something that is not ours: try again later, nothing is known. */
  | { readonly sort: "fault"; readonly offline: boolean; /** What the server said of it, if it did. */ readonly code: string | null; readonly retry_after_seconds?: number | null };

export interface Api {
  register(email: string, password: string): Promise<Outcome<unknown>>;
  logIn(email: string, password: string): Promise<Outcome<unknown>>;
  logOut(): Promise<Outcome<unknown>>;
  me(): Promise<Outcome<Me>>;
  sync(request: SyncRequest): Promise<Outcome<SyncAnswer>>;
  rules(): Promise<Outcome<RuleList>>;
  /** How far the server has the bytes of that SHA-256; the next of them; all of them. */
  uploaded(sha256: string): Promise<Outcome<Uploaded>>;
  putChunk(blob: Pick<Blob, "sha256" | "bytes">, offset: number, chunk: Uint8Array): Promise<Outcome<Uploaded>>;
  blob(sha256: string): Promise<Outcome<Uint8Array>>;
  /** The text of a pack, named like "G13@2024-05-01". */
  ruleText(named: string): Promise<Outcome<string>>;
}

const kTimeout = 30_000; // milliseconds

export const api: Api = {
  register: (email, password) => call("POST", "register", { email, password }),
  logIn: (email, password) => call("POST", "login", { email, password }),
  logOut: () => call("POST", "logout", {}),
  me: () => call("GET", "me"),
  sync: (request) => call("POST", "sync", request),
  uploaded: (sha256) => call("GET", `uploads/${sha256}`),
  putChunk: async ({ sha256, bytes }, offset, chunk) => {
    const headers = { "X-Kensan": "1", "Content-Type": "application/octet-stream", "Upload-Offset": String(offset), "Upload-Length": String(bytes) };
    return meaning(await send(`uploads/${sha256}`, { method: "PUT", headers, body: new Uint8Array(chunk) }));
  },
  blob: async (sha256) => {
    try {
      const response = await fetch(`/api/v1/blobs/${sha256}`, { cache: "no-store", signal: AbortSignal.timeout(kTimeout) });
      if (response.ok) return { sort: "answer", value: new Uint8Array(await response.arrayBuffer()) };
      return outcome(response.status, await response.text(), NaN);
    } catch {
      return meaning(null);
    }
  },
  rules: () => call("GET", "rules"),
  ruleText: async (named) => {
    const reply = await ask("GET", `rules/${named}`);
    const heard = meaning(reply);
    return heard.sort === "answer" ? { sort: "answer", value: reply!.text } : heard;
  },
};

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly retryAfter: number;
}

async function call<T>(method: "GET" | "POST", path: string, body?: unknown): Promise<Outcome<T>> {
  return meaning(await ask(method, path, body));
}

/** Half of a character, as a cut text may end with, is no JSON for the server, and one such text would hold up all that waits beside it. */
export function written(body: unknown): string {
  return JSON.stringify(body, (_, value: unknown) => (typeof value === "string" ? value.replace(/\p{Surrogate}/gu, "\ufffd") : value));
}

/** Null where no reply came. */
async function ask(method: "GET" | "POST", path: string, body?: unknown): Promise<Reply | null> {
  const options: RequestInit = { method, headers: { "X-Kensan": "1" } };
  if (body !== undefined) {
    options.body = written(body);
    options.headers = { "X-Kensan": "1", "Content-Type": "application/json" };
  }
  return send(path, options);
}

async function send(path: string, options: RequestInit): Promise<Reply | null> {
  try {
    const response = await fetch(`/api/v1/${path}`, { ...options, cache: "no-store", signal: AbortSignal.timeout(kTimeout) });
    return { status: response.status, text: await response.text(), retryAfter: Number(response.headers.get("Retry-After") ?? NaN) };
  } catch {
    return null;
  }
}

function meaning<T>(reply: Reply | null): Outcome<T> {
  return reply === null ? { sort: "fault", offline: true, code: null } : outcome(reply.status, reply.text, reply.retryAfter);
}

/** What a reply means, by its status and its form. */
export function outcome<T>(status: number, text: string, retryAfter: number): Outcome<T> {
  const value = status === 204 ? null : parsed(text);
  const retry_after_seconds = Number.isFinite(retryAfter) ? retryAfter : null;
  const fault: Outcome<T> = { sort: "fault", offline: false, code: firstCode(value), retry_after_seconds };
  if (value === undefined || status >= 500) return fault;
  if (status >= 200 && status < 300) return { sort: "answer", value: value as T };
  const errors = (value as { errors?: readonly Problem[] } | null)?.errors;
  if (status < 400 || !Array.isArray(errors)) return fault;
  return { sort: "refused", status, errors, retry_after_seconds };
}

function firstCode(value: unknown): string | null {
  const errors = (value as { errors?: readonly Problem[] } | null | undefined)?.errors;
  return Array.isArray(errors) ? ((errors[0] as Problem | undefined)?.code ?? null) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
