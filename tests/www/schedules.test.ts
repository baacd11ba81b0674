// Random schedules of two phones and a server: lost requests, lost replies, doubled replies, restored backups. In the end
// everything is even, and nothing that was written is lost without a question.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { SyncAnswer } from "../../www/src/server/wire";
import { credit, Phone, Server } from "./phone";

const kSchedules = 120;
const kSteps = 40;

function randomFrom(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

/** One exchange on a bad line. */
function exchange(phone: Phone, server: Server, luck: number, held: SyncAnswer[]): void {
  const request = { ...phone.outgoing().request, rules: [] };
  if (luck === 0) return; // the request is lost
  const answer = server.sync(request);
  if (luck === 1) return; // the reply is lost
  phone.take(answer);
  if (luck === 2) phone.take(answer); // the reply comes twice
  held.push(answer);
}

function play(seed: number, restores: boolean): void {
  const random = randomFrom(seed);
  const phones = [new Phone(), new Phone()] as const;
  let server = new Server();
  let backup = server.backup();
  const written = new Set<string>();
  for (let step = 0; step < kSteps; step++) {
    const phone = phones[random(2) as 0 | 1];
    const id = `c${random(4)}`;
    switch (random(restores ? 8 : 6)) {
      case 0: case 1: written.add(phone.put(credit(id, 1 + random(99)))); break;
      case 2: written.add(phone.remove(id)); break;
      case 6: backup = server.backup(); break;
      case 7: server = random(4) === 0 ? backup.backup() : server; break;
      default: exchange(phone, server, random(6), []);
    }
  }
  for (let round = 0; round < 4; round++) phones.forEach((phone) => phone.sync(server));
  for (const phone of phones) {
    assert.deepEqual(phone.view().waiting, [], `seed ${seed}: something waits for ever`);
    assert.deepEqual(phone.units(), server.units(), `seed ${seed}: a phone and the server differ`);
    const unanswered = phone.db.selectValue("SELECT count(*) FROM ops WHERE state NOT IN ('accepted', 'conflict')");
    assert.equal(unanswered, 0, `seed ${seed}: neither taken nor asked about`);
  }
  const logged = phones.flatMap((phone) => phone.db.selectValues("SELECT id FROM ops"));
  for (const id of written) assert.ok(logged.includes(id), `seed ${seed}: ${id} is gone from the log`);
  if (!restores) for (const id of written) assert.ok(server.seen.has(id), `seed ${seed}: the server never heard of ${id}`);
}

test(`${kSchedules} random schedules on a bad line`, () => {
  for (let seed = 0; seed < kSchedules; seed++) play(seed, false);
});

test(`${kSchedules} random schedules with restored backups`, () => {
  for (let seed = 0; seed < kSchedules; seed++) play(seed, true);
});
