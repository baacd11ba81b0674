// Between what is typed and what the engine reads. Nothing is judged here: what is no number or no date goes on as it stands,
// so that the engine names the fault.

import type { CivilDate, Credit, Profile, RulePack } from "../engine/contract";
import type { CreditDraft, DateDraft, ProfileDraft } from "./state";

const kEraOffset = { R: 2018, H: 1988, C: 0 } as const;

export const kNoDate: DateDraft = { era: "R", year: "", month: "", day: "" };

export function dateDraft(date: CivilDate, era: DateDraft["era"]): DateDraft {
  const [year, month, day] = date.split("-").map(Number);
  return { era, year: String((year ?? 0) - kEraOffset[era]), month: String(month), day: String(day) };
}

/** "" where nothing is typed. */
export function dateText(draft: DateDraft): string {
  const [year, month, day] = [draft.year.replace("元", "1"), draft.month, draft.day].map(plain);
  if (!year && !month && !day) return "";
  if (![year, month, day].every((part) => part && /^\d+$/.test(part))) return `${year}-${month}-${day}`;
  const full = String(Number(year) + kEraOffset[draft.era]).padStart(4, "0");
  return `${full}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
}

/** Half-width, without space around. */
function plain(text: string): string {
  return text.normalize("NFKC").trim();
}

export function number(text: string): unknown {
  const typed = plain(text);
  return /^[0-9]*\.?[0-9]+$/.test(typed) ? Number(typed) : typed;
}

/** Drops what is not given. */
export function given<T extends object>(fields: { readonly [key: string]: unknown }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== "" && value !== false && value !== null)) as T;
}

export function creditOf(draft: CreditDraft, id: string): Credit {
  return given<Credit>({
    id, date: dateText(draft.date), units: number(draft.units), provider: plain(draft.provider), category: draft.category,
    title: draft.title.trim(), event: draft.event.trim(), content: draft.content.trim(), course: draft.course.trim(),
    curriculum: plain(draft.curriculum), days: number(draft.days), lecturer: draft.lecturer, new_curriculum: draft.new_curriculum,
    designated_practice: draft.designated_practice, held_in: draft.held_in, transferred_to: plain(draft.transferred_to),
    used_for: draft.used_for.trim(), void: draft.void.trim(),
  });
}

export function creditDraft(credit: Credit): CreditDraft {
  return {
    date: dateDraft(credit.date, "C"), units: String(credit.units), provider: credit.provider, category: credit.category,
    title: credit.title ?? "", event: credit.event ?? "", content: credit.content ?? "", course: credit.course ?? "",
    curriculum: credit.curriculum ?? "", days: credit.days === undefined ? "" : String(credit.days), lecturer: credit.lecturer ?? false,
    new_curriculum: credit.new_curriculum ?? false, designated_practice: credit.designated_practice ?? false,
    held_in: credit.held_in ?? "", transferred_to: credit.transferred_to ?? "", used_for: credit.used_for ?? "", void: credit.void ?? "",
  };
}

/** A new credit starts as one unit of today, of the kind and provider entered last. */
export function freshDraft(today: CivilDate, credits: readonly Credit[], scheme: string, packs: readonly RulePack[]): CreditDraft {
  // Ids are UUIDv7: the greatest is the one entered last.
  const last = credits.reduce<Credit | null>((latest, each) => (latest === null || each.id > latest.id ? each : latest), null);
  const provider = last?.provider ?? scheme;
  const bare: Credit = { id: "", date: today, units: 1, provider, category: last?.category ?? "internet" };
  return { ...creditDraft(bare), held_in: systemOf(packs, provider) };
}

/** The system in which a provider's credits are kept. */
function systemOf(packs: readonly RulePack[], provider: string): string {
  return packs.find((pack) => pack.scheme === provider)?.system ?? "";
}

/** A change of the draft. A new provider brings its own system along, unless another one was chosen. */
export function changedDraft(draft: CreditDraft, change: Partial<CreditDraft>, packs: readonly RulePack[]): CreditDraft {
  const followed = draft.held_in === systemOf(packs, draft.provider);
  const held = change.provider !== undefined && followed ? { held_in: systemOf(packs, change.provider) } : {};
  return { ...draft, ...held, ...change };
}

export function profileOf(draft: ProfileDraft): Profile {
  const months = plain(draft.extension_months);
  const renewal = draft.kind === "renewal";
  return given<Profile>({
    kind: draft.kind,
    base: renewal ? dateText(draft.base) : null,
    last_application: renewal && draft.last_application ? dateText(draft.last_application) : null,
    registered: draft.registered ? dateText(draft.registered) : null,
    extension: months === "" ? null : { months: number(months) },
    certificate_of: renewal ? plain(draft.certificate_of) : null,
  });
}

export function profileDraft(profile: Profile | null): ProfileDraft {
  const date = (text: CivilDate | undefined): DateDraft | null => (text === undefined ? null : dateDraft(text, "R"));
  return {
    kind: profile?.kind ?? "",
    base: date(profile?.base) ?? kNoDate,
    last_application: date(profile?.last_application),
    registered: profile?.registered === undefined ? null : dateDraft(profile.registered, "C"),
    extension_months: profile?.extension === undefined ? "" : String(profile.extension.months),
    certificate_of: profile?.certificate_of ?? "",
  };
}
