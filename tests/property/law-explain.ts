// The explanation redoes every sum of the answer it belongs to.

import { assessRequest } from "./generate-certificates";
import { Fields } from "./generate-text";
import { Assessment, hundredths, kSkip, Law, parsed, plainly, refused, Remarks, Row, Step, sum } from "./law";
import { kCurriculum } from "./naive-editions";

interface Case {
  request: Fields;
  answer: Assessment;
  ordered: Fields[]; // the credits by date and place
}

type Check = (one: Case) => string | null;

const kExcluded = ["void", "future", "duplicate", "used", "transferred_out", "not_accepted", "before_registration"];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function firstWrong<T>(list: readonly T[], wrong: (one: T, place: number) => string | null): string | null {
  for (const [place, one] of list.entries()) {
    const found = wrong(one, place);
    if (found !== null) return found;
  }
  return null;
}

function creditOf({ answer }: Case, id: unknown): Assessment["credits"][number] {
  return answer.credits.find((one) => one.id === id)!;
}

function passed(one: Case, credit: Fields): boolean {
  return !creditOf(one, credit.id).verdicts.some(({ why }) => kExcluded.includes(why));
}

// The running sums of rows, and whether the rows are these credits with what counts of them.
function summed(one: Case, rows: Row[], expected: Fields[]): string | null {
  if (!same(rows.map(({ id }) => id), expected.map(({ id }) => id))) return "other credits, or in another order";
  let running = 0;
  return firstWrong(rows, (row) => {
    running += hundredths(row.units);
    if (row.units !== creditOf(one, row.id).counted) return `${row.id} does not count so much`;
    return hundredths(row.running) === running ? null : `the sum at ${row.id} is wrong`;
  });
}

function itemsSummed(rows: Row[], expected: Fields[]): string | null {
  if (!same(rows.map(({ id }) => id), expected.map(({ id }) => id))) return "other credits, or in another order";
  const items = new Set<unknown>();
  return firstWrong(rows, (row, place) => {
    const isNew = !items.has(expected[place].curriculum);
    items.add(expected[place].curriculum);
    return row.units === (isNew ? 1 : 0) && row.running === items.size ? null : `the items at ${row.id} are wrong`;
  });
}

const domainOf = (item: unknown): string => String(item).split("-")[0];

const requirements: Check = (one) => {
  const { requirements: stated, explain } = one.answer;
  const counting = one.ordered.filter(({ id }) => creditOf(one, id).counted > 0);
  if (!same(stated.map(({ id }) => id), explain!.requirements.map(({ id }) => id))) return "other requirements";
  return firstWrong(explain!.requirements, ({ id, credits, would }, place) => {
    const { have, shortfall, state, due } = stated[place];
    const [what, domain] = id.split("-");
    const serving = counting.filter((credit) => {
      if (what === "own") return credit.provider === one.request.scheme;
      return what === "total" || domainOf(credit.curriculum) === domain;
    });
    const wrong = what === "items" ? itemsSummed(credits, serving) : summed(one, credits, serving);
    if (wrong !== null) return `${id}: ${wrong}`;
    if ((credits.at(-1)?.running ?? 0) !== have) return `${id}: the sum does not end at ${have}`;
    if (state !== "open") return would === null ? null : `${id}: what would help a requirement that is ${state}`;
    const covered = new Set(serving.map((credit) => credit.curriculum as string));
    const items = kCurriculum.filter((item) => domainOf(item) === domain && !covered.has(item));
    const expected = { units: shortfall, by: due, provider: what === "own" ? one.request.scheme : null, items };
    return same(would, expected) ? null : `${id}: would is ${JSON.stringify(would)}`;
  });
};

