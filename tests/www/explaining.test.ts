import assert from "node:assert/strict";
import { test } from "node:test";
import { capRule, capsThatBite, capsThatCut, explanationOf, judgedAnswer } from "../../www/src/app/selectors/explained";
import type { Cap, RulePack } from "../../www/src/engine/contract";
import type { CapGround, ExplainedAssessment, Explanation } from "../../www/src/engine/operations";
import { after, asked, assessment, credit, packs, snapshot, started, verdict } from "./states";

const nothing: Explanation = { requirements: [], years: [], caps: [], dropped: [], remains: [] };
const explained = (answer = assessment()): ExplainedAssessment => ({ ...answer, explain: nothing });
const judged = () => after(started({ credits: [credit("a")] }), { type: "assessed", verdicts: { G13: verdict(assessment()) } }).state;
const year = { type: "open_sheet", sheet: { name: "year", index: 1 } } as const;

test("the ground is asked for when a sheet opens that shows one, of the verdict on screen, and once", () => {
  const opened = after(judged(), year);
  const [explain] = asked(opened.effects, "explain");
  assert.deepEqual(explain?.target, { scheme: "G13", edition: "2024-05-01" });
  const known = after(opened.state, { type: "explained", grounds: explain!.grounds, answer: explained() }).state;
  assert.equal(explanationOf(known, assessment()), nothing);
  assert.deepEqual(asked(after(known, { type: "close_sheet" }, { type: "open_sheet", sheet: { name: "reason", credit: "a" } }).effects, "explain"), []);
  assert.deepEqual(asked(after(judged(), { type: "open_sheet", sheet: { name: "schemes" } }).effects, "explain"), []);
});

test("what it rests on changes: the ground is asked for anew, and the older answer is not taken", () => {
  const opened = after(judged(), year);
  const [explain] = asked(opened.effects, "explain");
  const known = after(opened.state, { type: "explained", grounds: explain!.grounds, answer: explained() }).state;
  const changed = after(known, { type: "view", snapshot: snapshot({ credits: [credit("a"), credit("b")] }) });
  assert.deepEqual([changed.state.explained, asked(changed.effects, "explain").length], [null, 1]);
  assert.equal(after(changed.state, { type: "explained", grounds: explain!.grounds, answer: explained() }).state.explained, null);
});

test("a ground of one verdict is not shown for another", () => {
  const state = { ...judged(), explained: explained(assessment({ edition: "2017-04-01" })) };
  assert.equal(explanationOf(state, assessment()), null);
});

test("a sheet of a compared figure is about that verdict", () => {
  const other = assessment({ scheme: "G01", edition: "2022-04-01" });
  const state = { ...judged(), comparing: { results: [assessment(), other], failed: false, wanted: null, allocation: null } };
  assert.equal(judgedAnswer(state, { name: "year", index: 1, of: "G01@2022-04-01" }), other);
  assert.equal(judgedAnswer(state, { name: "year", index: 1, of: "G05@2022-04-01" }), null);
  assert.deepEqual(asked(after(state, { type: "open_sheet", sheet: { name: "requirement", id: "total", of: "G01@2022-04-01" } }).effects, "explain")[0]?.target, { scheme: "G01", edition: "2022-04-01" });
});

const cap = (credits: CapGround["credits"], change: Partial<CapGround> = {}): CapGround => ({ kind: "year_cap", rule: "c", limit: 5, year: 1, date: null, credits, ...change });
const row = (id: string, units: number, counted: number) => ({ id, units, outside: 0, counted, running: counted });

test("caps that cut a credit, and caps that cut anything", () => {
  const cuts = cap([row("a", 3, 3), row("b", 3, 2)]);
  const idle = cap([row("a", 3, 3)]);
  const explanation = { ...nothing, caps: [idle, cuts] };
  assert.deepEqual([capsThatCut(explanation, "a"), capsThatCut(explanation, "b"), capsThatBite(explanation)], [[], [cuts], [cuts]]);
});

test("two caps may share clause, kind and figure: the credit under it says which it is", () => {
  const rule = (category: "practicum" | "self_study"): Cap => ({ kind: "year_cap", title: { ja: category, en: "" }, units: 5, categories: [category], clause: "c" });
  const pack: RulePack = { ...packs[0]!, certification: { caps: [rule("practicum"), rule("self_study")], renewal: {} } };
  const state = started({ credits: [credit("b", "2026-10-18", 1, { category: "self_study" })] });
  assert.equal(capRule(state, pack, assessment(), cap([row("b", 3, 2)]))?.title.ja, "self_study");
  assert.equal(capRule(state, pack, assessment(), cap([row("b", 3, 2)], { limit: 4 })), null);
});
