// Random requests of `award`: minutes around the boundaries, rooms that touch and overlap, days apart.

import { Made } from "./generate";
import { addDays, kItems, nudged } from "./generate-ledger";
import { Fields, Raw } from "./generate-text";
import { Random } from "./random";

const kKinds = [
  "lecture", "lecture", "lecture", "symposium", "poster_presentation", "member_presentations",
  "greeting", "overview", "break", "quiz", "poster_viewing", "sponsored_meal_seminar", "sponsored_meal_seminar",
];
const kMinutes = [15, 30, 44, 45, 46, 60, 89, 90, 91, 119, 120, 121, 134, 135, 180, 239, 240, 241, 359, 360, 420, 450, 1, 1440];

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

interface Day {
  dates: string[];
  edges: number[]; // minutes of the day at which a talk began or ended
}

// Beginnings and ends fall on those of other talks, or a minute beside them.
function randomEdge(random: Random, day: Day): number {
  const edge = random.chance(0.6) ? random.pick(day.edges) + random.pick([0, 0, 0, -1, 1, 45, 90]) : random.integer(0, 1439);
  const kept = Math.min(1439, Math.max(0, edge));
  day.edges.push(kept);
  return kept;
}

function setLength(random: Random, talk: Fields, day: Day): void {
  if (random.chance(0.5)) {
    talk.minutes = random.chance(0.95) ? random.pick(kMinutes) : new Raw(random.pick(["90.0", "9e1", "4.5e1", "0.45E+2"]));
    return;
  }
  const [a, b] = [randomEdge(random, day), randomEdge(random, day)];
  talk.start = clock(Math.min(a, b));
  talk.end = clock(Math.max(a, b) + (a === b && a < 1439 ? 1 : 0));
}

function randomTalks(random: Random, day: Day, items: boolean): Fields[] {
  const count = random.pick([1, 2, 3, random.integer(1, 8), random.integer(5, 15)]);
  const habitual = [random.pick(kItems), random.pick(kItems)];
  return Array.from({ length: count }, (_, index) => {
    const talk: Fields = { id: `t${index}`, date: random.pick(day.dates), kind: random.pick(kKinds) };
    setLength(random, talk, day);
    if (items) talk.curriculum = random.pick(random.chance(0.8) ? habitual : kItems);
    if (random.chance(0.1)) talk.title = random.pick(["糖尿病", "a/b~c", 'q"uote\\', "\u0001\u007f\u2028"]);
    return talk;
  });
}

function randomDay(random: Random): Day {
  const first = nudged(random, random.pick(["2024-02-28", "2026-05-10", "2026-12-31", "2199-12-25", "1900-01-01"]));
  const dates = [first, addDays(first, 1), addDays(first, 2), addDays(first, 30)].slice(0, random.integer(1, 4));
  return { dates, edges: [540, 600, 645, 720] };
}

export function awardRequest(random: Random): Made {
  const day = randomDay(random);
  const request = random.chance(0.55) ? jshpRequest(random, day) : jpecRequest(random, day);
  if (random.chance(0.1)) request.as_of = random.pick(["2017-03-31", "2017-04-01", "2021-03-10", "2021-03-11", "2026-05-10"]);
  if (random.chance(0.1)) request.edition = request.scheme === "P04" ? "2021-03-11" : "2017-04-01";
  if (random.chance(0.01)) request.scheme = "G13";
  const talks = request.talks as Fields[];
  const one = random.pick(talks);
  const relations = [
    () => (one.id = talks[0].id),
    () => [one.start, one.end] = [one.end ?? "10:00", one.start ?? "10:00"],
    () => (one.minutes = 45),
    () => delete one.curriculum,
    () => delete one.end,
    () => delete one.minutes,
    () => (request.no_curriculum = true),
    () => (request.edition = random.pick(["2022-04-01", "2023-04-01", "2020-01-01"])),
    () => (request.lecturer = random.chance(0.5)),
    () => talks.splice(0),
  ];
  return { request, relations };
}

function jshpRequest(random: Random, day: Day): Fields {
  const noCurriculum = random.chance(0.2);
  const delivery = noCurriculum ? "assembly" : random.pick(["assembly", "assembly", "web_live", "web_recorded"]);
  const request: Fields = { op: "award", scheme: "P04", delivery };
  if (noCurriculum || random.chance(0.1)) request.no_curriculum = noCurriculum;
  if (noCurriculum ? random.chance(0.85) : random.chance(0.05)) request.parallel_sessions = random.chance(0.9);
  if (random.chance(0.2)) request.host_role = random.pick(["organizer", "co_organizer", "organizer", "supporter"]);
  if (random.chance(0.1)) request.members_only = random.chance(0.4);
  if (random.chance(0.2)) request.applied_on = addDays(day.dates[0], random.pick([-31, -1, -1, 0, 1, 40]));
  const talks = randomTalks(random, day, !noCurriculum);
  for (const talk of talks) {
    const excluded = ["greeting", "overview", "break", "quiz", "poster_viewing"].includes(talk.kind as string);
    if (excluded && random.chance(0.6)) delete talk.curriculum;
    if (random.chance(0.1)) talk.promotional = random.chance(0.8);
  }
  request.talks = talks;
  return request;
}

function jpecRequest(random: Random, day: Day): Fields {
  const category = random.pick(["assembly", "assembly", "assembly", "practicum", "group", "internet", "self_study"]);
  const request: Fields = { op: "award", scheme: "G01", category };
  if (category === "assembly") {
    if (random.chance(0.5)) request.academic_meeting = random.chance(0.9);
    if (random.chance(0.3)) request.lecturer = random.chance(0.9);
    if (random.chance(0.15)) request.academic_presentation = random.chance(0.8);
  }
  if (["assembly", "practicum"].includes(category) && random.chance(0.15)) request.other_qualification_only = random.chance(0.5);
  request.talks = randomTalks(random, day, false);
  return request;
}
