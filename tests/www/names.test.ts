import assert from "node:assert/strict";
import { test } from "node:test";
import type { Cap, RulePack } from "../../www/src/engine/contract";
import { clauseName, requirementName } from "../../www/src/screens/names";
import { rowReason, wholeReason } from "../../www/src/screens/reason-words";
import { assessment, credit, pack, packs, started } from "./states";
import { learn } from "../../www/src/text/text";

await learn("en");

const words = (ja: string) => ({ ja, en: "" });
const cap = (kind: string, units: number, categories: Cap["categories"] | null): Cap =>
  ({ kind, units, title: words("みほんの上限"), clause: "細則9", ...(categories === null ? {} : { categories }) });
const g99: RulePack = {
  ...pack("G99", "2026-11-01", "confirmed", "G99-NET"), short: words("みほん"),
  citations: [{ prefix: "細則", ja: "みほん細則", en: "Sample rules " }, { prefix: "細", ja: "?", en: "?" }],
  certification: {
    new: { requirements: [{ kind: "domain_minimum", domain: "II", title: words("領域Ⅱ") }] }, renewal: {},
    caps: [cap("day_cap", 4, ["internet"]), cap("period_cap", 10, ["internet"]), cap("period_cap", 12, ["presentation", "paper"]), cap("others_cap", 7, null)],
  },
};
const state = { ...started({ credits: [] }), packs: [...packs, g99], scheme: "G99" };
const answer = assessment({ scheme: "G99", edition: "2026-11-01" });

test("a clause is called as its pack says: the first prefix that fits, at the start alone; else as it stands", () => {
  assert.equal(clauseName(state, answer, "細則1, 細則2"), "みほん細則1・細則2");
  assert.equal(clauseName({ ...state, language: "en" }, answer, "細則1, 細則2"), "Sample rules 1, 細則2");
  assert.equal(clauseName(state, answer, "第9条"), "第9条");
  assert.equal(clauseName(state, assessment(), "FAQ Q34"), "よくある質問Q34");
});

test("a requirement has the app's own word, a domain its pack's title", () => {
  assert.deepEqual(["total", "own", "domain-II", "items-II", "domain-V"].map((id) => requirementName(state, answer, id)),
    ["合計", "みほんの単位", "領域Ⅱの単位", "領域Ⅱの項目", "Vの単位"]);
});

test("of several caps of one clause the one that cut is named, with all the kinds that share it", () => {
  const cut = (why: "cap_day" | "cap_period") => ({ units: 1, why, rule: "細則9" });
  const lecture = credit("a");
  assert.deepEqual(rowReason(state, answer, lecture, cut("cap_day"))[1], "（1日4単位まで）");
  assert.deepEqual(rowReason(state, answer, lecture, cut("cap_period"))[1], "（期間中10単位まで）");
  const paper = credit("b", "2026-10-18", 1, { category: "paper" });
  assert.equal(wholeReason(state, answer, paper, cut("cap_period")).rule, "学会発表・論文は、期間中に12単位まで。");
});
