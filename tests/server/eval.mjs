// The engine's contract over HTTP: the bytes of `kensan eval`, and the status that fits.
import assert from "node:assert/strict";
import { kensan, startServer, today } from "./server-under-test.mjs";
import { credit } from "./phone.mjs";

const request = (changes = {}) => JSON.stringify({ op: "assess", as_of: today, scheme: "G13", profile: { kind: "renewal", base: "2024-02-01" }, credits: [credit()], ...changes });

export default async function (test) {
  const server = await startServer();
  const post = (body, headers = {}) => server.ask("POST", "/api/v1/eval", { body, headers });

  await test("an answer has the bytes of `kensan eval` and status 200", async () => {
    const asked = request();
    const reply = await post(asked);
    assert.equal(reply.status, 200);
    assert.equal(reply.headers["content-type"], "application/json");
    assert.equal(reply.text + "\n", kensan(["eval"], asked).stdout);
  });
  await test("errors have the bytes of `kensan eval` and status 400 or 422", async () => {
    for (const [body, status] of [["{", 400], ["", 400], ["[]", 422], [request({ as_of: "2026-02-30" }), 422], [request({ scheme: "G99" }), 422], [request({ typo: 1 }), 422]]) {
      const reply = await post(body);
      assert.equal(reply.status, status, body.slice(0, 80));
      assert.equal(reply.text + "\n", kensan(["eval"], body).stdout);
    }
  });
  await test("8 MiB are read, one byte more is too large: 413, and the engine's own words", async () => {
    const asked = request();
    const fill = (size) => asked + " ".repeat(size - Buffer.byteLength(asked));
    assert.equal((await post(fill(8 << 20))).status, 200);
    const reply = await post(fill((8 << 20) + 1));
    assert.equal(reply.status, 413);
    assert.equal(reply.json.errors[0].code, "too_large");
    assert.equal(reply.text + "\n", kensan(["eval"], fill((8 << 20) + 1)).stdout);
  });
  await test("it asks for no login and no header of the app, whatever the body is said to be", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded"]) {
      assert.equal((await post(request().padEnd(20_000, " "), { "Content-Type": type, Origin: "https://elsewhere.example" })).status, 200);
    }
  });
  await test("a form with files is none of its business", async () => {
    assert.equal((await post("--x\r\n\r\n--x--\r\n", { "Content-Type": "multipart/form-data; boundary=x" })).status, 415);
    assert.equal((await post(request())).status, 200);
  });
  await server.stop();

  await test("`kensan eval`: one answer; many by lines, blank ones skipped; status 1 where one is an error", async () => {
    const good = request();
    assert.equal(kensan(["eval"], good).status, 0);
    assert.equal(kensan(["eval", "-"], "{").status, 1);
    const many = kensan(["eval", "--lines"], `${good}\n\n  \r\n{\n${good}`);
    assert.equal(many.status, 1);
    assert.equal(many.stdout.split("\n").length, 4);
    assert.equal(kensan(["eval", "--lines"], "\n").status, 0);
    for (const wrong of [["/does/not/exist"], ["a", "b"], ["--line"], ["/"]]) assert.equal(kensan(["eval", ...wrong]).status, 2, wrong.join(" "));
  });
  await test("`kensan rules` lists every edition with its digest; --check names what is wrong", async () => {
    const { stdout, status } = kensan(["rules"]);
    assert.equal(status, 0);
    assert.match(stdout, /^G13 +2024-05-01 +confirmed +[0-9a-f]{64}$/m);
    assert.match(stdout, /^G01 +2022-04-01 +provisional +[0-9a-f]{64}$/m);
    assert.equal(kensan(["rules", "--check", "engine/rules/G13/2024-05-01.json"]).status, 0);
    const wrong = kensan(["rules", "--check", "package.json".replace("package", "CMakePresets")]);
    assert.equal(wrong.status, 1);
    assert.match(wrong.stderr, /CMakePresets\.json: \w+ at "/);
    assert.equal(kensan(["rules", "--check", "/does/not/exist"]).status, 2);
    assert.match(kensan(["rules", "--rules", "engine/rules/G13"]).stderr, /is there already/);
  });
}
