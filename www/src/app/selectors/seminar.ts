// What the packs say of seminars: which schemes have rules, and which title and clause a figure rests on. Looked up, never computed.

import type { CivilDate, RulePack, SchemeCode } from "../../engine/contract";
import type { CategoryAward, DeadlineName, DeadlineRule, SeminarRules, TalkKind } from "../../engine/operations";
import type { DayDraft, SeminarDraft, TalkDraft } from "../state/seminar";

type Packs = readonly RulePack[];
type Part = keyof SeminarRules;

/** The newest confirmed edition with such rules, else the newest provisional one. Packs stand by effective date. */
export function packWith(packs: Packs, scheme: SchemeCode, has: (pack: RulePack) => boolean): RulePack | null {
  const found = packs.filter((pack) => pack.scheme === scheme && has(pack));
  return found.filter(({ status }) => status === "confirmed").at(-1) ?? found.at(-1) ?? null;
}

export function seminarPack(packs: Packs, scheme: SchemeCode, part: Part): RulePack | null {
  const has = ({ seminar }: RulePack): boolean => (part === "deadlines" ? (seminar?.deadlines?.length ?? 0) > 0 : seminar?.[part] !== undefined);
  return packWith(packs, scheme, has);
}

/** The schemes with rules for seminars, in the packs' order. */
export function seminarSchemes(packs: Packs): readonly SchemeCode[] {
  const known = [...new Set(packs.map(({ scheme }) => scheme))];
  return known.filter((scheme) => seminarPack(packs, scheme, "award") !== null || seminarPack(packs, scheme, "deadlines") !== null || seminarPack(packs, scheme, "fee") !== null);
}

/** The scheme that the draft is about; null where no pack has rules for seminars. */
export function schemeOf(packs: Packs, draft: SeminarDraft): SchemeCode | null {
  const known = seminarSchemes(packs);
  return known.find((scheme) => scheme === draft.scheme) ?? known[0] ?? null;
}

export function learningPack(packs: Packs): RulePack | null {
  const scheme = packs.find((pack) => pack.learning !== undefined)?.scheme;
  return scheme === undefined ? null : packWith(packs, scheme, ({ learning }) => learning !== undefined);
}

export function categoryOf(pack: RulePack | null, draft: SeminarDraft): CategoryAward | null {
  const award = pack?.seminar?.award;
  if (award?.basis !== "category") return null;
  return award.categories.find(({ category }) => category === draft.category) ?? award.categories[0] ?? null;
}

/** Is a curriculum item asked of this talk? */
export function asksItem(pack: RulePack | null, draft: SeminarDraft, kind: TalkKind): boolean {
  const award = pack?.seminar?.award;
  return award?.basis === "curriculum" && !withoutItems(pack, draft) && exclusionOf(pack, draft, kind) === null;
}

/** "Without a curriculum item" is a choice where the delivery has it. */
export function mayGoWithoutItems(pack: RulePack | null, draft: SeminarDraft): boolean {
  const award = pack?.seminar?.award;
  return award?.basis === "curriculum" && (award.without_curriculum?.deliveries.includes(draft.delivery) ?? false);
}

export function withoutItems(pack: RulePack | null, draft: SeminarDraft): boolean {
  return mayGoWithoutItems(pack, draft) && draft.no_curriculum;
}

/** The clause by which talks of this kind do not count. */
export function exclusionOf(pack: RulePack | null, draft: SeminarDraft, kind: TalkKind): string | null {
  const rows = pack?.seminar?.award?.excluded ?? [];
  return rows.find(({ kinds, deliveries }) => kinds.includes(kind) && (deliveries?.includes(draft.delivery) ?? true))?.clause ?? null;
}

/** Does any of the rules ask for the delivery, or for the host? */
export function asksDelivery(packs: Packs, scheme: SchemeCode): boolean {
  const award = seminarPack(packs, scheme, "award")?.seminar?.award;
  return award?.basis === "curriculum" || deadlinesAsk(packs, scheme, "deliveries") || seminarPack(packs, scheme, "fee") !== null;
}

export function deadlinesAsk(packs: Packs, scheme: SchemeCode, about: "deliveries" | "hosts"): boolean {
  return seminarPack(packs, scheme, "deadlines")?.seminar?.deadlines?.some((rule) => rule[about] !== undefined) ?? false;
}

/** The row that a deadline rests on: the first that fits the delivery and the host. */
export function deadlineRule(pack: RulePack | null, draft: SeminarDraft, what: DeadlineName): DeadlineRule | null {
  const fits = (rule: DeadlineRule): boolean =>
    rule.what === what && (rule.deliveries?.includes(draft.delivery) ?? true) && (rule.hosts?.includes(draft.host) ?? true);
  return pack?.seminar?.deadlines?.find(fits) ?? null;
}

/** First and last day: of the offer where talks are recorded, else of the programme. "" where not given. */
export function daysOf(draft: SeminarDraft, asked: boolean): { readonly start: CivilDate | ""; readonly end: CivilDate | "" } {
  if (asked && draft.delivery === "web_recorded") return { start: draft.offered_from, end: draft.offered_to };
  const dates = draft.days.map(({ date }) => date).filter((date) => date !== "").sort();
  return { start: dates[0] ?? "", end: dates.at(-1) ?? "" };
}

/** "900", "９：００", "9:00" → "09:00"; what is no time goes on as it stands. */
export function timeText(typed: string): string {
  const text = typed.normalize("NFKC").trim();
  const [, hours, minutes] = /^(\d{1,2}):?(\d{2})$/.exec(text) ?? [];
  return hours === undefined ? text : `${hours.padStart(2, "0")}:${minutes}`;
}

export interface DatedTalk extends TalkDraft {
  readonly date: DayDraft["date"];
}

/** Talks whose length is typed: the others are no part of the programme yet. */
export function programme(draft: SeminarDraft): readonly DatedTalk[] {
  const typed = (talk: TalkDraft): boolean => (draft.measure === "times" ? talk.end : talk.minutes).trim() !== "";
  return draft.days.flatMap(({ date, talks }) => talks.filter(typed).map((talk) => ({ ...talk, date })));
}
