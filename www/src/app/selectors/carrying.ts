// What would be lost if this phone's data were erased now.

import type { State } from "../state";
import { photosThatAre } from "./photos";

/** What no server has, by what names it: changes, and photos that wait or were refused. */
export function unsent(state: State): readonly string[] {
  const photos = [...photosThatAre("waiting", state), ...photosThatAre("refused", state)].map(([, { sha256 }]) => sha256);
  return [...state.sync.waiting.map(({ id }) => id), ...new Set(photos)];
}

/** Versions that are on this phone alone: not accepted, or still to be chosen between. By their changes. */
export function undecided({ rejected, conflicts }: State): readonly string[] {
  return [...rejected, ...conflicts].map(({ id }) => id);
}

/** How much of it is not in the file that was made last. */
export function inNoFile(state: State): number {
  const saved = state.carrying.saved ?? [];
  return [...unsent(state), ...undecided(state)].filter((each) => !saved.includes(each)).length;
}

/** Nothing would be lost that the user has not confirmed. */
export function mayErase(state: State): boolean {
  return state.carrying.given_up || inNoFile(state) === 0;
}
