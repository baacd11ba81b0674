import assert from "node:assert/strict";
import { test } from "node:test";
import type { Action } from "../../www/src/app/actions";
import { learnRules } from "../../www/src/app/effects/rules";
import { hashOf, routeOf } from "../../www/src/app/routes";
import { packOf, refusedRules, rulesInUse } from "../../www/src/app/rules";
import type { State } from "../../www/src/app/state";
import type { Engine } from "../../www/src/engine/engine";
import type { Storage } from "../../www/src/storage/storage";
import { account, after, asked, fresh, now, pack, packs, snapshot, started } from "./states";

const g99 = pack("G99", "2026-11-01", "confirmed", "G99-NET");
const kept = { scheme: "G99", edition: "2026-11-01", digest: "d", kept_at: now };
const rules = { kept: [kept], refused: [] };
const all = [...packs, g99];
const loaded = { type: "engine_ready", packs, version: "1" } as const;
const learned = { type: "rules_learned", packs: [g99], learned: [kept], unread: [] } as const;
const begun = (wish = "G13") => after({ ...fresh(), wish, scheme: wish }, loaded, { type: "account_found", account }, { type: "view", snapshot: snapshot({ rules }) });

test("at a start the kept rules are given to the engine before anything is judged", () => {
  const { state, effects } = begun("G99");
  assert.equal(state.phase, "loading");
  assert.deepEqual(asked(effects, "learn_rules"), [{ do: "learn_rules", kept: [kept] }]);
  const ready = after(state, learned);
  assert.deepEqual([ready.state.phase, ready.state.scheme, ready.state.notice], ["ready", "G99", null]);
  assert.deepEqual(asked(ready.effects, "assess").at(-1)?.grounds.packs, all);
});

test("a database that cannot give them does not keep the app from starting", () => {
  const { state } = after(begun("G99").state, { type: "rules_learned", packs: [], learned: [kept], unread: [] });
  assert.deepEqual([state.phase, state.scheme, state.wish], ["ready", "G13", "G99"]);
});

test("rules that arrive later are learnt, too, in every tab, said once, and the scheme that was wished comes back", () => {
  const waiting = after({ ...fresh(), wish: "G99", scheme: "G99" }, loaded, { type: "account_found", account }, { type: "view", snapshot: snapshot() }).state;
  assert.deepEqual([waiting.phase, waiting.scheme], ["ready", "G13"]);
  const heard = after(waiting, { type: "view", snapshot: snapshot({ rules }) });
  assert.equal(asked(heard.effects, "learn_rules").length, 1);
  const { state, effects } = after(heard.state, learned);
  assert.deepEqual([state.scheme, state.notice, state.packs], ["G99", { kind: "rules_arrived", undo: null }, all]);
  assert.equal(asked(effects, "assess").length, 1);
  assert.deepEqual(asked(after(state, { type: "view", snapshot: snapshot({ rules }) }).effects, "learn_rules"), []);
  const mended = snapshot({ rules: { ...rules, kept: [{ ...kept, kept_at: "2026-12-01T00:00:00" }] } });
  assert.equal(asked(after(state, { type: "view", snapshot: mended }).effects, "learn_rules").length, 1);
});

test("a notice with an undo is not pushed aside", () => {
  const undo = { kind: "deleted", undo: { id: "a", date: "2026-10-18", units: 1, provider: "G13", category: "internet" } } as const;
  const { state } = after({ ...started(), notice: undo }, { type: "view", snapshot: snapshot({ rules }) }, learned);
  assert.deepEqual(state.notice, undo);
});

test("before any choice the office's own scheme is on screen", () => {
  const { state } = after({ ...fresh(), wish: "", scheme: "" }, loaded, { type: "account_found", account }, { type: "view", snapshot: snapshot({ office: ["G13"] }) });
  assert.deepEqual([state.scheme, state.wish], ["G13", ""]);
  const { effects } = after(state, { type: "choose_theme", theme: "dark" });
  assert.equal(asked(effects, "remember_preferences")[0]?.scheme, "");
});

