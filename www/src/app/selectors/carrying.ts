// What would be lost if this phone's data were erased now.

import type { State } from "../state";

/** Changes and photos that no server has, by what names them. */
export function unsent({ sync, photos }: State): readonly string[] {
  const waiting = Object.values(photos).filter((photo) => photo.state === "waiting" && photo.here).map((photo) => photo.sha256);
  return [...sync.waiting.map(({ id }) => id), ...new Set(waiting)];
}

/** All of it is in the file that was made last. */
export function inFile(state: State): boolean {
  const { saved } = state.carrying;
  return saved !== null && unsent(state).every((each) => saved.includes(each));
}

/** Versions that are on this phone alone and in no file: not accepted, or still to be chosen between. */
export const undecided = ({ rejected, conflicts }: State): number => rejected.length + conflicts.length;

/** Nothing would be lost that the user has not confirmed. */
export function mayErase(state: State): boolean {
  return state.carrying.given_up || (undecided(state) === 0 && (unsent(state).length === 0 || inFile(state)));
}
