// The order of a request's lists does not matter, but for what stands on one date (rulebook 0.6):
// after a shuffle that keeps the order within each date, the answer is the same.

import { assessRequest } from "./generate-certificates";
import { completionsRequest, viewsRequest } from "./generate-learning";
import { awardRequest } from "./generate-seminar";
import { Fields } from "./generate-text";
import { kSkip, Law, parsed, plainly, refused } from "./law";
import { Random } from "./random";

// Draws from the dates at random; each date's own elements stay in order.
function shuffledDates(random: Random, list: Fields[]): Fields[] {
  const places = random.shuffled(list.map((one) => one.date as string));
  const queues = new Map<string, Fields[]>();
  for (const one of list) queues.set(one.date as string, [...(queues.get(one.date as string) ?? []), one]);
  return places.map((date) => queues.get(date)!.shift()!);
}

type Answer = Record<string, unknown>;

// What follows the order of the request, by id; the rest as it stands.
function ordered(answer: Answer, list: string): string {
  const byId = [...(answer[list] as { id: string }[])].sort((a, b) => (a.id < b.id ? -1 : 1));
  return JSON.stringify({ ...answer, [list]: byId });
}

// Which views overlap, whoever comes first.
function pairs(answer: Answer): string {
  const findings = answer.findings as { code: string; views?: string[] }[];
  return JSON.stringify(findings.map((one) => JSON.stringify({ ...one, views: one.views && [...one.views].sort() })).sort());
}

const kShuffles: [(random: Random) => { request: Fields }, string, (random: Random, list: Fields[]) => Fields[], (answer: Answer) => string][] = [
  [assessRequest, "credits", shuffledDates, (answer) => ordered(answer, "credits")],
  [completionsRequest, "completions", shuffledDates, (answer) => ordered(answer, "ignored")],
  [awardRequest, "talks", (random, list) => random.shuffled(list), (answer) => ordered(answer, "talks")],
  [viewsRequest, "views", (random, list) => random.shuffled(list), pairs],
];

export const law: Law = (random) => {
  const [make, list, shuffle, read] = kShuffles[random.pick([0, 0, 0, 1, 2, 3])];
  const { request } = make(random);
  const shuffled = { ...request, [list]: shuffle(random, request[list] as Fields[]) };
  return {
    requests: [plainly(request), plainly(shuffled)],
    judge(answers) {
      if (refused(answers)) return kSkip;
      const [a, b] = answers.map((answer) => read(parsed<Answer>(answer)));
      return a === b ? null : "another order, another answer";
    },
  };
};
