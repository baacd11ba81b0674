// Applications: received at the server's acknowledgement, judged again from its own copy, every difference named.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { now, startServer, today } from "./server-under-test.mjs";
import { Phone, canonical, credit, sha256 } from "./phone.mjs";

const scheme = "G13";
const edition = "2024-05-01";
const profile = { kind: "renewal", base: "2024-02-01" }; // expires 2027-01-31: the window is open from 2026-11-01
const tenEachYear = ["2024-05-10", "2025-05-10", "2026-05-10"].map((date) => credit({ date, units: 10, held_in: "TAMETOKO" }));

export default async function (test) {
  const server = await startServer({ args: ["--office", "G13"] });

  /** A phone whose ledger is with the server. */
  async function withLedger(credits = tenEachYear, base = profile) {
    const phone = await Phone.registered(server);
    phone.credits = credits.map((one) => ({ ...one, id: randomUUID() })).sort((a, b) => (a.id < b.id ? -1 : 1));
    phone.profile = base;
    await phone.sync(phone.operation("set_profile", "profile", base), ...phone.credits.map((one) => phone.putCredit(one)));
    return phone;
  }

  /** What this phone's app would send, seen on `as_of`. */
  async function submission(phone, { as_of = today, ...changes } = {}) {
    const request = { op: "assess", as_of, scheme, edition, profile: phone.profile, credits: phone.credits };
    const verdict = (await server.ask("POST", "/api/v1/eval", { body: request })).text;
    const { engine } = (await phone.get("me")).json;
    return { scheme, edition, as_of, disputed: false, digest: sha256(canonical({ credits: phone.credits, profile: phone.profile })), verdict, engine, ...changes };
  }

  async function send(phone, body) {
    const op = phone.operation("submit_application", randomUUID(), body);
    const answer = await phone.sync(op);
    return { op, ack: answer.acks[0], change: answer.changes.find((change) => change.kind === "application"), answer };
  }

  const rejection = async (phone, changes, entity = randomUUID()) => {
    const op = phone.operation("submit_application", entity, await submission(phone, changes));
    const { state, reason, errors } = (await phone.sync(op)).acks[0];
    return [state, reason, errors?.map((error) => `${error.code} ${error.at}`)];
  };

  await test("the same verdict on both sides: received and confirmed, with a number", async () => {
    const phone = await withLedger();
    const body = await submission(phone);
    const { op, ack, change, answer } = await send(phone, body);
    assert.equal(ack.state, "accepted");
    const record = ack.application;
    assert.deepEqual(record, {
      id: op.entity, scheme, edition, number: "G13-2026-000001", status: "received", answer: "confirmed", differs: [], disputed: false, received_at: now, as_of: today, phone_date: today,
      eligible: true, can_apply: true, digest: body.digest, phone_digest: body.digest, engine: body.engine, phone_engine: body.engine, reasons: { requirements: [], years: [], window: null, transfers: [] },
    });
    assert.deepEqual(change, { version: ack.version, kind: "application", id: op.entity, body: record });
    assert.equal(answer.applications_version, ack.version);
    assert.deepEqual((await phone.get("applications")).json, { applications: [record] });
    assert.deepEqual((await phone.sync(op)).acks, [ack], "sent again, it is the same application");
    assert.equal((await phone.get("applications")).json.applications.length, 1);
  });
  await test("what differs is named: date, ledger, engine, edition, or none of them", async () => {
    const cases = [
      ["date", { as_of: "2026-11-20" }],
      ["ledger", { digest: sha256("another ledger") }],
      ["engine", { engine: "0.0.9", verdict: "{}" }],
      ["edition", { edition: "2023-05-01", verdict: "{}" }],
      ["result", { verdict: "{}" }],
    ];
    for (const [difference, changes] of cases) {
      const phone = await withLedger();
      const { application } = (await send(phone, await submission(phone, changes))).ack;
      assert.deepEqual([application.status, application.answer, application.differs], ["received", "differs", [difference]]);
      assert.equal(application.as_of, today);
    }
  });
  await test("a change that the server does not have yet is a different ledger", async () => {
    const phone = await withLedger();
    phone.credits = [...phone.credits, credit({ id: "ffffffff-0000-7000-8000-000000000000" })];
    assert.deepEqual((await send(phone, await submission(phone))).ack.application.differs, ["ledger"]);
  });
  await test("several differences are all named, in one order", async () => {
    const phone = await withLedger();
    const body = await submission(phone, { as_of: "2026-11-20", digest: sha256(""), engine: "0.0.9", edition: "2023-05-01" });
    assert.deepEqual((await send(phone, body)).ack.application.differs, ["date", "ledger", "engine", "edition"]);
  });
  await test("another engine that comes to the same bytes is confirmed", async () => {
    const phone = await withLedger();
    assert.equal((await send(phone, await submission(phone, { engine: "0.0.9" }))).ack.application.answer, "confirmed");
  });
  await test("not eligible: not received, kept with the reasons, and it can be sent again", async () => {
    const phone = await withLedger(tenEachYear.slice(0, 2));
    const { ack } = await send(phone, await submission(phone));
    assert.deepEqual([ack.state, ack.application.status, ack.application.answer, ack.application.number], ["accepted", "not_received", "not_eligible", null]);
    const { requirements, years, window, transfers } = ack.application.reasons;
    assert.deepEqual([requirements.map((row) => row.id), years.map((row) => row.index), window, transfers], [["total"], [3], null, []]);
    assert.equal((await send(phone, await submission(phone))).ack.state, "accepted");
    assert.equal((await phone.get("applications")).json.applications.length, 2);
  });
  await test("not eligible but disputed: received", async () => {
    const phone = await withLedger(tenEachYear.slice(0, 2));
    const { application } = (await send(phone, await submission(phone, { disputed: true }))).ack;
    assert.deepEqual([application.status, application.answer, application.disputed], ["received", "not_eligible", true]);
    assert.match(application.number, /^G13-2026-\d{6}$/);
  });
  await test("eligible, but units must be paid out first, or the window is closed: not eligible to apply", async () => {
    const elsewhere = await withLedger(tenEachYear.map((one, i) => (i === 0 ? { ...one, provider: "G01", held_in: "PECS" } : one)));
    const held = (await send(elsewhere, await submission(elsewhere))).ack.application;
    assert.deepEqual([held.answer, held.eligible, held.can_apply, held.reasons.transfers.map((row) => row.from)], ["not_eligible", true, false, ["PECS"]]);
    const early = await withLedger(tenEachYear, { kind: "renewal", base: "2024-05-01" });
    const closed = (await send(early, await submission(early))).ack.application;
    assert.deepEqual([closed.answer, closed.eligible, closed.reasons.window.state], ["not_eligible", true, "before"]);
  });
  await test("this office takes only its own schemes' applications", async () => {
    assert.deepEqual(await rejection(await withLedger(), { scheme: "G01" }), ["rejected", "not_office", undefined]);
  });
  await test("without a profile there is nothing to judge", async () => {
    const phone = await Phone.registered(server);
    Object.assign(phone, { profile, credits: [] });
    assert.deepEqual(await rejection(phone, {}), ["rejected", "no_profile", undefined]);
  });
  await test("a second application while one is open is rejected", async () => {
    const phone = await withLedger();
    await send(phone, await submission(phone));
    assert.deepEqual(await rejection(phone, {}), ["rejected", "already_received", undefined]);
    assert.equal((await phone.get("applications")).json.applications.length, 1);
  });
  await test("what an application must say, and how", async () => {
    const phone = await withLedger();
    const cases = [[{ scheme: "XXX" }, "format /scheme"], [{ edition: "2024-05-32" }, "format /edition"], [{ as_of: "2026-1-1" }, "range /as_of"], [{ disputed: 0 }, "type /disputed"], [{ digest: "X".repeat(64) }, "format /digest"],
      [{ digest: "ab" }, "range /digest"], [{ engine: undefined }, "missing /engine"], [{ verdict: {} }, "type /verdict"], [{ note: "please" }, "unknown_field /note"]];
    for (const [changes, error] of cases) assert.deepEqual(await rejection(phone, changes), ["rejected", "invalid", [error]]);
    assert.deepEqual(await rejection(phone, {}, "not a uuid"), ["rejected", "invalid", ["format "]]);
  });
  await test("nobody sees another's applications", async () => {
    const stranger = await Phone.registered(server);
    assert.deepEqual((await stranger.get("applications")).json, { applications: [] });
  });
  await test("numbers run on without a gap, whoever applies", async () => {
    const phones = await Promise.all(Array.from({ length: 5 }, () => withLedger()));
    const numbers = await Promise.all(phones.map(async (phone) => (await send(phone, await submission(phone))).ack.application.number));
    const running = numbers.map((number) => Number(number.slice(-6))).sort((a, b) => a - b);
    assert.deepEqual(running, running.map((_, i) => running[0] + i));
  });
  await server.stop();
}
