// Bodies that are too long, broken, or where none belongs: answered before they are read, and never taken for a request.
import assert from "node:assert/strict";
import net from "node:net";
import { peakMemory, startServer } from "./server-under-test.mjs";

const host = "Host: localhost\r\n";
const app = `${host}X-Kensan: 1\r\nContent-Type: application/json\r\n`;
const kMiB = 1 << 20;
const kManyRounds = 1000;

/**
 * Sends `first`, then a `drop` of the body at a time, each after another connection's request was answered, until this one is
 * answered, too: what came back, or nothing where the server kept on reading.
 */
function drip(server, first, drop) {
  return new Promise((done, failed) => {
    let text = "";
    const socket = net.connect(server.port, "127.0.0.1", () => {
      const more = async (round) => {
        if (text !== "") return;
        if (round === kManyRounds) return socket.destroy();
        socket.write(drop);
        await server.ask("GET", "/api/v1/health");
        return more(round + 1);
      };
      socket.write(first, () => more(0).catch(failed));
    });
    socket.on("data", (data) => (text += data));
    socket.on("error", (error) => (text += error.code));
    socket.on("close", () => done(text));
  });
}

/** Sends the first bytes, and the next ones once an answer to those has come: what came back until the connection ended. */
function raw(server, first, next = null) {
  return new Promise((done) => {
    let text = "";
    const socket = net.connect(server.port, "127.0.0.1", () => socket.write(first));
    socket.once("data", () => next !== null && socket.writable && socket.write(next));
    socket.on("data", (data) => (text += data));
    socket.on("error", () => {});
    socket.on("close", () => done(text));
  });
}

const answers = (text) => [...text.matchAll(/HTTP\/1\.1 (\d+) /g)].map((found) => Number(found[1]));

export default async function (test) {
  const server = await startServer();
  const goesOn = async () => assert.equal((await server.ask("GET", "/api/v1/health")).status, 200);
  const announced = (route, size) => drip(server, `POST ${route} HTTP/1.1\r\n${app}Content-Length: ${size}\r\n\r\n`, " ");
  const chunk = (size) => `${size.toString(16)}\r\n${" ".repeat(size)}\r\n`;
  const chunked = (route, size) => drip(server, `POST ${route} HTTP/1.1\r\n${app}Transfer-Encoding: chunked\r\n\r\n${chunk(size)}`, chunk(1));

  await test("a body that is announced as too long is answered before it is read", async () => {
    for (const [route, size, status] of [["eval", 8 * kMiB + 1, 413], ["login", 1 << 17, 413], ["sync", 1 << 17, 401], ["nothing", 2 ** 40, 404], ["%0A", 1 << 17, 404]]) {
      const text = await announced(`/api/v1/${route}`, size);
      assert.deepEqual(answers(text), [status], route);
      assert.match(text, /Connection: close/i);
    }
    await goesOn();
  });
  await test("a body in chunks is answered once it is too long, however much would come", async () => {
    for (const [route, size, status] of [["eval", 8 * kMiB + 1, 413], ["register", 1 << 17, 413], ["nothing", 1 << 17, 404], ["%0A", 1 << 17, 404]]) {
      assert.deepEqual(answers(await chunked(`/api/v1/${route}`, size)), [status], route);
    }
    await goesOn();
  });
  await test("too long a body takes no memory, or in chunks no more than what is allowed", async () => {
    const before = peakMemory(server.pid);
    const all = await Promise.all(Array.from({ length: 8 }, () => announced("/api/v1/eval", 64 * kMiB)));
    assert.deepEqual(all.flatMap(answers), Array(8).fill(413));
    const grown = () => peakMemory(server.pid) - before;
    assert.ok(grown() < 8, `announced: ${grown()} MiB`);
    assert.deepEqual(answers(await chunked("/api/v1/eval", 200 * kMiB)), [413]);
    assert.ok(grown() < 40, `in chunks: ${grown()} MiB`);
  });
  await test("too large is said in the engine's words, and sent again it is said again", async () => {
    for (let i = 0; i < 2; ++i) assert.match(await announced("/api/v1/eval", 9 * kMiB), /\r\n\r\n\{"errors":\[\{"code":"too_large","at":"","message":"[^"]+"\}\]\}$/);
  });
  await test("a body where none belongs is never taken for the next request", async () => {
    const next = `GET /api/v1/nothing HTTP/1.1\r\n${host}Connection: close\r\n\r\n`;
    const cases = [["GET /api/v1/health", 413], ["HEAD /api/v1/health", 413], ["GET /", 404], ["HEAD /", 404], ["OPTIONS /api/v1/health", 405], ["DELETE /api/v1/health", 405], ["TRACE /", 405]];
    for (const [line, status] of cases) {
      for (const length of [`Content-Length: ${next.length}`, "Transfer-Encoding: chunked"]) {
        assert.deepEqual(answers(await raw(server, `${line} HTTP/1.1\r\n${host}${length}\r\n\r\n`, next)), [status], `${line}, ${length}`);
      }
    }
  });
  await test("a short body that is not asked for leaves the connection usable", async () => {
    const next = `GET /api/v1/health HTTP/1.1\r\n${host}Connection: close\r\n\r\n`;
    for (const body of ["Content-Length: 2\r\n\r\n{}", "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"]) {
      assert.deepEqual(answers(await raw(server, `POST /api/v1/nothing HTTP/1.1\r\n${host}${body}`, next)), [404, 200], body);
    }
  });
  await test("no length and no chunks is no body", async () => {
    assert.deepEqual(answers(await raw(server, `POST /api/v1/logout HTTP/1.1\r\n${app}Connection: close\r\n\r\n`)), [204]);
  });
  await test("a body that is no body is a bad request, not a large one", async () => {
    const text = await raw(server, `POST /api/v1/eval HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\nno number\r\n`);
    assert.deepEqual(answers(text), [400]);
    assert.match(text, /"bad_request"/);
    await goesOn();
  });
  await server.stop();
}
