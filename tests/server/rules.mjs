// Rule packs: which there are, as phones fetch them, and what is refused before it is served.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { folder, kensan, startServer } from "./server-under-test.mjs";
import { sha256 } from "./phone.mjs";

const packs = fileURLToPath(new URL("../packs/G99", import.meta.url));
const engineRules = fileURLToPath(new URL("../../engine/rules", import.meta.url));
const packText = readFileSync(join(packs, "2026-11-01.json"), "utf8");
const sample = () => JSON.parse(packText);
const builtIn = () => JSON.parse(readFileSync(join(engineRules, "G13/2024-05-01.json"), "utf8"));
const name = "G99@2026-11-01";
const digestOf = (stdout, scheme) => new RegExp(`^${scheme} .* ([0-9a-f]{64})$`, "m").exec(stdout)[1];

/** A folder with these files; a value that is no text is written as JSON. */
function folderWith(files) {
  const made = folder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(made, path)), { recursive: true });
    writeFileSync(join(made, path), typeof content === "string" ? content : JSON.stringify(content));
  }
  return made;
}

/** What `kensan serve` says where it does not start: the lines of faults, and the sentence at the end. */
function refusal(rules) {
  const data = folder();
  const { status, stderr, stdout } = kensan(["serve", "--port", "0", "--data", data, "--rules", rules]);
  assert.deepEqual([status, stdout], [1, ""], stderr);
  assert.ok(!existsSync(join(data, "kensan.sqlite")));
  const lines = stderr.trimEnd().split("\n");
  return { sentence: lines.pop(), faults: lines.map((line) => line.replace(`${rules}/`, "")) };
}

