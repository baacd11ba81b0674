import assert from "node:assert/strict";
import { test } from "node:test";
import { isLost, nearest, ranked, schemesWithout, targetsOf, wantedTargets } from "../../www/src/app/selectors/comparing";
import type { Allocation } from "../../www/src/engine/operations";
import { after, asked, assessment, credit, packs, started } from "./states";

const today = "2026-11-21";
const g13 = packs[2]!;
const only = (kind: "new" | "renewal") => ({ certification: { [kind]: {} } });

test("compared is every edition in force that certifies the kind: the newest confirmed, and a newer provisional one", () => {
  const more = [
    ...packs, { ...g13, effective: "2026-11-21" }, { ...g13, effective: "2026-11-22" },
    { ...g13, scheme: "P04", effective: "2021-03-11", certification: {} }, { ...g13, scheme: "P04", effective: "2023-04-01", status: "provisional" as const, ...only("new") },
  ];
  assert.deepEqual(targetsOf(more, today, "new").map(({ scheme, edition }) => `${scheme}@${edition}`), ["G01@2017-04-01", "G01@2022-04-01", "G13@2026-11-21", "P04@2023-04-01"]);
  const renewing = targetsOf(more, today, "renewal");
  assert.deepEqual(renewing.map(({ scheme }) => scheme), ["G01", "G01", "G13"]);
  assert.deepEqual(schemesWithout(more, renewing), ["P04"]);
  assert.deepEqual(targetsOf([{ ...g13, status: "provisional", effective: "2020-01-01" }, g13], today, "new").length, 1);
});

const base = { edition: "2024-05-01" };
const can = assessment({ ...base, scheme: "A01", eligible: true, can_apply: true, plan: { units: 0, by: [] } });
const payable = assessment({ ...base, scheme: "A02", eligible: true, plan: { units: 0, by: [] }, transfers: [{ from: "X", units: 3, credits: [] }] });
const two = assessment({ ...base, scheme: "A03", plan: { units: 2, by: [] } });
const eight = assessment({ ...base, scheme: "A04", plan: { units: 8, by: [] } });
const over = assessment({ ...base, scheme: "A05", plan: { units: 0, by: [] }, eligible: true, window: { opens: "2026-01-01", last_day: "2026-02-01", state: "after", rule: "" } });
const lost = assessment({ ...base, scheme: "A06", plan: null });

test("the nearest first: one may apply, then only pay out, then fewer units; what is lost or over comes last", () => {
  const order = ranked({ office: [] }, [lost, eight, two, payable, can]).map(({ scheme }) => scheme);
  assert.deepEqual(order, ["A01", "A02", "A03", "A04", "A06"]);
  assert.deepEqual([isLost(lost), isLost(over), isLost(two)], [true, true, false]);
  assert.deepEqual(nearest(ranked({ office: [] }, [lost, over])), []);
});

test("of a scheme's editions the stricter one speaks, and stands first", () => {
  const provisional = { ...eight, scheme: "A03", edition: "2026-01-01", status: "provisional" as const };
  const [first] = ranked({ office: [] }, [two, provisional]);
  assert.deepEqual([first?.speaks.edition, first?.editions.map(({ edition }) => edition)], ["2026-01-01", ["2026-01-01", "2024-05-01"]]);
});

test("equally near schemes are named together, the own office first", () => {
  const twin = { ...two, scheme: "A09" };
  assert.deepEqual(nearest(ranked({ office: ["A09"] }, [two, twin, eight])).map(({ scheme }) => scheme), ["A09", "A03"]);
});

function comparing(route: "compare" | "allocate") {
  const state = after(started({ credits: [credit("a")] }), { type: "go", route: { name: route } });
  const [compare] = asked(state.effects, "compare");
  return { ...state, grounds: compare!.grounds, targets: compare!.targets };
}