test("the list of rules: the newest first, which speaks today, where each came from, what is new", () => {
  const coming = pack("G99", "2027-04-01", "confirmed", "G99-NET");
  const old = { ...kept, edition: "2027-04-01", kept_at: "2026-10-01T00:00:00" };
  const state: State = { ...started(), packs: [...all, coming], rules: { ...started().rules, kept: [kept, old] } };
  const [g01, , g99s] = rulesInUse(state);
  assert.deepEqual(g01?.map((rule) => [rule.pack.effective, rule.standing, rule.built_in, rule.is_new]), [["2022-04-01", "provisional", true, false], ["2017-04-01", "in_force", true, false]]);
  assert.deepEqual(g99s?.map((rule) => [rule.pack.effective, rule.standing, rule.kept, rule.is_new]), [["2027-04-01", "coming", old, false], ["2026-11-01", "in_force", kept, true]]);
  assert.equal(packOf(state, "G99")?.effective, "2026-11-01");
  assert.equal(packOf({ ...state, today: "2027-04-01" }, "G99")?.effective, "2027-04-01");
  assert.deepEqual(rulesInUse({ ...state, today: "2027-04-01" })[2]?.map((rule) => rule.standing), ["in_force", "earlier"]);
});

test("one fault an edition: what the phone itself sees before what the server's list says", () => {
  const fault = (name: "damaged" | "edited") => ({ scheme: "G99", edition: "2026-11-01", fault: name });
  const state = started();
  assert.deepEqual(refusedRules({ ...state, rules: { ...state.rules, unread: [fault("damaged")], refused: [fault("edited")] } }), [fault("damaged")]);
});

test("the list of rules has its address, and is there without a profile", () => {
  assert.deepEqual(routeOf(hashOf({ name: "rules" })), { name: "rules" });
  assert.equal(after(started({ profile: null }), { type: "go", route: { name: "rules" } }).state.route.name, "rules");
});

test("after a logout the page keeps its engine's rules, and asks the next account's database anew", () => {
  const { state } = after(after(begun().state, learned).state, { type: "wiped" });
  assert.deepEqual([state.packs, state.rules.kept, state.rules.learned, state.rules.built_in.length], [all, [], [], 3]);
});

test("what is kept is looked at before the engine gets it: a damaged text is not, one that it refuses is named", async () => {
  const rule = (scheme: string, text: string) => ({ ...kept, scheme, text });
  const sound = JSON.stringify(g99);
  const given: string[] = [];
  const wrong: Readonly<Record<string, string>> = { old: "unknown_field", other: "edited" };
  const engine = {
    digestOf: async (text: string) => (text === "damaged" ? "x" : "d"),
    addRules: async (text: string) => {
      given.push(text);
      return text in wrong ? [{ code: wrong[text], at: "", message: "" }] : [];
    },
  } as unknown as Engine;
  const storage = { ask: async () => [rule("G99", sound), rule("G98", "damaged"), rule("G97", "old"), rule("G96", "other")] } as unknown as Storage;
  const told: Action[] = [];
  await learnRules(engine, storage, [kept], (action) => told.push(action));
  assert.deepEqual(given, [sound, "old", "other"]);
  const [answer] = told;
  assert.ok(answer?.type === "rules_learned");
  assert.deepEqual([answer.packs, answer.learned, answer.unread.map(({ scheme, fault }) => [scheme, fault])],
    [[g99], [kept], [["G98", "damaged"], ["G97", "outdated"], ["G96", "edited"]]]);

  await learnRules(engine, { ask: () => Promise.reject(new Error("gone")) } as unknown as Storage, [kept], (action) => told.push(action));
  assert.deepEqual(told.at(-1), { type: "rules_learned", packs: [], learned: [kept], unread: [] });
});
