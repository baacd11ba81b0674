// Random ledgers and profiles near the borders: month ends, 29 February, year ends, windows.

import { Fields, Raw, Value } from "./generate-text";
import { Random } from "./random";

const kDay = 86400000;

const dateOf = (day: number): string => new Date(day * kDay).toISOString().slice(0, 10);
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / kDay;
const within = (date: string): string => (date < "1900-01-01" ? "1900-01-01" : date > "2199-12-31" ? "2199-12-31" : date);

export function addDays(date: string, n: number): string {
  return within(dateOf(dayOf(date) + n));
}

// Roughly the corresponding day; a shorter month overflows into the next, which is near the border too.
export function addMonths(date: string, n: number): string {
  const [year, month, day] = date.split("-").map(Number);
  return within(new Date(Date.UTC(year, month - 1 + n, day)).toISOString().slice(0, 10));
}

const kBorderDays = [
  "01-01", "01-31", "02-28", "02-29", "03-01", "03-30", "03-31", "04-01", "04-30", "05-31",
  "06-30", "07-01", "08-29", "08-30", "08-31", "09-30", "10-31", "11-30", "12-31",
];

export function borderDate(random: Random, fromYear: number, toYear: number): string {
  const year = random.integer(fromYear, toYear);
  if (random.chance(0.4)) return addDays(`${year}-01-01`, random.integer(0, 364));
  return addDays(`${year}-${random.pick(kBorderDays)}`, 0); // 02-29 of a common year reads as 03-01
}

export function nudged(random: Random, date: string): string {
  return addDays(date, random.chance(0.7) ? random.integer(-1, 1) : random.integer(-20, 20));
}

// A day on which something changes for a period that starts on `base`.
function milestone(random: Random, base: string, extension: number): string {
  const months = random.pick([0, 12, 24, 33, 34, 36, 36 + extension, 37, 39, 48, 48 + extension, random.integer(0, 50)]);
  return nudged(random, addMonths(base, months));
}

export interface Scene {
  scheme: string;
  edition?: string;
  asOf: string;
  profile: Fields;
  anchor: string; // around which the ledger lies
}

const kEditions = [
  { scheme: "G13", edition: "2024-05-01", from: 2024, extension: true, renewal: true },
  { scheme: "G01", edition: "2017-04-01", from: 2017, extension: true, renewal: true },
  { scheme: "G01", edition: "2022-04-01", from: 2022, extension: false, renewal: true },
  { scheme: "P04", edition: "2023-04-01", from: 2023, extension: false, renewal: false },
];

export function randomScene(random: Random): Scene {
  const rules = random.pick(kEditions);
  const extension = randomExtension(random, rules.extension);
  const renewal = random.chance(rules.renewal ? 0.5 : 0.03);
  const anchor = borderDate(random, rules.from - 3, rules.from + 6);
  const earliest = addDays(`${rules.from}-06-01`, 0);
  const wanted = milestone(random, anchor, extension);
  const asOf = wanted < earliest && random.chance(0.9) ? borderDate(random, rules.from + 1, rules.from + 8) : wanted;
  const base = renewal && anchor > asOf ? addMonths(asOf, -random.integer(0, 40)) : anchor;
  return sceneOf(random, rules, asOf, renewal, base, extension);
}

// A further certificate sought on the same day.
export function sceneAt(random: Random, asOf: string): Scene {
  const rules = random.pick(kEditions);
  const renewal = random.chance(rules.renewal ? 0.6 : 0.03);
  const base = nudged(random, addMonths(asOf, -random.pick([0, 6, 12, 24, 30, 33, 35, 36, 37, 40])));
  return sceneOf(random, rules, asOf, renewal, base > asOf ? asOf : base, randomExtension(random, rules.extension));
}

function randomExtension(random: Random, possible: boolean): number {
  return possible && random.chance(0.35) ? random.pick([1, 3, 6, 11, 12, random.integer(1, 12)]) : 0;
}

type Rules = (typeof kEditions)[number];

function sceneOf(random: Random, rules: Rules, asOf: string, renewal: boolean, base: string, extension: number): Scene {
  const profile = renewal ? renewalProfile(random, base, rules.scheme) : ({ kind: "new" } as Fields);
  if (renewal && (profile.last_application as string) > asOf) delete profile.last_application;
  if (extension > 0) profile.extension = { months: extension };
  if (random.chance(0.25)) profile.registered = nudged(random, addMonths(asOf, -random.integer(0, 60)));
  const provisional = rules.edition === "2022-04-01" || rules.scheme === "P04";
  const named = random.chance(provisional ? 0.99 : 0.3);
  return { scheme: rules.scheme, edition: named ? rules.edition : undefined, asOf, profile, anchor: base };
}

function renewalProfile(random: Random, base: string, scheme: string): Fields {
  const profile: Fields = { kind: "renewal", base };
  if (random.chance(0.35)) {
    const near = random.pick([base, addDays(base, -1), addDays(base, random.integer(-40, 20))]);
    profile.last_application = random.chance(0.2) ? addMonths(base, random.integer(-11, 11)) : near;
  }
  if (random.chance(0.4)) profile.certificate_of = random.pick([scheme, scheme, "G01", "G13", "G05"]);
  return profile;
}

const kUnits = [1, 1, 2, 2, 3, 4, 5, 0.5, 1.5, 2.5, 0.25, 0.01, 4.99, 6, 8, 10];
const kBigUnits = [12, 15, 16, 20, 21, 30, 38, 39.5, 999.99];
const kSpelledUnits = ["1.500", "1e0", "10E-1", "0.1e1", "2.50", "100e-2", "0.0100e0", "3.0", "1.2345e2"];

