// What a person may ask for: everything that is kept of them, and to be forgotten.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { applicant, apply } from "./applicant.mjs";
import { folder, kensan, startServer } from "./server-under-test.mjs";
import { Phone, credit, password, sha256 } from "./phone.mjs";

const secret = "だれにも知られたくない研修会";

/** A person with a ledger, an application, and a photo: {server, phone, user, email, photo}. */
async function person() {
  const server = await startServer({ args: ["--office", "G13"] });
  const phone = await applicant(server);
  const user = (await phone.get("me")).json.account.id;
  const number = await apply(phone);
  const photo = sha256("a photo");
  const one = credit({ title: secret });
  const tricky = credit({ title: '=HYPERLINK("http://evil.example")', date: "2026-06-01" });
  await phone.sync(phone.putCredit(one), phone.putCredit(tricky), phone.operation("set_person", "person", { name: "佐藤 美咲" }),
    phone.operation("put_attachment", one.id, { sha256: photo, type: "image/jpeg", bytes: 7 }));
  const photos = join(server.data, "photos", user);
  mkdirSync(photos, { recursive: true });
  writeFileSync(join(photos, photo), "a photo");
  writeFileSync(join(photos, `${sha256("half")}.part`), "half");
  return { server, phone, user, email: phone.email, photo, photos, one, tricky, number };
}

export default async function (test) {
  await test("export: all that is kept of a person, for a person and for a spreadsheet, while the server runs", async () => {
    const { server, phone, user, email, photo, one, tricky, number } = await person();
    const other = await Phone.registered(server);
    await other.sync(other.putCredit(credit({ title: "another's" })));
    const at = join(folder(), "export");
    const { status, stderr } = kensan(["export", email.toUpperCase(), `${at}/`, "--data", server.data]);
    assert.equal(status, 0, stderr);
    const read = (name) => readFileSync(join(at, name), "utf8");
    assert.deepEqual(readdirSync(at).sort(), ["account.json", "applications.csv", "applications.json", "attachments", "credits.csv", "ledger.json", "operations.csv", "operations.json", "record.json"]);
    const account = JSON.parse(read("account.json"));
    assert.deepEqual([account.user, account.email], [user, email]);
    const ledger = JSON.parse(read("ledger.json"));
    const all = [...phone.credits, one, tricky];
    assert.deepEqual(ledger.credits.map((each) => each.id).sort(), all.map((each) => each.id).sort());
    assert.deepEqual(ledger.person, { name: "佐藤 美咲" });
    assert.equal(ledger.attachments[one.id].file, `attachments/${photo}.jpg`);
    assert.deepEqual(readdirSync(join(at, "attachments")), [`${photo}.jpg`]);
    assert.equal(read(`attachments/${photo}.jpg`), "a photo");
    assert.deepEqual(JSON.parse(read("applications.json")).map((each) => each.number), [number]);
    assert.equal(JSON.parse(read("operations.json")).length, phone.seq);
    assert.ok(JSON.parse(read("record.json")).audit.length >= phone.seq);
    const lines = read("credits.csv").split("\r\n");
    assert.ok(lines[0].startsWith("\uFEFFid,date,units,"), "Excel knows UTF-8 by the mark");
    assert.equal(lines.length, all.length + 2);
    assert.ok(lines.some((line) => line.includes(`"'=HYPERLINK(""http://evil.example"")"`)), "a title is no formula");
    assert.ok(lines.some((line) => line.startsWith(`"${one.id}","2026-05-10",1,"G13","internet","${secret}"`)));
    assert.match(read("applications.csv"), new RegExp(`"${number}"`));
    for (const name of readdirSync(at).filter((each) => each !== "attachments")) {
      assert.ok(!read(name).includes("another's"), name);
      assert.ok(!read(name).includes("$argon2"), "a password's hash is a key");
    }
    await server.stop();
  });
  await test("export is refused where it would overwrite, or where nobody is", async () => {
    const { server, email } = await person();
    const there = folder();
    const refused = (args, line) => {
      const { status, stderr } = kensan([...args, "--data", server.data]);
      assert.equal(status, 1);
      assert.match(stderr, line);
    };
    refused(["export", email, there], /is there already/);
    refused(["export", "nobody@example.jp", join(there, "x")], /there is no account of nobody@example\.jp/);
    refused(["erase", "nobody@example.jp", "--yes"], /there is no account/);
    assert.deepEqual(readdirSync(there), []);
    for (const args of [["export", email], ["erase"], ["erase", email]]) assert.equal(kensan([...args, "--data", server.data]).status, 2, args.join(" "));
    await server.stop();
  });
  await test("erase: nothing that the person said is left, what is kept is told, and the phone is signed out", async () => {
    const { server, phone, user, email, photos, number } = await person();
    const other = await Phone.registered(server);
    const others = credit({ title: "another's" });
    await other.sync(other.putCredit(others));
    const { status, stdout, stderr } = kensan(["erase", email, "--yes", "--data", server.data]);
    assert.equal(status, 0, stderr);
    for (const word of ["is erased", "operations: id", "application number", "audit", "Backups", "law"]) assert.ok(stdout.includes(word), word);
    assert.ok(!existsSync(photos));

    assert.equal((await phone.get("me")).status, 401);
    assert.equal((await phone.post("sync", phone.syncRequest([phone.putCredit(credit())]))).status, 401);
    assert.equal((await new Phone(server).post("login", { email, password })).status, 401);
    assert.equal((await other.another().sync()).changes[0].body.title, "another's");

    const again = await Phone.registered(server, email);
    assert.notEqual((await again.get("me")).json.account.id, user);
    assert.deepEqual((await again.sync()).changes, [], "the same e-mail is another account");
    const next = await applicant(server);
    assert.notEqual(await apply(next), number, "a number is not given twice");
    await again.post("logout");
    assert.deepEqual(kensan(["erase", email, "--yes", "--data", server.data]).status, 0);
    assert.equal(kensan(["erase", user, "--yes", "--data", server.data]).status, 0, "once more is harmless");
    assert.equal(kensan(["export", user, join(folder(), "x"), "--data", server.data]).status, 1);
    await server.stop();
    for (const name of readdirSync(server.data).filter((each) => each.startsWith("kensan.sqlite"))) {
      const bytes = readFileSync(join(server.data, name));
      for (const word of [secret, email, "佐藤 美咲"]) assert.ok(!bytes.includes(word), `${word} in ${name}`);
    }
  });
}
