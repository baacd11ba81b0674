// The bytes of photos on their way to the server, in chunks that go on where they were cut off. Beside the ledger's sync, which
// never waits for them.

import type { Blob } from "../storage/ledger";
import type { Uploads } from "../storage/protocol";
import type { Outcome } from "./api";
import { pause } from "./sync";

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
  later(run: () => void, milliseconds: number): () => void;
}

export interface UploadLoop {
  nudge(): void;
  stop(): void;
}

const kChunk = 262_144; // bytes; the most that the server takes at once
/** These say something about the photo; all else may pass. */
const kFinal = ["dangerous", "unsupported_media_type", "too_large", "quota", "mismatch"];

export function startUploads(world: UploadWorld): UploadLoop {
  let running = false;
  let again = false;
  let stopped = false;
  let failures = 0;
  let cancel = (): void => {};

  const round = async (): Promise<void> => {
    running = true;
    cancel();
    do {
      again = false;
      const done = await uploadAll(world, () => stopped).catch(() => false);
      failures = done ? 0 : failures + 1;
    } while (again && !stopped);
    running = false;
    // Without a failure the next round is asked for by the ledger's sync.
    if (!stopped && failures > 0) cancel = world.later(() => void round(), pause(failures, world.random()));
  };

  return {
    nudge: () => {
      if (running) again = true;
      else if (!stopped) void round();
    },
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}

/** Sends what waits, one after the other; false where something still waits for a better line. */
export async function uploadAll(world: UploadWorld, stopped: () => boolean = () => false): Promise<boolean> {
  for (let last: string | null = null; !stopped(); ) {
    const { next } = await world.next();
    if (next === null) return true;
    if (next.sha256 === last) return false; // answered, and yet it waits: not for ever
    last = next.sha256;
    if (!(await upload(world, next, stopped))) return false;
  }
  return true;
}

async function upload(world: UploadWorld, blob: Blob, stopped: () => boolean): Promise<boolean> {
  let at = await world.reached(blob.sha256);
  for (let lost = 0; !stopped(); ) {
    if (at.sort === "fault") return false;
    if (at.sort === "refused") {
      const code = at.errors[0]?.code ?? "";
      if (kFinal.includes(code)) return world.refused(blob.sha256, code).then(() => true);
      if (code !== "offset" || ++lost > 3) return false; // 401, too many at once: later
      at = await world.reached(blob.sha256);
      continue;
    }
    if (at.value.complete) return world.sent(blob.sha256).then(() => true);
    const { offset } = at.value;
    at = await world.put(blob, offset, blob.data.subarray(offset, offset + kChunk));
  }
  return false;
}
