// Random requests of `assess`, `compare` and `allocate`.

import { Made } from "./generate";
import { addDays, randomCredits, randomScene, Scene, sceneAt } from "./generate-ledger";
import { Fields } from "./generate-text";
import { Random } from "./random";

const kEditionNames = ["2024-05-01", "2017-04-01", "2022-04-01", "2021-03-11", "2023-04-01", "2024-05-02", ""];

// Values that are right by themselves but do not go together.
function relationsOf(random: Random, request: Fields, target: Fields, scene: Scene): (() => void)[] {
  const { profile } = scene;
  const credits = request.credits as Fields[];
  return [
    () => (profile.base = addDays(scene.asOf, random.integer(-1, 2))),
    () => (profile.last_application = addDays(scene.anchor, random.pick([-367, -366, -365, 363, 364, 365, 366]))),
    () => (profile.extension = { months: random.pick([0, 1, 12, 13]) }),
    () => (profile.certificate_of = "G13"),
    () => (target.edition = random.pick(kEditionNames)),
    () => (request.as_of = random.pick(["2017-03-31", "2024-04-30", "2021-03-10", "2016-01-01"])),
    () => credits.length > 1 && (random.pick(credits).id = credits[0].id),
  ];
}

export function assessRequest(random: Random): Made {
  const scene = randomScene(random);
  const request: Fields = { op: "assess", as_of: scene.asOf, scheme: scene.scheme };
  if (scene.edition !== undefined) request.edition = scene.edition;
  request.profile = scene.profile;
  request.credits = randomCredits(random, scene);
  if (random.chance(0.4)) request.explain = random.chance(0.9);
  return { request, relations: relationsOf(random, request, request, scene) };
}

function targetOf({ scheme, edition, profile }: Scene): Fields {
  return edition === undefined ? { scheme, profile } : { scheme, edition, profile };
}

export function compareRequest(random: Random): Made {
  const scene = randomScene(random);
  const further = Array.from({ length: random.pick([0, 1, 1, 2, 3]) }, () => sceneAt(random, scene.asOf));
  const targets = [scene, ...further].map(targetOf);
  const request: Fields = { op: "compare", as_of: scene.asOf, targets, credits: randomCredits(random, scene, 12) };
  const place = random.integer(0, further.length);
  const relations = relationsOf(random, request, targets[place], [scene, ...further][place]);
  relations.push(() => targets.push(...Array.from({ length: 17 }, () => targetOf(sceneAt(random, scene.asOf)))));
  relations.push(() => targets.splice(0));
  return { request, relations };
}

// So few credits that every assignment can be tried.
export function allocateRequest(random: Random): Made {
  const scene = randomScene(random);
  const further = Array.from({ length: random.pick([0, 1, 1, 1, 2]) }, () => sceneAt(random, scene.asOf));
  const targets = [scene, ...further].map(targetOf);
  const credits = randomCredits(random, scene, random.pick([3, 5, 6, 7]));
  if (random.chance(0.5)) for (const credit of credits) credit.units = random.pick([5, 6, 10, 14, 20, 30]);
  const request: Fields = { op: "allocate", as_of: scene.asOf, targets, credits };
  return { request, relations: relationsOf(random, request, targets[0], scene) };
}
