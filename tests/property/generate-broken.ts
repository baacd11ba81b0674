// Ways to break a request: wrong types, missing and unknown fields, values out of range, broken text.

import { addDays, Scene } from "./generate-ledger";
import { Fields, isFields, Raw, Value } from "./generate-text";
import { Random } from "./random";

const kNumbers = [
  "0", "-0", "-1", "0.125", "1.005", "1e400", "-1e400", "1e-400", "1000", "999.991", "999.99", "1e3", "1.500", "1e0",
  "0e400", "1.50", "12.0", "13", "0.5", "12e0", "120e-1", "1E+0", "0.01", "0.001",
];
const kDates = [
  "2025-02-30", "2025-02-29", "2100-02-29", "2025/01/01", "2025-1-1", "1899-12-31", "1900-01-01", "2199-12-31", "2200-01-01",
  "0000-01-01", "0000-00-00", "2025-13-01", "2025-00-10", "2025-04-31", "", " 2025-01-01", "2025-01-01T00:00:00",
  "9999-12-31", "２０２５-01-01",
];
const kTexts = ["", "x", "a".repeat(200), "a".repeat(201), "\u{20BB7}".repeat(200), "\u{20BB7}".repeat(201), "\u0000"];
const kWords: Record<string, string[]> = {
  kind: ["new", "renewal", "", "New"],
  category: ["seminar", "", "assembly", "Assembly"],
  provider: ["JPEC", "G1", "g01", "G001", "Q01", "G01 ", "G99"],
  certificate_of: ["", "G1", "P99"],
  transferred_to: ["G", "g13", "P04"],
  held_in: ["PECS", "pecs", "", "G01"],
  curriculum: ["VI-1", "I-4", "II-7", "", "i-1", "V-3", "Ⅱ-6"],
  edition: ["2024-05-02", "2017-04-01", "2021-03-11", "2022-04-01", "", "latest", "2024-13-01"],
  scheme: ["G99", "G01", "P04", "", "g13"],
  op: ["asses", "", "Assess"],
};
const kWrongTypes = ["null", "true", "false", "5", '"5"', "[]", "{}", '{"a":[null]}', "[1]"];
const kUnknownNames = ["unit", "Units", "extra", "a/b", "m~n", "", "~1", "日付"];

// A new value each time, since it may be broken further.
function wrongType(random: Random): Value {
  return JSON.parse(random.pick(kWrongTypes)) as Value;
}

function plausibleWrong(random: Random, name: string): Value {
  if (random.chance(0.3)) return wrongType(random);
  if (["units", "days", "months"].includes(name)) return new Raw(random.pick(kNumbers));
  if (["as_of", "date", "base", "last_application", "registered"].includes(name)) return random.pick(kDates);
  if (name in kWords) return random.pick(kWords[name]);
  if (["id", "title", "event", "content", "course", "used_for", "void"].includes(name)) return random.pick(kTexts);
  return wrongType(random);
}

// All objects of a request, itself first.
function objectsOf(request: Fields): Fields[] {
  const found: Fields[] = [];
  const visit = (value: Value): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isFields(value)) {
      found.push(value);
      Object.values(value).forEach(visit);
    }
  };
  visit(request);
  return found;
}

const kOptional = [
  "title", "event", "content", "course", "curriculum", "days", "lecturer", "new_curriculum", "designated_practice",
  "held_in", "transferred_to", "used_for", "void",
];
const kProfileFields = ["base", "last_application", "certificate_of", "registered", "extension"];

function breakObject(random: Random, target: Fields): void {
  const names = Object.keys(target);
  const way = random.fraction();
  if (names.length === 0) return;
  if (way < 0.15) delete target[random.pick(names)];
  else if (way < 0.3) target[random.pick(kUnknownNames)] = wrongType(random);
  else if (way < 0.5 && "category" in target) setWrong(random, target, random.pick(kOptional));
  else if (way < 0.6 && "kind" in target) setWrong(random, target, random.pick(kProfileFields));
  else setWrong(random, target, random.pick(names));
}

function setWrong(random: Random, target: Fields, name: string): void {
  target[name] = plausibleWrong(random, name);
}

// Values that are right by themselves but do not go together.
function breakRelation(random: Random, request: Fields, scene: Scene): void {
  const profile = scene.profile;
  const credits = request.credits as Fields[];
  switch (random.integer(0, 5)) {
    case 0: profile.base = addDays(scene.asOf, random.integer(-1, 2)); break;
    case 1: profile.last_application = addDays(scene.anchor, random.pick([-367, -366, -365, 363, 364, 365, 366])); break;
    case 2: profile.extension = { months: random.pick([0, 1, 12, 13]) }; break;
    case 3: profile.certificate_of = "G13"; break;
    case 4: request.edition = random.pick(kWords.edition); break;
    default: if (credits.length > 1) random.pick(credits).id = credits[0].id;
  }
}

// The request itself, its profile or any object within.
function brokenTarget(random: Random, request: Fields, scene: Scene): Fields {
  if (random.chance(0.2)) return request;
  return random.chance(0.3) ? scene.profile : random.pick(objectsOf(request));
}

export function breakRequest(random: Random, request: Fields, scene: Scene): void {
  const times = random.pick([1, 1, 2, 3, 5]);
  for (let i = 0; i < times; i++) {
    const whole = Array.isArray(request.credits) && request.credits.every(isFields);
    if (whole && random.chance(0.25)) breakRelation(random, request, scene);
    else breakObject(random, brokenTarget(random, request, scene));
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