test("opening the page asks one question about all targets; with it closed nothing is asked any more", () => {
  const { state, targets, grounds } = comparing("compare");
  assert.deepEqual(targets.map(({ scheme, edition }) => `${scheme}@${edition}`), ["G01@2017-04-01", "G01@2022-04-01", "G13@2024-05-01"]);
  assert.equal(after(state, { type: "compared", grounds, results: [two] }).state.comparing?.results?.length, 1);
  const home = after(state, { type: "go", route: { name: "home" } });
  assert.equal(home.state.comparing, null);
  assert.deepEqual(asked(after(home.state, { type: "clock", now: "2026-11-22T00:00:00" }).effects, "compare"), []);
});

test("an answer about another ledger is not taken; a new ledger is compared anew", () => {
  const { state, grounds } = comparing("compare");
  const changed = after(state, { type: "view", snapshot: { profile: state.ledger.profile, person: null, credits: [], applications: [], waiting: [], rejected: [], conflicts: [], last_synced: "x", office: [], durable: true } as never });
  assert.equal(asked(changed.effects, "compare").length > 0, true);
  assert.equal(after(changed.state, { type: "compared", grounds, results: [two] }).state.comparing?.results, null);
});

test("a question that was not understood is no answer", () => {
  const { state, grounds } = comparing("compare");
  const failed = after(state, { type: "compared", grounds, results: null }).state;
  assert.deepEqual([failed.comparing?.failed, failed.comparing?.results], [true, null]);
});

test("sharing out starts with the two nearest, and follows what is wanted", () => {
  const { state, grounds } = comparing("allocate");
  const opened = after(state, { type: "compared", grounds, results: [eight, lost, two, payable] });
  assert.deepEqual(asked(opened.effects, "allocate")[0]?.targets.map(({ scheme }) => scheme), ["A02", "A03"]);
  const target = { scheme: "A06", edition: "2024-05-01" };
  const three = after(opened.state, { type: "want", target, wanted: true });
  assert.deepEqual(asked(three.effects, "allocate")[0]?.targets.map(({ scheme }) => scheme), ["A02", "A03", "A06"]);
  const one = after(three.state, { type: "want", target, wanted: false }, { type: "want", target: { scheme: "A03", edition: "2024-05-01" }, wanted: false });
  assert.deepEqual([one.state.comparing?.allocation, wantedTargets(one.state).length], [null, 1]);
  assert.deepEqual(asked(one.effects, "allocate").map(({ targets }) => targets.length), [2], "one alone is not shared out");
});

test("from the comparison on to the sharing out: the question is asked again, and answered by a share", () => {
  const { state, grounds } = comparing("compare");
  const compared = after(state, { type: "compared", grounds, results: [eight, two] });
  assert.deepEqual(asked(compared.effects, "allocate"), []);
  const there = after(compared.state, { type: "go", route: { name: "allocate" } });
  assert.equal(asked(there.effects, "compare").length, 1);
  assert.equal(asked(after(there.state, { type: "compared", grounds: asked(there.effects, "compare")[0]!.grounds, results: [eight, two] }).effects, "allocate").length, 1);
});

test("two editions of one scheme are one certificate", () => {
  const { state, grounds } = comparing("allocate");
  const other = { scheme: "A03", edition: "2017-04-01" };
  const chosen = after(state, { type: "compared", grounds, results: [eight, two] }, { type: "want", target: other, wanted: true }).state;
  assert.deepEqual(wantedTargets(chosen).filter(({ scheme }) => scheme === "A03"), [other]);
});

test("a sharing out of what is no longer wanted is not taken", () => {
  const { state, grounds } = comparing("allocate");
  const opened = after(state, { type: "compared", grounds, results: [eight, two] }).state;
  const answer: Allocation = { assignments: {}, results: [], exact: true };
  const targets = wantedTargets(opened);
  assert.equal(after(opened, { type: "allocated", grounds, targets: [...targets].reverse(), answer }).state.comparing?.allocation, null);
  assert.equal(after(opened, { type: "allocated", grounds, targets, answer }).state.comparing?.allocation?.answer, answer);
});
