// A worker of the engine as a function: one request, one text back, or a fault.

import type { EngineReply, EngineRequest } from "./messages";

export type Call = { readonly call: "evaluate" | "canonicalJson" | "addPack"; readonly text: string } | { readonly call: "rules" | "version" };

export function openWorker(url: string, name: string): (request: Call) => Promise<string> {
  const worker = new Worker(url, { type: "module", name });
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
