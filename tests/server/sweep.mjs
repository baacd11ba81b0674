// What nobody refers to goes after 30 days, what was never finished after 7; what is referred to stays for ever.
import assert from "node:assert/strict";
import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, startServer } from "./server-under-test.mjs";
import { Phone, credit } from "./phone.mjs";
import { digest, jpeg } from "./contents.mjs";

function put(phone, photo, bytes = photo) {
  const headers = { "X-Kensan": "1", "Content-Type": "application/octet-stream", "Upload-Offset": 0, "Upload-Length": photo.length };
  return phone.server.ask("PUT", `/api/v1/uploads/${digest(photo)}`, { headers: { ...headers, ...phone.cookies() }, body: bytes });
}

const attachment = (photo) => ({ sha256: digest(photo), type: "image/jpeg", bytes: photo.length });

/** A server with its data, when the files of photos were last touched `days` ago. */
async function later(server, days) {
  await server.stop();
  const own = join(server.data, "photos");
  const then = Date.now() / 1000 - days * 86_400;
  for (const entry of readdirSync(own, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) utimesSync(join(entry.path, entry.name), then, then);
  }
  return startServer({ data: server.data });
}

/** The photos' files once `gone` are not among them. */
async function without(server, user, gone) {
  const present = () => readdirSync(join(server.data, "photos", user));
  while (gone.some((name) => present().includes(name))) await server.ask("GET", "/api/v1/health");
  return present().sort();
}

export default async function (test) {
  await test("what is referred to stays, however old; the rest goes in its time, and a row that is deleted lets go", async () => {
    let server = await startServer({ data: folder() });
    const phone = await Phone.registered(server);
    const user = (await phone.get("me")).json.account.id;
    const [kept, loose, begun] = [jpeg(), jpeg(), jpeg()];
    const held = credit();
    await phone.sync(phone.putCredit(held), phone.operation("put_attachment", held.id, attachment(kept)));
    await put(phone, kept);
    await put(phone, loose);
    await put(phone, begun, begun.subarray(0, 100));
    const part = `${digest(begun)}.part`;
    phone.server = server = await later(server, 6.9);
    phone.server = server = await later(server, 7.1);
    assert.deepEqual(await without(server, user, [part]), [digest(kept), digest(loose)].sort(), "unfinished for 7 days");
    phone.server = server = await later(server, 30.1);
    assert.deepEqual(await without(server, user, [digest(loose)]), [digest(kept)], "unreferenced for 30 days");
    const { changes } = await phone.another().sync();
    const { version } = changes.find((change) => change.kind === "attachment");
    assert.equal((await phone.sync(phone.operation("delete_attachment", held.id, null, version))).acks[0].state, "accepted");
    phone.server = server = await later(server, 29.9);
    assert.equal((await phone.get(`blobs/${digest(kept)}`)).status, 200);
    phone.server = server = await later(server, 30.1);
    assert.deepEqual(await without(server, user, [digest(kept)]), []);
    assert.doesNotMatch(server.log, /@|fault/);
    await server.stop();
  });
  await test("what was being completed when the server was killed is not left behind", async () => {
    let server = await startServer({ data: folder() });
    const phone = await Phone.registered(server);
    const user = (await phone.get("me")).json.account.id;
    const photo = jpeg();
    await put(phone, photo);
    await server.kill();
    const own = join(server.data, "photos", user);
    writeFileSync(join(own, `${digest("x")}.new.part`), "half");
    writeFileSync(join(own, `${digest(photo)}.part`), "half");
    server = await startServer({ data: server.data });
    assert.deepEqual(readdirSync(own), [digest(photo)]);
    await server.stop();
  });
}
