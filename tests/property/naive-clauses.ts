// The clause on which each figure rests: by its place in the rule pack, since clauses are data.

import g01of2017 from "../../engine/rules/G01/2017-04-01.json";
import g01of2022 from "../../engine/rules/G01/2022-04-01.json";
import g13of2024 from "../../engine/rules/G13/2024-05-01.json";
import p04of2021 from "../../engine/rules/P04/2021-03-11.json";
import p04of2023 from "../../engine/rules/P04/2023-04-01.json";
import { Edition, Kind } from "./naive-editions";

interface Figure {
  kind: string;
  clause: string;
  categories?: string[];
  designated_practice?: string;
  days?: { from?: number; to?: number };
  domain?: string;
}

interface Grounded {
  clause: string;
}

interface Certification {
  period: Grounded;
  window?: Grounded;
  extension?: Grounded;
  requirements: Figure[];
  caps?: Figure[];
}

interface Pack {
  scheme: string;
  effective: string;
  exclusions: Record<string, string>;
  certification: { new?: Certification; renewal?: Certification; caps?: Figure[] };
  seminar?: { award?: { refusals?: Record<string, string> } };
}

const packs = [g01of2017, g01of2022, g13of2024, p04of2021, p04of2023] as unknown as Pack[];

function packOf(edition: Edition): Pack {
  return packs.find((pack) => pack.scheme === edition.scheme && pack.effective === edition.date)!;
}

function certificationOf(edition: Edition, kind: Kind): Certification {
  return packOf(edition).certification[kind]!;
}

export function exclusionClause(edition: Edition, why: string): string {
  return packOf(edition).exclusions[why];
}

// `id` as in the answer: total, own, domain-I, items-I.
export function requirementClause(edition: Edition, kind: Kind, id: string): string {
  const [what, domain] = id.split("-");
  const name = { total: "total_minimum", own: "own_minimum", domain: "domain_minimum", items: "domain_minimum" }[what];
  const found = certificationOf(edition, kind).requirements.find((one) => one.kind === name && one.domain === domain);
  return found!.clause;
}

export function yearClause(edition: Edition, kind: Kind): string {
  return certificationOf(edition, kind).requirements.find((one) => one.kind === "yearly_minimum")!.clause;
}

export function periodClause(edition: Edition, kind: Kind): string {
  return certificationOf(edition, kind).period.clause;
}

export function windowClause(edition: Edition, kind: Kind): string {
  return certificationOf(edition, kind).window!.clause;
}

export function extensionClause(edition: Edition, kind: Kind): string {
  return certificationOf(edition, kind).extension!.clause;
}

export function refusalClause(edition: Edition, code: string): string {
  return packOf(edition).seminar!.award!.refusals![code];
}

export interface CapGround {
  rule: string;
  row: number; // place among all caps: those for both certifications come first
}

const grounds = new Map<string, CapGround[]>();

// The caps of one kind of cap, in the pack's order.
export function capsOfKind(edition: Edition, kind: Kind, cap: string): CapGround[] {
  const asked = `${edition.scheme} ${edition.date} ${kind} ${cap}`;
  if (!grounds.has(asked)) {
    const all = [...(packOf(edition).certification.caps ?? []), ...(certificationOf(edition, kind).caps ?? [])];
    grounds.set(asked, all.flatMap((one, row) => (one.kind === cap ? [{ rule: one.clause, row }] : [])));
  }
  return grounds.get(asked)!;
}
