// Accounts with ledgers made for one journey: registered and filled over HTTP, as another phone of the person would have done.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { main, typeLogin, tap } from "./desk.mjs";
import { kNow } from "./demo-server.mjs";

const kPassword = "correct horse battery";
const kOpsAtOnce = 100;

let accounts = 0;

/** Registers an account whose ledger is this; answers how to log in. */
export async function madeAccount(server, { profile, credits = [], person = null }) {
  const email = `made${++accounts}@example.jp`;
  const { cookie } = await post(server, "register", { email, password: kPassword });
  const bodies = [["set_profile", "profile", profile], ...(person ? [["set_person", "person", person]] : []), ...credits.map((credit) => ["put_credit", credit.id, credit])];
  const ops = bodies.map(([kind, entity, body], index) => ({ id: randomUUID(), seq: index + 1, kind, entity, base_version: 0, body, client_time: kNow }));
  const device = randomUUID();
  for (let from = 0; from < ops.length; from += kOpsAtOnce) {
    const part = ops.slice(from, from + kOpsAtOnce);
    const { json } = await post(server, "sync", { epoch: null, schema: 1, rules: [], device, cursor: 0, ops: part }, cookie);
    assert.deepEqual(json.acks.filter(({ state }) => state !== "accepted"), [], "the made ledger");
  }
  return { email, password: kPassword };
}

async function post(server, route, body, cookie = "") {
  const headers = { "Content-Type": "application/json", "X-Kensan": "1", ...(cookie ? { Cookie: cookie } : {}) };
  const reply = await fetch(`${server.origin}/api/v1/${route}`, { method: "POST", headers, body: JSON.stringify(body) });
  assert.ok(reply.ok, `${route}: ${reply.status}`);
  return { json: await reply.json().catch(() => null), cookie: reply.headers.get("set-cookie")?.split(";")[0] ?? cookie };
}

export async function logInTo(page, { email, password }) {
  await typeLogin(page, email, password);
  await tap(page, "ログインする");
  await main(page).locator(".verdict").waitFor();
}

/** A credit of the ledger; ids sort by date. */
export function credit(date, units, more = {}) {
  return { id: randomUUID(), date, units, provider: "G13", category: "internet", title: `研修 ${date}`, ...more };
}
