import assert from "node:assert/strict";
import { test } from "node:test";
import { outcome, written } from "../../www/src/server/api";
import { pause } from "../../www/src/server/rounds";
import { startSync, syncOnce, type SyncWorld } from "../../www/src/server/sync";
import type { SyncNews } from "../../www/src/storage/protocol";
import { credit, Phone, Server } from "./phone";

const errors = JSON.stringify({ errors: [{ code: "range", at: "/units", message: "" }] });

test("what a reply means: a fault is never an answer, a refusal only what names its errors", () => {
  assert.equal(outcome(200, "{}", NaN).sort, "answer");
  assert.equal(outcome(204, "", NaN).sort, "answer");
  assert.equal(outcome(422, errors, NaN).sort, "refused");
  assert.deepEqual(outcome(503, errors, 5), { sort: "fault", offline: false, code: "range", retry_after_seconds: 5 });
  assert.deepEqual(outcome(429, errors, 30), { sort: "refused", status: 429, errors: JSON.parse(errors).errors, retry_after_seconds: 30 });
  for (const [status, text] of [[500, errors], [503, errors], [200, "<html>"], [404, "<html>Not found</html>"], [401, "{}"], [302, "{}"]] as const) {
    assert.equal(outcome(status, text, NaN).sort, "fault", `${status} ${text}`);
  }
});

test("a text that was cut within a character is sent as the engine here reads it, and whole characters as they are", () => {
  assert.equal(written({ a: ["x\ud83d", "\udc8ax"], b: "\ud83d\udc8a 薬 \\ud83d" }), '{"a":["x\ufffd","\ufffdx"],"b":"\ud83d\udc8a 薬 \\\\ud83d"}');
});

function world(phone: Phone, send: SyncWorld["send"]): SyncWorld & { readonly news: SyncNews[]; readonly timers: (() => void)[] } {
  const news: SyncNews[] = [];
  const timers: (() => void)[] = [];
  return {
    news, timers, send,
    outgoing: async () => phone.outgoing(),
    incoming: async (answer) => phone.take(answer),
    rules: () => ["G13@2024-05-01"],
    tell: (each) => news.push(each),
    now: () => "2026-11-21T08:24:00",
    random: () => 0.5,
    later: (run) => { timers.push(run); return () => {}; },
  };
}

const answering = (server: Server): SyncWorld["send"] => async (request) => ({ sort: "answer", value: server.sync(request) });
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test("a round runs until both sides are even", async () => {
  const [phone, server] = [new Phone(), new Server()];
  for (let n = 0; n < 5; n++) phone.put(credit("a", n + 1));
  assert.equal(await syncOnce(world(phone, answering(server))), "clear");
  assert.deepEqual(server.units(), { a: 5 });
});

test("each kind of no has its own state; nothing is dropped", async () => {
  const phone = new Phone();
  phone.put(credit("a"));
  const refused = (status: number, code = ""): SyncWorld["send"] => async () => ({ sort: "refused", status, errors: [{ code, at: "", message: "" }], retry_after_seconds: null });
  assert.equal(await syncOnce(world(phone, async () => ({ sort: "fault", offline: true, code: null }))), "offline");
  assert.equal(await syncOnce(world(phone, async () => ({ sort: "fault", offline: false, code: null }))), "waiting");
  assert.equal(await syncOnce(world(phone, refused(401))), "signed_out");
  assert.equal(await syncOnce(world(phone, refused(409, "schema_old"))), "outdated");
  assert.equal(await syncOnce(world(phone, refused(409, "schema"))), "server_older");
  assert.equal(await syncOnce(world(phone, refused(422, "type"))), "refused");
  assert.equal(await syncOnce(world(phone, refused(429, "too_many_requests"))), "waiting");
  for (const code of ["read_only", "corrupt"]) assert.equal(await syncOnce(world(phone, async () => ({ sort: "fault", offline: false, code }))), "read_only");
  assert.equal(phone.view().waiting.length, 1);
});

test("an answer that moves nothing ends the round instead of repeating it for ever", async () => {
  const [phone, server] = [new Phone(), new Server()];
  phone.put(credit("a"));
  phone.meet(server);
  let requests = 0;
  const deaf: SyncWorld["send"] = async (request) => {
    requests += 1;
    return { sort: "answer", value: { ...server.sync({ ...request, ops: [] }) } };
  };
  assert.equal(await syncOnce(world(phone, deaf)), "waiting");
  assert.equal(requests, 1);
});

test("after the fault ends the next try drains the queue", async () => {
  const [phone, server] = [new Phone(), new Server()];
  phone.put(credit("a"));
  let up = false;
  const line = world(phone, async (request) => (up ? { sort: "answer", value: server.sync(request) } : { sort: "fault", offline: true, code: null }));
  startSync(line).nudge();
  await settled();
  assert.equal(line.news.at(-1)?.state, "offline");
  up = true;
  line.timers.at(-1)!();
  await settled();
  assert.deepEqual([line.news.at(-1)?.state, phone.view().waiting.length], ["clear", 0]);
});

test("a nudge during a round is not lost", async () => {
  const [phone, server] = [new Phone(), new Server()];
  let requests = 0;
  const loop = startSync(world(phone, async (request) => {
    requests += 1;
    if (requests === 1) loop.nudge();
    return { sort: "answer", value: server.sync(request) };
  }));
  loop.nudge();
  await settled();
  assert.equal(requests, 2);
});

test("the pause doubles up to half a minute, spread by chance", () => {
  assert.deepEqual([1, 2, 3, 4, 5, 6, 20].map((failures) => pause(failures, 0.5)), [1000, 2000, 4000, 8000, 16000, 30000, 30000]);
  assert.deepEqual([pause(20, 0), pause(20, 1)], [15000, 45000]);
});

test("a server that names its time is not asked before it, and not waited for beyond ten minutes", async () => {
  assert.deepEqual([pause(1, 0.5, 60_000), pause(6, 0.5, 5_000), pause(1, 0.5, 86_400_000)], [60_000, 30_000, 600_000]);
  const waits: number[] = [];
  const busy = world(new Phone(), async () => ({ sort: "fault", offline: false, code: "unavailable", retry_after_seconds: 20 }));
  startSync({ ...busy, later: (_, milliseconds) => { waits.push(milliseconds); return () => {}; } }).nudge();
  await settled();
  assert.deepEqual(waits, [20_000]);
});
