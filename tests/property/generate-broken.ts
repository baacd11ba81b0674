// Ways to break a request: wrong types, missing and unknown fields, values out of range, broken text.

import { Fields, isFields, Raw, Value } from "./generate-text";
import { Random } from "./random";

const kNumbers = [
  "0", "-0", "-1", "0.125", "1.005", "1e400", "-1e400", "1e-400", "1000", "999.991", "999.99", "1e3", "1.500", "1e0",
  "0e400", "1e20", "100000000000", "1.50", "12.0", "13", "0.5", "12e0", "120e-1", "1E+0", "0.01", "0.001",
];
const kDates = [
  "2025-02-30", "2025-02-29", "2100-02-29", "2025/01/01", "2025-1-1", "1899-12-31", "1900-01-01", "2199-12-31", "2200-01-01",
  "0000-01-01", "0000-00-00", "2025-13-01", "2025-00-10", "2025-04-31", "", " 2025-01-01", "2025-01-01T00:00:00",
  "9999-12-31", "２０２５-01-01",
];
const kTexts = ["", "x", "a".repeat(200), "a".repeat(201), "\u{20BB7}".repeat(200), "\u{20BB7}".repeat(201), "\u0000"];
const kWords: Record<string, string[]> = {
  kind: ["new", "renewal", "", "New", "lecture", "talk", "break", "sponsored_meal_seminar"],
  category: ["seminar", "", "assembly", "Assembly"],
  provider: ["JPEC", "G1", "g01", "G001", "Q01", "G01 ", "G99"],
  certificate_of: ["", "G1", "P99"],
  transferred_to: ["G", "g13", "P04"],
  held_in: ["PECS", "pecs", "", "G01"],
  curriculum: ["VI-1", "I-4", "II-7", "", "i-1", "V-3", "Ⅱ-6"],
  edition: ["2024-05-02", "2017-04-01", "2021-03-11", "2022-04-01", "", "latest", "2024-13-01"],
  scheme: ["G99", "G01", "P04", "", "g13"],
  op: ["asses", "", "Assess", "award", "fee", "review", "compare"],
  delivery: ["web", "", "assembly", "web_live", "web_recorded"],
  host: ["", "prefecture", "others"],
  host_role: ["", "sponsor", "supporter"],
  what: ["", "certificate", "reissue"],
};
const kTimes = ["24:00", "23:59", "00:00", "9:00", "12:60", "12:00:00", "", "１２:00", "12.00"];
const kInstants = [
  "2026-05-10T24:00:00", "2026-05-10T23:59:60", "2026-02-29T10:00:00", "2026-05-10 10:00:00", "2026-05-10T10:00", "2026-05-10T10:00:00Z",
  "2200-01-01T00:00:00", "1899-12-31T23:59:59", "2199-12-31T23:59:59", "", "2026-05-10",
];
const kWrongTypes = ["null", "true", "false", "5", '"5"', "[]", "{}", '{"a":[null]}', "[1]"];
const kUnknownNames = ["unit", "Units", "extra", "a/b", "m~n", "", "~1", "日付"];

// A new value each time, since it may be broken further.
function wrongType(random: Random): Value {
  return JSON.parse(random.pick(kWrongTypes)) as Value;
}

const kNumbersNamed = ["units", "days", "months", "minutes", "points", "applied", "distributed", "daily_points_limit"];
const kDatesNamed = ["as_of", "date", "base", "last_application", "registered", "applied_on"];
const kTextsNamed = ["id", "title", "event", "content", "course", "used_for", "void", "person", "device"];

function plausibleWrong(random: Random, name: string): Value {
  if (random.chance(0.3)) return wrongType(random);
  if (kNumbersNamed.includes(name)) return new Raw(random.pick(kNumbers));
  if (kDatesNamed.includes(name)) return random.pick(kDates);
  if (["start", "end"].includes(name)) return random.pick(random.pick([kDates, kTimes, kInstants]));
  if (name in kWords) return random.pick(kWords[name]);
  if (kTextsNamed.includes(name)) return random.pick(kTexts);
  return wrongType(random);
}

