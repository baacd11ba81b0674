import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../../www/src/storage/ledger";
import { account, after, asked, assessment, credit, fresh, me, packs, snapshot, started, verdict } from "./states";

const operation = (change: Partial<Operation> = {}): Operation =>
  ({ id: "op", seq: 1, kind: "put_credit", entity: "a", body: credit("a"), client_time: "2026-11-21T08:12:00", state: "pending", reason: null, errors: [], ...change });
const problem = { code: "range", at: "/units", message: "" };

test("without an account every address leads to the login", () => {
  const { state, effects } = after(fresh({ name: "ledger" }), { type: "engine_ready", packs, version: "1" }, { type: "no_account" });
  assert.deepEqual([state.phase, state.route.name], ["ready", "login"]);
  assert.deepEqual(asked(effects, "navigate"), [{ do: "navigate", route: { name: "login" }, replace: true }]);
});

test("a deep link opens offline: the local ledger was synced once, the server is not asked for anything to show it", () => {
  const { state } = after(fresh({ name: "credit", id: "a" }), { type: "engine_ready", packs, version: "1" }, { type: "account_found", account },
    { type: "view", snapshot: snapshot({ credits: [credit("a", "2026-10-18", 2)] }) });
  assert.deepEqual([state.phase, state.credit_form?.draft.units], ["ready", "2"]);
});

test("on a new device an empty ledger is not shown before the server was heard, or could not be reached", () => {
  const empty = after(fresh(), { type: "engine_ready", packs, version: "1" }, { type: "signed_in", me }, { type: "view", snapshot: snapshot({ profile: null, last_synced: null }) }).state;
  assert.equal(empty.phase, "loading");
  const offline = after(empty, { type: "sync_told", news: { state: "offline", last: null } }).state;
  assert.deepEqual([offline.phase, offline.route.name], ["ready", "start"]);
  const heard = after(offline, { type: "view", snapshot: snapshot() });
  assert.deepEqual([heard.state.route.name, asked(heard.effects, "navigate")], ["home", [{ do: "navigate", route: { name: "home" }, replace: true }]], "what came answers the first questions");
});

test("Japan's midnight makes every verdict anew", () => {
  const state = started({ credits: [credit("a")] });
  assert.deepEqual(after(state, { type: "clock", now: "2026-11-21T23:59:59" }).effects, []);
  const [assess] = asked(after(state, { type: "clock", now: "2026-11-22T00:00:01" }).effects, "assess");
  assert.equal(assess?.grounds.today, "2026-11-22");
});

test("saving a credit", async (t) => {
  const open = after(started(), { type: "go", route: { name: "add" } }).state;
  const draft = open.credit_form!.draft;
  const judged = { type: "credit_judged", draft, errors: [], effect: null } as const;
  await t.test("starts as one unit of today from the scheme on screen, kept in its system", () => {
    assert.deepEqual([draft.units, draft.date, draft.provider, draft.held_in], ["1", { era: "C", year: "2026", month: "11", day: "21" }, "G13", "TAMETOKO"]);
  });
  await t.test("waits for the engine's word on this very draft, then writes once", () => {
    const { state, effects } = after(open, judged, { type: "save_credit" }, judged, judged, { type: "save_credit" });
    assert.equal(asked(effects, "append").length, 1);
    assert.equal(state.credit_form?.saving, true);
  });
  await t.test("with an error nothing is written, and the form says where", () => {
    const { state, effects } = after(open, { type: "save_credit" }, { ...judged, errors: [problem] });
    assert.deepEqual([asked(effects, "append"), state.credit_form?.errors, state.credit_form?.saving, state.credit_form?.tried], [[], [problem], false, true]);
  });
  await t.test("an answer about an older draft is not taken", () => {
    const { state } = after(open, { type: "type_credit", change: { units: "2" } }, { ...judged, errors: [problem] });
    assert.deepEqual(state.credit_form?.errors, []);
  });
  await t.test("says saved only when the database has it", () => {
    const saving = after(open, { type: "save_credit" }, judged).state;
    assert.equal(saving.notice, null);
    const { state, effects } = after(saving, { type: "stored", snapshot: snapshot({ credits: [credit("a")], waiting: [operation()] }), done: { kind: "credit_saved" } });
    assert.deepEqual([state.notice?.kind, state.route.name, state.credit_form, state.ledger.credits.length], ["saved", "home", null, 1]);
    assert.equal(asked(effects, "assess").length, 1);
    assert.equal(asked(effects, "sync").length, 1);
  });
  await t.test("a full disk keeps what was typed", () => {
    const { state } = after(open, { type: "save_credit" }, judged, { type: "store_failed", fault: "full" });
    assert.deepEqual([state.storage, state.credit_form?.draft, state.credit_form?.saving, state.notice?.kind], ["full", draft, false, "save_failed"]);
  });
});

