// What was acknowledged is there after kill -9; what could not be written was not acknowledged.
import assert from "node:assert/strict";
import { folder, startServer } from "./server-under-test.mjs";
import { Phone, credit } from "./phone.mjs";

async function everything(phone) {
  const reader = phone.another();
  const ids = new Set();
  for (let more = true; more; ) {
    const answer = await reader.sync();
    for (const change of answer.changes) ids.add(change.id);
    more = answer.more;
  }
  return ids;
}

/** Sends credits one by one until the server no longer answers; the ids that were acknowledged. */
async function sendUntilGone(phone, acknowledged) {
  for (;;) {
    const one = credit();
    const reply = await phone.post("sync", phone.syncRequest([phone.putCredit(one)])).catch(() => null);
    if (reply === null) return;
    if (reply.status === 200 && reply.json.acks[0].state === "accepted") acknowledged.push(one.id);
  }
}

export default async function (test) {
  await test("kill -9 in the middle of everything, five times: all that was acknowledged is there", async () => {
    const data = folder();
    let server = await startServer({ data });
    const phone = await Phone.registered(server);
    const acknowledged = [];
    for (let round = 1; round <= 5; ++round) {
      const devices = Array.from({ length: 6 }, () => phone.another());
      const sending = devices.map((device) => sendUntilGone(device, acknowledged));
      while (acknowledged.length < round * 60) await devices[0].get("me");
      await server.kill();
      await Promise.all(sending);
      server = await startServer({ data });
      phone.server = server;
      const present = await everything(phone);
      for (const id of acknowledged) assert.ok(present.has(id), `round ${round}: ${id} is lost`);
    }
    const again = phone.another();
    const op = again.putCredit(credit());
    const [first] = (await again.sync(op)).acks;
    await server.kill();
    again.server = server = await startServer({ data });
    assert.deepEqual((await again.sync(op)).acks, [first], "an answer outlives the server");
    await server.stop();
  });
  await test("a disk that is full: 503, nothing of it acknowledged, reading goes on, and nothing acknowledged is lost", async () => {
    const data = folder();
    const kHalfMegabyte = 1024; // of 512 bytes
    let server = await startServer({ data, limit: kHalfMegabyte });
    const phone = await Phone.registered(server);
    const acknowledged = [];
    const large = () => credit({ title: "長".repeat(200), event: "長".repeat(200), content: "長".repeat(200), course: "長".repeat(200) });
    let refused = null;
    while (refused === null) {
      const ops = Array.from({ length: 20 }, () => phone.putCredit(large()));
      const reply = await phone.post("sync", phone.syncRequest(ops));
      if (reply.status === 200) acknowledged.push(...ops.map((op) => op.entity));
      else refused = reply;
    }
    assert.deepEqual([refused.status, refused.json.errors[0].code], [503, "unavailable"]);
    assert.ok(Number(refused.headers["retry-after"]) > 0);
    assert.ok(acknowledged.length > 0);
    assert.equal((await phone.get("me")).status, 200);
    const check = async () => {
      const present = await everything(phone);
      assert.deepEqual([...present].sort(), [...acknowledged].sort());
    };
    await check();
    await server.stop();
    phone.server = server = await startServer({ data });
    await check();
    phone.seq = acknowledged.length;
    assert.equal((await phone.sync(phone.putCredit(large()))).acks[0].state, "accepted", "with room again, it takes them");
    await server.stop();
  });
}
