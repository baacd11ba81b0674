import assert from "node:assert/strict";
import { test } from "node:test";
import { changedSeminar, kFreshSeminar, seminarOf } from "../../www/src/app/seminar-draft";
import { awardRequest, deadlinesRequest, faultyTalks, feeRequest, placed, pointsRequest } from "../../www/src/app/seminar-requests";
import { asksItem, daysOf, deadlineRule, exclusionOf, programme, schemeOf, seminarPack, seminarSchemes, timeText } from "../../www/src/app/selectors/seminar";
import type { SeminarChange, SeminarDraft } from "../../www/src/app/state/seminar";
import type { RulePack } from "../../www/src/engine/contract";
import { after, asked, fresh, packs, started } from "./states";

const title = { ja: "", en: "" };
const figure = { title, clause: "c" };

function withSeminar(pack: RulePack, seminar: RulePack["seminar"], change: Partial<RulePack> = {}): RulePack {
  return { ...pack, seminar, ...change };
}

const byItem = withSeminar({ ...packs[0]!, scheme: "P04", effective: "2021-03-11" }, {
  award: {
    basis: "curriculum", ...figure, without_curriculum: { ...figure, deliveries: ["assembly"] },
    excluded: [{ title, clause: "everywhere", kinds: ["greeting"] }, { title, clause: "on site", kinds: ["sponsored_meal_seminar"], deliveries: ["assembly"] }],
  },
  deadlines: [
    { ...figure, what: "report_by", clause: "prefecture", deliveries: ["assembly"], hosts: ["prefecture"] }, { ...figure, what: "report_by", clause: "other", deliveries: ["assembly"], hosts: ["other"] },
  ],
  fee: { ...figure, bills: { assembly: "applied", web_live: "distributed" } },
});
const byCategory = withSeminar(packs[0]!, { award: { basis: "category", categories: [{ ...figure, category: "assembly", each_date: true, asks_audience: true, lecturer: 1 }, { ...figure, category: "group" }] } });
const learning: RulePack = { ...packs[2]!, learning: { ...figure, points_a_unit: 90, reflected_after_days: 1 } };
const all = [byCategory, learning, byItem];

function typed(...changes: readonly SeminarChange[]): SeminarDraft {
  return changes.reduce(changedSeminar, kFreshSeminar);
}
const day: SeminarChange = { do: "day", id: "d1", date: "2026-05-10" };
const talk = (id: string, change: Partial<SeminarDraft["days"][0]["talks"][0]>): SeminarChange => ({ do: "talk", id, talk: change });

test("schemes with rules for seminars; of several editions the newest confirmed one speaks", () => {
  assert.deepEqual(seminarSchemes(all), ["G01", "P04"]);
  assert.equal(schemeOf(all, kFreshSeminar), "G01");
  assert.equal(schemeOf(all, { ...kFreshSeminar, scheme: "P04" }), "P04");
  assert.equal(schemeOf([], kFreshSeminar), null);
  const later = { ...byItem, effective: "2023-04-01", status: "provisional" as const };
  assert.equal(seminarPack([byItem, later], "P04", "award")?.effective, "2021-03-11");
  assert.equal(seminarPack([later], "P04", "award")?.effective, "2023-04-01");
});

test("a programme goes on where the last talk ended, with its item; a day after the last", () => {
  const draft = typed(day, talk("t1", { start: "09:00", end: "10:30", curriculum: "V-2" }), { do: "add_talk", day: "d1" }, { do: "add_day" });
  assert.deepEqual(draft.days.map(({ date, talks }) => [date, talks.map(({ id, start, curriculum }) => [id, start, curriculum])]),
    [["2026-05-10", [["t1", "", "V-2"], ["t2", "10:30", "V-2"]].map(([id, start, item]) => [id, id === "t1" ? "09:00" : start, item])], ["2026-05-11", [["t3", "", "V-2"]]]]);
  assert.deepEqual(programme(draft).map(({ id }) => id), ["t1"]);
  assert.deepEqual(changedSeminar(draft, { do: "remove_talk", id: "t1" }).days[0]?.talks.map(({ id }) => id), ["t2"]);
  assert.deepEqual(changedSeminar({ ...draft, scheme: "P04" }, { do: "clear" }), { ...kFreshSeminar, scheme: "P04" });
});

test("what an older version of the app remembered gets what it lacks", () => {
  assert.deepEqual(seminarOf({ scheme: "P04", days: [{ id: "d1", date: "", talks: [{ id: "t9" }] }] } as never).draft.days[0]?.talks[0]?.kind, "lecture");
  assert.deepEqual(seminarOf({ days: 3 } as never).draft.days, kFreshSeminar.days);
});

