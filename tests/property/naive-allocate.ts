// Several certificates from one ledger: every assignment is tried, so only small ledgers are answered.

import { assess } from "./naive-assess";
import { Credit, Request } from "./naive-request";
import { exclusions, inOrder } from "./naive-verdicts";

const kMostAssignments = 20000;

interface Standing {
  eligible: boolean;
  shortfall: number; // of the total
}

interface Assessment {
  eligible: boolean;
  requirements: { shortfall: number }[];
}

// Credits that any certificate could count: not void, future or a duplicate on the whole ledger.
export function usableCredits(request: Request): Credit[] {
  const excluded = exclusions(request);
  const never = ["void", "future", "duplicate"];
  return inOrder(request.credits).filter((credit) => !never.includes(excluded.get(credit)?.why ?? ""));
}

// The standing of one target for every set of credits, each worked out once.
function standingsOf(request: Request, usable: Credit[]): (chosen: number) => Standing {
  const known = new Map<number, Standing>();
  return (chosen) => {
    let standing = known.get(chosen);
    if (standing === undefined) {
      const own = new Set(usable.filter((_, place) => chosen & (1 << place)));
      const answer = assess({ ...request, credits: request.credits.filter((credit) => own.has(credit)) }) as Assessment;
      standing = { eligible: answer.eligible, shortfall: Math.round(answer.requirements[0].shortfall * 100) };
      known.set(chosen, standing);
    }
    return standing;
  };
}

// All lists of targets, the lexicographically least first; -1 stands for none.
function* assignments(length: number, targets: number): Generator<number[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (let first = -1; first < targets; first++) for (const rest of assignments(length - 1, targets)) yield [first, ...rest];
}

// The greatest number of eligible targets, then the least sum of shortfalls, then the least list.
function best(requests: Request[], usable: Credit[]): number[] {
  const standings = requests.map((request) => standingsOf(request, usable));
  let found: { list: number[]; eligible: number; shortfall: number } | undefined;
  for (const list of assignments(usable.length, requests.length)) {
    let eligible = 0;
    let shortfall = 0;
    requests.forEach((_, target) => {
      const chosen = list.reduce((set, one, place) => (one === target ? set | (1 << place) : set), 0);
      const standing = standings[target](chosen);
      eligible += standing.eligible ? 1 : 0;
      shortfall += standing.shortfall;
    });
    const better = found === undefined || eligible > found.eligible || (eligible === found.eligible && shortfall < found.shortfall);
    if (better) found = { list, eligible, shortfall };
  }
  return found!.list;
}

// The answer for an assignment: each target's assessment of the credits that are its own.
export function allocated(requests: Request[], targetOf: Map<Credit, number>): object {
  const { credits } = requests[0];
  return {
    assignments: new Map(credits.map((credit) => [credit.id, targetOf.get(credit) ?? null])),
    results: requests.map((request, target) => assess({ ...request, credits: credits.filter((one) => targetOf.get(one) === target) })),
  };
}

export function allocate(requests: Request[]): object | undefined {
  const usable = usableCredits(requests[0]);
  if ((requests.length + 1) ** usable.length > kMostAssignments) return undefined;
  const list = best(requests, usable);
  const targetOf = new Map(usable.flatMap((credit, place) => (list[place] < 0 ? [] : [[credit, list[place]] as const])));
  return { ...allocated(requests, targetOf), exact: true };
}
