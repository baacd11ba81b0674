// Requests of `points` and `review`.

import { editionFor } from "./naive-decode-edition";
import { date, Faults, Fields, fieldsOf, id, instant, integer, items, key, Place } from "./naive-faults";
import { Completion, Gain, implausibleDays, overlaps, points, View } from "./naive-learning";

const kMostPoints = 999;
const kDailyPoints = 900;
const kMostFindings = 10000;

export function readPoints(root: Place, faults: Faults, scheme: string): () => object {
  const common = ["op", "scheme", "edition", "as_of"];
  if (scheme !== "G13") {
    editionFor("points", scheme, fieldsOf(root, common, [], new Faults()) as Fields, faults);
    return () => ({});
  }
  const fields = fieldsOf(root, [...common, "completions", "already_taken"], ["completions"], faults) as Fields;
  editionFor("points", scheme, fields, faults);
  const ids = new Set<string>();
  const completions = items(fields.get("completions"), faults)?.map((place) => readCompletion(place, ids, faults));
  const taken = items(fields.get("already_taken"), faults)?.map((place) => key(place, faults)) ?? [];
  return () => points(completions as Completion[], taken as string[]);
}

function readCompletion(place: Place, ids: Set<string>, faults: Faults): Completion | undefined {
  const names = ["id", "course", "date", "points"];
  const fields = fieldsOf(place, names, names, faults);
  if (fields === undefined) return undefined;
  return {
    id: id(fields.get("id"), ids, faults),
    course: key(fields.get("course"), faults),
    date: date(fields.get("date"), faults),
    points: integer(fields.get("points"), 1, kMostPoints, faults),
  } as Completion;
}

export function readReview(root: Place, faults: Faults): () => object {
  const fields = fieldsOf(root, ["op", "views", "completions", "daily_points_limit"], ["views"], faults) as Fields;
  const ids = new Set<string>();
  const views = items(fields.get("views"), faults)?.map((place) => readView(place, ids, faults)) as View[];
  const gains = (items(fields.get("completions"), faults) ?? []).map((place) => readGain(place, faults)) as Gain[];
  const limit = integer(fields.get("daily_points_limit"), 1, Infinity, faults) ?? kDailyPoints;
  if (faults.inOrder().length > 0) return () => ({});
  const findings = [...overlaps(views), ...implausibleDays(gains, limit)];
  if (findings.length > kMostFindings) faults.on(fields.get("views")!, "too_large");
  return () => ({ findings });
}

function readView(place: Place, ids: Set<string>, faults: Faults): View | undefined {
  const names = ["id", "person", "device", "course", "start", "end"];
  const fields = fieldsOf(place, names, names, faults);
  if (fields === undefined) return undefined;
  key(fields.get("device"), faults);
  key(fields.get("course"), faults);
  const view = {
    id: id(fields.get("id"), ids, faults),
    person: key(fields.get("person"), faults),
    start: instant(fields.get("start"), faults),
    end: instant(fields.get("end"), faults),
  };
  if (view.start !== undefined && view.end !== undefined && view.end <= view.start) faults.on(fields.get("end")!, "range");
  return view as View;
}

function readGain(place: Place, faults: Faults): Gain | undefined {
  const names = ["person", "date", "points"];
  const fields = fieldsOf(place, names, names, faults);
  if (fields === undefined) return undefined;
  return {
    person: key(fields.get("person"), faults),
    date: date(fields.get("date"), faults),
    points: integer(fields.get("points"), 1, kMostPoints, faults),
  } as Gain;
}
