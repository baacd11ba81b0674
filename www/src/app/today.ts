// The phone's clock, read as Japan reads it: always UTC+9, no summer time.

import type { CivilDate, Instant } from "../engine/contract";

const kNineHours = 9 * 60 * 60 * 1000;
const kDay = 24 * 60 * 60 * 1000;

export function japanInstant(epochMilliseconds: number): Instant {
  return new Date(epochMilliseconds + kNineHours).toISOString().slice(0, 19);
}

export function dateOf(instant: Instant): CivilDate {
  return instant.slice(0, 10);
}

/** Days from `a` to `b`, negative if `b` is earlier. */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return Math.round((Date.parse(b) - Date.parse(a)) / kDay);
}