export default async function (test) {
  const server = await startServer({ args: ["--rules", packs] });
  const get = (path, headers = {}, method = "GET") => server.ask(method, `/api/v1/rules${path}`, { headers });

  await test("the list has every pack, built in or added, as `kensan rules` has them", async () => {
    const { status, headers, json } = await get("");
    assert.deepEqual([status, headers["content-type"], headers["cache-control"]], [200, "application/json", "no-cache"]);
    const { stdout } = kensan(["rules", "--rules", packs]);
    const rows = stdout.trimEnd().split("\n").slice(1).map((line) => line.split(/ +/));
    assert.deepEqual(json, { rules: rows.map(([scheme, edition, state, digest]) => ({ scheme, edition, status: state, digest })) });
    assert.ok(json.rules.some(({ scheme }) => scheme === "G99") && json.rules.length === 6);
  });
  await test("a pack comes as the bytes of its digest, with its content unchanged", async () => {
    for (const { scheme, edition, digest } of (await get("")).json.rules) {
      const { status, headers, text, json } = await get(`/${scheme}@${edition}`);
      assert.deepEqual([status, headers["content-type"], sha256(text)], [200, "application/json", digest]);
      if (scheme === "G99") assert.deepEqual(json, sample());
    }
  });
  await test("the list is asked for again each time, a pack is kept for ever; what is still there is not sent again", async () => {
    for (const [path, cached] of [["", "no-cache"], [`/${name}`, "public, max-age=31536000, immutable"]]) {
      const { headers } = await get(path);
      assert.equal(headers["cache-control"], cached);
      for (const known of [headers.etag, `W/${headers.etag}`, `"other", ${headers.etag}`, "*"]) {
        const again = await get(path, { "If-None-Match": known });
        assert.deepEqual([again.status, again.text, again.headers.etag, again.headers["cache-control"]], [304, "", headers.etag, cached], known);
      }
      assert.equal((await get(path, { "If-None-Match": '"other"' })).status, 200);
    }
    assert.equal((await get(`/${name}`)).headers.etag, `"${digestOf(kensan(["rules", "--rules", packs]).stdout, "G99")}"`);
  });
  await test("HEAD answers as GET without a body, and every reply says how it may be used", async () => {
    for (const path of ["", `/${name}`]) {
      const [head, whole] = [await get(path, {}, "HEAD"), await get(path)];
      assert.deepEqual([head.status, head.text, head.headers["content-length"], head.headers.etag], [200, "", String(whole.content.length), whole.headers.etag]);
      for (const each of ["content-security-policy", "x-content-type-options", "referrer-policy", "cross-origin-resource-policy"]) assert.ok(whole.headers[each], each);
    }
  });
  await test("a name may be percent-encoded; a pack that is not there is 404; packs are only read", async () => {
    assert.equal((await get(`/${encodeURIComponent(name)}`)).status, 200);
    for (const path of ["/G99@2026-11-02", "/G98@2026-11-01", "/G99", "/", `/${name}/`, `/${name}/x`, "/g99@2026-11-01", "/%00", "/..%2Feval"]) {
      const reply = await get(path);
      assert.deepEqual([reply.status, reply.json.errors[0].code], [404, "not_found"], path);
    }
    for (const [path, status, allow] of [["", 405, "GET, HEAD"], [`/${name}`, 405, "GET, HEAD"], [`/${name}/x`, 404, undefined], ["/", 404, undefined]]) {
      const reply = await get(path, {}, "DELETE");
      assert.deepEqual([reply.status, reply.headers.allow], [status, allow], path);
    }
    assert.ok(!server.log.includes("G98"), "the log names the route, not what was asked for");
    assert.match(server.log, /^GET \/api\/v1\/rules\/\{edition\} 404 /m);
  });
  await test("an operation of the contract knows the added pack", async () => {
    const request = { op: "assess", as_of: "2026-11-21", scheme: "G99", profile: { kind: "renewal", base: "2024-02-01" }, credits: [] };
    const reply = await server.ask("POST", "/api/v1/eval", { body: request });
    assert.deepEqual([reply.status, reply.json.edition], [200, "2026-11-01"]);
    assert.equal(reply.text + "\n", kensan(["eval", "--rules", packs], JSON.stringify(request)).stdout);
    assert.equal(kensan(["eval"], JSON.stringify(request)).status, 1);
  });
  await server.stop();

  await test("starting says which packs the folder added", async () => {
    const said = async (rules) => {
      const started = await startServer({ args: ["--rules", rules] });
      await started.stop();
      return started.lines.find((line) => line.startsWith("Rules of "));
    };
    assert.equal(await said(packs), `Rules of ${packs}: ${name}`);
    assert.match(await said(join(engineRules, "G01")), /: nothing new$/);
    assert.match(await said(folder()), /: nothing new$/);
  });
  await test("packs lie in folders, too; the same pack twice does no harm; other and hidden files are passed over", async () => {
    const rules = folderWith({ "a/b/one.json": packText, "again.json": sample(), "README.md": "# no pack", "one.json~": "{", ".old.json": "{", ".git/x.json": "{", "x.JSON": "{" });
    mkdirSync(join(rules, "folder.json"));
    symlinkSync(join(rules, "again.json"), join(rules, "link.json"));
    const { stdout, stderr, status } = kensan(["rules", "--rules", rules]);
    assert.deepEqual([status, stderr, stdout.trimEnd().split("\n").length], [0, "", 7]);
  });

  await test("it does not start with a faulty pack: every fault of every file is said, with file, pointer, code and why", async () => {
    const two = sample();
    two.certification.renewal.requirements[0].units = "30";
    two.system = "";
    delete two.citations;
    const rules = folderWith({ "a.json": "{", "b/two.json": two, "c.json": sample(), "d.json": [] });
    const { faults, sentence } = refusal(rules);
    const heads = faults.map((line) => /^(\S+: \w+ at "[^"]*"): \S/.exec(line)?.[1] ?? line);
    assert.deepEqual(heads, ['a.json: syntax at ""', 'b/two.json: range at "/system"', 'b/two.json: type at "/certification/renewal/requirements/0/units"', 'b/two.json: missing at "/citations"', 'd.json: type at ""']);
    assert.match(sentence, /^kensan: the rules in .* are not used: 3 of 4 rule packs have faults, named above; .*supersedes it\)$/);
  });
  await test("it does not start with a published edition of another content", async () => {
    const edited = { ...builtIn(), payout_name: "elsewhere" };
    assert.deepEqual(refusal(folderWith({ "x.json": edited })).faults, ['x.json: edited at "": this edition is known with another content (built in)']);
    const rules = folderWith({ "a.json": sample(), "b.json": { ...sample(), payout_name: "elsewhere" } });
    assert.deepEqual(refusal(rules).faults, [`b.json: edited at "": this edition is known with another content (${rules}/a.json)`]);
  });
  await test("it does not start where one system would belong to two schemes", async () => {
    const taken = { ...sample(), system: "HOPESS" };
    assert.deepEqual(refusal(folderWith({ "x.json": taken })).faults, ['x.json: duplicate_id at "/system": the system HOPESS belongs to P04']);
    const other = { ...sample(), scheme: "G98" };
    assert.deepEqual(refusal(folderWith({ "a.json": sample(), "b.json": other })).faults, ['b.json: duplicate_id at "/system": the system G99-NET belongs to G99']);
    const later = { ...sample(), effective: "2027-11-01" };
    assert.equal(kensan(["rules", "--rules", folderWith({ "a.json": sample(), "b.json": later })]).status, 0);
  });
  await test("it does not start where something cannot be read", async () => {
    const rules = folderWith({ "a.json": "{" });
    symlinkSync(join(rules, "nowhere"), join(rules, "b.json"));
    execFileSync("mkfifo", [join(rules, "c.json")]);
    assert.deepEqual(refusal(rules).faults.slice(1), ["b.json: cannot be read as a file", "c.json: cannot be read as a file"]);
    for (const missing of ["/does/not/exist", join(rules, "a.json")]) {
      const { faults, sentence } = refusal(missing);
      assert.deepEqual(faults, []);
      assert.match(sentence, /^kensan: cannot read the folder /);
    }
  });
  await test("a pack of more than 8 MiB is a fault, and not read whole", async () => {
    const rules = folderWith({ "large.json": " ".repeat(9 << 20) });
    assert.match(refusal(rules).faults[0], /^large\.json: too_large at "": /);
  });

  const check = (file, ...more) => kensan(["rules", "--check", file, ...more]);
  await test("`kensan rules --check`: a sound pack, new or as it is published", async () => {
    const file = join(packs, "2026-11-01.json");
    assert.equal(check(file).stdout, `${file}: sound: ${name}, a new edition\n`);
    const copy = join(folderWith({ "copy.json": sample() }), "copy.json");
    assert.equal(check(copy, "--rules", packs).stdout, `${copy}: sound: ${name}, as it is published\n`);
    const published = join(engineRules, "G13/2024-05-01.json");
    assert.equal(check(published).stdout, `${published}: sound: G13@2024-05-01, as it is published\n`);
    assert.match(check(file, "--rules", packs).stdout, /a new edition/, "what the folder holds besides it");
  });
  await test("`kensan rules --check`: everything that is wrong, also beside those built in and those of a folder", async () => {
    const faults = (content, ...more) => {
      const { status, stderr, stdout } = check(join(folderWith({ "x.json": content }), "x.json"), ...more);
      assert.deepEqual([status, stdout], [1, ""]);
      return stderr.trimEnd().split("\n").map((line) => /x\.json: (\w+ at "[^"]*"): \S/.exec(line)?.[1] ?? line);
    };
    assert.deepEqual(faults({ ...builtIn(), payout_name: "elsewhere" }), ['edited at ""']);
    assert.deepEqual(faults({ ...sample(), payout_name: "elsewhere" }, "--rules", packs), ['edited at ""']);
    assert.deepEqual(faults({ ...sample(), scheme: "G98" }, "--rules", packs), ['duplicate_id at "/system"']);
    assert.deepEqual(faults({ ...sample(), status: "sure", more: 1 }), ['unknown_value at "/status"', 'unknown_field at "/more"']);
    const beside = check(join(packs, "2026-11-01.json"), "--rules", folderWith({ "y.json": "{" }));
    assert.equal(beside.status, 1);
    assert.match(beside.stderr, /y\.json: syntax at "": /);
  });
}
