import assert from "node:assert/strict";
import { test } from "node:test";
import { changedDraft, creditDraft, creditOf, dateDraft, dateText, kNoDate, profileDraft, profileOf } from "../../www/src/app/drafts";
import { hashOf, routeOf } from "../../www/src/app/routes";
import { answers, clausesOf, counts, headline, ledgerGroups, schemes, stricter, sumUnits, packOf } from "../../www/src/app/selectors";
import { daysBetween, japanInstant } from "../../www/src/app/today";
import { after, assessment, credit, packs, started, verdict } from "./states";

const year = (index: number, start: string, last_day: string) => ({ index, start, last_day, units: 3, minimum: 5, shortfall: 2, state: "open", rule: "FAQ Q34" }) as const;

test("today is Japan's, whatever the phone's zone", () => {
  assert.equal(japanInstant(Date.UTC(2026, 10, 20, 14, 59, 59)), "2026-11-20T23:59:59");
  assert.equal(japanInstant(Date.UTC(2026, 10, 20, 15, 0, 0)), "2026-11-21T00:00:00");
});

test("days left: across a leap day and a year's end", () => {
  assert.deepEqual([daysBetween("2026-11-21", "2027-03-31"), daysBetween("2024-02-28", "2024-03-01"), daysBetween("2026-11-21", "2026-11-20")], [130, 2, -1]);
});

test("units are summed exactly", () => assert.equal(sumUnits([0.1, 0.2, 0.7]), 1));

test("of two editions the stricter verdict stands first: lost, then more units, then not yet to apply", () => {
  const lost = assessment({ plan: null });
  const more = assessment({ plan: { units: 9, by: [] } });
  const met = assessment({ plan: { units: 0, by: [] }, eligible: true });
  const open = assessment({ plan: { units: 0, by: [] }, eligible: true, can_apply: true });
  const order = [lost, more, met, open];
  order.forEach((a, i) => order.forEach((b, j) => assert.equal(stricter(a, b), i < j)));
  const state = after({ ...started(), scheme: "G01" }, { type: "assessed", verdicts: { G01: verdict({ ...open, newer: "2022-04-01" }), "G01@2022-04-01": verdict(more) } }).state;
  assert.deepEqual(answers(state), { shown: more, other: { ...open, newer: "2022-04-01" } });
});

test("what the engine has no rule for is no verdict", () => {
  const state = after(started(), { type: "assessed", verdicts: { G13: { text: "", answer: null, errors: [{ code: "unsupported", at: "/profile/kind", message: "" }] } } }).state;
  assert.deepEqual(answers(state), { shown: null, other: null });
});

test("the headline is the first that holds", () => {
  const state = started({ credits: [credit("a")] });
  const lostYear = { ...year(1, "2024-04-01", "2025-03-31"), state: "lost" } as const;
  assert.equal(headline(started(), assessment({ can_apply: true })), "no_credits");
  assert.equal(headline(state, assessment({ years: [lostYear], can_apply: true })), "year_lost");
  assert.equal(headline(state, assessment({ eligible: true, can_apply: true })), "can_apply");
  assert.equal(headline(state, assessment({ eligible: true, transfers: [{ from: "PECS", units: 1, credits: [] }] })), "transfers");
  assert.equal(headline(state, assessment()), "plan");
});

test("the ledger by personal year, the newest first, what lies outside last", () => {
  const state = started({ credits: [credit("a", "2026-04-01"), credit("b", "2026-03-31", 2), credit("c", "2020-01-01")] });
  const years = [year(2, "2025-04-01", "2026-03-31"), year(3, "2026-04-01", "2027-03-31")];
  const answer = assessment({ years, credits: [{ id: "a", counted: 1, verdicts: [] }, { id: "b", counted: 1, verdicts: [] }, { id: "c", counted: 0, verdicts: [] }] });
  assert.deepEqual(ledgerGroups(state, answer).map((group) => [group.year?.index ?? null, group.rows.map((row) => [row.credit.id, row.state])]),
    [[3, [["a", "counted"]]], [2, [["b", "part"]]], [null, [["c", "none"]]]]);
  assert.deepEqual(counts(state, answer), { all: 3, part: 1, none: 1 });
  assert.deepEqual(ledgerGroups({ ...state, filter: "none" }, answer).map((group) => group.rows.length), [1]);
});

