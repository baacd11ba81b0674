// The bytes of photos on their way to the server, in chunks that go on where they were cut off. Beside the ledger's sync, which
// never waits for them.

import type { Blob } from "../storage/ledger";
import type { Uploads } from "../storage/protocol";
import type { Outcome } from "./api";
import { askedToWait, inRounds, type Later, pause, type Rounds } from "./rounds";

export interface Uploaded {
  /** Up to which byte the server has it. */
  readonly offset: number;
  readonly complete: boolean;
}

/** What the loop needs of the world. */
export interface UploadWorld {
  next(): Promise<Uploads>;
  /** How far the server has it. */
  reached(sha256: string): Promise<Outcome<Uploaded>>;
  put(blob: Blob, offset: number, chunk: Uint8Array): Promise<Outcome<Uploaded>>;
  sent(sha256: string): Promise<unknown>;
  refused(sha256: string, reason: string): Promise<unknown>;
  random(): number;
  readonly later: Later;
}

const kChunk = 262_144; // bytes; the most that the server takes at once
/** These say something about the photo; all else may pass. */
const kFinal = ["dangerous", "unsupported_media_type", "too_large", "quota", "mismatch"];

export function startUploads(world: UploadWorld): Rounds {
  let failures = 0;
  return inRounds(async (stopped) => {
    let asked = 0;
    const done = await uploadAll(world, stopped, (outcome) => (asked = askedToWait(outcome))).catch(() => false);
    failures = done ? 0 : failures + 1;
    return done ? null : pause(failures, world.random(), asked); // what comes anew is told by the ledger's sync
  }, world.later);
}

/** Sends what waits, one after the other; false where something still waits for a better line. `heard`: what each request came to. */
export async function uploadAll(world: UploadWorld, stopped: () => boolean = () => false, heard: (outcome: Outcome<Uploaded>) => void = () => {}): Promise<boolean> {
  for (let last: string | null = null; !stopped(); ) {
    const { next } = await world.next();
    if (next === null) return true;
    if (next.sha256 === last) return false; // answered, and yet it waits: not for ever
    last = next.sha256;
    if (!(await upload(world, next, stopped, heard))) return false;
  }
  return true;
}

const kMostLost = 3; // times that phone and server may disagree on where to go on

async function upload(world: UploadWorld, blob: Blob, stopped: () => boolean, heard: (outcome: Outcome<Uploaded>) => void): Promise<boolean> {
  let at = await world.reached(blob.sha256);
  let torn = false;
  for (let lost = 0; !stopped(); ) {
    heard(at);
    if (at.sort === "fault") return false;
    if (at.sort === "refused") {
      const code = at.errors[0]?.code ?? "";
      // A power cut may have torn the part that the server had; it has dropped it, and the second try is from the start.
      const again: boolean = code === "mismatch" && !torn;
      if (kFinal.includes(code) && !again) return world.refused(blob.sha256, code).then(() => true);
      if (!again && (code !== "offset" || ++lost > kMostLost)) return false; // 401, too many at once: later
      torn ||= again;
      at = await world.reached(blob.sha256);
      continue;
    }
    if (at.value.complete) return world.sent(blob.sha256).then(() => true);
    const { offset } = at.value;
    at = await world.put(blob, offset, blob.data.subarray(offset, offset + kChunk));
  }
  return false;
}
