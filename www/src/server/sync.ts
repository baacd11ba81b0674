// The sync loop of the leading tab: push what waits, pull what is new, until both sides are even; later again.

import type { Instant } from "../engine/contract";
import type { Incoming, Outgoing, SyncNews, SyncState } from "../storage/protocol";
import type { Outcome } from "./api";
import type { SyncAnswer, SyncRequest } from "./wire";

/** What the loop needs of the world, so that it can be run without one. */
export interface SyncWorld {
  outgoing(): Promise<Outgoing>;
  incoming(answer: SyncAnswer): Promise<Incoming>;
  send(request: SyncRequest): Promise<Outcome<SyncAnswer>>;
  /** The rule packs loaded here, "G13@2024-05-01". */
  rules(): readonly string[];
  tell(news: SyncNews): void;
  now(): string;
  random(): number;
  later(run: () => void, milliseconds: number): () => void;
}

export interface SyncLoop {
  /** Sync now, or again once the present round is over. */
  nudge(): void;
  stop(): void;
}

const kWhileWaiting = 30_000; // milliseconds between tries while something waits
const kWhileEven = 300_000; // and to hear of other devices
const kFirstRetry = 1_000;

export function startSync(world: SyncWorld): SyncLoop {
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
      let server_now: Instant | null = null;
      const state = await syncOnce(world, (now) => (server_now = now)).catch((): SyncState => "waiting");
      failures = state === "clear" ? 0 : failures + 1;
      world.tell({ state, last: state === "clear" ? world.now() : null, server_now });
    } while (again && !stopped);
    running = false;
    if (!stopped) cancel = world.later(() => void round(), pause(failures, world.random()));
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

/** Doubling from 1 s up to 30 s, half to one and a half times, so that phones do not come back all at once. */
export function pause(failures: number, random: number): number {
  if (failures === 0) return kWhileEven * (0.5 + random);
  return Math.min(kFirstRetry * 2 ** (failures - 1), kWhileWaiting) * (0.5 + random);
}

/** One round: requests until nothing is left on either side, or until nothing moves any more. `heard`: what the server's clock says. */
export async function syncOnce(world: SyncWorld, heard: (server_now: Instant) => void = () => {}): Promise<SyncState> {
  for (let size = Infinity; ; ) {
    const { request, waiting } = await world.outgoing();
    if (waiting > 0) world.tell({ state: "sending", last: null, server_now: null });
    const outcome = await world.send({ ...request, ops: fitting(request.ops, size), rules: world.rules() });
    if (outcome.sort === "fault") return outcome.offline ? "offline" : outcome.code === "read_only" ? "read_only" : "waiting";
    if (outcome.sort === "refused" && outcome.status === 413 && request.ops.length > 0 && size > 0) {
      size = Math.floor(Math.min(size, request.ops.length) / 2); // a proxy's limit may be lower than the server's
      continue;
    }
    if (outcome.sort === "refused") return refusal(outcome.status, outcome.errors[0]?.code ?? "");
    heard(outcome.value.now);
    size = Infinity;
    const { progress, again } = await world.incoming(outcome.value);
    if (!again) return "clear";
    if (!progress) return "waiting";
  }
}

/** At most so many operations; 0: the first without its body, which no server takes. It is answered as wrong, and stays on the phone. */
function fitting(ops: SyncRequest["ops"], size: number): SyncRequest["ops"] {
  return size > 0 ? ops.slice(0, size) : ops.slice(0, 1).map((op) => ({ ...op, body: null }));
}

function refusal(status: number, code: string): SyncState {
  if (status === 401) return "signed_out";
  if (code === "schema_old") return "outdated";
  return code === "schema" ? "server_older" : status === 429 ? "waiting" : "refused";
}
