// A further valid credit never lowers a sum, but for a named reason that the two answers show.

import { assessRequest } from "./generate-certificates";
import { addDays, kItems } from "./generate-ledger";
import { Fields } from "./generate-text";
import { Assessment, hundredths, kSkip, Law, parsed, plainly, refused, Remarks } from "./law";
import { Random } from "./random";

interface Change {
  added: Fields;
  before: Assessment;
  after: Assessment;
  credits: Fields[]; // those of before
}

interface Reason {
  sums: "all" | "parts"; // may lower the total too, or only its parts: own units, domains, items, years
  shown(change: Change): boolean;
}

function verdictsOf(answer: Assessment, id: unknown): Assessment["credits"][number]["verdicts"] {
  return answer.credits.find((one) => one.id === id)!.verdicts;
}

function cutBy(answer: Assessment, id: unknown, whys: string[]): number {
  return verdictsOf(answer, id).filter(({ why }) => whys.includes(why)).reduce((all, { units }) => all + hundredths(units), 0);
}

// Others that the added credit leaves with more units cut for one of these reasons than before.
function cutMore({ before, after, credits }: Change, whys: string[]): Fields[] {
  return credits.filter(({ id }) => cutBy(after, id, whys) > cutBy(before, id, whys));
}

function isFirstCourse({ added, credits, after }: Change): boolean {
  const { period } = after;
  if (period === null || added.category !== "correspondence" || verdictsOf(after, added.id).some(({ why }) => why !== "cap_credit")) return false;
  const inside = (one: Fields) => (one.date as string) >= period.start && (one.date as string) <= period.last_day;
  return inside(added) && !credits.some((one) => one.category === "correspondence" && inside(one) && (one.date as string) < (added.date as string) &&
    !verdictsOf(after, one.id).some(({ why }) => !["cap_credit", "cap_period"].includes(why)));
}

// Every reason why more can be less. Nothing else lowers a sum; a new-curriculum unit, for one, takes the
// room of others in its year (JPEC 5(4)ア), but never more than it brings.
const kReasons: Record<string, Reason> = {
  "a duplicate: the added credit is the earlier of two for the same seminar or content (JPEC 5(4)エ)": {
    sums: "all",
    shown: (change) => cutMore(change, ["duplicate"]).length > 0,
  },
  "an earlier first correspondence course: the one that was first counts as self-study or group now (JPEC 5(4)ウ)": {
    sums: "all",
    shown: (change) => isFirstCourse(change) && cutMore(change, ["cap_period"]).some((one) => one.category === "correspondence"),
  },
  "a new start: another first unit serves a new applicant better by requirements or by the total's shortfall (2.3)": {
    sums: "all",
    shown: ({ before, after }) => before.period?.start !== after.period?.start && before.period !== null,
  },
  "room used up: an earlier credit takes the place of a later one under a cap (section 3)": {
    sums: "parts",
    shown: (change) => cutMore(change, ["cap_year", "cap_period", "cap_day", "cap_others", "cap_credit"]).length > 0,
  },
};

// The sums that have become smaller.
function lowered({ before, after }: Change): { total: boolean; parts: string[] } {
  const parts: string[] = [];
  before.requirements.forEach((one, place) => {
    if (hundredths(after.requirements[place].have) < hundredths(one.have)) parts.push(one.id);
  });
  const samePeriod = before.period?.start === after.period?.start;
  before.years.forEach((year, place) => {
    if (samePeriod && hundredths(after.years[place].units) < hundredths(year.units)) parts.push(`year ${year.index}`);
  });
  return { total: parts.includes("total"), parts };
}

// How often each reason was the ground of a smaller sum.
const seen = new Map(Object.keys(kReasons).map((name) => [name, 0]));

// A reason that never lowers a sum does not belong into the table.
export function remarks(): Remarks {
  const lines = [...seen].map(([name, times]) => `${times} times ${name}`);
  return { lines, missed: [...seen].filter(([, times]) => times === 0).map(([name]) => name) };
}

function judged(change: Change): string | null {
  const { total, parts } = lowered(change);
  if (parts.length === 0) return null;
  const reasons = Object.entries(kReasons).filter(([, reason]) => (!total || reason.sums === "all") && reason.shown(change));
  for (const [name] of reasons) seen.set(name, seen.get(name)! + 1);
  return reasons.length > 0 ? null : `lower without a reason: ${parts.join(", ")}`;
}

// A credit like another of the ledger, moved or marked otherwise, so that it meets the same caps.
function addedCredit(random: Random, credits: Fields[]): Fields {
  const like = { ...random.pick(credits), id: "added", units: random.pick([0.5, 1, 2, 4, 5, 10]) };
  const added: Fields = random.chance(0.7) ? { ...like, date: random.pick(credits).date } : like;
  const marks: [string, () => Fields[string]][] = [
    ["category", () => random.pick(["assembly", "practicum", "group", "correspondence", "self_study", "designated"])],
    ["event", () => random.pick(["E1", "E2"])], ["content", () => random.pick(["K1", "K2"])], ["course", () => random.pick(["X", "Y", "Z"])],
    ["new_curriculum", () => true], ["provider", () => random.pick(["G01", "G13", "P04", "G05"])], ["curriculum", () => random.pick(kItems)],
  ];
  for (const [name, value] of marks) if (random.chance(0.25)) added[name] = value();
  for (const name of ["void", "used_for", "transferred_to"]) if (random.chance(0.8)) delete added[name];
  return added;
}

// An earlier course before large ones; an earlier unit before the one that a first application counts from.
function telling(random: Random, request: Fields, credits: Fields[]): Fields {
  const dates = credits.map((one) => one.date as string).sort();
  const course = random.chance(0.5);
  if (course) for (const one of credits) if (random.chance(0.5)) Object.assign(one, { category: "correspondence", units: 12 });
  const profile = request.profile as Fields;
  if (!course && request.scheme !== "P04") request.profile = { kind: "new", ...(profile.extension ? { extension: profile.extension } : {}) };
  const provider = course ? "G05" : random.pick(["G01", "G13"]);
  const date = course ? random.pick(dates) : addDays(dates[0], -random.integer(1, 700));
  return { id: "added", date, units: random.pick([1, 5, 10]), provider, category: course ? "correspondence" : "internet" };
}

export const law: Law = (random) => {
  const { request } = assessRequest(random);
  delete request.explain;
  const credits = request.credits as Fields[];
  if (credits.length === 0) return { requests: [], judge: () => kSkip };
  const added = random.chance(0.4) ? telling(random, request, credits) : addedCredit(random, credits);
  const place = random.integer(0, credits.length);
  const more = { ...request, credits: [...credits.slice(0, place), added, ...credits.slice(place)] };
  return {
    requests: [plainly(request), plainly(more)],
    judge(answers) {
      if (refused(answers)) return kSkip;
      const [before, after] = answers.map((answer) => parsed(answer));
      return judged({ added, before, after, credits });
    },
  };
};
