// Loads the engine's wasm once and keeps it. One request, one text back; a fault is never an answer.

import createKensan, { type Kensan } from "kensan-engine";
import type { EngineReply, EngineRequest } from "./messages";

declare const self: DedicatedWorkerGlobalScope;
declare const ENGINE_WASM_URL: string;

const loading: Promise<Kensan> = createKensan({ locateFile: () => ENGINE_WASM_URL });

self.onmessage = async (event: MessageEvent<EngineRequest>) => {
  const { id } = event.data;
  let reply: EngineReply;
  try {
    reply = { id, text: carryOut(await loading, event.data) };
  } catch (error) {
    reply = { id, fault: String(error) };
  }
  self.postMessage(reply);
};

function carryOut(engine: Kensan, request: EngineRequest): string {
  switch (request.call) {
    case "evaluate": return engine.evaluate(request.text);
    case "canonicalJson": return engine.canonicalJson(request.text);
    case "addPack": return engine.addPack(request.text);
    case "rules": return engine.rules();
    case "version": return engine.version();
  }
}
