// Attachments: their bytes come in chunks, are what they say, and go out to their owner alone.
import assert from "node:assert/strict";
import { existsSync, readdirSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, startServer } from "./server-under-test.mjs";
import { Phone } from "./phone.mjs";
import { digest, flate, jpeg, objectStream, pdf, png, webp } from "./contents.mjs";

const kChunk = 262_144;
const kMiB = 1 << 20;

function put(phone, sha, offset, length, bytes, headers = {}) {
  const own = { "X-Kensan": "1", "Content-Type": "application/octet-stream", "Upload-Offset": offset, "Upload-Length": length };
  return phone.server.ask("PUT", `/api/v1/uploads/${sha}`, { headers: { ...own, ...phone.cookies(), ...headers }, body: bytes });
}

/** Sends the chunks that are missing until it is complete or refused: the last reply. */
async function upload(phone, bytes, sha = digest(bytes)) {
  let { offset } = (await phone.get(`uploads/${sha}`)).json;
  for (;;) {
    const reply = await put(phone, sha, offset, bytes.length, bytes.subarray(offset, offset + kChunk));
    if (reply.status !== 200 || reply.json.complete) return reply;
    offset = reply.json.offset;
  }
}

const code = (reply) => [reply.status, reply.json.errors[0].code];
const progress = async (phone, bytes) => (await phone.get(`uploads/${digest(bytes)}`)).json;

/** The names of all files of photos. */
function files(server) {
  const photos = join(server.data, "photos");
  return !existsSync(photos) ? [] : readdirSync(photos, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => entry.name).sort();
}

async function refused(phone, bytes, status, expected, message = "") {
  const before = files(phone.server);
  assert.deepEqual(code(await upload(phone, bytes)), [status, expected], message);
  assert.deepEqual(files(phone.server), before, `${message}: something is left behind`);
  assert.deepEqual(await progress(phone, bytes), { offset: 0, complete: false });
}

async function coming(test, server, phone) {
  await test("a photo comes in chunks and goes out as it came, with headers that let no browser run it", async () => {
    const photo = jpeg(600_000);
    const sha = digest(photo);
    assert.deepEqual(await progress(phone, photo), { offset: 0, complete: false });
    const first = await put(phone, sha, 0, photo.length, photo.subarray(0, kChunk));
    assert.deepEqual([first.status, first.json], [200, { offset: kChunk, complete: false }]);
    assert.deepEqual(await progress(phone, photo), { offset: kChunk, complete: false });
    assert.equal((await phone.get(`blobs/${sha}`)).status, 404, "not before it is complete");
    assert.deepEqual((await upload(phone, photo)).json, { offset: photo.length, complete: true });
    assert.deepEqual(await progress(phone, photo), { offset: photo.length, complete: true });
    const reply = await phone.get(`blobs/${sha}`);
    assert.equal(reply.status, 200);
    assert.ok(reply.content.equals(photo));
    const { headers } = reply;
    assert.equal(headers["content-type"], "image/jpeg");
    assert.equal(headers["content-disposition"], "attachment");
    assert.equal(headers["content-security-policy"], "default-src 'none'; sandbox");
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["cache-control"], "no-store");
    assert.equal(headers["cross-origin-resource-policy"], "same-origin");
  });
  await test("the type that goes out is what the bytes say", async () => {
    const kinds = [[png(), "image/png"], [webp(), "image/webp"], [pdf("<</Type /Catalog>>"), "application/pdf"]];
    for (const [bytes, type] of kinds) {
      assert.equal((await upload(phone, bytes)).status, 200, type);
      assert.equal((await phone.get(`blobs/${digest(bytes)}`)).headers["content-type"], type);
    }
  });
  await test("an answer that was lost: the chunk sent again is told where to go on, the last one is complete again", async () => {
    const photo = jpeg(300_000);
    const send = (offset) => put(phone, digest(photo), offset, photo.length, photo.subarray(offset, offset + kChunk));
    await send(0);
    assert.deepEqual(code(await send(0)), [409, "offset"]);
    assert.equal((await send(kChunk)).json.complete, true);
    assert.deepEqual((await send(kChunk)).json, { offset: photo.length, complete: true });
  });
  await test("a chunk that does not follow what has arrived is refused, and what has arrived stays", async () => {
    const photo = jpeg(600_000);
    const sha = digest(photo);
    await put(phone, sha, 0, photo.length, photo.subarray(0, 1000));
    for (const offset of [0, 999, 1001, photo.length - 1]) assert.deepEqual(code(await put(phone, sha, offset, photo.length, photo.subarray(0, 1))), [409, "offset"]);
    assert.deepEqual(code(await put(phone, sha, 1000, 1500, photo.subarray(1000, 2000))), [422, "range"]);
    assert.deepEqual(code(await put(phone, sha, 1000, photo.length, "")), [422, "range"]);
    for (const [offset, length] of [["-1", 9], ["x", 9], ["", 9], ["0x1", 9], [0, "9e3"], [0, "99999999999999999999"]]) assert.deepEqual(code(await put(phone, sha, offset, length, "x")), [422, "format"], `${offset} ${length}`);
    assert.deepEqual(await progress(phone, photo), { offset: 1000, complete: false });
    assert.equal((await upload(phone, photo)).json.complete, true);
  });
  await test("where as much has arrived as the whole is to have, it is given up, and sent from its beginning", async () => {
    const photo = jpeg(2000);
    const sha = digest(photo);
    await put(phone, sha, 0, 9000, Buffer.concat([photo, Buffer.alloc(1000)]));
    assert.deepEqual(code(await put(phone, sha, photo.length, photo.length, "x")), [422, "mismatch"]);
    assert.deepEqual(await progress(phone, photo), { offset: 0, complete: false });
    assert.equal((await upload(phone, photo)).json.complete, true);
  });
  await test("the same photo from two devices at once is kept once, whole", async () => {
    const photo = jpeg(900_000);
    const both = async (device) => {
      for (;;) {
        const reply = await upload(device, photo);
        if (reply.status === 200) return reply.json;
        assert.deepEqual(code(reply), [409, "offset"]);
      }
    };
    const done = await Promise.all([both(phone), both(phone.another()), both(phone.another())]);
    assert.deepEqual(done, Array(3).fill({ offset: photo.length, complete: true }));
    assert.ok((await phone.get(`blobs/${digest(photo)}`)).content.equals(photo));
    assert.deepEqual(files(server).filter((name) => name.startsWith(digest(photo))), [digest(photo)]);
  });
}