test("deleting can be undone", () => {
  const kept = credit("a");
  const deleted = after(started({ credits: [kept] }), { type: "delete_credit", id: "a" }, { type: "stored", snapshot: snapshot(), done: { kind: "credit_deleted", credit: kept } }).state;
  assert.deepEqual(deleted.notice, { kind: "deleted", undo: kept });
  const [append] = asked(after(deleted, { type: "undo" }).effects, "append");
  assert.deepEqual(append?.changes, [{ kind: "put_credit", entity: "a", body: kept }]);
});

test("the base date recomputes everything", () => {
  const open = after(started(), { type: "go", route: { name: "base" } }, { type: "type_profile", change: { base: { era: "R", year: "7", month: "4", day: "1" } } }).state;
  const { effects } = after(open, { type: "save_profile" }, { type: "profile_judged", draft: open.profile_form!.draft, errors: [], preview: null },
    { type: "stored", snapshot: snapshot({ profile: { kind: "renewal", base: "2025-04-01" } }), done: { kind: "profile_saved" } });
  assert.deepEqual(asked(effects, "append")[0]?.changes[0]?.body, { kind: "renewal", base: "2025-04-01" });
  assert.equal(asked(effects, "assess").at(-1)?.grounds.ledger.profile?.base, "2025-04-01");
});

test("what waits is always shown with the age of the oldest, and says why it waits", () => {
  const waiting = started({ waiting: [operation(), operation({ id: "later", client_time: "2026-11-21T08:20:00" })] });
  assert.deepEqual([waiting.sync.state, waiting.sync.oldest], ["waiting", "2026-11-21T08:12:00"]);
  const told = (state: "sending" | "offline" | "signed_out" | "clear" | "outdated") => after(waiting, { type: "sync_told", news: { state, last: null } }).state;
  assert.deepEqual((["sending", "offline", "signed_out", "outdated", "clear"] as const).map((each) => told(each).sync.state), ["sending", "waiting", "signed_out", "outdated", "waiting"]);
  assert.equal(told("signed_out").session, "ended");
  assert.equal(after(waiting, { type: "network", online: false }, { type: "sync_told", news: { state: "waiting", last: null } }).state.sync.state, "offline");
});

test("nothing is left of an account after its logout", () => {
  const { state } = after(started({ waiting: [operation()] }), { type: "wiped" });
  assert.deepEqual([state.ledger.credits, state.account, state.session, state.route.name, state.packs.length], [[], null, "none", "login", 3]);
});

test("an application", async (t) => {
  const can = after(started(), { type: "assessed", verdicts: { G13: verdict(assessment({ eligible: true, can_apply: true })) } }).state;
  const cannot = after(started(), { type: "assessed", verdicts: { G13: verdict(assessment()) } }).state;
  await t.test("is written once, with the verdict's bytes", () => {
    const { effects } = after(can, { type: "submit_application", disputed: false }, { type: "submit_application", disputed: false });
    assert.deepEqual(asked(effects, "submit").map(({ verdict: { text } }) => text), [JSON.stringify(can.verdicts["G13"]!.answer)]);
  });
  await t.test("of someone not eligible goes only as disputed", () => {
    assert.deepEqual(after(cannot, { type: "submit_application", disputed: false }).effects, []);
    assert.equal(asked(after(cannot, { type: "submit_application", disputed: true }).effects, "submit").length, 1);
  });
  await t.test("is not received while it waits", () => {
    const body = { scheme: "G13", edition: "2024-05-01", as_of: "2026-11-21", disputed: false, digest: "", verdict: "", engine: "" };
    const { state } = after(can, { type: "submit_application", disputed: false },
      { type: "stored", snapshot: snapshot({ waiting: [operation({ kind: "submit_application", entity: "x", body })] }), done: { kind: "application_stored", id: "x" } });
    assert.deepEqual([state.applications, state.waiting_applications.map(({ id }) => id), state.route, state.submitting], [[], ["x"], { name: "application", id: "x" }, false]);
  });
});

