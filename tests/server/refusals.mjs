// What is not understood or not allowed: a 4xx with `errors`, nothing stored, and the server goes on.
import assert from "node:assert/strict";
import net from "node:net";
import { startServer } from "./server-under-test.mjs";
import { Phone, credit, newEmail, password } from "./phone.mjs";

const app = { "Content-Type": "application/json", "X-Kensan": "1" };
const codes = (reply) => [reply.status, ...reply.json.errors.map((error) => `${error.code} ${error.at}`)];

/** What the server sends back to these bytes until it closes the connection. */
function raw(server, bytes) {
  return new Promise((done) => {
    let text = "";
    const socket = net.connect(server.port, "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (part) => (text += part));
    socket.on("error", () => done(text));
    socket.on("close", () => done(text));
  });
}

export default async function (test) {
  const server = await startServer();
  const phone = await Phone.registered(server);
  const goesOn = async () => assert.equal((await phone.get("me")).status, 200);

  await test("unknown routes are 404 in JSON", async () => {
    for (const path of ["/api/v1/nothing", "/api/v2/me", "/api", "/api/", "/api/v1/me/", "/api/v1/ME"]) {
      const reply = await server.ask("GET", path);
      assert.deepEqual(codes(reply), [404, "not_found "], path);
      assert.equal(reply.headers["content-type"], "application/json");
    }
  });
  await test("a wrong method is 405 and says which is right", async () => {
    const cases = [["GET", "login", "POST"], ["PUT", "sync", "POST"], ["DELETE", "me", "GET, HEAD"], ["POST", "applications", "GET, HEAD"], ["PATCH", "eval", "POST"], ["OPTIONS", "sync", "POST"], ["TRACE", "me", "GET, HEAD"]];
    for (const [method, route, allow] of cases) {
      const reply = await server.ask(method, `/api/v1/${route}`, { headers: app, body: method === "OPTIONS" || method === "TRACE" ? undefined : "{}" });
      assert.deepEqual(codes(reply), [405, "method_not_allowed "], `${method} ${route}`);
      assert.equal(reply.headers.allow, allow);
    }
    assert.equal((await server.ask("POST", "/index.html", { body: "x" })).headers.allow, "GET, HEAD");
    await goesOn();
  });
  await test("HEAD answers as GET without a body", async () => {
    const reply = await server.ask("HEAD", "/api/v1/health");
    assert.deepEqual([reply.status, reply.text, reply.headers["content-length"]], [200, "", "11"]);
  });
  await test("malformed JSON is `syntax`", async () => {
    for (const body of ["", "{", "nul", "[1,]", '{"email":1,"email":2}', '{"a":"\\ud800"}', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), "[".repeat(4000)]) {
      for (const route of ["register", "login", "sync"]) assert.deepEqual(codes(await phone.post(route, body)), [400, "syntax "], String(body).slice(0, 20));
    }
    await goesOn();
  });
  await test("unknown, missing and mistyped fields are all named", async () => {
    assert.deepEqual(codes(await phone.post("login", { mail: "x", password: 1 })), [422, "missing /email", "type /password", "unknown_field /mail"]);
    assert.deepEqual(codes(await phone.post("register", [])), [422, "type "]);
    const reply = await phone.post("sync", { epoch: 1, schema: "1", rules: [1], device: "x", cursor: -1, ops: {}, "a/b~": 0 });
    assert.deepEqual(codes(reply), [422, "type /epoch", "type /schema", "type /rules/0", "format /device", "range /cursor", "type /ops", "unknown_field /a~1b~0"]);
  });
  await test("an operation without a name of its own makes the request wrong, and nothing of it is taken", async () => {
    const good = phone.putCredit(credit());
    const bad = { ...phone.putCredit(credit()), id: "x", seq: 1.5, client_time: "2026-02-30T00:00:00", body: 1, more: true };
    const reply = await phone.post("sync", phone.syncRequest([good, bad]));
    assert.deepEqual(codes(reply), [422, "type /ops/1/seq", "format /ops/1/id"]);
    assert.deepEqual((await phone.sync()).changes, []);
    phone.seq = 0;
    const many = Array.from({ length: 201 }, () => good);
    assert.deepEqual(codes(await phone.post("sync", phone.syncRequest(many))), [413, "too_large /ops"]);
  });
  await test("a newer app's schema is 409: nothing is taken, nothing dropped", async () => {
    const reply = await phone.post("sync", { ...phone.syncRequest(), schema: 3, something: "new" });
    assert.deepEqual(codes(reply), [409, "schema /schema"]);
  });
  await test("bodies of 17 MB are too large, with a length or in chunks", async () => {
    const body = `{"x":"${"y".repeat(17 << 20)}"}`;
    for (const chunked of [false, true]) {
      for (const route of ["register", "login", "logout", "sync", "eval"]) {
        const reply = await server.ask("POST", `/api/v1/${route}`, { headers: { ...app, ...phone.cookies() }, body, chunked });
        assert.deepEqual(codes(reply), [413, "too_large "], route);
      }
      for (const path of ["/api/v1/nothing", "/api/v1/me", "/"]) {
        assert.ok([404, 405].includes((await server.ask("POST", path, { headers: app, body, chunked })).status));
      }
      await goesOn();
    }
  });
  await test("who is not logged in may neither read nor write", async () => {
    const stranger = new Phone(server);
    assert.deepEqual(codes(await stranger.post("sync", stranger.syncRequest())), [401, "unauthenticated "]);
    for (const route of ["me", "applications"]) assert.deepEqual(codes(await stranger.get(route)), [401, "unauthenticated "]);
  });
  await test("a change is taken from the app's own page alone", async () => {
    const email = newEmail();
    const as = (headers) => server.ask("POST", "/api/v1/register", { headers: { "Content-Type": "application/json", ...headers }, body: { email, password } });
    for (const headers of [{}, { "X-Kensan": "0" }, { "X-Kensan": "1", Origin: "https://evil.example" }, { "X-Kensan": "1", Origin: "null" }, { "X-Kensan": "1", "Sec-Fetch-Site": "cross-site" },
      { "X-Kensan": "1", "Sec-Fetch-Site": "same-site" }, { "X-Kensan": "1", Origin: `http://localhost:${server.port + 1}` }]) {
      assert.deepEqual(codes(await as(headers)), [403, "forbidden "], JSON.stringify(headers));
    }
    assert.equal((await as({ "X-Kensan": "1", Origin: server.origin, "Sec-Fetch-Site": "same-origin" })).status, 201);
  });
  await test("a change is taken as JSON alone", async () => {
    for (const type of [undefined, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonp"]) {
      const headers = { "X-Kensan": "1", ...(type ? { "Content-Type": type } : {}) };
      assert.deepEqual(codes(await server.ask("POST", "/api/v1/login", { headers, body: "{}" })), [415, "unsupported_media_type "], String(type));
    }
    assert.equal((await phone.post("login", "{}", { "Content-Type": "application/json; charset=utf-8" })).status, 422);
    await goesOn();
  });
  await test("a page under another name that points here is refused (DNS rebinding)", async () => {
    for (const host of ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80"]) {
      assert.deepEqual(codes(await server.ask("GET", "/api/v1/health", { headers: { Host: host } })), [403, "forbidden "], host);
    }
    for (const host of ["localhost", "127.0.0.1:1", "[::1]", "[::1]:8080"]) {
      assert.equal((await server.ask("GET", "/api/v1/health", { headers: { Host: host } })).status, 200, host);
    }
  });
  await test("what is not HTTP is refused, and the connection closed", async () => {
    const host = "Host: localhost\r\n";
    const cases = [["nonsense\r\n\r\n", 400], [`GET /${"a".repeat(9000)} HTTP/1.1\r\n${host}\r\n`, 414], [`GET / HTTP/1.1\r\n${host}${"X: y\r\n".repeat(200)}\r\n`, 400], [`GET / HTTP/1.1\r\nX: ${"y".repeat(9000)}\r\n\r\n`, 400],
      [`POST /api/v1/login HTTP/1.1\r\n${host}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, 400], [`POST /api/v1/login HTTP/1.1\r\n${host}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
      [`POST /api/v1/login HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`, 400], [`POST /api/v1/login HTTP/1.1\r\n${host}Content-Length: 99999999999\r\n\r\n`, 403], ["GET /api/v1/health HTTP/1.1\r\nConnection: close\r\n\r\n", 403]];
    for (const [bytes, status] of cases) {
      const text = await raw(server, bytes);
      assert.match(text, new RegExp(`^HTTP/1.1 ${status} `), bytes.slice(0, 60));
      assert.match(text, /Connection: close/i);
      assert.match(text, /\{"errors":\[\{"code":/);
    }
    await goesOn();
  });
  await test("every reply says how it may be used", async () => {
    for (const path of ["/api/v1/health", "/api/v1/nothing", "/nothing"]) {
      const { headers } = await server.ask("GET", path);
      assert.match(headers["content-security-policy"], /default-src 'none'; script-src 'self' 'wasm-unsafe-eval'/);
      assert.ok(!/unsafe-inline|[^-]unsafe-eval/.test(headers["content-security-policy"]));
      assert.equal(headers["x-content-type-options"], "nosniff");
      assert.equal(headers["referrer-policy"], "no-referrer");
      assert.equal(headers["cross-origin-opener-policy"], "same-origin");
      assert.ok(headers["permissions-policy"]);
      assert.equal(headers["cache-control"] ?? "no-store", "no-store");
    }
  });
  await server.stop();

  await test("behind a TLS proxy its public name is known too, and changes come from there", async () => {
    const behind = await startServer({ fixedClock: null, args: ["--origin", "https://kensan.example"] });
    const as = (Host, Origin) => behind.ask("POST", "/api/v1/logout", { headers: { ...app, Host, Origin }, body: "{}" });
    assert.equal((await as("kensan.example", "https://kensan.example")).status, 204);
    assert.equal((await as(`localhost:${behind.port}`, "https://kensan.example")).status, 204);
    assert.equal((await as("kensan.example", "https://evil.example")).status, 403);
    assert.equal((await as("other.example", "https://kensan.example")).status, 403);
    await behind.stop();
  });
}