async function refusing(test, server, phone) {
  await test("bytes with another SHA-256 are given up", async () => {
    const before = files(server);
    const photo = jpeg(300_000);
    const other = digest("another");
    assert.deepEqual(code(await upload(phone, photo, other)), [422, "mismatch"]);
    assert.deepEqual(files(server), before);
  });
  await test("a photo that is a script, a page, a drawing or an archive is refused at its first bytes", async () => {
    const false_ones = ["#!/bin/sh\nrm -rf /\n", "<script>alert(1)</script>", "<!DOCTYPE html><p>", "<svg xmlns='http://www.w3.org/2000/svg'/>", "PK\x03\x04 archive archive", "GIF89a of no use here", "MZ", "x"];
    for (const text of false_ones) await refused(phone, Buffer.from(text), 415, "unsupported_media_type", text);
    const long = Buffer.alloc(600_000, "<p>");
    assert.deepEqual(code(await put(phone, digest(long), 0, long.length, long.subarray(0, kChunk))), [415, "unsupported_media_type"]);
  });
  await test("an image that is cut, of too many pixels, or with a page in it is refused", async () => {
    await refused(phone, jpeg(2000).subarray(0, 1500), 415, "unsupported_media_type");
    await refused(phone, png().subarray(0, -12), 415, "unsupported_media_type");
    await refused(phone, webp().subarray(0, -1), 415, "unsupported_media_type");
    await refused(phone, jpeg(2000, { width: 60_000, height: 60_000 }), 422, "dangerous");
    await refused(phone, png({ width: 2 ** 31 - 1, height: 1 }), 422, "dangerous");
    await refused(phone, jpeg(2000, { comment: "<SCRIPT src=//x>" }), 422, "dangerous");
    await refused(phone, Buffer.concat([jpeg(2000), Buffer.from("PK\x03\x04 an archive")]), 422, "dangerous");
  });
  await test("a PDF that acts is refused, in the clear or compressed", async () => {
    const catalog = "<</Type /Catalog>>";
    const script = "<</S /JavaScript /JS (app.alert(1))>>";
    for (const object of [script, "<</S /J#61vaScript>>", "<</S /Launch /F (cmd.exe)>>", "<</Type /EmbeddedFile>>", "<</OpenAction <</S /SubmitForm>> >>", "<</Subtype /RichMedia>>"]) {
      await refused(phone, pdf(catalog, object), 422, "dangerous", object);
      await refused(phone, pdf(catalog, objectStream(object)), 422, "dangerous", `compressed ${object}`);
    }
    await refused(phone, pdf(catalog, flate(Buffer.from(script))), 422, "dangerous");
    await refused(phone, pdf(catalog, "<</Encrypt 3 0 R>>"), 422, "dangerous");
    await refused(phone, Buffer.concat([pdf(catalog), Buffer.from("<script>")]), 422, "dangerous");
    await refused(phone, Buffer.from("%PDF-1.7\nbroken off"), 415, "unsupported_media_type");
  });
  await test("a PDF that is a bomb is refused, in one stream or in many", async () => {
    const zeros = (size) => flate(Buffer.alloc(size));
    await refused(phone, pdf("<<>>", zeros(200 * kMiB)), 422, "dangerous");
    await refused(phone, pdf("<<>>", ...Array(12).fill(zeros(20 * kMiB))), 422, "dangerous");
    await refused(phone, pdf("<<>>", { dictionary: "/Filter [/FlateDecode /FlateDecode]", stream: flate(zeros(100 * kMiB).stream).stream }), 422, "dangerous");
    assert.equal((await upload(phone, pdf("<<>>", zeros(20 * kMiB)))).status, 200, "an empty page may shrink");
  });
  await test("a file of 50 MB is refused by its announced length, a chunk that is too long by its own", async () => {
    const before = files(server);
    const photo = jpeg(400_000);
    assert.deepEqual(code(await put(phone, digest(photo), 0, 50_000_000, photo.subarray(0, kChunk))), [413, "too_large"]);
    assert.deepEqual(code(await put(phone, digest(photo), 0, 10 * kMiB + 1, photo.subarray(0, kChunk))), [413, "too_large"]);
    assert.deepEqual(code(await put(phone, digest(photo), 0, photo.length, photo.subarray(0, kChunk + 1))), [413, "too_large"]);
    assert.deepEqual(files(server), before);
    const largest = jpeg(10 * kMiB - 27);
    assert.equal(largest.length, 10 * kMiB);
    assert.equal((await upload(phone, largest)).json.complete, true, "10 MiB are taken");
  });
}

