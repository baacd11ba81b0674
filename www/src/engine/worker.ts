// A worker of the engine as a function: one request, one text back, or a fault.

import type { EngineReply, EngineRequest } from "./messages";

export type Call = { readonly call: "evaluate" | "canonicalJson" | "addPack"; readonly text: string } | { readonly call: "rules" | "version" };

/** `lost`: after a fault the worker is gone, and with it every call that was open. */
export function openWorker(url: string, name: string, lost: () => void): (request: Call) => Promise<string> {
  const worker = new Worker(url, { type: "module", name });
  const open = new Map<number, { resolve: (text: string) => void; reject: (fault: Error) => void }>();
  let last = 0;
  worker.onmessage = (event: MessageEvent<EngineReply>) => {
    const reply = event.data;
    if ("fault" in reply) return end(reply.fault);
    open.get(reply.id)?.resolve(reply.text);
    open.delete(reply.id);
  };
  worker.onerror = (event) => end(event.message);
  const end = (fault: string): void => {
    open.forEach(({ reject }) => reject(new Error(fault)));
    open.clear();
    worker.terminate();
    lost();
  };
  return (request) => new Promise((resolve, reject) => {
    const message: EngineRequest = { id: ++last, ...request };
    open.set(message.id, { resolve, reject });
    worker.postMessage(message);
  });
}
