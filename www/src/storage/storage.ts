// The page's side of the storage worker: commands as promises, and what happens in other tabs as events.

import type { RuleText } from "./ledger";
import type { Command, FromPage, FromWorker, Incoming, Outgoing, Reply, Snapshot, StorageFault, SyncNews, Uploads, WaitingFile } from "./protocol";
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
  readonly export_waiting: WaitingFile; readonly import_waiting: Snapshot; readonly settle_damage: Snapshot; readonly wipe: null;
};

export interface Storage {
  ask<Name extends Command["name"]>(command: Extract<Command, { name: Name }>): Promise<Answers[Name]>;
  nudge(): void;
  spread(news: SyncNews): void;
  close(): void;
}

export type StorageEvent = Exclude<FromWorker, { type: "reply" }>;

export function openStorage(account: string, happened: (event: StorageEvent) => void): Storage {
  const worker = new Worker(STORAGE_WORKER_URL, { type: "module", name: "storage" });
  const open = new Map<string, (reply: Reply) => void>();
  const wipes = new Set<string>();
  const post = (message: FromPage): void => worker.postMessage(message);
  worker.onmessage = (event: MessageEvent<FromWorker>) => {
    const message = event.data;
    if (message.type !== "reply") return happened(message);
    open.get(message.id)?.(message.reply);
    open.delete(message.id);
  };
  worker.onerror = () => {
    open.forEach((answer) => answer({ ok: false, fault: "failed" }));
    open.clear();
  };
  post({ type: "open", account });
  return {
    ask: (command) => new Promise((resolve, reject) => {
      const id = uuid7();
      if (command.name === "wipe") wipes.add(id);
      open.set(id, (reply) => (reply.ok ? resolve(reply.value as never) : reject(new StorageError(reply.fault))));
      post({ type: "ask", id, command });
    }),
    nudge: () => post({ type: "nudge" }),
    spread: (news) => post({ type: "news", news }),
    // The worker's last word, "wiped", may come before its reply to the wipe. All else that is still asked dies with the worker.
    close: () => {
      worker.terminate();
      wipes.forEach((id) => open.get(id)?.({ ok: true, value: null }));
    },
  };
}
