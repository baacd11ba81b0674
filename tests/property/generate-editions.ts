// Requests around the day on which a later edition takes effect.

import { randomOf } from "./generate";
import { addDays, randomCredits, sceneAt } from "./generate-ledger";
import { plainly } from "./law";

export function requestsAround(scheme: string, effective: string, seed: number, count: number): { asOf: string; text: string }[] {
  return Array.from({ length: count }, (_, index) => {
    const random = randomOf(seed, index);
    const asOf = addDays(effective, random.pick([-400, -31, -1, -1, -1, 0, 0, 1, 40]));
    const scene = { ...sceneAt(random, asOf), scheme };
    delete scene.profile.extension;
    return { asOf, text: plainly({ op: "assess", as_of: asOf, scheme, profile: scene.profile, credits: randomCredits(random, scene) }) };
  });
}
