// Images and documents, made as small or as large as a test needs them.
import { createHash, randomBytes } from "node:crypto";
import { deflateSync } from "node:zlib";

export const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");

function number(size, value) {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntBE(value, 0, size);
  return bytes;
}

const segment = (marker, content) => Buffer.concat([Buffer.from([0xff, marker]), number(2, content.length + 2), content]);

/** A JPEG by its structure, `size` bytes of scan in it, each one different. */
export function jpeg(size = 2000, { width = 1600, height = 1200, comment = "" } = {}) {
  const frame = Buffer.concat([Buffer.from([8]), number(2, height), number(2, width), Buffer.from([1, 1, 0x11, 0])]);
  const scan = randomBytes(size).map((byte) => (byte === 0xff ? 0 : byte));
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]), ...(comment ? [segment(0xfe, Buffer.from(comment))] : []), segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), scan, Buffer.from([0xff, 0xd9]),
  ]);
}

const chunk = (type, content) => Buffer.concat([number(4, content.length), Buffer.from(type), content, Buffer.alloc(4)]);

export function png({ width = 20, height = 10 } = {}) {
  const header = Buffer.concat([number(4, width), number(4, height), Buffer.from([8, 2, 0, 0, 0])]);
  const pixels = deflateSync(randomBytes(300));
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

export function webp({ width = 20, height = 10 } = {}) {
  const sizes = Buffer.alloc(5);
  sizes[0] = 0x2f;
  sizes.writeUInt32LE((width - 1) | ((height - 1) << 14), 1);
  const content = Buffer.concat([sizes, randomBytes(21)]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  const all = Buffer.alloc(4);
  all.writeUInt32LE(content.length + 12);
  return Buffer.concat([Buffer.from("RIFF"), all, Buffer.from("WEBPVP8L"), size, content]);
}

/** A PDF of these objects; each is text, or {dictionary, stream}. */
export function pdf(...objects) {
  const parts = ["%PDF-1.7\n"];
  objects.forEach((object, i) => {
    if (typeof object === "string") parts.push(`${i + 1} 0 obj\n${object}\nendobj\n`);
    else parts.push(`${i + 1} 0 obj\n<<${object.dictionary} /Length ${object.stream.length}>>\nstream\n`, object.stream, "\nendstream\nendobj\n");
  });
  parts.push("trailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n");
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

export const flate = (content, dictionary = "") => ({ dictionary: `/Filter /FlateDecode ${dictionary}`, stream: deflateSync(content) });
export const objectStream = (text) => flate(Buffer.from(`5 0 ${text}`), "/Type /ObjStm /N 1 /First 4");
