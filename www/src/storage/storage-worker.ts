// The storage worker's entry: the page opens one account, then asks.

import type { FromPage, FromWorker } from "./protocol";
import { Tab } from "./tabs";

declare const self: DedicatedWorkerGlobalScope;

let tab: Tab | null = null;

self.onmessage = (event: MessageEvent<FromPage>) => {
  const message = event.data;
  if (message.type === "open") tab = new Tab(message.account, (answer: FromWorker) => self.postMessage(answer));
  else tab?.receive(message);
};
