// Requests of `award`.

import { award, Seminar, Talk } from "./naive-award";
import { editionFor } from "./naive-decode-edition";
import { kCurriculum } from "./naive-editions";
import { date, Faults, Fields, fieldsOf, flag, id, integer, items, key, missing, Place, time, word } from "./naive-faults";

export const kDeliveries = ["assembly", "web_live", "web_recorded"];
const kTalkKinds = [
  "lecture", "symposium", "poster_presentation", "member_presentations",
  "greeting", "overview", "break", "quiz", "poster_viewing", "sponsored_meal_seminar",
];
const kCategories = ["assembly", "practicum", "group", "internet", "self_study"];

export function readAward(root: Place, faults: Faults, scheme: string): () => object {
  if (scheme === "P04") return readJshp(root, faults);
  if (scheme === "G01") return readJpec(root, faults);
  const fields = fieldsOf(root, ["as_of", "edition", "scheme"], [], new Faults()) as Fields; // no form to judge by
  editionFor("award", scheme, fields, faults);
  return () => ({});
}

function readJshp(root: Place, faults: Faults): () => object {
  const known = [
    "op", "scheme", "edition", "as_of", "delivery", "no_curriculum", "parallel_sessions", "host_role",
    "members_only", "applied_on", "talks",
  ];
  const fields = fieldsOf(root, known, ["delivery", "talks"], faults) as Fields;
  const edition = editionFor("award", "P04", fields, faults);
  const delivery = word(fields.get("delivery"), kDeliveries, "unknown_value", faults);
  const without = fields.get("no_curriculum");
  const noCurriculum = flag(without, faults);
  const onWeb = delivery !== undefined && delivery !== "assembly";
  if (noCurriculum && onWeb) faults.on(without!, "unexpected");
  const readable = without === undefined || (without.node.type === "boolean" && !(noCurriculum && onWeb));
  const judge = { delivery, noCurriculum: readable ? noCurriculum : undefined };
  const seminar = {
    delivery, noCurriculum,
    parallelSessions: flag(fields.get("parallel_sessions"), faults),
    hostRole: word(fields.get("host_role"), ["organizer", "co_organizer", "supporter"], "unknown_value", faults),
    membersOnly: flag(fields.get("members_only"), faults),
    appliedOn: date(fields.get("applied_on"), faults),
    talks: readTalks(fields.get("talks"), ["curriculum", "promotional"], faults, (place, talk) => judgeItem(place, talk, judge, faults)),
  } as Seminar;
  return () => award(edition!, seminar);
}

const kAssemblyOnly = ["academic_meeting", "lecturer", "academic_presentation"];

function readJpec(root: Place, faults: Faults): () => object {
  const known = ["op", "scheme", "edition", "as_of", "category", ...kAssemblyOnly, "other_qualification_only", "talks"];
  const fields = fieldsOf(root, known, ["category", "talks"], faults) as Fields;
  const edition = editionFor("award", "G01", fields, faults);
  const category = word(fields.get("category"), kCategories, "unknown_value", faults);
  // A flag that does not go with the category is refused by its presence.
  const flagFor = (name: string, categories: string[]): boolean => {
    const place = fields.get(name);
    if (place === undefined || category === undefined || categories.includes(category)) return flag(place, faults);
    faults.on(place, "unexpected");
    return false;
  };
  const seminar = {
    category,
    academicMeeting: flagFor("academic_meeting", ["assembly"]),
    lecturer: flagFor("lecturer", ["assembly"]),
    academicPresentation: flagFor("academic_presentation", ["assembly"]),
    otherQualificationOnly: flagFor("other_qualification_only", ["assembly", "practicum"]),
    talks: readTalks(fields.get("talks"), [], faults, () => undefined),
  } as Seminar;
  return () => award(edition!, seminar);
}

type JudgeItem = (place: Place, fields: Fields) => string | undefined;

function readTalks(place: Place | undefined, further: string[], faults: Faults, item: JudgeItem): Talk[] | undefined {
  const places = items(place, faults);
  if (places?.length === 0) faults.on(place!, "range");
  const ids = new Set<string>();
  return places?.map((one) => readTalk(one, further, ids, faults, item) as Talk);
}

function readTalk(place: Place, further: string[], ids: Set<string>, faults: Faults, item: JudgeItem): Talk | undefined {
  const known = ["id", "date", "kind", ...further, "start", "end", "minutes", "title"];
  const fields = fieldsOf(place, known, ["id", "date", "kind"], faults);
  if (fields === undefined) return undefined;
  key(fields.get("title"), faults);
  const talk = {
    id: id(fields.get("id"), ids, faults),
    date: date(fields.get("date"), faults),
    kind: word(fields.get("kind"), kTalkKinds, "unknown_value", faults),
    curriculum: item(place, fields),
    promotional: flag(fields.get("promotional"), faults),
    ...readLength(place, fields, faults),
  };
  return talk as Talk; // complete wherever no fault was found
}

function readLength(place: Place, fields: Fields, faults: Faults): { start?: number; end?: number; minutes?: number } {
  const timed = fields.has("start") || fields.has("end");
  if (timed && !fields.has("start")) missing(place, "start", faults);
  if (timed && !fields.has("end")) missing(place, "end", faults);
  if (!timed && !fields.has("minutes")) missing(place, "minutes", faults);
  if (timed && fields.has("minutes")) faults.on(fields.get("minutes")!, "unexpected");
  const start = time(fields.get("start"), faults);
  const end = time(fields.get("end"), faults);
  if (start !== undefined && end !== undefined && end <= start) faults.on(fields.get("end")!, "range");
  return { start, end, minutes: timed ? undefined : integer(fields.get("minutes"), 1, 1440, faults) };
}

interface Judge {
  delivery?: string;
  noCurriculum?: boolean; // undefined where it cannot be relied on
}

const kExcludedEverywhere = ["greeting", "overview", "break", "quiz", "poster_viewing"];

// JSHP 1(7)2: one item for each talk that may count; none where the seminar goes without.
function judgeItem(place: Place, fields: Fields, judge: Judge, faults: Faults): string | undefined {
  const item = fields.get("curriculum");
  if (judge.noCurriculum === true && item !== undefined) return faults.on(item, "unexpected");
  if (item !== undefined) return word(item, kCurriculum, "format", faults);
  const kind = fields.get("kind")?.node;
  if (judge.noCurriculum !== false || kind?.type !== "string" || !kTalkKinds.includes(kind.value)) return undefined;
  const mealSeminar = kind.value === "sponsored_meal_seminar";
  if (mealSeminar && judge.delivery === undefined) return undefined;
  const excluded = kExcludedEverywhere.includes(kind.value) || (mealSeminar && judge.delivery === "assembly");
  if (!excluded) missing(place, "curriculum", faults);
  return undefined;
}
