// Strict decoding of a request: either what it says, or all that is wrong with it.

import { dayBefore, monthsBefore, periodEnd } from "./naive-dates";
import { Edition, editionInForce, editionNamed, kCategories, kCurriculum, kEditions, Kind, kSystems } from "./naive-editions";
import {
  date, Fault, Faults, Fields, fieldsOf, flag, integer, key, missing, Place, provider, string, units, word,
} from "./naive-faults";
import { JsonNode, parseJson, pointer, SyntaxFault } from "./naive-json";
import { Credit, Profile, Request } from "./naive-request";

const kMostBytes = 8 * 1024 * 1024;
const kMostElements = 10000;

export type Decoded = { request: Request } | { errors: Fault[] };

const alone = (code: string, at: string): Decoded => ({ errors: [{ code, at }] });

export function decode(text: string): Decoded {
  if (new TextEncoder().encode(text).length > kMostBytes) return alone("too_large", "");
  let root: JsonNode;
  try {
    root = parseJson(text);
  } catch (error) {
    if (error instanceof SyntaxFault) return alone("syntax", "");
    throw error;
  }
  if (root.type !== "object") return alone("type", "");
  return (
    wordAlone(root, "op", ["assess"]) ??
    wordAlone(root, "scheme", kEditions.map((edition) => edition.scheme)) ??
    decodeAssess({ node: root, at: "" })
  );
}

// With a missing or unknown op or scheme only that is reported.
function wordAlone(root: JsonNode & { type: "object" }, name: string, words: string[]): Decoded | undefined {
  const member = root.members.find((candidate) => candidate.key === name);
  if (member === undefined) return alone("missing", `/${name}`);
  if (member.value.type !== "string") return alone("type", `/${name}`);
  return words.includes(member.value.value) ? undefined : alone("unknown_value", `/${name}`);
}

function decodeAssess(root: Place): Decoded {
  const faults = new Faults();
  const known = ["op", "as_of", "scheme", "edition", "profile", "credits"];
  const fields = fieldsOf(root, known, ["as_of", "profile", "credits"], faults) as Fields;
  const asOf = date(fields.get("as_of"), faults);
  const edition = decodeEdition(fields, asOf, faults);
  const profile = decodeProfile(fields.get("profile"), asOf, edition, faults);
  const credits = decodeCredits(fields.get("credits"), faults);
  const errors = faults.inOrder();
  if (errors.length > 0) return { errors };
  return { request: { asOf: asOf!, edition: edition!, profile: profile!, credits: credits! } };
}

function decodeEdition(fields: Fields, asOf: string | undefined, faults: Faults): Edition | undefined {
  const scheme = string(fields.get("scheme"), faults) as string;
  const named = fields.get("edition");
  if (named !== undefined) {
    const name = string(named, faults);
    if (name === undefined) return undefined;
    return editionNamed(scheme, name) ?? faults.on(named, "unknown_value");
  }
  if (asOf === undefined) return undefined;
  return editionInForce(scheme, asOf) ?? faults.on(fields.get("as_of")!, "unsupported");
}

const kProfileFields = ["kind", "base", "last_application", "registered", "extension", "certificate_of"];

function decodeProfile(
  place: Place | undefined, asOf: string | undefined, edition: Edition | undefined, faults: Faults,
): Profile | undefined {
  if (place === undefined) return undefined;
  const fields = fieldsOf(place, kProfileFields, ["kind"], faults);
  if (fields === undefined) return undefined;
  const kind = word(fields.get("kind"), ["new", "renewal"], "unknown_value", faults) as Kind | undefined;
  const renewalField = (name: string) => (kind === "new" ? undefined : fields.get(name));
  const profile = {
    kind,
    base: date(renewalField("base"), faults),
    lastApplication: date(renewalField("last_application"), faults),
    registered: date(fields.get("registered"), faults),
    extension: decodeExtension(fields.get("extension"), edition, faults) ?? 0,
    certificateOf: provider(renewalField("certificate_of"), faults),
  };
  if (kind === undefined) return undefined;
  if (edition !== undefined && edition.rules[kind] === undefined) faults.on(fields.get("kind")!, "unsupported");
  if (kind === "new") refuseRenewalFields(fields, faults);
  else checkRenewal(place, fields, profile, asOf, faults);
  return { ...profile, kind };
}

