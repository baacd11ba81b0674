// The page's side of the storage worker: commands as promises, and what happens in other tabs as events.

import type { RuleText } from "./ledger";
import type { Command, FromPage, FromWorker, Imported, Incoming, Outgoing, Reply, Snapshot, StorageFault, SyncNews, Uploads, WaitingFile } from "./protocol";
import { uuid7 } from "./uuid7";

declare const STORAGE_WORKER_URL: string;

export class StorageError extends Error {
  constructor(readonly fault: StorageFault) {
    super(`storage: ${fault}`);
  }
}

type Answers = {
  readonly load: Snapshot; readonly append: Snapshot; readonly settle: Snapshot; readonly remember: Snapshot;
  readonly rules: readonly RuleText[]; readonly keep_rules: Snapshot; readonly outgoing: Outgoing; readonly incoming: Incoming;
  readonly blob: Uint8Array | null; readonly uploads: Uploads; readonly blob_sent: Snapshot; readonly blob_refused: Snapshot; readonly keep_blob: Snapshot;
  readonly export_waiting: WaitingFile; readonly import_waiting: Imported; readonly settle_damage: Snapshot; readonly wipe: null;
};

export interface Storage {
  ask<Name extends Command["name"]>(command: Extract<Command, { name: Name }>): Promise<Answers[Name]>;
  nudge(): void;
  spread(news: SyncNews): void;
  close(): void;
}

export type StorageEvent = Exclude<FromWorker, { type: "reply" | "up" }> | { readonly type: "restarted" };

interface Asked {
  readonly command: Command;
  readonly answer: (reply: Reply) => void;
}

/**
 * Opens an account's ledger in a worker. A worker that dies is followed by another one, which is asked again what the dead one did not
 * answer: commands may come twice.
 */
export function openStorage(account: string, happened: (event: StorageEvent) => void): Storage {
  const open = new Map<string, Asked>();
  let restarts = 0;
  let closed = false;
  const heard = (message: FromWorker): void => {
    if (message.type === "up") return;
    if (message.type !== "reply") return happened(message);
    restarts = 0;
    open.get(message.id)?.answer(message.reply);
    open.delete(message.id);
  };
  const died = (): void => {
    worker = null;
    if (closed) return;
    happened({ type: "restarted" });
    if (++restarts > kMostRestarts) {
      open.forEach(({ answer }) => answer({ ok: false, fault: "failed" }));
      return open.clear(); // the next command begins anew
    }
    open.forEach(({ command }, id) => running().post({ type: "ask", id, command }));
  };
  let worker: Running | null = null;
  const running = (): Running => (worker ??= startWorker(account, heard, died));
  running();
  return {
    ask: (command) => new Promise((resolve, reject) => {
      const id = uuid7();
      open.set(id, { command, answer: (reply) => (reply.ok ? resolve(reply.value as never) : reject(new StorageError(reply.fault))) });
      running().post({ type: "ask", id, command });
    }),
    nudge: () => running().post({ type: "nudge" }),
    spread: (news) => running().post({ type: "news", news }),
    // The worker's last word, "wiped", may come before its reply to the wipe. All else that is still asked dies with the worker.
    close: () => {
      closed = true;
      worker?.end();
      open.forEach(({ command, answer }) => command.name === "wipe" && answer({ ok: true, value: null }));
    },
  };
}

const kMostRestarts = 3; // without an answer in between
const kMourning = 100; // milliseconds; a page that is being closed sees its worker die, and does not live so long

interface Running {
  post(message: FromPage): void;
  end(): void;
}

/** `died`: called once, when the worker could not start or is no more, unless it was ended. */
function startWorker(account: string, heard: (message: FromWorker) => void, died: () => void): Running {
  const worker = new Worker(STORAGE_WORKER_URL, { type: "module", name: "storage" });
  const life = `kensan.worker.${uuid7()}`;
  const watching = new AbortController();
  const end = (): void => {
    watching.abort();
    worker.terminate();
  };
  const dead = (): void => {
    if (watching.signal.aborted) return;
    end();
    setTimeout(died, kMourning);
  };
  worker.onmessage = (event: MessageEvent<FromWorker>) => {
    if (event.data.type === "up") navigator.locks.request(life, { signal: watching.signal }, dead).catch(() => undefined);
    heard(event.data);
  };
  worker.onerror = dead;
  const post = (message: FromPage): void => worker.postMessage(message);
  post({ type: "open", account, life });
  return { post, end };
}