test("a rule may cite several clauses", () => {
  const pack = packs[2]!;
  assert.deepEqual(clausesOf(pack, "FAQ Q35, Q57").map((clause) => clause.rule), ["FAQ Q35, Q57"]);
  assert.deepEqual(clausesOf(pack, "FAQ Q34, JPEC 1").map(({ rule, text }) => [rule, text !== null]), [["FAQ Q34", true], ["JPEC 1", false]]);
});

test("without an edition the confirmed one in force speaks, not the first one ever and not one to come", () => {
  const g13 = packs[2]!;
  const editions = ["2024-05-01", "2026-11-21", "2026-11-22"].map((effective) => ({ ...g13, effective }));
  const state = { ...started(), today: "2026-11-21", packs: [...editions, { ...g13, effective: "2026-12-01", status: "provisional" as const }] };
  assert.equal(packOf(state, "G13")?.effective, "2026-11-21");
  assert.equal(packOf(state, "G13", "2026-12-01")?.effective, "2026-12-01");
});

test("one can aim at schemes with a confirmed edition that certifies", () => assert.deepEqual(schemes({ packs }), ["G01", "G13"]));

test("dates as typed", () => {
  assert.equal(dateText({ era: "R", year: "6", month: "4", day: "1" }), "2024-04-01");
  assert.equal(dateText({ era: "R", year: "元", month: "５", day: "１" }), "2019-05-01");
  assert.equal(dateText({ era: "H", year: "31", month: "4", day: "30" }), "2019-04-30");
  assert.equal(dateText(kNoDate), "");
  assert.equal(dateText({ era: "C", year: "2026", month: "", day: "1" }), "2026--1");
  assert.deepEqual(dateText(dateDraft("2026-11-21", "C")), "2026-11-21");
});

test("a credit survives its form; what is no number goes to the engine as it is", () => {
  const whole = credit("a", "2026-10-18", 2.5, { title: "𠮷野と髙橋", days: 2, lecturer: true, held_in: "PECS", curriculum: "I-1", void: "x", used_for: "y" });
  assert.deepEqual(creditOf(creditDraft(whole), "a"), whole);
  assert.equal(creditOf({ ...creditDraft(whole), units: "２．５" }, "a").units, 2.5);
  assert.equal(creditOf({ ...creditDraft(whole), units: "many" }, "a").units as unknown, "many");
  assert.equal("units" in creditOf({ ...creditDraft(whole), units: " " }, "a"), false);
});

test("a new provider brings its system along, unless another one was chosen", () => {
  const draft = { ...creditDraft(credit("a")), held_in: "TAMETOKO" };
  assert.equal(changedDraft(draft, { provider: "G01" }, packs).held_in, "PECS");
  assert.equal(changedDraft({ ...draft, held_in: "HOPESS" }, { provider: "G01" }, packs).held_in, "HOPESS");
  assert.equal(changedDraft(draft, { provider: "G05" }, packs).held_in, "");
});

test("a profile survives its form; a new applicant has no base", () => {
  const renewal = { kind: "renewal", base: "2024-04-01", last_application: "2024-03-01", registered: "2001-05-10", extension: { months: 3 }, certificate_of: "G01" } as const;
  assert.deepEqual(profileOf(profileDraft(renewal)), renewal);
  assert.deepEqual(profileOf({ ...profileDraft(renewal), kind: "new" }), { kind: "new", registered: "2001-05-10", extension: { months: 3 } });
});

test("addresses lead where they came from", () => {
  for (const route of [{ name: "home" }, { name: "ledger" }, { name: "credit", id: "a/ b" }, { name: "payout", from: "PECS" }, { name: "application", id: "x" }] as const) {
    assert.deepEqual(routeOf(hashOf(route)), route);
  }
  assert.deepEqual([routeOf(""), routeOf("#/nowhere"), routeOf("#/credit"), routeOf("#/credit/%E0%A4%A")].map((route) => route.name), ["home", "home", "home", "credit"]);
});
