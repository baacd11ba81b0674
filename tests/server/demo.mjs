// The demo account: a ledger worth looking at, only where it was asked for.
import assert from "node:assert/strict";
import { folder, kensan, startServer } from "./server-under-test.mjs";
import { Phone } from "./phone.mjs";

const email = "demo@example.jp";

async function login(server) {
  const phone = new Phone(server);
  return { phone, reply: await phone.post("login", { email, password: server.password ?? "abcd-efgh-jkmn" }) };
}

function verdict(changes, as_of, scheme, edition) {
  const body = (kind) => changes.filter((change) => change.kind === kind).map((change) => change.body);
  const request = { op: "assess", as_of, scheme, edition, profile: body("profile")[0], credits: body("credit") };
  return JSON.parse(kensan(["eval"], JSON.stringify(request)).stdout);
}

export default async function (test) {
  for (const day of ["2026-11-21", "2027-12-17", "2028-02-29", "2031-08-31"]) {
    await test(`made on ${day}, the demo ledger shows a renewal that lacks a little`, async () => {
      const server = await startServer({ args: ["--demo"], fixedClock: `${day}T08:24:00` });
      const { phone, reply } = await login(server);
      assert.deepEqual([reply.status, reply.json.account.demo], [200, true]);
      const { changes } = await phone.sync();
      assert.deepEqual((await phone.get("me")).json.office, ["G13"]);
      await server.stop();

      const g13 = verdict(changes, day, "G13", "2024-05-01");
      assert.equal(g13.credits.length, 45);
      assert.deepEqual(g13.requirements.map((row) => [row.id, row.state]), [["total", "met"], ["own", "met"]]);
      assert.deepEqual(g13.years.map((year) => [year.state, year.shortfall]), [["met", 0], ["met", 0], ["open", 2]]);
      assert.equal(g13.window.state, "open");
      assert.deepEqual(g13.transfers.map((row) => row.from), ["PECS"]);
      assert.equal(g13.can_apply, false);
      const why = (answer) => new Set(answer.credits.flatMap((row) => row.verdicts.map((one) => one.why)));
      assert.deepEqual(why(g13), new Set(["used", "outside_period", "duplicate"]));
      const g01 = verdict(changes, day, "G01", "2017-04-01");
      assert.deepEqual(why(g01), new Set(["used", "outside_period", "duplicate", "cap_day", "cap_year", "cap_period", "not_accepted"]));
    });
  }
  await test("the ledger is made once, the password at each start; without --demo nobody logs in to it", async () => {
    const data = folder();
    let server = await startServer({ data, args: ["--demo"] });
    const first = server.password;
    const { phone } = await login(server);
    const { changes } = await phone.sync();
    await phone.sync(phone.operation("delete_credit", changes.at(-1).id, null, changes.at(-1).version));
    await server.stop();

    phone.server = server = await startServer({ data, args: ["--demo"] });
    assert.notEqual(server.password, first);
    assert.equal((await phone.another().sync()).changes.filter((change) => change.kind === "credit" && change.body).length, 44, "what was changed stays");
    assert.equal((await login(server)).reply.status, 200);
    const { password } = server;
    await server.stop();

    phone.server = server = await startServer({ data });
    server.password = password;
    assert.equal((await login(server)).reply.status, 401);
    assert.equal((await phone.get("me")).status, 401);
    await server.stop();
  });
}