test("an award by curriculum item asks for what the rules ask, and nothing else", () => {
  const draft = typed(day, talk("t1", { start: "09:00", end: "10:30", curriculum: "V-2", promotional: true, title: " 在宅 " }), { do: "add_talk", day: "d1" }, talk("t2", { kind: "greeting", end: "10:40", curriculum: "V-2" }));
  assert.deepEqual(awardRequest(all, "P04", draft, programme(draft))?.request, {
    op: "award", scheme: "P04", edition: "2021-03-11", delivery: "assembly", host_role: "organizer",
    talks: [{ id: "t1", date: "2026-05-10", kind: "lecture", curriculum: "V-2", start: "09:00", end: "10:30", promotional: true, title: "在宅" }, { id: "t2", date: "2026-05-10", kind: "greeting", start: "10:30", end: "10:40" }],
  });
  assert.equal(awardRequest(all, "P04", draft, []), null);
  assert.equal(awardRequest(all, "G13", draft, programme(draft)), null);
});

test("without items no talk has one, and only where the delivery allows it", () => {
  const draft = { ...typed(day, talk("t1", { minutes: "90", curriculum: "V-2" })), measure: "minutes" as const, no_curriculum: true, parallel_sessions: true };
  const request = awardRequest(all, "P04", draft, programme(draft))?.request as { no_curriculum?: boolean; parallel_sessions?: boolean; talks: readonly object[] };
  assert.deepEqual([request.no_curriculum, request.parallel_sessions, request.talks], [true, true, [{ id: "t1", date: "2026-05-10", kind: "lecture", minutes: 90 }]]);
  const web = { ...draft, delivery: "web_live" as const };
  const onWeb = awardRequest(all, "P04", web, programme(web))?.request as typeof request;
  assert.deepEqual([onWeb.no_curriculum, onWeb.parallel_sessions, "curriculum" in onWeb.talks[0]!], [undefined, undefined, true]);
});

test("an award by category says only what that category may say", () => {
  const draft = { ...typed(day, talk("t1", { minutes: "１２０" })), measure: "minutes" as const, academic_meeting: true, lecturer: true, academic_presentation: true, other_qualification_only: true };
  const about = (category: string) => { const { talks: _, ...rest } = awardRequest(all, "G01", { ...draft, category }, programme(draft))?.request as Record<string, unknown>; return rest; };
  assert.deepEqual(about("assembly"), { op: "award", scheme: "G01", edition: "2017-04-01", category: "assembly", academic_meeting: true, lecturer: true, academic_presentation: true, other_qualification_only: true });
  assert.equal((awardRequest(all, "G01", { ...draft, lecturer: false }, programme(draft))?.request as { academic_presentation?: boolean }).academic_presentation, undefined, "is said of a lecturer alone");
  assert.deepEqual(about("group"), { op: "award", scheme: "G01", edition: "2017-04-01", category: "group" });
});

test("times as typed", () => {
  assert.deepEqual(["900", "９：００", "9:00", "13:10", " 1310 "].map(timeText), ["09:00", "09:00", "09:00", "13:10", "13:10"]);
  assert.deepEqual(["9", "25時", "13:1"].map(timeText), ["9", "25時", "13:1"]);
});

test("which talks count, and by which clause not", () => {
  assert.deepEqual([asksItem(byItem, kFreshSeminar, "lecture"), asksItem(byItem, kFreshSeminar, "greeting"), asksItem(byItem, kFreshSeminar, "sponsored_meal_seminar")], [true, false, false]);
  assert.equal(asksItem(byItem, { ...kFreshSeminar, delivery: "web_live" }, "sponsored_meal_seminar"), true);
  assert.equal(exclusionOf(byItem, kFreshSeminar, "sponsored_meal_seminar"), "on site");
  assert.equal(asksItem(byCategory, kFreshSeminar, "lecture"), false);
});