async function askers(test, server, phone) {
  await test("a path for a name reaches no file", async () => {
    const sha = digest("x");
    const names = ["../kensan.sqlite", "..%2Fkensan.sqlite", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", `${sha.slice(2)}%2F`, sha.toUpperCase(), `${sha}.part`, `${sha}0`, sha.slice(1), `${sha.slice(1)}%00`, "%2Fetc%2Fpasswd", "."];
    const before = files(server);
    for (const name of names) {
      for (const reply of [await phone.get(`uploads/${name}`), await phone.get(`blobs/${name}`), await put(phone, name, 0, 20, jpeg(20))]) {
        assert.ok([404, 405].includes(reply.status), `${name}: ${reply.status}`);
        assert.ok(!reply.text.includes("SQLite"));
      }
    }
    assert.deepEqual(files(server), before);
  });
  await test("only the owner has it: another one is told the same as of what does not exist", async () => {
    const photo = jpeg();
    const sha = digest(photo);
    await upload(phone, photo);
    const stranger = await Phone.registered(server);
    const [theirs, nothing] = [await stranger.get(`blobs/${sha}`), await stranger.get(`blobs/${digest("nothing")}`)];
    assert.deepEqual([theirs.status, theirs.text], [404, nothing.text]);
    assert.deepEqual((await stranger.get(`uploads/${sha}`)).json, { offset: 0, complete: false });
    await upload(stranger, photo);
    assert.equal(files(server).filter((name) => name === sha).length, 2, "each has an own copy");
    for (const route of [`uploads/${sha}`, `blobs/${sha}`]) assert.deepEqual(code(await new Phone(server).get(route)), [401, "unauthenticated"]);
    assert.deepEqual(code(await put(new Phone(server), sha, 0, photo.length, photo)), [401, "unauthenticated"]);
  });
  await test("only the app may send one, as bytes", async () => {
    const photo = jpeg();
    const send = (headers) => put(phone, digest(photo), 0, photo.length, photo, headers);
    assert.deepEqual(code(await send({ "X-Kensan": "" })), [403, "forbidden"]);
    assert.deepEqual(code(await send({ Origin: "https://evil.example" })), [403, "forbidden"]);
    for (const type of ["application/json", "text/plain", "multipart/form-data; boundary=x", "image/jpeg"]) assert.deepEqual(code(await send({ "Content-Type": type })), [415, "unsupported_media_type"], type);
    assert.deepEqual(await progress(phone, photo), { offset: 0, complete: false });
    assert.equal((await phone.post(`uploads/${digest(photo)}`, {})).status, 405);
  });
}

async function limits(test, server) {
  await test("of nine that are begun, the one that has waited longest is given up", async () => {
    const phone = await Phone.registered(server);
    const photos = Array.from({ length: 9 }, () => jpeg());
    const begin = (photo) => put(phone, digest(photo), 0, photo.length, photo.subarray(0, 100));
    for (const photo of photos.slice(0, 8)) await begin(photo);
    const part = readdirSync(join(server.data, "photos"), { recursive: true }).find((name) => name.endsWith(`${digest(photos[3])}.part`));
    utimesSync(join(server.data, "photos", part), 1e9, 1e9);
    await begin(photos[8]);
    const offsets = await Promise.all(photos.map(async (photo) => (await progress(phone, photo)).offset));
    assert.deepEqual(offsets, photos.map((_, i) => (i === 3 ? 0 : 100)));
  });
  await test("200 MiB an owner, or 2,000 files: one more is refused, what is there stays, another owner goes on", async () => {
    const photo = jpeg();
    for (const [count, size] of [[20, 10 * kMiB], [2000, 1]]) {
      const phone = await Phone.registered(server);
      const kept = jpeg();
      await upload(phone, kept);
      const own = join(server.data, "photos", (await phone.get("me")).json.account.id);
      for (let i = 1; i < count; ++i) {
        writeFileSync(join(own, digest(`${i}`)), "");
        truncateSync(join(own, digest(`${i}`)), size);
      }
      if (size > 1) assert.deepEqual(code(await put(phone, digest("x"), 0, 10 * kMiB, photo)), [413, "quota"], "the whole counts from its first chunk");
      else await refused(phone, photo, 413, "quota");
      assert.equal((await upload(phone, kept)).json.complete, true);
      assert.equal((await upload(await Phone.registered(server), photo)).status, 200);
    }
  });
}

async function faults(test) {
  await test("kill -9 between and amid chunks: what was said to have arrived has, and the rest goes on", async () => {
    const data = folder();
    let server = await startServer({ data });
    const phone = await Phone.registered(server);
    const photo = jpeg(3 * kMiB);
    const sha = digest(photo);
    let told = 0;
    for (let round = 0; round < 4; ++round) {
      for (let i = 0; i < 2; ++i) told = (await put(phone, sha, told, photo.length, photo.subarray(told, told + kChunk))).json.offset;
      const amid = put(phone, sha, told, photo.length, photo.subarray(told, told + kChunk)).catch(() => null);
      await server.kill();
      await amid;
      phone.server = server = await startServer({ data });
      const { offset, complete } = await progress(phone, photo);
      assert.ok(!complete && offset >= told, `${offset} of ${told}`);
      told = offset;
    }
    assert.equal((await upload(phone, photo)).json.complete, true);
    await server.kill();
    phone.server = server = await startServer({ data });
    assert.ok((await phone.get(`blobs/${sha}`)).content.equals(photo));
    await server.stop();
  });
  await test("a disk that is full: 503, no part of the chunk is left, and with room it goes on", async () => {
    const data = folder();
    const kThreeChunksAndMore = 1800; // of 512 bytes
    let server = await startServer({ data, limit: kThreeChunksAndMore });
    const phone = await Phone.registered(server);
    const photo = jpeg(1_500_000);
    const full = await upload(phone, photo);
    assert.deepEqual(code(full), [503, "unavailable"]);
    assert.ok(Number(full.headers["retry-after"]) > 0);
    assert.deepEqual(await progress(phone, photo), { offset: 3 * kChunk, complete: false });
    assert.deepEqual(files(server), [`${digest(photo)}.part`]);
    assert.doesNotMatch(server.log, new RegExp(digest(photo)));
    assert.equal((await phone.get("me")).status, 200);
    await server.stop();
    phone.server = server = await startServer({ data });
    assert.equal((await upload(phone, photo)).json.complete, true);
    assert.deepEqual(files(server), [digest(photo)]);
    await server.stop();
  });
}

export default async function (test) {
  const server = await startServer();
  const phone = await Phone.registered(server);
  await coming(test, server, phone);
  await refusing(test, server, phone);
  await askers(test, server, phone);
  await limits(test, server);
  await server.stop();
  await faults(test);
}