const years: Check = (one) => {
  const { years: stated, explain } = one.answer;
  if (!same(stated.map(({ index }) => index), explain!.years.map(({ index }) => index))) return "other years";
  return firstWrong(explain!.years, ({ index, credits, would }, place) => {
    const { start, last_day, units, shortfall, state } = stated[place];
    const inside = one.ordered.filter(({ id, date }) => creditOf(one, id).counted > 0 && (date as string) >= start && (date as string) <= last_day);
    const wrong = summed(one, credits, inside);
    if (wrong !== null) return `year ${index}: ${wrong}`;
    if ((credits.at(-1)?.running ?? 0) !== units) return `year ${index}: the sum does not end at ${units}`;
    const expected = state === "open" ? { units: shortfall, by: last_day } : null;
    return same(would, expected) ? null : `year ${index}: would is ${JSON.stringify(would)}`;
  });
};

type Cap = NonNullable<Assessment["explain"]>["caps"][number];

// Of one cap: never more than its limit, and each row uses what of it is not outside.
function cap({ kind, limit, credits }: Cap): string | null {
  const room = limit === null ? Infinity : hundredths(limit);
  let used = 0;
  return firstWrong(credits, (row) => {
    const [units, outside, counted, running] = [row.units, row.outside, row.counted, row.running].map(hundredths);
    if (outside < 0 || counted < outside || units < counted) return `${kind}: ${row.id} has impossible parts`;
    const before = kind === "credit_cap" ? 0 : used;
    used = before + (kind === "year_cap" ? counted : counted - outside);
    if (running !== Math.min(room, used)) return `${kind}: the sum at ${row.id} is wrong`;
    if (kind !== "year_cap" && used > room) return `${kind}: more than its limit at ${row.id}`;
    if (kind === "year_cap" && outside === 0 && used > Math.max(room, before)) return `${kind}: more than its limit at ${row.id}`;
    const full = kind === "later_course" || used >= room; // a later course has the room of other caps
    return units === counted || full ? null : `${kind}: ${row.id} is cut although there is room`;
  });
}

// Through all caps: what enters the first is the face units, what leaves the last is counted.
function chain(one: Case, credit: Fields): string | null {
  const { counted, verdicts } = creditOf(one, credit.id);
  const rows = one.answer.explain!.caps.flatMap(({ rule, credits }) => credits.filter(({ id }) => id === credit.id).map((row) => ({ ...row, rule })));
  const cuts = rows.filter((row) => row.units !== row.counted).map((row) => [row.rule, hundredths(row.units) - hundredths(row.counted)]);
  const told = verdicts.filter(({ why }) => why.startsWith("cap_")).map(({ rule, units }) => [rule, hundredths(units)]);
  if (!same(cuts, told)) return `${credit.id}: the caps cut ${JSON.stringify(cuts)}, its verdicts say ${JSON.stringify(told)}`;
  if (rows.length === 0) return null;
  const face = counted + sum(verdicts.map(({ units }) => units));
  const broken = rows.some((row, place) => hundredths(row.units) !== hundredths(place === 0 ? face : rows[place - 1].counted));
  return broken || rows.at(-1)!.counted !== counted ? `${credit.id}: its way through the caps is broken` : null;
}

const caps: Check = (one) => firstWrong(one.answer.explain!.caps, cap) ?? firstWrong(one.ordered, (credit) => chain(one, credit));

// Every dropped start has a year that ended below its minimum, whichever units one takes.
const dropped: Check = (one) => firstWrong(one.answer.explain!.dropped, (start, place) => {
  const { last_day, from, units, minimum, credits } = start;
  const all = one.answer.explain!.dropped;
  if (place > 0 && all[place - 1].start >= start.start) return "dropped starts out of order";
  if (last_day >= one.answer.as_of || units >= minimum) return `${start.start} was dropped without ground`;
  if (!one.ordered.some((credit) => credit.date === start.start && passed(one, credit))) return `${start.start} is no start`;
  if (start.year === 1 && from !== start.start) return `${start.start}: its first year begins elsewhere`;
  if (one.answer.period?.start === start.start) return `${start.start} is dropped and chosen`;
  const inside = one.ordered.filter((credit) => (credit.date as string) >= from && (credit.date as string) <= last_day && passed(one, credit));
  if (hundredths(units) > sum(inside.map((credit) => faceOf(one, credit)))) return `${start.start}: more units than there are`;
  let running = 0;
  return firstWrong(credits ?? [], (row) => {
    running += hundredths(row.units);
    if (!inside.some(({ id }) => id === row.id)) return `${start.start}: ${row.id} is not of that year`;
    return hundredths(row.running) === running ? null : `${start.start}: the sum at ${row.id} is wrong`;
  }) ?? (credits === null || running === hundredths(units) ? null : `${start.start}: the sum does not end at ${units}`);
});

