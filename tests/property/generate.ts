// Random requests of every operation, one line each. Request i of a seed depends on (seed, i) alone.

import { breakRequest, breakText } from "./generate-broken";
import { allocateRequest, assessRequest, compareRequest } from "./generate-certificates";
import { completionsRequest, viewsRequest } from "./generate-learning";
import { deadlinesRequest, feeRequest } from "./generate-office";
import { awardRequest } from "./generate-seminar";
import { Fields, write } from "./generate-text";
import { Random } from "./random";

// A request, and ways to make its values disagree.
export interface Made {
  request: Fields;
  relations: (() => void)[];
}

type Maker = (random: Random) => Made;

const kMakers: [number, Maker][] = [
  [52, assessRequest], [14, awardRequest], [8, completionsRequest], [5, feeRequest], [6, deadlinesRequest],
  [6, viewsRequest], [6, compareRequest], [3, allocateRequest],
];
const kBrokenShare = 0.2;
const kBrokenTextShare = 0.02;

function randomMaker(random: Random): Maker {
  let left = random.fraction() * kMakers.reduce((all, [share]) => all + share, 0);
  return kMakers.find(([share]) => (left -= share) < 0)![1];
}

export function randomOf(seed: number, index: number): Random {
  return new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
}

export function generateMade(random: Random): Made {
  return randomMaker(random)(random);
}

export function generate(seed: number, index: number): string {
  const random = randomOf(seed, index);
  const { request, relations } = generateMade(random);
  if (random.chance(kBrokenShare)) breakRequest(random, request, relations);
  const text = write(request, { shuffle: random.chance(0.3), spaces: random.chance(0.2) }, random);
  return random.chance(kBrokenTextShare) ? breakText(random, text) : text;
}
