// The page itself: address, history, look, clock, network, and the exchange for a new version.

import type { Action } from "../actions";
import type { Effect } from "../effect";
import { hashOf, routeOf } from "../routes";
import type { Language, Theme } from "../state";
import { learn } from "../../text/text";
import { japanInstant } from "../today";
import { persistenceAsked, rememberPersistenceAsked } from "./remembered";

type Send = (action: Action) => void;

const kClockEvery = 15_000; // milliseconds

export const nowInJapan = (): string => japanInstant(Date.now());
export const routeShown = () => routeOf(location.hash);

/** Everything the page reports by itself. */
export function watchPage(send: Send): void {
  const clock = (): void => send({ type: "clock", now: nowInJapan() });
  const route = (): void => send({ type: "route_changed", route: routeShown() });
  setInterval(clock, kClockEvery);
  addEventListener("popstate", route);
  addEventListener("online", () => send({ type: "network", online: true }));
  addEventListener("offline", () => send({ type: "network", online: false }));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    clock();
    send({ type: "sync_now" });
    void navigator.serviceWorker?.getRegistration().then((registration) => registration?.update()).catch(() => undefined);
  });
}

export function navigate({ route, replace }: Extract<Effect, { do: "navigate" }>): void {
  if (replace) history.replaceState(null, "", hashOf(route));
  else history.pushState(null, "", hashOf(route));
  scrollTo(0, 0);
}

const kGround = { light: "#FFFFFF", dark: "#162027" } as const;

/** Without the sentences of a language (they are fetched once) the page goes on in Japanese. */
export async function present(language: Language, theme: Theme, send: Send): Promise<void> {
  await learn(language).then(() => send({ type: "language_learned" }), () => undefined);
  const root = document.documentElement;
  root.lang = language;
  if (theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  const shown = theme !== "system" ? theme : matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.querySelector("meta[name=theme-color]")?.setAttribute("content", kGround[shown]);
}

export async function copy(text: string, send: Send): Promise<void> {
  await navigator.clipboard.writeText(text).then(() => send({ type: "copied" })).catch(() => undefined);
}

/** Asks once that the browser keeps the data; its answer is shown in the settings. */
export async function askToPersist(send: Send): Promise<void> {
  const storage = navigator.storage;
  let granted = await storage.persisted();
  if (!granted && !persistenceAsked()) {
    rememberPersistenceAsked();
    granted = await storage.persist();
  }
  send({ type: "persistence", granted });
}

let switching = false;

/** A new version is fetched beside the old one and waits; it takes over when the user says so, in every tab. */
export async function watchVersions(send: Send): Promise<void> {
  const workers = navigator.serviceWorker;
  if (workers === undefined) return;
  const first = workers.controller === null;
  workers.addEventListener("controllerchange", () => {
    if (switching) location.reload();
    else if (!first) send({ type: "update_ready" }); // another tab has switched
  });
  const registration = await workers.register("/service-worker.js");
  const announce = (): void => {
    if (registration.waiting !== null && workers.controller !== null) send({ type: "update_ready" });
  };
  announce();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", announce));
}

export async function switchVersion(): Promise<void> {
  const waiting = (await navigator.serviceWorker?.getRegistration())?.waiting ?? null;
  if (waiting === null) return location.reload();
  switching = true;
  waiting.postMessage("switch_version");
}
