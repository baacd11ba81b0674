// Nothing is lost of a credit: counted + the units of its verdicts = its face units, always; and the
// sums of an answer are the sums of its credits.

import { allocateRequest, assessRequest, compareRequest } from "./generate-certificates";
import { Fields } from "./generate-text";
import { Assessment, hundredths, kSkip, Law, parsed, plainly, refused, sum } from "./law";

function unbalanced(credits: Fields[], answer: Assessment): string | null {
  for (const credit of credits) {
    const one = answer.credits.find(({ id }) => id === credit.id)!;
    const face = hundredths(Number((credit.units as { text?: string }).text ?? credit.units));
    const rest = one.verdicts.map(({ units }) => hundredths(units));
    if (hundredths(one.counted) + sum(rest) !== face) return `credit ${one.id} is not whole`;
    if (one.counted < 0 || rest.some((units) => units <= 0)) return `credit ${one.id} has a part that is none`;
  }
  if (answer.credits.length !== credits.length) return "credits were added or left out";
  const counted = sum(answer.credits.map((one) => hundredths(one.counted)));
  if (counted !== hundredths(answer.requirements[0].have)) return "the total is not the sum of what counts";
  const years = sum(answer.years.map((year) => hundredths(year.units)));
  if (answer.years.length > 0 && years !== counted) return "the years do not make up the total";
  return null;
}

export const law: Law = (random) => {
  const { request } = random.pick([assessRequest, assessRequest, compareRequest, allocateRequest])(random);
  const credits = request.credits as Fields[];
  return {
    requests: [plainly(request)],
    judge(answers) {
      if (refused(answers)) return kSkip;
      if (request.op === "assess") return unbalanced(credits, parsed(answers[0]));
      const { results, assignments } = parsed<{ results: Assessment[]; assignments?: Record<string, number | null> }>(answers[0]);
      const parts = results.map((_, target) => credits.filter(({ id }) => assignments === undefined || assignments[id as string] === target));
      return results.map((result, target) => unbalanced(parts[target], result)).find((wrong) => wrong !== null) ?? null;
    },
  };
};