// `unsupported` does not hide what is wrong inside the extension.
function decodeExtension(place: Place | undefined, edition: Edition | undefined, faults: Faults): number | undefined {
  if (place === undefined) return undefined;
  const fields = fieldsOf(place, ["months"], ["months"], faults);
  if (fields === undefined) return undefined;
  if (edition?.extension === "none") faults.on(place, "unsupported");
  return integer(fields.get("months"), 1, 12, faults);
}

// Refused by their presence: their values are not looked at.
function refuseRenewalFields(fields: Fields, faults: Faults): void {
  for (const name of ["base", "last_application", "certificate_of"]) {
    const field = fields.get(name);
    if (field !== undefined) faults.on(field, "unexpected");
  }
}

interface RenewalDates {
  base?: string;
  lastApplication?: string;
}

function checkRenewal(place: Place, fields: Fields, dates: RenewalDates, asOf: string | undefined, faults: Faults): void {
  const { base, lastApplication } = dates;
  if (!fields.has("base")) missing(place, "base", faults);
  if (base !== undefined && asOf !== undefined && base > asOf) faults.on(fields.get("base")!, "range");
  if (lastApplication === undefined) return;
  const inFuture = asOf !== undefined && lastApplication > asOf;
  const outside = base !== undefined && !mayBeLastApplication(lastApplication, base);
  if (inFuture || outside) faults.on(fields.get("last_application")!, "range");
}

// From 12 months before `base` to before the last day of its first year.
function mayBeLastApplication(day: string, base: string): boolean {
  return day >= monthsBefore(base, 12) && day < dayBefore(periodEnd(base, 12));
}

function decodeCredits(place: Place | undefined, faults: Faults): Credit[] | undefined {
  if (place === undefined) return undefined;
  if (place.node.type !== "array") return faults.on(place, "type");
  if (place.node.items.length > kMostElements) return faults.on(place, "too_large");
  const ids = new Set<string>();
  const places = place.node.items.map((node, index) => ({ node, at: pointer(place.at, index) }));
  return places.map((one) => decodeCredit(one, ids, faults) as Credit);
}

const kCreditRequired = ["id", "date", "units", "provider", "category"];
const kCreditOptional = [
  "title", "event", "content", "course", "curriculum", "days", "lecturer", "new_curriculum",
  "designated_practice", "held_in", "transferred_to", "used_for", "void",
];

function decodeCredit(place: Place, ids: Set<string>, faults: Faults): Credit | undefined {
  const fields = fieldsOf(place, [...kCreditRequired, ...kCreditOptional], kCreditRequired, faults);
  if (fields === undefined) return undefined;
  key(fields.get("title"), faults);
  const credit = {
    id: decodeId(fields.get("id"), ids, faults),
    date: date(fields.get("date"), faults),
    units: units(fields.get("units"), faults),
    provider: provider(fields.get("provider"), faults),
    category: word(fields.get("category"), kCategories, "unknown_value", faults),
    event: key(fields.get("event"), faults),
    content: key(fields.get("content"), faults),
    course: key(fields.get("course"), faults),
    curriculum: word(fields.get("curriculum"), kCurriculum, "format", faults),
    days: integer(fields.get("days"), 1, Infinity, faults) ?? 1,
    lecturer: flag(fields.get("lecturer"), faults),
    newCurriculum: flag(fields.get("new_curriculum"), faults),
    designatedPractice: flag(fields.get("designated_practice"), faults),
    heldIn: word(fields.get("held_in"), Object.values(kSystems), "unknown_value", faults),
    transferredTo: provider(fields.get("transferred_to"), faults),
    used: key(fields.get("used_for"), faults) !== undefined,
    voided: key(fields.get("void"), faults) !== undefined,
  };
  return credit as Credit; // complete wherever no fault was found
}

function decodeId(place: Place | undefined, ids: Set<string>, faults: Faults): string | undefined {
  const id = key(place, faults);
  if (place === undefined || id === undefined) return undefined;
  if (ids.has(id)) return faults.on(place, "duplicate_id");
  ids.add(id);
  return id;
}
