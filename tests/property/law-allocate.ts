// Allocation on ledgers too large to try everything: the same answer twice, each target's result is its
// assessment of its own credits, and where the answer says `exact` no other assignment near it is better.

import { randomCredits, randomScene, Scene, sceneAt } from "./generate-ledger";
import { Fields } from "./generate-text";
import { Assessment, hundredths, kSkip, Law, parsed, plainly, refused, Remarks, Step, sum } from "./law";
import { Random } from "./random";

interface Allocation {
  assignments: Record<string, number | null>;
  results: Assessment[];
  exact: boolean;
}

type Assignment = Map<string, number | null>;

const kAlternatives = 6;
const counts = { exact: 0, all: 0 };

export function remarks(): Remarks {
  return { lines: [`${counts.exact} of ${counts.all} allocations proved`], missed: counts.exact > 0 ? [] : ["an allocation that is proved"] };
}

function targetOf({ scheme, edition, profile }: Scene): Fields {
  return edition === undefined ? { scheme, profile } : { scheme, edition, profile };
}

// 60 credits and two targets is the typical case.
function allocateRequest(random: Random): Fields {
  const scene = randomScene(random);
  const targets = [scene, ...Array.from({ length: random.pick([1, 1, 2]) }, () => sceneAt(random, scene.asOf))].map(targetOf);
  const credits = [...randomCredits(random, scene), ...randomCredits(random, scene)].map((credit, place) => ({ ...credit, id: `c${place}` }));
  return { op: "allocate", as_of: scene.asOf, targets, credits: credits.slice(0, random.pick([8, 15, 30, 60])) };
}

// The assessments of each target for an assignment.
function assessments(request: Fields, of: Assignment): string[] {
  const credits = request.credits as Fields[];
  return (request.targets as Fields[]).map((target, place) =>
    plainly({ op: "assess", as_of: request.as_of, ...target, credits: credits.filter(({ id }) => of.get(id as string) === place) }));
}

function byDate(request: Fields): string[] {
  const credits = [...(request.credits as Fields[])];
  credits.sort((a, b) => ((a.date as string) < (b.date as string) ? -1 : (a.date as string) > (b.date as string) ? 1 : 0));
  return credits.map(({ id }) => id as string);
}

// Less is better: targets not eligible, then the total shortfalls, then the list with null first.
function worth(results: Assessment[], of: Assignment, order: string[]): number[] {
  const eligible = results.filter((one) => one.eligible).length;
  const shortfall = sum(results.map((one) => hundredths(one.requirements[0].shortfall)));
  return [-eligible, shortfall, ...order.map((id) => of.get(id) ?? -1)];
}

function isLess(a: number[], b: number[]): boolean {
  const place = a.findIndex((one, at) => one !== b[at]);
  return place >= 0 && a[place] < b[place];
}

// One or two credits moved to another target or to none.
function moved(random: Random, of: Assignment, free: string[], targets: number): Assignment {
  const other = new Map(of);
  for (let i = random.integer(1, 2); i > 0; i--) other.set(random.pick(free), random.pick([null, random.integer(0, targets - 1)]));
  return other;
}

function judged(random: Random, request: Fields, text: string): string | null | Step {
  const { assignments, results, exact } = parsed<Allocation>(text);
  const of: Assignment = new Map(Object.entries(assignments));
  const ids = (request.credits as Fields[]).map(({ id }) => id as string);
  if (JSON.stringify([...of.keys()]) !== JSON.stringify(ids)) return "other credits, or in another order";
  counts.all++;
  if (exact) counts.exact++;
  const whole = (request.targets as Fields[]).slice(0, 1).map((target) => plainly({ op: "assess", as_of: request.as_of, ...target, credits: request.credits }));
  const others = Array.from({ length: ids.length > 0 ? kAlternatives : 0 }, () => moved(random, of, ids, results.length));
  return {
    requests: [...whole, ...assessments(request, of), ...others.flatMap((other) => assessments(request, other))],
    judge([ledger, ...answers]) {
      const never = ["void", "future", "duplicate"];
      const excluded = new Set(parsed(ledger).credits.filter((one) => one.verdicts.some(({ why }) => never.includes(why))).map(({ id }) => id));
      for (const id of excluded) if (of.get(id) !== null) return `${id} is void, future or a duplicate, and assigned`;
      const own = answers.splice(0, results.length);
      if (own.some((one, place) => one !== JSON.stringify(results[place]))) return "a result is not the assessment of its credits";
      const order = byDate(request);
      const best = worth(results, of, order);
      for (const other of others) {
        const theirs = answers.splice(0, results.length).map((one) => parsed(one));
        if ([...excluded].some((id) => other.get(id) !== null)) continue; // not allowed
        if (exact && isLess(worth(theirs, other, order), best)) return `better: ${JSON.stringify([...other])}`;
      }
      return null;
    },
  };
}

export const law: Law = (random) => {
  const request = allocateRequest(random);
  const text = plainly(request);
  return {
    requests: [text, text],
    judge(answers) {
      if (refused(answers)) return kSkip;
      return answers[0] === answers[1] ? judged(random, request, answers[0]) : "the same request, another answer";
    },
  };
};
