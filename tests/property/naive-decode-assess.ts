// Requests about certificates: assess, compare, allocate.

import { allocate } from "./naive-allocate";
import { assess } from "./naive-assess";
import { certifyingEdition } from "./naive-decode-edition";
import { decodeCredits, decodeProfile } from "./naive-decode-ledger";
import { Edition, kSchemes } from "./naive-editions";
import { date, Faults, Fields, fieldsOf, flag, items, Place, word } from "./naive-faults";
import { Profile, Request } from "./naive-request";

export function readAssess(root: Place, faults: Faults, scheme: string): () => object {
  const known = ["op", "as_of", "scheme", "edition", "profile", "credits", "explain"];
  const fields = fieldsOf(root, known, ["as_of", "profile", "credits"], faults) as Fields;
  const asOf = date(fields.get("as_of"), faults);
  const edition = certifyingEdition(scheme, fields.get("edition"), asOf, fields.get("as_of"), faults);
  const profile = decodeProfile(fields.get("profile"), asOf, edition, faults);
  const credits = decodeCredits(fields.get("credits"), faults);
  const explain = flag(fields.get("explain"), faults);
  return () => assess({ asOf: asOf!, edition: edition!, profile: profile!, credits: credits!, explain });
}

interface Target {
  edition?: Edition;
  profile?: Profile;
}

const kMostTargets = 16;

// The same ledger toward each target.
function readTargets(root: Place, faults: Faults): () => Request[] {
  const fields = fieldsOf(root, ["op", "as_of", "targets", "credits"], ["as_of", "targets", "credits"], faults) as Fields;
  const asOf = date(fields.get("as_of"), faults);
  const places = items(fields.get("targets"), faults);
  if (places !== undefined && (places.length < 1 || places.length > kMostTargets)) faults.on(fields.get("targets")!, "range");
  const unsupported = new Faults();
  const targets = (places ?? []).map((place) => readTarget(place, asOf, fields.get("as_of"), faults, unsupported));
  if (unsupported.inOrder().length > 0) faults.on(fields.get("as_of")!, "unsupported"); // once for all targets
  const credits = decodeCredits(fields.get("credits"), faults);
  return () => targets.map(({ edition, profile }) => ({ asOf: asOf!, edition: edition!, profile: profile!, credits: credits!, explain: false }));
}

// Of a target with a missing or unknown scheme only that is reported.
function readTarget(place: Place, asOf: string | undefined, asOfPlace: Place | undefined, faults: Faults, unsupported: Faults): Target {
  const own = new Faults();
  const fields = fieldsOf(place, ["scheme", "edition", "profile"], ["scheme", "profile"], own);
  const scheme = word(fields?.get("scheme"), kSchemes, "unknown_value", own);
  if (scheme === undefined || fields === undefined) {
    const at = fields === undefined ? place.at : `${place.at}/scheme`;
    faults.take(own, at);
    return {};
  }
  faults.take(own);
  const named = fields.get("edition");
  const edition = certifyingEdition(scheme, named, asOf, asOfPlace, named === undefined ? unsupported : faults);
  return { edition, profile: decodeProfile(fields.get("profile"), asOf, edition, faults) };
}

export function readCompare(root: Place, faults: Faults): () => object {
  const requests = readTargets(root, faults);
  return () => ({ results: requests().map(assess) });
}

export function readAllocate(root: Place, faults: Faults): () => object | undefined {
  const requests = readTargets(root, faults);
  return () => allocate(requests());
}
