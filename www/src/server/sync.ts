// The sync loop of the leading tab: push what waits, pull what is new, until both sides are even; later again.

import type { Incoming, Outgoing, SyncNews } from "../storage/protocol";
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

type Round = SyncNews["state"];

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
      const state = await syncOnce(world).catch((): Round => "waiting");
      failures = state === "clear" ? 0 : failures + 1;
      world.tell({ state, last: state === "clear" ? world.now() : null });
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

/** One round: requests until nothing is left on either side, or until nothing moves any more. */
export async function syncOnce(world: SyncWorld): Promise<Round> {
  for (;;) {
    const { request, waiting } = await world.outgoing();
    if (waiting > 0) world.tell({ state: "sending", last: null });
    const outcome = await world.send({ ...request, rules: world.rules() });
    if (outcome.sort === "fault") return outcome.offline ? "offline" : "waiting";
    if (outcome.sort === "refused") return refusal(outcome.status);
    const { progress, again } = await world.incoming(outcome.value);
    if (!again) return "clear";
    if (!progress) return "waiting";
  }
}

function refusal(status: number): Round {
  if (status === 401) return "signed_out";
  return status === 409 ? "outdated" : "waiting";
}
