// Random requests of `points` and `review`.

import { Made } from "./generate";
import { addDays, borderDate } from "./generate-ledger";
import { Fields } from "./generate-text";
import { Random } from "./random";

const kPoints = [25, 30, 45, 60, 89, 90, 91, 100, 130, 179, 180, 181, 1, 999];

export function completionsRequest(random: Random): Made {
  const first = random.chance(0.95) ? borderDate(random, 2024, 2030) : "2199-12-30";
  const request: Fields = { op: "points", scheme: "G13" };
  if (random.chance(0.1)) request.edition = random.chance(0.8) ? "2024-05-01" : random.pick(["2017-04-01", "2024-05-02"]);
  if (random.chance(0.1)) request.as_of = random.pick(["2024-04-30", "2024-05-01", "2026-01-01"]);
  const courses = Array.from({ length: random.integer(1, 30) }, (_, index) => `k${index}`);
  const count = random.pick([0, 1, 2, random.integer(1, 12), random.integer(10, 40)]);
  const completions = Array.from({ length: count }, (_, index) => ({
    id: `c${index}`, course: random.pick(courses), date: addDays(first, random.integer(0, random.pick([0, 3, 40]))),
    points: random.chance(0.8) ? random.pick(kPoints) : random.integer(1, 999),
  }));
  if (random.chance(0.4)) request.already_taken = courses.filter(() => random.chance(0.2));
  request.completions = completions;
  if (random.chance(0.02)) request.scheme = random.pick(["G01", "P04"]);
  const relations = [
    () => completions.length > 1 && (random.pick(completions).id = completions[0].id),
    () => (request.as_of = "2024-04-30"),
    () => completions.forEach((one) => (one.points = random.pick([0, 999, 1000, -1]))),
  ];
  return { request, relations };
}

const instant = (second: number): string => new Date(Date.UTC(2026, 4, 10) + second * 1000).toISOString().slice(0, 19);

// Sorting by UTF-16 units would put the last before the one before it.
const kPersons = ["a", "b", "a1", "A", "研", "\uff21", "\u{20BB7}"];

function randomViews(random: Random, count: number): Fields[] {
  const edges = [36000, 37800, 39600, 86400];
  const persons = random.shuffled(kPersons).slice(0, random.integer(1, 5));
  return Array.from({ length: count }, (_, index) => {
    const edge = () => {
      const second = random.chance(0.7) ? random.pick(edges) + random.pick([0, 0, -1, 1, 1800]) : random.integer(0, 100000);
      edges.push(second);
      return second;
    };
    const [a, b] = [edge(), edge()];
    return {
      id: `v${index}`, person: random.pick(persons), device: random.pick(["pc", "phone"]), course: random.pick(["k1", "k2"]),
      start: instant(Math.min(a, b)), end: instant(Math.max(a, b) + (a === b ? 1 : 0)),
    };
  });
}

// All at once: n (n - 1) / 2 pairs, for n 141 below 10,000 and for n 142 above.
function crowd(random: Random): Fields[] {
  const count = random.pick([141, 142]);
  return Array.from({ length: count }, (_, index) => ({
    id: `v${index}`, person: "a", device: "pc", course: "k1", start: instant(index), end: instant(1000),
  }));
}

export function viewsRequest(random: Random): Made {
  const count = random.pick([0, 1, 2, random.integer(2, 8), random.integer(5, 30)]);
  const views = random.chance(0.005) ? crowd(random) : randomViews(random, count);
  const request: Fields = { op: "review", views };
  if (random.chance(0.6)) {
    request.completions = Array.from({ length: random.integer(0, 12) }, () => ({
      person: random.pick(kPersons), date: random.pick(["2026-05-10", "2026-05-11", "2026-04-30"]),
      points: random.pick([1, 100, 300, 450, 600, 899, 900, 901]),
    }));
  }
  if (random.chance(0.3)) request.daily_points_limit = random.pick([1, 300, 899, 900, 901, 100000]);
  const relations = [
    () => views.length > 1 && (random.pick(views).id = views[0].id),
    () => views.length > 0 && (views[0].end = views[0].start),
    () => (request.daily_points_limit = random.pick([0, -1, 1.5])),
    () => (request.scheme = "G13"),
  ];
  return { request, relations };
}
