// Which photos are where.

import type { Photo } from "../../storage/ledger";
import type { State } from "../state";

/** By the credit's id. */
export function photosThatAre(where: Photo["state"], { photos }: Pick<State, "photos">): readonly (readonly [string, Photo])[] {
  return Object.entries(photos).filter(([, photo]) => photo.state === where);
}
