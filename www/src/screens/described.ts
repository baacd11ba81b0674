// A stored thing in human words, field by field: for conflicts and for changes that were not accepted.
import type { Operation, State } from "../app/state";
import type { Category } from "../engine/contract";
import type { Attachment } from "../server/wire";
import type { FieldName } from "../text/ja";
import { dates, text, type Text } from "../text/text";
import { shortName, systemName } from "./names";

export interface DescribedLine {
  readonly field: string;
  readonly name: string;
  readonly value: string;
}

const kDates = ["date", "base", "last_application", "registered"];
const kProviders = ["provider", "transferred_to", "certificate_of"];

export function described(state: State, body: object | null): readonly DescribedLine[] {
  const t = text(state.language);
  if (isFile(body)) return [{ field: "file", name: t.conflict.file, value: t.conflict.fileValue(fileKind(t, body.type), Math.max(1, Math.round(body.bytes / 1024))) }];
  const values = new Map(Object.entries(body ?? {}));
  // In the order of the form, so that two versions can be compared line by line.
  const fields = (Object.keys(t.fields) as FieldName[]).filter((field) => values.has(field));
  return fields.map((field) => ({ field, name: t.fields[field], value: words(state, field, values.get(field)) }));
}

export const isFile = (body: object | null): body is Attachment => body !== null && "sha256" in body && "bytes" in body;
const fileKind = (t: Text, type: string): string => (type === "application/pdf" ? "PDF" : t.conflict.photo);

function words(state: State, field: string, value: unknown): string {
  const t = text(state.language);
  if (typeof value === "boolean") return value ? t.form.yes : t.form.no;
  if (field === "units") return t.units(Number(value));
  if (field === "extension") return t.base.months((value as { months: number }).months);
  const said = String(value);
  if (kDates.includes(field)) return dates[state.language].plain(said);
  if (kProviders.includes(field)) return t.scheme(shortName(state, said), said);
  if (field === "held_in") return systemName(state, said);
  if (field === "category") return t.kinds[said as Category] ?? t.form.other;
  if (field === "kind") return said === "new" ? t.kindTag.new : t.kindTag.renewal;
  return said;
}

/** A change in one line: what kind, and of which credit. */
export function changeTitle(state: State, change: Pick<Operation, "kind" | "entity" | "body">): { readonly kind: string; readonly what: string | undefined } {
  const t = text(state.language);
  const body = change.body as { title?: string; date?: string } | null;
  const credit = body?.date ? body : state.ledger.credits.find((each) => each.id === change.entity);
  const isCredit = /_(?:credit|attachment)$/.test(change.kind);
  return { kind: t.syncPage.ops[change.kind], what: isCredit && credit?.date ? `${dates[state.language].row(credit.date)} ${credit.title ?? t.untitled}` : undefined };
}
