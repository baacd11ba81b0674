// What a pharmacist at random does next.

const kCredits = 6; // few, so that phones meet on the same one
const kSchemes = ["G01", "G13", "P04"];
const credits = Array.from({ length: kCredits }, (_, i) => `0194d3c8-0000-7000-8000-00000000000${i}`);

let words = 0;
/** No two say the same, so that each can be told from all others by what it says. */
const word = () => `第${++words}回`;

/** A change; `phone` shows what there is to be deleted. `narrow`: of few things only. */
export function written(random, phone, narrow = false) {
  const at = random.below(100);
  if (at < 60) return put(narrow ? credits[random.below(2)] : random.often(60) ? random.one(credits) : random.uuid(), random);
  if (at < 66) return remove(random, phone);
  if (at < 72) return attachment(random, narrow ? credits[0] : random.one(credits));
  if (at < 84) return { kind: "set_profile", entity: "profile", body: { kind: "renewal", base: `20${10 + random.below(14)}-0${1 + random.below(9)}-${10 + random.below(18)}` } };
  if (at < (narrow ? 86 : 92)) return { kind: "set_person", entity: "person", body: { name: word() } };
  return application(random);
}

export function put(id, random) {
  return { kind: "put_credit", entity: id, body: { id, date: "2026-05-10", units: 1 + random.below(9), provider: "G13", category: "internet", title: word() } };
}

function remove(random, phone) {
  const present = phone.view().credits;
  return present.length === 0 ? put(random.one(credits), random) : { kind: "delete_credit", entity: random.one(present).id, body: null };
}

/** Its bytes would come by themselves, later. */
function attachment(random, entity) {
  if (random.often(20)) return { kind: "delete_attachment", entity, body: null };
  return { kind: "put_attachment", entity, body: { sha256: `${random.uuid()}${random.uuid()}`.replaceAll("-", ""), type: "image/jpeg", bytes: 1000 + random.below(1000) } };
}

/** Disputed, so that it is received whatever the ledger holds. */
function application(random) {
  const body = { scheme: random.one(kSchemes), edition: "2024-05-01", as_of: "2026-11-21", disputed: true, digest: "0".repeat(64), verdict: "{}", engine: "0" };
  return { kind: "submit_application", entity: random.uuid(), body };
}
