// Work with the server in rounds: one at a time, at once when asked for, and by itself after a pause.

import type { Outcome } from "./api";

export interface Rounds {
  /** A round now, or again once the present one is over. */
  nudge(): void;
  stop(): void;
}

/** `later` calls back after so many milliseconds; what it answers takes that back. */
export type Later = (run: () => void, milliseconds: number) => () => void;

/** `round` answers after how many milliseconds the next one comes by itself; null: only when it is asked for. */
export function inRounds(round: (stopped: () => boolean) => Promise<number | null>, later: Later): Rounds {
  let running = false;
  let again = false;
  let stopped = false;
  let cancel = (): void => {};

  const run = async (): Promise<void> => {
    running = true;
    cancel();
    let wait: number | null = null;
    do {
      again = false;
      wait = await round(() => stopped);
    } while (again && !stopped);
    running = false;
    if (!stopped && wait !== null) cancel = later(() => void run(), wait);
  };

  return {
    nudge: () => {
      if (running) again = true;
      else if (!stopped) void run();
    },
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}

const kFirstRetry = 1_000; // milliseconds
const kLastRetry = 30_000;
const kMostPatience = 600_000; // whatever a proxy may ask for

/** Doubling from 1 s up to 30 s, half to one and a half times, so that phones do not come back all at once; not before the server wants it. */
export function pause(failures: number, random: number, asked = 0): number {
  return Math.max(Math.min(kFirstRetry * 2 ** (failures - 1), kLastRetry) * (0.5 + random), Math.min(asked, kMostPatience));
}

/** For how many milliseconds the server asked to be left alone. */
export function askedToWait(outcome: Outcome<unknown>): number {
  return outcome.sort === "answer" ? 0 : 1_000 * (outcome.retry_after_seconds ?? 0);
}
