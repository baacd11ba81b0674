// What a phone makes of a server's answers: those that may be others tomorrow, those that name a fault of its log, a wrong clock.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startSync, type SyncWorld } from "../../www/src/server/sync";
import type { SyncAnswer } from "../../www/src/server/wire";
import { carryOut, TooLarge } from "../../www/src/storage/commands";
import type { SyncNews } from "../../www/src/storage/protocol";
import { credit, now, Phone, Server } from "./phone";

const tomorrow = "2026-11-22T00:00:10";
const profile = { kind: "set_profile", entity: "profile", body: { kind: "renewal", base: "2024-04-01" } } as const;

test("a kind of change that the server does not know yet is sent again the next day, under a new id, and not before", () => {
  const [phone, server] = [new Phone(), new Server()];
  server.unknown = ["set_profile"];
  const first = phone.write(profile);
  phone.sync(server);
  phone.sync(server);
  assert.deepEqual([server.received.length, phone.view().rejected.map(({ reason }) => reason)], [2, ["unknown_kind"]], "once on the day it is heard of");
  server.now = tomorrow;
  server.unknown = [];
  phone.sync(server);
  assert.deepEqual([phone.view().rejected, phone.view().waiting, phone.view().profile], [[], [], profile.body]);
  assert.notEqual(server.received.at(-1)!.id, first);
});

test("a change that is never understood goes once a day, and every round ends", () => {
  const [phone, server] = [new Phone(), new Server()];
  server.unknown = ["set_profile"];
  phone.write(profile);
  for (const day of ["21", "22", "23"]) {
    server.now = `2026-11-${day}T12:00:00`;
    for (let rounds = 0; rounds < 3; rounds++) phone.sync(server);
  }
  assert.deepEqual([server.received.length, phone.view().rejected.length, phone.view().waiting.length], [4, 1, 0]);
});

test("what was changed since is not put back by the older change", () => {
  const [phone, server] = [new Phone(), new Server()];
  server.unknown = ["set_profile"];
  phone.write(profile);
  phone.meet(server);
  phone.take(server.sync({ ...phone.outgoing().request, rules: [] }));
  server.unknown = [];
  phone.write({ ...profile, body: { kind: "renewal", base: "2025-04-01" } });
  server.now = tomorrow;
  phone.sync(server);
  assert.deepEqual(phone.view().profile, { kind: "renewal", base: "2025-04-01" });
});

test("a credit of rules that the server had not goes again as soon as the server has all of this phone's", () => {
  const [phone, server] = [new Phone(), new Server()];
  phone.put(credit("a"));
  phone.meet(server);
  const { request } = phone.outgoing();
  const [op] = request.ops;
  const answer = (rules: SyncAnswer["rules"], more: Partial<SyncAnswer> = {}): SyncAnswer => ({ ...server.sync({ ...request, ops: [], rules: [] }), rules, ...more });
  const rejected = { id: op!.id, seq: op!.seq, state: "rejected", version: 0, reason: "unknown_rules" } as const;
  phone.take(answer({ unknown: ["G99@2026-11-01"] }, { acks: [rejected], expected_seq: 2 }));
  const [again] = phone.outgoing().request.ops; // on the day itself, once
  phone.take(answer({ unknown: ["G99@2026-11-01"] }, { acks: [{ ...rejected, id: again!.id, seq: 2 }], expected_seq: 3 }));
  assert.equal(phone.view().waiting.length, 0);
  assert.equal(phone.take(answer({ unknown: [] }, { expected_seq: 3 })).again, true);
  assert.deepEqual([phone.view().waiting.length, phone.view().rejected], [1, []]);
});

test("an id that the server knows with another content: the first one stands, the user is told, what follows goes on", () => {
  const [phone, server] = [new Phone(), new Server()];
  const id = phone.put(credit("a", 1));
  phone.sync(server);
  const twin = new Phone();
  carryOut(twin.db, true, { name: "append", changes: [{ id, kind: "put_credit", entity: "a", body: credit("a", 9) }], client_time: now, settles: null });
  twin.put(credit("b"));
  twin.sync(server);
  assert.deepEqual(twin.view().rejected.map((op) => [op.id, op.reason]), [[id, "op_reused"]]);
  assert.deepEqual([server.units(), twin.units(), server.refused], [{ a: 1, b: 1 }, { a: 1, b: 1 }, [{ id, reason: "op_reused" }]]);
});

test("numbers that the server has given to other changes: the phone goes on under a new device id, nothing is shown as refused", () => {
  const [phone, server] = [new Phone(), new Server()];
  for (const id of ["a", "b", "c"]) phone.put(credit(id));
  phone.sync(server);
  phone.db.exec("DELETE FROM ops; DELETE FROM rows; UPDATE meta SET value = '0' WHERE key = 'cursor'"); // an old backup of the device
  phone.put(credit("d"));
  const device = phone.outgoing().request.device;
  phone.sync(server);
  assert.deepEqual([phone.units(), phone.view().rejected, phone.view().waiting], [{ a: 1, b: 1, c: 1, d: 1 }, [], []]);
  assert.notEqual(phone.outgoing().request.device, device);
});

for (const [wrong, clock] of [["a year behind", "2025-11-21T08:24:00"], ["a year ahead", "2027-11-21T08:24:00"]] as const) {
  test(`a clock ${wrong} decides nothing: the same rows, the same question, and the server's time is told`, async () => {
    const [phone, other, server] = [new Phone(), new Phone(), new Server()];
    other.put(credit("a", 1));
    other.sync(server);
    phone.clock = clock;
    phone.sync(server);
    phone.put(credit("a", 2));
    other.put(credit("a", 3));
    other.sync(server);
    const news: SyncNews[] = [];
    const world: SyncWorld = {
      outgoing: async () => phone.outgoing(), incoming: async (answer) => phone.take(answer), rules: () => [], tell: (each) => news.push(each),
      send: async (request) => ({ sort: "answer", value: server.sync(request) }), now: () => clock, random: () => 0.5, later: () => () => {},
    };
    startSync(world).nudge();
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(phone.view().conflicts.map(({ mine, theirs }) => [(mine as { units: number }).units, (theirs as { units: number }).units]), [[2, 3]]);
    assert.deepEqual(news.at(-1), { state: "clear", last: clock, server_now: now });
  });
}

test("a change that no server would take is refused at once, with all that came with it", () => {
  const phone = new Phone();
  const changes = [credit("a"), { ...credit("b"), title: "あ".repeat(1_400_000) }].map((body) => ({ id: body.id, kind: "put_credit", entity: body.id, body }) as const);
  assert.throws(() => carryOut(phone.db, true, { name: "append", changes, client_time: now, settles: null }), TooLarge);
  assert.deepEqual(phone.view().waiting, []);
});

test("a ledger is even when it has heard the last page, not the first", () => {
  const [one, two, server] = [new Phone(), new Phone(), new Server()];
  server.page = 1;
  for (const id of ["a", "b"]) one.put(credit(id));
  one.sync(server);
  two.meet(server);
  assert.equal(two.view().last_synced, null);
  two.sync(server);
  assert.equal(two.view().last_synced, now);
});
