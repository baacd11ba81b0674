// Requests around the day on which a later edition takes effect: as they are, and with the edition named.

import { randomOf } from "./generate";
import { addDays, randomCredits, sceneAt } from "./generate-ledger";
import { completionsRequest } from "./generate-learning";
import { deadlinesRequest, feeRequest } from "./generate-office";
import { awardRequest } from "./generate-seminar";
import { Fields } from "./generate-text";
import { plainly } from "./law";
import { Random } from "./random";

export interface Around {
  asOf: string | undefined;
  text: string;
  named: string; // the same with the later edition named
}

function assessRequest(random: Random, scheme: string, asOf: string): Fields {
  const scene = { ...sceneAt(random, asOf), scheme };
  delete scene.profile.extension;
  return { op: "assess", as_of: asOf, scheme, profile: scene.profile, credits: randomCredits(random, scene) };
}

// The other operations may leave as_of out.
function otherRequest(random: Random, scheme: string, asOf: string): Fields {
  const makers = scheme === "G13" ? [completionsRequest] : [awardRequest, feeRequest, deadlinesRequest];
  for (;;) {
    const { request } = random.pick(makers)(random);
    if (request.scheme !== scheme) continue;
    delete request.edition;
    delete request.as_of;
    return random.chance(0.8) ? { ...request, as_of: asOf } : request;
  }
}

export function requestsAround(scheme: string, effective: string, seed: number, count: number): Around[] {
  return Array.from({ length: count }, (_, index) => {
    const random = randomOf(seed, index);
    const asOf = addDays(effective, random.pick([-400, -31, -1, -1, -1, 0, 0, 1, 40]));
    const request = random.chance(scheme === "P04" ? 0 : 0.6) ? assessRequest(random, scheme, asOf) : otherRequest(random, scheme, asOf);
    return { asOf: request.as_of as string | undefined, text: plainly(request), named: plainly({ ...request, edition: effective }) };
  });
}
