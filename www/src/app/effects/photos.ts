// Photos and PDFs: a chosen file made ready (an image is drawn anew, so that nothing but the image is left of it), the bytes to look
// at, and their way to the server.

import { api } from "../../server/api";
import type { Rounds } from "../../server/rounds";
import { startUploads } from "../../server/uploads";
import type { Attachment, AttachmentType } from "../../server/wire";
import type { Storage } from "../../storage/storage";
import type { Action } from "../actions";
import { nowInJapan } from "./page";
import { askAs } from "./session";

type Send = (action: Action) => void;

const kMegabyte = 1024 * 1024;
const kLargestFile = 50 * kMegabyte; // that is read at all
const kLargestPdf = 10 * kMegabyte;
const kLongestSide = 1600; // pixels
const kQuality = 0.85;

class Unfit extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

let preparing = 0; // only the file that was chosen last is answered

export async function preparePhoto(file: File, answered: Send): Promise<void> {
  const mine = ++preparing;
  const send: Send = (action) => mine === preparing && answered(action);
  try {
    if (file.size > kLargestFile) throw new Unfit("photo_too_large");
    const read = new Uint8Array(await file.arrayBuffer());
    const kind = kindOf(read);
    if (kind === "other") throw new Unfit("not_a_photo");
    if (kind === "pdf" && read.length > kLargestPdf) throw new Unfit("pdf_too_large");
    const data = kind === "pdf" ? read : await drawn(file, kind);
    const type: AttachmentType = kind === "pdf" ? "application/pdf" : "image/jpeg";
    send({ type: "photo_prepared", photo: { sha256: await sha256(data), type, bytes: data.length, data } });
  } catch (error) {
    send({ type: "photo_unfit", code: error instanceof Unfit ? error.code : "photo_unreadable" });
  }
}

/** By the first bytes: a name and a declared type are only what somebody says. */
function kindOf(bytes: Uint8Array): "image" | "heic" | "pdf" | "other" {
  const text = String.fromCharCode(...bytes.subarray(0, 16));
  if (text.startsWith("%PDF-")) return "pdf";
  if (/^.{4}ftyp(heic|heix|hevc|heim|heis|mif1|msf1|avif)/s.test(text)) return "heic";
  const image = text.startsWith("\xff\xd8\xff") || text.startsWith("\x89PNG\r\n\x1a\n") || (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP");
  return image ? "image" : "other";
}

/** Turned as the camera meant it, no side longer than needed, without where and when it was taken. */
async function drawn(file: File, kind: "image" | "heic"): Promise<Uint8Array> {
  const image = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => {
    throw new Unfit(kind === "heic" ? "heic" : "photo_unreadable");
  });
  const scale = Math.min(1, kLongestSide / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const paper = canvas.getContext("2d");
  if (paper === null) throw new Unfit("photo_unreadable");
  paper.fillStyle = "#FFFFFF"; // JPEG has no transparency
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  const jpeg = await new Promise<globalThis.Blob | null>((done) => canvas.toBlob(done, "image/jpeg", kQuality));
  if (jpeg === null) throw new Unfit("photo_unreadable");
  return new Uint8Array(await jpeg.arrayBuffer());
}

async function sha256(data: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(data));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** From this phone, or from the server, and then kept here. */
export async function showPhoto(account: string, storage: Storage, photo: Attachment, send: Send): Promise<void> {
  const { sha256: name, type, bytes } = photo;
  const shown = (data: Uint8Array | null, problem: string | null): void => send({ type: "photo_shown", sha256: name, data, problem });
  const here = await storage.ask({ name: "blob", sha256: name });
  if (here !== null) return shown(here, null);
  const there = await askAs(account, () => api.blob(name));
  if (there.sort === "fault") return shown(null, there.offline ? "photo_offline" : "fault");
  if (there.sort === "refused") return shown(null, there.status === 404 ? "photo_not_there" : "unauthenticated");
  if ((await sha256(there.value)) !== name) return shown(null, "fault");
  shown(there.value, null);
  const snapshot = await storage.ask({ name: "keep_blob", blob: { sha256: name, type, bytes, data: there.value }, now: nowInJapan() });
  send({ type: "view", snapshot });
}

export function uploading(account: string, storage: Storage, send: Send): Rounds {
  const view = (asked: Promise<Parameters<typeof viewed>[0]>): Promise<void> => asked.then(viewed);
  const viewed = (snapshot: Extract<Action, { type: "view" }>["snapshot"]): void => send({ type: "view", snapshot });
  return startUploads({
    next: () => storage.ask({ name: "uploads", now: nowInJapan() }),
    reached: (name) => askAs(account, () => api.uploaded(name)),
    put: (blob, offset, chunk) => askAs(account, () => api.putChunk(blob, offset, chunk)),
    sent: (name) => view(storage.ask({ name: "blob_sent", sha256: name, now: nowInJapan() })),
    refused: (name, reason) => view(storage.ask({ name: "blob_refused", sha256: name, reason })),
    random: Math.random,
    later: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  });
}
