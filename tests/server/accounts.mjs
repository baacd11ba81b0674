// Accounts and sessions.
import assert from "node:assert/strict";
import { startServer, now, today } from "./server-under-test.mjs";
import { Phone, newEmail, password } from "./phone.mjs";

const first = (reply) => [reply.status, reply.json.errors[0].code, reply.json.errors[0].at];

export default async function (test) {
  const server = await startServer({ args: ["--office", "G13"] });

  await test("register, me, logout, login", async () => {
    const phone = new Phone(server);
    const registered = await phone.post("register", { email: "Misaki.Sato@Example.JP", password });
    assert.equal(registered.status, 201);
    assert.deepEqual(Object.keys(registered.json.account), ["id", "email", "demo"]);
    assert.equal(registered.json.account.email, "misaki.sato@example.jp");
    const me = (await phone.get("me")).json;
    assert.deepEqual(me.account, registered.json.account);
    assert.deepEqual({ today: me.today, now: me.now, office: me.office }, { today, now, office: ["G13"] });
    assert.match(me.engine, /^\d+\.\d+\.\d+$/);
    assert.match(me.epoch, /^[0-9a-f]{32}$/);

    const before = phone.cookie;
    assert.equal((await phone.post("logout", {})).status, 204);
    phone.cookie = before;
    assert.deepEqual(first(await phone.get("me")), [401, "unauthenticated", ""]);
    assert.equal((await phone.post("login", { email: "misaki.sato@example.jp", password })).status, 200);
    assert.notEqual(phone.cookie, before);
    assert.equal((await phone.get("me")).status, 200);
  });
  await test("the cookie is for this host alone, out of scripts' reach, never sent from elsewhere", async () => {
    const reply = await new Phone(server).post("register", { email: newEmail(), password });
    assert.match(reply.headers["set-cookie"][0], /^__Host-sid=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=2592000$/);
    const gone = await new Phone(server).post("logout", {});
    assert.match(gone.headers["set-cookie"][0], /^__Host-sid=; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=0$/);
  });
  await test("a session that nobody has", async () => {
    for (const cookie of ["", "__Host-sid=", "__Host-sid=AAAA", "sid=x; __Host-sid=" + "A".repeat(43)]) {
      assert.equal((await new Phone(server, cookie).get("me")).status, 401);
    }
  });
  await test("the cookie is found among others", async () => {
    const phone = await Phone.registered(server);
    phone.cookie = `a=b; ${phone.cookie}; c=d`;
    assert.equal((await phone.get("me")).status, 200);
  });
  await test("logging out ends this session alone", async () => {
    const phone = await Phone.registered(server);
    const other = new Phone(server);
    await other.post("login", { email: phone.email, password });
    await other.post("logout", {});
    assert.equal((await phone.get("me")).status, 200);
  });
  await test("an e-mail belongs to one account, however it is spelled", async () => {
    const phone = await Phone.registered(server);
    assert.deepEqual(first(await new Phone(server).post("register", { email: phone.email.toUpperCase(), password })), [409, "taken", "/email"]);
  });
  await test("what is no e-mail address", async () => {
    for (const email of ["", "a", "a@", "@b.jp", "a@b", "a b@c.jp", "a@b..jp", ".a@b.jp", "a@b.jp.", "a@b@c.jp", "薬@b.jp", "a@" + "b".repeat(250) + ".jp"]) {
      assert.deepEqual(first(await new Phone(server).post("register", { email, password })), [422, "format", "/email"], email);
    }
  });
  await test("passwords: 8 to 200 characters, no rule but not the commonest nor the e-mail itself", async () => {
    const cases = [["1234567", 422, "range"], ["薬剤師の研鑽", 422, "range"], ["x".repeat(201), 422, "range"], ["password", 422, "too_common"], ["PassWord1", 422, "too_common"]];
    for (const [wrong, status, code] of cases) {
      assert.deepEqual(first(await new Phone(server).post("register", { email: newEmail(), password: wrong })), [status, code, "/password"]);
    }
    const email = newEmail();
    assert.deepEqual(first(await new Phone(server).post("register", { email, password: email })), [422, "too_common", "/password"]);
    for (const right of ["薬剤師の研鑽単位", "x".repeat(200), "        "]) {
      assert.equal((await new Phone(server).post("register", { email: newEmail(), password: right })).status, 201);
    }
  });
  await test("both fields that are wrong are named", async () => {
    const reply = await new Phone(server).post("register", { email: "x", password: "y" });
    assert.deepEqual(reply.json.errors.map((error) => error.at), ["/email", "/password"]);
  });
  await test("a wrong password and an unknown e-mail get the same answer", async () => {
    const phone = await Phone.registered(server);
    const wrong = await new Phone(server).post("login", { email: phone.email, password: "wrong password" });
    const unknown = await new Phone(server).post("login", { email: newEmail(), password });
    assert.deepEqual(first(wrong), [401, "wrong_credentials", ""]);
    assert.equal(wrong.text, unknown.text);
    assert.equal(wrong.headers["set-cookie"], undefined);
  });
  await test("after ten failures one waits, even with the right password; others do not", async () => {
    const phone = await Phone.registered(server);
    const other = await Phone.registered(server);
    for (let i = 0; i < 10; ++i) {
      assert.equal((await new Phone(server).post("login", { email: phone.email, password: "wrong password" })).status, 401);
    }
    const refused = await new Phone(server).post("login", { email: phone.email.toUpperCase(), password });
    assert.deepEqual(first(refused), [429, "too_many_requests", ""]);
    assert.equal(refused.headers["retry-after"], "60");
    assert.equal((await new Phone(server).post("login", { email: other.email, password })).status, 200);
    assert.equal((await phone.get("me")).status, 200, "who is logged in stays so");
  });
  await test("many wrong passwords at once are not all tried", async () => {
    const phone = await Phone.registered(server);
    const replies = await Promise.all(Array.from({ length: 20 }, () => new Phone(server).post("login", { email: phone.email, password: "wrong password" })));
    assert.equal(replies.filter((reply) => reply.status === 401).length, 10);
    assert.equal(replies.filter((reply) => reply.status === 429).length, 10);
  });
  await test("a login that succeeds forgets the failures", async () => {
    const phone = await Phone.registered(server);
    for (let round = 0; round < 2; ++round) {
      for (let i = 0; i < 9; ++i) await new Phone(server).post("login", { email: phone.email, password: "wrong password" });
      assert.equal((await new Phone(server).post("login", { email: phone.email, password })).status, 200);
    }
  });
  await test("no log line holds an e-mail, a password or a cookie", async () => {
    assert.match(server.log, /^POST \/api\/v1\/login 200 \d+ ms$/m);
    for (const secret of ["@", password, "__Host"]) assert.ok(!server.log.includes(secret), secret);
  });
  await server.stop();

  await test("a session is kept over a restart, lasts 30 days after its last use, and is renewed by use", async () => {
    const at = (fixedClock) => startServer({ data: server.data, fixedClock });
    let running = await at("2026-11-21T08:24:00");
    const phone = await Phone.registered(running);
    await running.stop();
    phone.server = running = await at("2026-12-21T08:23:59");
    const used = await phone.get("me");
    assert.equal(used.status, 200);
    assert.match(used.headers["set-cookie"][0], /Max-Age=2592000/);
    await running.stop();
    phone.server = running = await at("2027-01-20T08:23:58");
    assert.equal((await phone.get("me")).status, 200);
    await running.stop();
    phone.server = running = await at("2027-03-01T00:00:00");
    assert.equal((await phone.get("me")).status, 401);
    await running.stop();
  });
}
