// A seminar's draft as requests to the engine, and the engine's pointers as places of the draft. What is no number or no date goes
// on as it stands, so that the engine names the fault.

import type { Question } from "../engine/engine";
import type { CivilDate, Problem, RulePack } from "../engine/contract";
import { given, number } from "./drafts";
import {
  asksDelivery, asksItem, categoryOf, daysOf, deadlinesAsk, learningPack, mayGoWithoutItems, seminarPack, timeText, withoutItems, type DatedTalk,
} from "./selectors/seminar";
import type { SeminarDraft } from "./state/seminar";

type Packs = readonly RulePack[];

export interface Asked {
  readonly request: Question;
  /** The place of the draft that a pointer is about. */
  readonly place: (at: string) => string;
}

/** Null where the scheme has no such rules, or nothing is typed. */
export function awardRequest(packs: Packs, scheme: string, draft: SeminarDraft, talks: readonly DatedTalk[]): Asked | null {
  const pack = seminarPack(packs, scheme, "award");
  if (pack === null || talks.length === 0) return null;
  const about = pack.seminar?.award?.basis === "curriculum" ? aboutHost(pack, draft) : aboutCategory(pack, draft);
  const request = { op: "award", scheme, edition: pack.effective, ...about, talks: talks.map((talk) => talkOf(pack, draft, talk)) };
  return { request, place: (at) => talkPlace(talks, at) };
}

function aboutHost(pack: RulePack, draft: SeminarDraft): object {
  const { delivery, host_role, members_only, applied_on } = draft;
  const rooms = mayGoWithoutItems(pack, draft) && draft.no_curriculum && draft.parallel_sessions;
  return given({ delivery, no_curriculum: withoutItems(pack, draft), parallel_sessions: rooms, host_role, members_only, applied_on });
}

function aboutCategory(pack: RulePack, draft: SeminarDraft): object {
  const category = categoryOf(pack, draft);
  const meeting = category?.each_date ?? false;
  return given({
    category: category?.category ?? "", academic_meeting: meeting && draft.academic_meeting, lecturer: meeting && draft.lecturer,
    academic_presentation: meeting && draft.lecturer && draft.academic_presentation,
    other_qualification_only: (category?.asks_audience ?? false) && draft.other_qualification_only,
  });
}

function talkOf(pack: RulePack, draft: SeminarDraft, talk: DatedTalk): object {
  const byItem = pack.seminar?.award?.basis === "curriculum";
  const length = draft.measure === "times" ? { start: timeText(talk.start), end: timeText(talk.end) } : { minutes: number(talk.minutes) };
  const item = asksItem(pack, draft, talk.kind) ? talk.curriculum : "";
  return given({ id: talk.id, date: talk.date, kind: talk.kind, curriculum: item, ...length, promotional: byItem && talk.promotional, title: talk.title.trim() });
}

/** "/talks/0/end" → "/talk/t1/end". */
function talkPlace(talks: readonly DatedTalk[], at: string): string {
  const [, list, index, field] = at.split("/");
  const talk = list === "talks" ? talks[Number(index)] : undefined;
  return talk === undefined ? at : `/talk/${talk.id}/${field ?? ""}`;
}

export function deadlinesRequest(packs: Packs, scheme: string, draft: SeminarDraft): Asked | null {
  const pack = seminarPack(packs, scheme, "deadlines");
  const { start, end } = daysOf(draft, asksDelivery(packs, scheme));
  if (pack === null || start === "" || end === "") return null;
  const { delivery, host } = draft;
  const about = { ...(deadlinesAsk(packs, scheme, "deliveries") ? { delivery } : {}), ...(deadlinesAsk(packs, scheme, "hosts") ? { host } : {}) };
  return { request: { op: "deadlines", scheme, edition: pack.effective, start, end, ...about }, place: (at) => ({ "/start": "/offered_from", "/end": "/offered_to" })[at] ?? at };
}

export function feeRequest(packs: Packs, scheme: string, draft: SeminarDraft): Asked | null {
  const pack = seminarPack(packs, scheme, "fee");
  if (pack === null || draft.count.trim() === "") return null;
  const { delivery } = draft;
  const bills = pack.seminar?.fee?.bills[delivery] ?? "applied";
  const more = numbers(draft.additional);
  const request = { op: "fee", scheme, edition: pack.effective, delivery, [bills]: number(draft.count), ...(more.length > 0 ? { additional: more } : {}) };
  return { request, place: (at) => (at === `/${bills}` ? "/count" : at.startsWith("/additional") ? "/additional" : at) };
}

/** Each number is a course of its own, completed today. */
export function pointsRequest(packs: Packs, today: CivilDate, draft: SeminarDraft): Asked | null {
  const pack = learningPack(packs);
  const points = numbers(draft.points);
  if (pack === null || points.length === 0) return null;
  const completions = points.map((each, index) => ({ id: `${index}`, course: `${index}`, date: today, points: each }));
  return { request: { op: "points", scheme: pack.scheme, edition: pack.effective, completions }, place: () => "/points" };
}

/** "60, 45、130" → three numbers. */
function numbers(text: string): readonly unknown[] {
  return text.normalize("NFKC").split(/[\s,、・;+]+/).filter((part) => part !== "").map(number);
}

/** The errors as places of the draft, each place once. */
export function placed(asked: Asked, errors: readonly Problem[]): readonly Problem[] {
  const found = errors.map((error) => ({ ...error, at: asked.place(error.at) }));
  return found.filter((error, index) => found.findIndex(({ at }) => at === error.at) === index);
}

/** The talks that errors are about. */
export function faultyTalks(errors: readonly Problem[]): readonly string[] {
  return [...new Set(errors.flatMap(({ at }) => (at.startsWith("/talk/") ? [at.split("/")[2]!] : [])))];
}
