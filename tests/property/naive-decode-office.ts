// Requests of `fee` and `deadlines`.

import { kDeliveries } from "./naive-decode-award";
import { editionFor } from "./naive-decode-edition";
import { date, Faults, Fields, fieldsOf, integer, items, missing, Place, word } from "./naive-faults";
import { Days, deadlinesG01, deadlinesP04, feeG01, feeP04, kFeesG01 } from "./naive-office";

const kMostSeals = 99999999999; // decision: the contract names no bound
const kCommon = ["op", "scheme", "edition", "as_of"];

// A scheme without rules has no form to judge by.
function readUnsupported(op: string, root: Place, faults: Faults, scheme: string): () => object {
  editionFor(op, scheme, fieldsOf(root, kCommon, [], new Faults()) as Fields, faults);
  return () => ({});
}

export function readFee(root: Place, faults: Faults, scheme: string): () => object {
  if (scheme === "G01") {
    const fields = fieldsOf(root, [...kCommon, "what"], ["what"], faults) as Fields;
    editionFor("fee", scheme, fields, faults);
    const what = word(fields.get("what"), Object.keys(kFeesG01), "unknown_value", faults);
    return () => feeG01(what!);
  }
  return scheme === "P04" ? readSealFee(root, faults) : readUnsupported("fee", root, faults, scheme);
}

function readSealFee(root: Place, faults: Faults): () => object {
  const known = [...kCommon, "delivery", "applied", "distributed", "additional"];
  const fields = fieldsOf(root, known, ["delivery"], faults) as Fields;
  editionFor("fee", "P04", fields, faults);
  const delivery = word(fields.get("delivery"), kDeliveries, "unknown_value", faults);
  const count = (place: Place | undefined) => integer(place, 0, kMostSeals, faults);
  const billed = delivery === "assembly" ? "applied" : "distributed";
  const other = delivery === "assembly" ? "distributed" : "applied";
  const stickers = count(fields.get(billed));
  if (delivery === undefined) count(fields.get(other));
  else if (fields.has(other)) faults.on(fields.get(other)!, "unexpected");
  if (delivery !== undefined && !fields.has(billed)) missing(root, billed, faults);
  const additional = items(fields.get("additional"), faults)?.map(count) ?? [];
  return () => feeP04(stickers!, additional as number[]);
}

export function readDeadlines(root: Place, faults: Faults, scheme: string): () => object {
  if (scheme === "G13") return readUnsupported("deadlines", root, faults, scheme);
  const further = scheme === "P04" ? ["delivery", "host"] : [];
  const fields = fieldsOf(root, [...kCommon, "start", "end", ...further], ["start", "end", ...further], faults) as Fields;
  editionFor("deadlines", scheme, fields, faults);
  const days = { start: date(fields.get("start"), faults), end: date(fields.get("end"), faults) };
  if (days.start !== undefined && days.end !== undefined && days.end < days.start) faults.on(fields.get("end")!, "range");
  const delivery = word(fields.get("delivery"), kDeliveries, "unknown_value", faults);
  const host = word(fields.get("host"), ["prefecture", "other"], "unknown_value", faults);
  return () => (scheme === "P04" ? deadlinesP04(days as Days, delivery!, host!) : deadlinesG01(days as Days));
}
