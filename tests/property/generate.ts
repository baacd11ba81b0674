// Random requests of `assess`, one line each. Request i of a seed depends on (seed, i) alone.

import { breakRequest, breakText } from "./generate-broken";
import { randomCredits, randomScene } from "./generate-ledger";
import { Fields, write } from "./generate-text";
import { Random } from "./random";

const kInvalidShare = 0.2;
const kBrokenTextShare = 0.02;

export function generate(seed: number, index: number): string {
  const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  const scene = randomScene(random);
  const request: Fields = { op: "assess", as_of: scene.asOf, scheme: scene.scheme };
  if (scene.edition !== undefined) request.edition = scene.edition;
  request.profile = scene.profile;
  request.credits = randomCredits(random, scene);
  if (random.chance(kInvalidShare)) breakRequest(random, request, scene);
  const text = write(request, { shuffle: random.chance(0.3), spaces: random.chance(0.2) }, random);
  return random.chance(kBrokenTextShare) ? breakText(random, text) : text;
}
