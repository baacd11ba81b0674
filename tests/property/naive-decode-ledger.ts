// Strict decoding of a profile and a ledger: what they say, or all that is wrong with them.

import { dayBefore, monthsBefore, periodEnd } from "./naive-dates";
import { Edition, kCategories, kCurriculum, Kind, kSystems } from "./naive-editions";
import { date, Faults, Fields, fieldsOf, flag, id, integer, items, key, missing, Place, provider, units, word } from "./naive-faults";
import { Credit, Profile } from "./naive-request";

const kProfileFields = ["kind", "base", "last_application", "registered", "extension", "certificate_of"];

export function decodeProfile(
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

export function decodeCredits(place: Place | undefined, faults: Faults): Credit[] | undefined {
  const ids = new Set<string>();
  return items(place, faults)?.map((one) => decodeCredit(one, ids, faults) as Credit);
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
    id: id(fields.get("id"), ids, faults),
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
