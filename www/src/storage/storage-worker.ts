// The storage worker's entry: the page opens one account, then asks.

import type { FromPage, FromWorker } from "./protocol";
import { Tab } from "./tabs";

declare const self: DedicatedWorkerGlobalScope;

let tab: Tab | null = null;
const tell = (message: FromWorker): void => self.postMessage(message);

self.onmessage = (event: MessageEvent<FromPage>) => {
  const message = event.data;
  if (message.type !== "open") return tab?.receive(message);
  tab = new Tab(message.account, tell);
  void navigator.locks.request(message.life, () => {
    tell({ type: "up" });
    return new Promise(() => undefined);
  });
};