test("a conflict: mine is a new change, theirs only settles, and the page of the choice is left", () => {
  const conflict = { id: "op", kind: "put_credit", entity: "a", mine: credit("a", "2026-10-18", 5), theirs: credit("a") } as const;
  const state = started({ conflicts: [conflict] });
  assert.deepEqual(asked(after(state, { type: "settle_conflict", id: "op", keep: "mine" }).effects, "append")[0]?.settles, "op");
  assert.deepEqual(asked(after(state, { type: "settle_conflict", id: "op", keep: "theirs" }).effects, "settle"), [{ do: "settle", id: "op" }]);
  const choosing = after(state, { type: "go", route: { name: "sync" } }, { type: "go", route: { name: "conflict", id: "op" } }).state;
  for (const keep of ["mine", "theirs"] as const) {
    assert.deepEqual(after(choosing, { type: "settle_conflict", id: "op", keep }).state.route, { name: "sync" });
  }
});

test("a rejected change opens in its form with what was typed, under its own id", () => {
  const state = started({ rejected: [operation({ state: "rejected", reason: "range", body: credit("a", "2026-10-18", 7) })] });
  const { credit_form, route } = after(state, { type: "edit_rejected", id: "op" }).state;
  assert.deepEqual([route.name, credit_form?.id, credit_form?.draft.units, credit_form?.settles], ["add", "a", "7", "op"]);
});

test("a new version waits while something is typed, and can then be switched to", () => {
  const ready = after(started(), { type: "update_ready" }, { type: "go", route: { name: "add" } }, { type: "type_credit", change: { title: "x" } }).state;
  assert.deepEqual(asked(after(ready, { type: "switch_version" }).effects, "switch_version"), []);
  assert.equal(asked(after(ready, { type: "back" }, { type: "switch_version" }).effects, "switch_version").length, 1);
});

test("back closes a sheet first, then follows the trail, and from a deep link leads home", () => {
  const there = after(started(), { type: "go", route: { name: "ledger" } }, { type: "open_sheet", sheet: { name: "total" } }).state;
  const closed = after(there, { type: "back" });
  assert.deepEqual([closed.state.sheet, closed.state.route.name], [null, "ledger"]);
  assert.equal(after(closed.state, { type: "back" }).state.route.name, "home");
  const browser = after(there, { type: "route_changed", route: { name: "ledger" } }).state;
  assert.deepEqual([browser.sheet, browser.route.name], [null, "ledger"]);
  assert.deepEqual(asked(after(started(), { type: "back" }).effects, "navigate"), [{ do: "navigate", route: { name: "home" }, replace: true }]);
});

test("choosing a scheme closes the list it was chosen from, and its entry in the browser's history", () => {
  const { state, effects } = after(started(), { type: "open_sheet", sheet: { name: "schemes" } }, { type: "choose_scheme", scheme: "G01" });
  assert.deepEqual([state.scheme, state.sheet, asked(effects, "go_back").length], ["G01", null, 1]);
  assert.equal(asked(after(started(), { type: "choose_scheme", scheme: "G01" }).effects, "go_back").length, 0);
});

test("paying out marks the credits of the transfer, after it was understood", () => {
  const held = credit("a", "2026-10-18", 3, { provider: "G01", held_in: "PECS" });
  const transfers = [{ from: "PECS", units: 3, credits: ["a"] }];
  const open = after(started({ credits: [held, credit("b")] }), { type: "assessed", verdicts: { G13: verdict(assessment({ transfers })) } }, { type: "go", route: { name: "payout", from: "PECS" } }).state;
  assert.deepEqual([open.payout?.units, open.payout?.to], [3, "G13"]);
  assert.deepEqual(asked(after(open, { type: "pay_out" }).effects, "append"), []);
  const [append] = asked(after(open, { type: "understand_payout", understood: true }, { type: "pay_out" }, { type: "pay_out" }).effects, "append");
  assert.deepEqual(append?.changes, [{ kind: "put_credit", entity: "a", body: { ...held, transferred_to: "G13" } }]);
});
