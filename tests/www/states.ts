// States and verdicts for tests, built by the app's own actions.

import type { Action } from "../../www/src/app/actions";
import type { Effect } from "../../www/src/app/effect";
import { startState } from "../../www/src/app/start-state";
import type { State } from "../../www/src/app/state";
import { update } from "../../www/src/app/update";
import type { Assessment, Credit, Kind, RulePack } from "../../www/src/engine/contract";
import type { Snapshot } from "../../www/src/storage/protocol";

export const now = "2026-11-21T08:24:00";
const words = { ja: "", en: "" };

export function pack(scheme: string, effective: string, status: "confirmed" | "provisional", system: string): RulePack {
  return {
    scheme, effective, status, system, title: words, short: words, system_title: words, source: { title: words }, apply: words, fees: [],
    clauses: { "FAQ Q34": words, "FAQ Q35, Q57": words }, certification: { new: {}, renewal: {} }, citations: [{ prefix: "FAQ Q", ja: "よくある質問Q", en: "FAQ Q" }],
  };
}

export const packs = [pack("G01", "2017-04-01", "confirmed", "PECS"), pack("G01", "2022-04-01", "provisional", "PECS"), pack("G13", "2024-05-01", "confirmed", "TAMETOKO")];

export const account = { id: "account", email: "a@example.jp", demo: false };
export const me = { account, today: "2026-11-21", now, office: ["G13"], engine: "0.1.0", epoch: "e" };

export function snapshot(change: Partial<Snapshot> = {}): Snapshot {
  return {
    profile: { kind: "renewal", base: "2024-04-01" }, person: null, credits: [], applications: [], waiting: [], rejected: [], conflicts: [],
    last_synced: now, office: ["G13"], rules: { kept: [], refused: [] }, durable: true, photos: {}, damaged: null, ...change,
  };
}

export function credit(id: string, date = "2026-10-18", units = 1, more: Partial<Credit> = {}): Credit {
  return { id, date, units, provider: "G13", category: "internet", ...more };
}

export function assessment(change: Partial<Assessment> = {}): Assessment {
  const kind: Kind = "renewal";
  return {
    scheme: "G13", edition: "2024-05-01", status: "confirmed", newer: null, as_of: "2026-11-21", kind,
    period: { start: "2024-04-01", last_day: "2027-03-31" }, expires: "2027-03-31", years: [], window: null, requirements: [], credits: [],
    transfers: [], eligible: false, can_apply: false, next_base: null, plan: { units: 8, by: [] }, ...change,
  };
}

export function verdict(answer: Assessment) {
  return { text: JSON.stringify(answer), answer, errors: [] };
}

/** Does actions one after another; answers the last state and all effects asked for. */
export function after(state: State, ...actions: readonly Action[]): { readonly state: State; readonly effects: readonly Effect[] } {
  return actions.reduce<{ state: State; effects: readonly Effect[] }>((done, action) => {
    const [next, effects] = update(done.state, action);
    return { state: next, effects: [...done.effects, ...effects] };
  }, { state, effects: [] });
}

export function fresh(hash: State["route"] = { name: "home" }): State {
  return startState({ now, online: true, route: hash, language: "ja", theme: "system", wish: "G13" });
}

/** The app as it stands after a start with an account whose ledger is on the phone. */
export function started(change: Partial<Snapshot> = {}): State {
  return after(fresh(), { type: "engine_ready", packs, version: "0.1.0" }, { type: "account_found", account }, { type: "view", snapshot: snapshot(change) }).state;
}

export const asked = <Name extends Effect["do"]>(effects: readonly Effect[], name: Name): readonly Extract<Effect, { do: Name }>[] =>
  effects.filter((effect): effect is Extract<Effect, { do: Name }> => effect.do === name);
