// Which edition answers.

import { Edition, editionInForce, editionNamed, kEditions } from "./naive-editions";
import { date, Faults, Fields, Place, string } from "./naive-faults";

function named(place: Place, scheme: string, faults: Faults): Edition | undefined {
  const name = string(place, faults);
  if (name === undefined) return undefined;
  return editionNamed(scheme, name) ?? faults.on(place, "unknown_value");
}

// The edition of an assessment; `asOf` is undefined where it could not be read.
export function certifyingEdition(
  scheme: string, edition: Place | undefined, asOf: string | undefined, asOfPlace: Place | undefined, faults: Faults,
): Edition | undefined {
  if (edition !== undefined) return named(edition, scheme, faults);
  if (asOf === undefined) return undefined;
  return editionInForce(scheme, asOf) ?? faults.on(asOfPlace!, "unsupported");
}

const kOffice = ["P04@2021-03-11", "G01@2017-04-01"];
const kEditionsOf: Record<string, string[]> = { award: kOffice, fee: kOffice, deadlines: kOffice, points: ["G13@2024-05-01"] };

export function hasRules(op: string, edition: Edition): boolean {
  return kEditionsOf[op].includes(`${edition.scheme}@${edition.date}`);
}

// The edition of the other operations: the named one, the one in force on `as_of`, or the newest
// confirmed one that has rules for the operation.
export function editionFor(op: string, scheme: string, fields: Fields, faults: Faults): Edition | undefined {
  const asOf = date(fields.get("as_of"), faults);
  const ruled = (edition: Edition | undefined, name: string) =>
    edition !== undefined && hasRules(op, edition) ? edition : faults.on(fields.get(name)!, "unsupported");
  if (fields.has("edition")) {
    const edition = named(fields.get("edition")!, scheme, faults);
    return edition === undefined ? undefined : ruled(edition, "edition");
  }
  if (fields.has("as_of")) return asOf === undefined ? undefined : ruled(editionInForce(scheme, asOf), "as_of");
  return ruled(newestFor(op, scheme), "scheme");
}

function newestFor(op: string, scheme: string): Edition | undefined {
  const able = kEditions.filter((one) => one.scheme === scheme && one.status === "confirmed" && hasRules(op, one));
  return able.sort((a, b) => (a.date < b.date ? -1 : 1)).pop();
}