// All objects and lists of a request, itself first.
function partsOf(request: Fields): (Fields | Value[])[] {
  const found: (Fields | Value[])[] = [];
  const visit = (value: Value): void => {
    if (!Array.isArray(value) && !isFields(value)) return;
    found.push(value);
    Object.values(value).forEach(visit);
  };
  visit(request);
  return found;
}

// Fields that an object may or may not have, by a field that tells what it is.
const kFurther: Record<string, string[]> = {
  category: [
    "title", "event", "content", "course", "curriculum", "days", "lecturer", "new_curriculum", "designated_practice",
    "held_in", "transferred_to", "used_for", "void", "academic_meeting", "academic_presentation", "other_qualification_only",
  ],
  kind: [
    "base", "last_application", "certificate_of", "registered", "extension", "curriculum", "start", "end", "minutes",
    "promotional", "title",
  ],
  scheme: [
    "edition", "as_of", "explain", "what", "applied", "distributed", "additional", "delivery", "host", "host_role",
    "no_curriculum", "parallel_sessions", "members_only", "applied_on", "already_taken",
  ],
};

function breakObject(random: Random, target: Fields): void {
  const names = Object.keys(target);
  const way = random.fraction();
  if (names.length === 0) return;
  if (way < 0.15) delete target[random.pick(names)];
  else if (way < 0.3) target[random.pick(kUnknownNames)] = wrongType(random);
  else if (way < 0.55) addFurther(random, target);
  else setWrong(random, target, random.pick(names));
}

function addFurther(random: Random, target: Fields): void {
  const mark = Object.keys(kFurther).find((name) => name in target);
  if (mark === undefined) setWrong(random, target, random.pick(Object.keys(target)));
  else setWrong(random, target, random.pick(kFurther[mark]));
}

function setWrong(random: Random, target: Fields, name: string): void {
  target[name] = plausibleWrong(random, name);
}

function breakList(random: Random, list: Value[]): void {
  if (list.length === 0 || random.chance(0.2)) list.push(wrongType(random));
  else if (random.chance(0.3)) list.splice(0);
  else list[random.integer(0, list.length - 1)] = random.chance(0.5) ? wrongType(random) : new Raw(random.pick(kNumbers));
}

// `relations` make values that are right by themselves disagree.
export function breakRequest(random: Random, request: Fields, relations: (() => void)[]): void {
  const times = random.pick([1, 1, 2, 3, 5]);
  for (let i = 0; i < times; i++) {
    if (relations.length > 0 && i === 0 && random.chance(0.25)) {
      random.pick(relations)(); // first, while the request is whole
      continue;
    }
    const part = random.chance(0.2) ? request : random.pick(partsOf(request));
    if (Array.isArray(part)) breakList(random, part);
    else breakObject(random, part);
  }
}

// Damage to the text itself.
export function breakText(random: Random, text: string): string {
  switch (random.integer(0, 9)) {
    case 0: return text.slice(0, random.integer(1, text.length - 1));
    case 1: return text.replace("{", '{"op":"assess",');
    case 2: return text.replace("{", '{"\\u006fp":"assess",');
    case 3: return text.replace("{", '{"x":"\\ud800",');
    case 4: return text.replace("{", '{"x":"\\ud842\\udfb7",');
    case 5: return text.replace("{", '{"x":{"y":1,"y":2},');
    case 6: return text.replace(/}$/, ",}");
    case 7: return random.pick(["[]", "null", "5", '"x"', "{}", "nul", "[1,]", "tru", "{]"]);
    case 8: return text.replace("{", `{"x":${random.pick(["01", "1.", ".5", "+1", "-", "1e", "NaN", "'a'", '"\t"', '"\\x"'])},`);
    default: return `${text} ${random.pick(["", "x", "{}", ","])}`;
  }
}
