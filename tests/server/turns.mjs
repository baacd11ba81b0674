// Requests to the engine take turns: however many ask, and however slowly, everybody else is answered.
import assert from "node:assert/strict";
import net from "node:net";
import { peakMemory, startServer, today } from "./server-under-test.mjs";
import { Phone, credit } from "./phone.mjs";

const kManyTries = 2000;
const small = JSON.stringify({ op: "assess", as_of: today, scheme: "G13", profile: { kind: "new" }, credits: [credit()] });
const large = small.padEnd(65 * 1024);

/** A request to the engine whose body is still to come; `finish` sends it and gives the reply's status. */
function begun(server, body) {
  const socket = net.connect(server.port, "127.0.0.1");
  let text = "";
  const one = { refused: false };
  const ended = new Promise((done) => socket.on("close", () => done(text)));
  socket.on("data", (data) => {
    text += data;
    one.refused ||= /^HTTP\/1\.1 503 /.test(text);
  });
  socket.on("error", () => {});
  socket.write(`POST /api/v1/eval HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`);
  one.finish = async () => (socket.write(body), Number(/^HTTP\/1\.1 (\d+) /.exec(await ended)?.[1]));
  return one;
}

export default async function (test) {
  const server = await startServer();
  const phone = await Phone.registered(server);
  const ask = (body) => server.ask("POST", "/api/v1/eval", { body });

  /** Asks until it is told to come back later, which it must be. An asking may take the last place before one of those inside: that one begins anew. */
  async function refused(body, inside) {
    for (let i = 0; i < kManyTries; ++i) {
      const reply = await ask(body);
      if (reply.status !== 200) return reply;
      inside.forEach((one, at) => (inside[at] = one.refused ? begun(server, body) : one));
    }
    throw new Error("never refused");
  }

  for (const [kind, body, places] of [["large", large, 8], ["small", small, 32]]) {
    await test(`so many ${kind} requests have a place, from before their bodies come; more are told to come back`, async () => {
      const inside = Array.from({ length: places }, () => begun(server, body));
      const reply = await refused(body, inside);
      assert.deepEqual([reply.status, reply.headers["retry-after"], reply.json.errors[0].code], [503, "5", "unavailable"]);
      assert.equal((await ask(kind === "large" ? small : large)).status, 200, "the other kind has places of its own");
      assert.equal((await phone.sync(phone.putCredit(credit()))).acks[0].state, "accepted");
      assert.equal((await server.ask("GET", "/api/v1/health")).status, 200);
      assert.deepEqual(await Promise.all(inside.map((one) => one.finish())), Array(places).fill(200));
      assert.equal((await ask(body)).status, 200);
    });
  }
  await test("large requests are not all worked on at once, and leave their memory behind them", async () => {
    const fields = Array.from({ length: 250_000 }, (_, i) => `"k${i}":0`).join(",");
    const unknown = small.replace("{", `{${fields},`);
    await ask(unknown);
    const alone = peakMemory(server.pid);
    const statuses = await Promise.all(Array.from({ length: 8 }, async () => (await ask(unknown)).status));
    assert.deepEqual(statuses, Array(8).fill(422));
    const together = peakMemory(server.pid);
    assert.ok(together < 4 * alone, `${alone} MiB for one, ${together} MiB for eight`);
  });
  await server.stop();
}