function faceOf(one: Case, credit: Fields): number {
  const { counted, verdicts } = creditOf(one, credit.id);
  return hundredths(counted) + sum(verdicts.map(({ units }) => hundredths(units)));
}

const isLost = ({ requirements: all, years: each }: Assessment): boolean => [...all, ...each].some(({ state }) => state === "lost");

const seen = { caps: 0, dropped: 0, extension: 0, new: 0, later: 0, would: 0 };

export function remarks(): Remarks {
  const missed = Object.entries(seen).filter(([, times]) => times === 0).map(([name]) => name);
  return { lines: [`seen: ${JSON.stringify(seen)}`], missed };
}

// What remains, asked for: nothing is lost that way, and so many units are needed.
function remaining({ request, answer }: Case): Step | string | null {
  const { remains } = answer.explain!;
  if (!isLost(answer)) return remains.length === 0 ? null : "something remains where nothing is lost";
  const profile = request.profile as Fields;
  const extended = (months: number) => plainly({ ...request, explain: false, profile: { ...profile, extension: { months } } });
  const anew = plainly({ ...request, explain: false, profile: { kind: "new", ...(profile.registered ? { registered: profile.registered } : {}) } });
  const asked = remains.map((way) => {
    seen[way.what as "extension" | "new" | "later"]++;
    if (way.what === "extension") return [extended(way.months!), extended(way.months! - 1)];
    if (way.what === "new") return [anew];
    return [plainly({ ...request, explain: false, as_of: `${Number(way.last_day!.slice(0, 4)) - 1}-07-01` })];
  });
  const judge = (answers: string[]): string | null => firstWrong(remains, (way) => {
    const then = parsed(answers.shift()!);
    if (way.what !== "later" && (isLost(then) || then.plan?.units !== way.units)) return `${way.what} does not help so`;
    if ((then.period?.last_day ?? null) !== way.last_day) return `${way.what} ends on another day`;
    if (way.what !== "extension" && (then.period?.start ?? null) !== way.from) return `${way.what} begins on another day`;
    if (way.what !== "extension") return null;
    const less = parsed(answers.shift()!); // refused for 0 months, and no more than today's then
    return less.errors === undefined && !isLost(less) ? "a shorter extension would do" : null;
  });
  return { requests: asked.flat(), judge };
}

export const law: Law = (random) => {
  const { request } = assessRequest(random);
  request.explain = true;
  return {
    requests: [plainly(request), plainly({ ...request, explain: false })],
    judge(answers) {
      if (refused(answers)) return kSkip;
      const answer = parsed(answers[0]);
      const { explain, ...rest } = answer;
      if (!same(rest, parsed(answers[1]))) return "the explanation changes the answer";
      const credits = request.credits as Fields[];
      const ordered = [...credits].sort((a, b) => ((a.date as string) < (b.date as string) ? -1 : (a.date as string) > (b.date as string) ? 1 : 0));
      const one = { request, answer, ordered };
      seen.caps += explain!.caps.length;
      seen.dropped += explain!.dropped.length;
      seen.would += explain!.requirements.filter(({ would }) => would !== null).length;
      return firstWrong([requirements, years, caps, dropped], (check) => check(one)) ?? remaining(one);
    },
  };
};
