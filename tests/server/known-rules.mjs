// A phone whose rule packs are not the server's: told so by name, and nothing of what it sends is lost.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { corpusPacks } from "../cases/packs.mjs";
import { folder, startServer, today } from "./server-under-test.mjs";
import { Phone, canonical, credit, sha256 } from "./phone.mjs";

const packs = ["--rules", fileURLToPath(new URL("../packs/G99", import.meta.url))];
const sample = "G99@2026-11-01";
const same = { missing: [], unknown: [], other: [] };
const heldThere = () => credit({ provider: "G99", held_in: "G99-NET" });
const told = ({ state, reason, errors }) => [state, reason, errors?.map((error) => `${error.code} ${error.at}`)];

const scheme = "G99";
const edition = "2026-11-01";
const profile = { kind: "renewal", base: "2023-12-01" }; // to 2026-11-30: the window is open from 2026-11-01
const tenEachYear = ["2024-09-10", "2025-09-10", "2026-09-10"].map((date) => credit({ date, units: 10, provider: "G99", category: "group", held_in: "G99-NET" }));

/** Sends a ledger and an application as this phone's app would: its record. */
async function applied(server, phone, changes = {}) {
  const credits = tenEachYear.map((one) => ({ ...one, id: randomUUID() })).sort((a, b) => (a.id < b.id ? -1 : 1));
  await phone.sync(phone.operation("set_profile", "profile", profile), ...credits.map((one) => phone.putCredit(one)));
  const verdict = (await server.ask("POST", "/api/v1/eval", { body: { op: "assess", as_of: today, scheme, edition, profile, credits } })).text;
  const { engine } = (await phone.get("me")).json;
  const body = { scheme, edition, as_of: today, disputed: false, digest: sha256(canonical({ credits, profile })), verdict, engine, ...changes };
  return (await phone.sync(phone.operation("submit_application", randomUUID(), body))).acks[0];
}

export default async function (test) {
  const data = folder();
  let server = await startServer({ data });
  const known = await Phone.registered(server);

  await test("the same packs, with or without their digests: no difference", async () => {
    assert.deepEqual((await known.sync()).rules, same);
    const { rules } = (await server.ask("GET", "/api/v1/rules")).json;
    known.rules = rules.map((row) => `${row.scheme}@${row.edition}#${row.digest}`);
    assert.deepEqual((await known.sync()).rules, same);
  });
  await test("a pack that the server does not have is named, and whatever else is sent is taken", async () => {
    known.rules = [...corpusPacks.keys(), sample, `G98@2020-01-01#${sha256("")}`];
    const answer = await known.sync(known.putCredit(credit()), known.operation("set_profile", "profile", profile));
    assert.deepEqual(answer.rules, { ...same, unknown: [sample, "G98@2020-01-01"] });
    assert.deepEqual(answer.acks.map((ack) => ack.state), ["accepted", "accepted"]);
  });
  await test("the same edition with another content is named", async () => {
    known.rules = [...corpusPacks.keys()].map((name) => (name === "G13@2024-05-01" ? `${name}#${sha256("")}` : name));
    assert.deepEqual((await known.sync()).rules, { ...same, other: ["G13@2024-05-01"] });
  });
  await test("a phone of another epoch is told, too", async () => {
    const reply = await known.post("sync", { ...known.syncRequest(), epoch: "another", rules: [sample] });
    assert.deepEqual(reply.json.rules, { missing: [...corpusPacks.keys()].sort(), unknown: [sample], other: [] });
  });
  await test("a pack's name has its form", async () => {
    const wrong = ["", "G13", "G13@", "@2024-05-01", "G13@2024-02-30", "g13@2024-05-01", "G13@2024-05-01#", "G13@2024-05-01#ab", `G13@2024-05-01#${"A".repeat(64)}`, `#G13@2024-05-01`];
    const reply = await known.post("sync", { ...known.syncRequest(), rules: wrong });
    assert.deepEqual(reply.json.errors.map(({ code, at }) => `${code} ${at}`), wrong.map((_, i) => `format /rules/${i}`));
  });

  const mine = heldThere();
  await test("units in the system of a pack that only the phone has: refused for that reason, and only where that is the reason", async () => {
    known.rules = [...corpusPacks.keys(), sample];
    const { acks } = await known.sync(known.putCredit(mine), known.putCredit({ ...heldThere(), units: 0 }), known.putCredit(credit()));
    assert.deepEqual(acks.map(told), [["rejected", "unknown_rules", undefined], ["rejected", "invalid", ["unknown_value /held_in", "range /units"]], ["accepted", undefined, undefined]]);
    known.rules = [...corpusPacks.keys()];
    assert.deepEqual((await known.sync(known.putCredit(heldThere()))).acks.map(told), [["rejected", "invalid", ["unknown_value /held_in"]]]);
  });
  await test("an application to a scheme that only the phone knows is refused as not this office's", async () => {
    const ack = (await known.sync(known.operation("submit_application", randomUUID(), { scheme, edition, as_of: today, disputed: false, digest: sha256(""), verdict: "{}", engine: "0" }))).acks[0];
    assert.deepEqual(told(ack), ["rejected", "not_office", undefined]);
  });
  await server.stop();

  server = await startServer({ data, args: [...packs, "--office", "G13,G99"] });
  known.server = server;
  await test("once the server has the pack, what was refused can be sent again and is there", async () => {
    known.rules = [...corpusPacks.keys(), sample];
    const answer = await known.sync(known.putCredit(mine));
    assert.deepEqual([answer.rules, answer.acks.map(told)], [same, [["accepted", undefined, undefined]]]);
    const other = await known.another().sync();
    assert.deepEqual(other.changes.find((change) => change.id === mine.id).body, mine);
  });
  await test("a phone that lacks a pack is told which, and what it sends is taken", async () => {
    const fewer = await Phone.registered(server);
    fewer.rules = ["G13@2024-05-01"];
    const answer = await fewer.sync(fewer.putCredit(credit()), fewer.operation("set_profile", "profile", profile));
    assert.deepEqual(answer.rules, { ...same, missing: ["G01@2017-04-01", "G01@2022-04-01", sample, "P04@2021-03-11", "P04@2023-04-01"] });
    assert.deepEqual(answer.acks.map((ack) => ack.state), ["accepted", "accepted"]);
    assert.equal((await fewer.another().sync()).changes.length, 2);
  });
  await test("an application to an added pack's scheme is judged by that pack, received and numbered", async () => {
    const { state, application } = await applied(server, await Phone.registered(server));
    assert.equal(state, "accepted");
    assert.deepEqual([application.scheme, application.edition, application.number, application.status, application.answer, application.differs], [scheme, edition, "G99-2026-000001", "received", "confirmed", []]);
  });
  await test("a verdict by another content or edition of the rules differs in just that; by the same rules it is a fault of ours", async () => {
    const cases = [[`${sample}#${sha256("")}`, {}, ["edition"]], [sample, { edition: "2025-11-01" }, ["edition"]], [sample, {}, ["result"]]];
    for (const [pack, changes, differs] of cases) {
      const phone = await Phone.registered(server);
      phone.rules = [pack];
      const { application } = await applied(server, phone, { ...changes, verdict: "{}" });
      assert.deepEqual([application.status, application.answer, application.differs], ["received", "differs", differs]);
    }
  });
  await test("another content that comes to the same verdict is no difference", async () => {
    const phone = await Phone.registered(server);
    phone.rules = [`${sample}#${sha256("")}`];
    const { application } = await applied(server, phone);
    assert.deepEqual([application.answer, application.differs], ["confirmed", []]);
  });
  await server.stop();
}
