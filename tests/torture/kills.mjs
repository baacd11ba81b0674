// `node tests/torture/kills.mjs [--kills N] [--seed S]`: the real server is killed, again and again, while eight phones write
// with the app's own code. What was acknowledged is there, once.
import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { folder, startServer } from "../server/server-under-test.mjs";
import { Phone as Session } from "../server/phone.mjs";
import { numbers } from "./arguments.mjs";
import { phoneCode } from "./bundle.mjs";
import { chance } from "./chance.mjs";
import { judge } from "./kills-judge.mjs";
import { written } from "./writing.mjs";

const kPhones = 8;
const kAccounts = 4;
const kKillsALedger = 25; // then everything is compared, and a new ledger begins
const kRoundsToDrain = 20;

const { kills, seed } = numbers({ kills: 25, seed: 1 });
const code = await phoneCode("kills");
const args = ["--office", "G01,G13,P04"];
const figures = { kills: 0, sent: 0, acknowledged: 0, cutOff: 0, applications: 0 };

/** A server that can be killed in the middle of anything, and the means to wait until it is back. */
class Victim {
  constructor(random, data) {
    Object.assign(this, { random, data, killed: 0, until: 0 });
  }

  async start() {
    this.server = await startServer({ data: this.data, args });
    this.until = 1 + this.random.below(60);
    this.up = Promise.resolve();
  }

  /** Called for each request: after so many of them the server dies, at once or when it is about to answer. */
  asked(most) {
    if (--this.until !== 0 || this.killed >= most) return;
    this.up = (async () => {
      for (let turns = this.random.below(4); turns > 0; --turns) await new Promise(setImmediate);
      await this.server.kill();
      this.killed += 1;
      await this.start();
    })();
  }
}

/** The app's line to the server; every acknowledgement that arrives is noted apart from what the phone makes of it. */
function line(victim, session, acknowledged, most) {
  return async (request) => {
    await victim.up;
    const { server } = victim;
    session.server = server;
    figures.sent += 1;
    const answering = session.post("sync", request).catch(() => null);
    victim.asked(most);
    const reply = await answering;
    if (reply === null) figures.cutOff += 1;
    if (reply === null) return { sort: "fault", offline: true };
    if (reply.status === 200) for (const ack of reply.json.acks) acknowledged.set(ack.id, ack);
    return code.outcome(reply.status, reply.text, Number(reply.headers["retry-after"] ?? NaN));
  };
}

async function ledger(most, random) {
  const victim = new Victim(random, folder());
  await victim.start();
  const accounts = [];
  for (let i = 0; i < kAccounts; ++i) accounts.push(await Session.registered(victim.server));
  const users = [];
  for (const account of accounts) users.push((await account.get("me")).json.account.id);
  const clients = Array.from({ length: kPhones }, (_, i) => {
    const acknowledged = new Map();
    const session = accounts[i % kAccounts].another();
    return { user: users[i % kAccounts], phone: new code.Phone(), acknowledged, sync: line(victim, session, acknowledged, most) };
  });
  await Promise.all(clients.map(async ({ phone, sync }) => {
    while (victim.killed < most) {
      for (let changes = random.below(4); changes > 0; --changes) phone.write([written(random, phone)]);
      await phone.sync(sync);
    }
  }));
  for (let round = 0; round < kRoundsToDrain; ++round) for (const { phone, sync } of clients) await phone.sync(sync);
  await victim.up;
  await victim.server.stop();
  const file = code.opened(readable(readFileSync(join(victim.data, "kensan.sqlite"))));
  figures.kills += victim.killed;
  figures.applications += judge(file, clients);
  for (const { acknowledged, phone } of clients) {
    figures.acknowledged += acknowledged.size;
    phone.close();
  }
  file.close();
  rmSync(victim.data, { recursive: true, force: true });
}

/** A database in memory has no log of changes: the file, closed and whole, says in its header that it had one. */
function readable(buffer) {
  const bytes = new Uint8Array(buffer);
  bytes[18] = bytes[19] = 1;
  return bytes;
}

const began = Date.now();
for (let done = 0, number = 0; done < kills; done = figures.kills, ++number) {
  await ledger(Math.min(kKillsALedger, kills - done), chance(seed * 1_000_003 + number)).catch((error) => {
    console.log(`kills: failed with --seed ${seed}, ledger ${number}\n${error.stack}`);
    process.exit(1);
  });
  if ((number + 1) % 10 === 0) console.log(`  ${figures.kills} kills, ${figures.acknowledged} acknowledged`);
}
assert.ok(figures.kills >= kills && figures.acknowledged > 0 && figures.cutOff > 0, JSON.stringify(figures));
const minutes = (Date.now() - began) / 60_000;
console.log(`kills: seed ${seed}: ${figures.kills} kills (${Math.round(figures.kills / minutes)} a minute), ${figures.sent} requests, ${figures.cutOff} of them cut off, `
  + `${figures.acknowledged} operations acknowledged, ${figures.applications} applications: 0 lost, 0 doubled`);
console.log("1 passed, 0 failed");
process.exit(0);