test("days: of the programme, or of the offer where talks are recorded; the first deadline that fits is its ground", () => {
  const draft = typed(day, { do: "add_day" });
  assert.deepEqual(daysOf(draft, true), { start: "2026-05-10", end: "2026-05-11" });
  const recorded = { ...draft, delivery: "web_recorded" as const, offered_from: "2026-06-01" };
  assert.deepEqual(daysOf(recorded, true), { start: "2026-06-01", end: "" });
  assert.equal(deadlinesRequest(all, "P04", recorded), null);
  assert.deepEqual(deadlinesRequest(all, "P04", draft)?.request, { op: "deadlines", scheme: "P04", edition: "2021-03-11", start: "2026-05-10", end: "2026-05-11", delivery: "assembly", host: "other" });
  assert.equal(deadlineRule(byItem, draft, "report_by")?.clause, "other");
  assert.equal(deadlineRule(byItem, { ...draft, host: "prefecture" }, "report_by")?.clause, "prefecture");
  assert.equal(deadlineRule(byItem, { ...draft, delivery: "web_live" }, "report_by"), null);
});

test("the fee asks for what the delivery bills; points are one course a number", () => {
  const draft = { ...kFreshSeminar, count: "１２０", additional: "30、301", points: "60, 45" };
  assert.deepEqual(feeRequest(all, "P04", draft)?.request, { op: "fee", scheme: "P04", edition: "2021-03-11", delivery: "assembly", applied: 120, additional: [30, 301] });
  const web = feeRequest(all, "P04", { ...draft, delivery: "web_live", additional: "" });
  assert.deepEqual(web?.request, { op: "fee", scheme: "P04", edition: "2021-03-11", delivery: "web_live", distributed: 120 });
  assert.equal(web?.place("/distributed"), "/count");
  assert.equal(feeRequest(all, "G01", draft), null);
  assert.deepEqual(pointsRequest(all, "2026-11-21", draft)?.request, {
    op: "points", scheme: "G13", edition: "2024-05-01", completions: [{ id: "0", course: "0", date: "2026-11-21", points: 60 }, { id: "1", course: "1", date: "2026-11-21", points: 45 }],
  });
});

test("an error stands at the field it is about, each field once", () => {
  const draft = typed(day, { do: "add_talk", day: "d1" }, talk("t1", { end: "10:00" }), talk("t2", { start: "10:00", end: "09:00" }));
  const award = awardRequest(all, "P04", draft, programme(draft))!;
  const error = (code: string, at: string) => ({ code, at, message: "" });
  const found = placed(award, [error("missing", "/talks/0/start"), error("range", "/talks/1/end"), error("type", "/talks/1/end"), error("format", "/applied_on")]);
  assert.deepEqual(found.map(({ at, code }) => [at, code]), [["/talk/t1/start", "missing"], ["/talk/t2/end", "range"], ["/applied_on", "format"]]);
  assert.deepEqual(faultyTalks(found), ["t1", "t2"]);
});

test("each change is remembered and judged; an answer about an older draft is not taken", () => {
  const state = { ...started(), packs: all };
  const { state: next, effects } = after(state, { type: "type_seminar", change: day });
  assert.equal(asked(effects, "remember_seminar")[0]?.draft, next.seminar.draft);
  assert.equal(asked(effects, "judge_seminar")[0]?.draft, next.seminar.draft);
  const result = { award: null, unfinished: [], deadlines: null, fee: null, points: null, problems: [] };
  assert.equal(after(next, { type: "seminar_judged", draft: state.seminar.draft, result }).state.seminar.result, null);
  const judged = after(next, { type: "seminar_judged", draft: next.seminar.draft, result }).state;
  assert.deepEqual([judged.seminar.result, judged.seminar.failed], [result, false]);
  const unasked = after(judged, { type: "seminar_judged", draft: next.seminar.draft, result: null }).state;
  assert.deepEqual([unasked.seminar.result, unasked.seminar.failed], [result, true], "what could not be asked is no answer");
});

test("what a talk lacks is not said while it is typed", () => {
  const typing = after({ ...started(), packs: all }, { type: "type_seminar", change: talk("t1", { end: "10:00" }) }).state;
  assert.equal(typing.seminar.typing, "t1");
  assert.equal(after(typing, { type: "leave_talk" }).state.seminar.typing, null);
});

test("the page opens without an account, and is judged at once", () => {
  const { state, effects } = after(fresh({ name: "seminar" }), { type: "engine_ready", packs: all, version: "1" }, { type: "no_account" });
  assert.deepEqual([state.phase, state.route.name], ["ready", "seminar"]);
  assert.equal(asked(effects, "judge_seminar").length > 0, true);
});

test("a logout leaves the organiser's draft: it is nobody's data", () => {
  const typing = after({ ...started(), packs: all }, { type: "type_seminar", change: day }, { type: "wiped" }).state;
  assert.equal(typing.seminar.draft.days[0]?.date, "2026-05-10");
});