function randomUnits(random: Random): Value {
  const units = random.pick(random.chance(0.12) ? kBigUnits : kUnits);
  return random.chance(0.95) ? units : new Raw(random.pick(kSpelledUnits));
}

const kCategories = [
  "assembly", "assembly", "assembly", "practicum", "practicum", "group", "correspondence", "correspondence",
  "designated", "internet", "internet", "self_study", "self_study", "presentation", "paper",
];
export const kItems = [
  "I-1", "I-2", "I-3", "II-1", "II-2", "II-3", "II-4", "II-5", "II-6", "III-1", "III-2", "IV-1", "IV-2", "V-1", "V-2", "V-3",
];

function randomDate(random: Random, scene: Scene): string {
  const way = random.fraction();
  if (way < 0.25) return nudged(random, addMonths(scene.anchor, 12 * random.integer(-1, 5)));
  if (way < 0.4) return nudged(random, addMonths(scene.asOf, -12 * random.integer(0, 5)));
  if (way < 0.45) return borderDate(random, Number(scene.asOf.slice(0, 4)) - 5, Number(scene.asOf.slice(0, 4)));
  const span = Math.max(30, dayOf(scene.asOf) - dayOf(scene.anchor));
  return addDays(scene.asOf, -random.integer(random.chance(0.03) ? -30 : 0, Math.min(span, 1900)));
}

interface Habits {
  own: number; // share of the scheme's own units
  categories: string[];
  marks: number; // how often marks are set
  dates: string[]; // dates used already, to be hit again
}

function randomCredit(random: Random, scene: Scene, habits: Habits, id: string): Fields {
  const date = habits.dates.length > 0 && random.chance(0.2) ? random.pick(habits.dates) : randomDate(random, scene);
  habits.dates.push(date);
  const provider = random.chance(habits.own) ? scene.scheme : random.pick(["G01", "G05", "G13", "P04"]);
  const category = random.pick(habits.categories);
  const credit: Fields = { id, date, units: randomUnits(random), provider, category };
  const marked = (usual: number) => random.chance(usual * habits.marks);
  if (marked(0.1)) credit.event = random.pick(["E1", "E2", "E3", "K1"]);
  if (marked(0.1)) credit.content = random.pick(["K1", "K2", "K3", "E1"]);
  if (category === "correspondence" ? random.chance(0.6) : marked(0.05)) credit.course = random.pick(["X", "Y", "Z"]);
  if (random.chance(scene.scheme === "P04" ? 0.8 : 0.08)) credit.curriculum = random.pick(kItems);
  if (category === "assembly" ? marked(0.25) : marked(0.03)) credit.days = random.integer(1, 4);
  if (category === "assembly" ? marked(0.25) : marked(0.03)) credit.lecturer = random.chance(0.85);
  if (["practicum", "self_study"].includes(category) ? marked(0.3) : marked(0.04)) credit.new_curriculum = random.chance(0.85);
  if (category === "designated" ? marked(0.4) : marked(0.03)) credit.designated_practice = random.chance(0.85);
  if (marked(0.12)) credit.held_in = random.pick(["PECS", "TAMETOKO", "HOPESS"]);
  if (marked(0.06)) credit.transferred_to = random.pick([scene.scheme, "G01", "G13", "P04", "G05"]);
  if (marked(0.03)) credit.used_for = "2020 certificate";
  if (marked(0.03)) credit.void = "two devices at once";
  if (marked(0.05)) credit.title = random.pick(["研修会", "a/b~c", "\u{20BB7}野家", 'q"uote\\']);
  return credit;
}

// Units enough for every year that has begun, so that requirements are met now and then.
function steadyCredits(random: Random, scene: Scene): Fields[] {
  const credits: Fields[] = [];
  const each = random.pick([5, 5, 8, 10, 14]);
  for (let year = 0; year < 5; year++) {
    const date = addDays(addMonths(scene.anchor, 12 * year), random.integer(0, 360));
    if (date > scene.asOf) break;
    const provider = random.chance(0.6) ? scene.scheme : "G01";
    const category = random.pick(["internet", "designated"]);
    credits.push({ id: `s${year}`, date, units: each, provider, category });
  }
  return credits;
}

// P04: every item once or twice within the last three years.
function everyItem(random: Random, scene: Scene): Fields[] {
  return kItems.filter(() => random.chance(0.9)).map((curriculum, index) => ({
    id: `i${index}`, date: addDays(scene.asOf, -random.integer(0, 1000)), units: random.pick([1, 2, 3, 4]),
    provider: "P04", category: "assembly", curriculum,
  }));
}

// `most` credits where that is given, else as many as it comes.
export function randomCredits(random: Random, scene: Scene, most?: number): Fields[] {
  const habits: Habits = {
    own: random.pick([0.3, 0.6, 0.9]),
    categories: random.chance(0.4) ? random.shuffled(kCategories).slice(0, 3) : kCategories,
    marks: random.pick([0, 0.5, 1, 2]),
    dates: [],
  };
  const count = random.pick([0, 1, 2, random.integer(0, 10), random.integer(5, 25), random.integer(10, 40)]);
  const credits = Array.from({ length: count }, (_, index) => randomCredit(random, scene, habits, `c${index}`));
  if (random.chance(0.5)) credits.push(...steadyCredits(random, scene));
  if (scene.scheme === "P04" && random.chance(0.6)) credits.push(...everyItem(random, scene));
  const all = random.chance(0.5) ? random.shuffled(credits) : credits;
  return most === undefined ? all : all.slice(0, most);
}
