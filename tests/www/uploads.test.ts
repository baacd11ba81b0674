// The way of a photo's bytes to the server: in chunks, on a bad line, and told when it is for nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Outcome } from "../../www/src/server/api";
import { startUploads, uploadAll, type Uploaded, type UploadWorld } from "../../www/src/server/uploads";
import type { Blob } from "../../www/src/storage/ledger";

const kChunk = 262_144;
const blob = (name: string, bytes: number): Blob => ({ sha256: name, type: "image/jpeg", bytes, data: new Uint8Array(bytes).map((_, at) => at % 251) });
const answer = (value: Uploaded): Outcome<Uploaded> => ({ sort: "answer", value });
const refusal = (status: number, code: string): Outcome<Uploaded> => ({ sort: "refused", status, errors: [{ code, at: "", message: "" }], retry_after_seconds: null });
const fault: Outcome<Uploaded> = { sort: "fault", offline: true, code: null };

/** A phone with photos and a server that takes their bytes; `line` may lose or refuse what comes. */
class World implements UploadWorld {
  readonly parts = new Map<string, number[]>();
  readonly sentOnes: string[] = [];
  readonly refusedOnes: [string, string][] = [];
  readonly timers: (() => void)[] = [];
  puts = 0;

  constructor(readonly waiting: Blob[], readonly line: (puts: number) => Outcome<Uploaded> | "answer lost" | null = () => null) {}

  next = async () => ({ waiting: this.waiting.length, next: this.waiting[0] ?? null });
  reached = async (name: string) => answer({ offset: this.part(name).length, complete: this.isWhole(name) });
  put = async ({ sha256 }: Blob, offset: number, chunk: Uint8Array) => {
    const said = this.line(++this.puts);
    if (said !== null && said !== "answer lost") return said;
    if (offset !== this.part(sha256).length) return refusal(409, "offset");
    assert.ok(chunk.length <= kChunk);
    for (const byte of chunk) this.part(sha256).push(byte);
    return said === "answer lost" ? fault : answer({ offset: this.part(sha256).length, complete: this.isWhole(sha256) });
  };
  sent = async (name: string) => { this.sentOnes.push(name); this.waiting.shift(); };
  refused = async (name: string, reason: string) => { this.refusedOnes.push([name, reason]); this.waiting.shift(); };
  random = () => 0.5;
  later = (run: () => void) => { this.timers.push(run); return () => {}; };

  private part(name: string): number[] {
    if (!this.parts.has(name)) this.parts.set(name, []);
    return this.parts.get(name)!;
  }

  private isWhole(name: string): boolean {
    return this.part(name).length === this.waiting.find((each) => each.sha256 === name)?.bytes;
  }
}

test("in chunks, one photo after the other", async () => {
  const world = new World([blob("a", 2 * kChunk + 10), blob("b", 5)]);
  assert.equal(await uploadAll(world), true);
  assert.deepEqual([world.puts, world.sentOnes], [4, ["a", "b"]]);
  assert.deepEqual(world.parts.get("a"), [...blob("a", 2 * kChunk + 10).data]);
});

test("an answer that is lost: the next round goes on from where the server is, nothing is sent twice", async () => {
  const world = new World([blob("a", 3 * kChunk)], (puts) => (puts === 2 ? "answer lost" : null));
  assert.equal(await uploadAll(world), false);
  assert.equal(await uploadAll(world), true);
  assert.deepEqual([world.puts, world.parts.get("a")!.length], [3, 3 * kChunk]);
});

test("what the server says of the photo itself is told, and the next one goes", async () => {
  const world = new World([blob("a", 5), blob("b", 5)], (puts) => (puts === 1 ? refusal(422, "dangerous") : null));
  assert.equal(await uploadAll(world), true);
  assert.deepEqual([world.refusedOnes, world.sentOnes], [[["a", "dangerous"]], ["b"]]);
});

test("bytes that arrived torn are sent once more from the start; torn again, that is told", async () => {
  for (const [tears, sent, told] of [[1, ["a"], []], [2, [], [["a", "mismatch"]]]] as const) {
    let torn = 0;
    const world: World = new World([blob("a", kChunk + 5)], (puts) => {
      if (puts % 2 === 1 || ++torn > tears) return null;
      world.parts.set("a", []); // the server gives up what it had
      return refusal(422, "mismatch");
    });
    assert.equal(await uploadAll(world), true);
    assert.deepEqual([world.sentOnes, world.refusedOnes], [sent, told]);
  }
});

test("a session that ended, a busy server, a server that cannot keep anything: the photo waits", async () => {
  for (const said of [refusal(401, "unauthenticated"), refusal(429, "too_many_requests"), { sort: "fault", offline: false, code: "read_only" } as const]) {
    const world = new World([blob("a", 5)], () => said);
    assert.equal(await uploadAll(world), false);
    assert.deepEqual([world.waiting.length, world.refusedOnes], [1, []]);
  }
});

test("a server that never agrees on where to go on is not asked for ever", async () => {
  const world = new World([blob("a", 5)], () => refusal(409, "offset"));
  assert.equal(await uploadAll(world), false);
  assert.ok(world.puts < 10);
});

test("the loop comes back by itself after a failure, and rests when all is sent", async () => {
  let up = false;
  const world = new World([blob("a", 5)], () => (up ? null : fault));
  startUploads(world).nudge();
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual([world.timers.length, world.sentOnes], [1, []]);
  up = true;
  world.timers[0]!();
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual([world.timers.length, world.sentOnes], [1, ["a"]]);
});
