// The engine's contract as types: one JSON request in, one JSON answer out.
// Dates are civil dates of Japan, "YYYY-MM-DD"; instants "YYYY-MM-DDTHH:MM:SS", Japan time; units have at most two decimals.

import type { LearningRules, SeminarRules } from "./operations";

export type CivilDate = string;
export type Instant = string;
export type SchemeCode = string;

export const categories = [
  "assembly", "practicum", "group", "correspondence", "designated", "internet", "self_study", "presentation", "paper",
] as const;
export type Category = (typeof categories)[number];

export interface Credit {
  readonly id: string;
  readonly date: CivilDate;
  readonly units: number;
  readonly provider: string;
  readonly category: Category;
  readonly title?: string;
  readonly event?: string;
  readonly content?: string;
  readonly course?: string;
  readonly curriculum?: string;
  readonly days?: number;
  readonly lecturer?: boolean;
  readonly new_curriculum?: boolean;
  readonly designated_practice?: boolean;
  readonly held_in?: string;
  readonly transferred_to?: string;
  readonly used_for?: string;
  readonly void?: string;
}

export type Kind = "new" | "renewal";

export interface Profile {
  readonly kind: Kind;
  /** First day of the present certification period; renewal only, required there. */
  readonly base?: CivilDate;
  readonly last_application?: CivilDate;
  readonly registered?: CivilDate;
  readonly extension?: { readonly months: number };
  readonly certificate_of?: string;
}

export interface AssessRequest {
  readonly op: "assess";
  readonly as_of: CivilDate;
  readonly scheme: SchemeCode;
  readonly edition?: CivilDate;
  readonly profile: Profile;
  readonly credits: readonly Credit[];
}

/** `at` is the JSON Pointer of the offending value; the server adds codes of its own (see server/api.ts). */
export interface Problem {
  readonly code: string;
  readonly at: string;
  readonly message: string;
}

export type Why =
  | "void" | "future" | "duplicate" | "used" | "transferred_out" | "not_accepted" | "before_registration" | "outside_period"
  | "cap_credit" | "cap_day" | "cap_year" | "cap_period" | "cap_others";

export interface CreditVerdict {
  readonly units: number;
  readonly why: Why;
  /** With `duplicate`: the id of the earlier credit. */
  readonly of?: string;
  readonly rule: string;
}

export interface CountedCredit {
  readonly id: string;
  readonly counted: number;
  readonly verdicts: readonly CreditVerdict[];
}

export type RequirementState = "met" | "open" | "lost";
export type YearState = RequirementState | "waived";

export interface Year {
  readonly index: number;
  readonly start: CivilDate;
  readonly last_day: CivilDate;
  readonly units: number;
  readonly minimum: number;
  readonly shortfall: number;
  readonly state: YearState;
  readonly rule: string;
}

export interface ApplicationWindow {
  readonly opens: CivilDate;
  readonly last_day: CivilDate;
  readonly state: "before" | "open" | "after";
  readonly rule: string;
}

export interface Requirement {
  readonly id: string;
  readonly required: number;
  readonly have: number;
  readonly shortfall: number;
  readonly due: CivilDate | null;
  readonly state: RequirementState;
  readonly rule: string;
}

export interface Transfer {
  readonly from: string;
  readonly units: number;
  readonly credits: readonly string[];
}

export interface Plan {
  readonly units: number;
  readonly by: readonly { readonly date: CivilDate | null; readonly units: number }[];
}

export interface Assessment {
  readonly scheme: SchemeCode;
  readonly edition: CivilDate;
  readonly status: "confirmed" | "provisional";
  readonly newer: CivilDate | null;
  readonly as_of: CivilDate;
  readonly kind: Kind;
  readonly period: { readonly start: CivilDate; readonly last_day: CivilDate } | null;
  readonly expires: CivilDate | null;
  readonly years: readonly Year[];
  readonly window: ApplicationWindow | null;
  readonly requirements: readonly Requirement[];
  readonly credits: readonly CountedCredit[];
  readonly transfers: readonly Transfer[];
  readonly eligible: boolean;
  readonly can_apply: boolean;
  readonly next_base: CivilDate | null;
  readonly plan: Plan | null;
}

export type Answer = Assessment | { readonly errors: readonly Problem[] };

export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}

/** The part of a rule pack that the app reads; the law itself is read by the engine alone. */
export interface RulePack {
  readonly scheme: SchemeCode;
  readonly effective: CivilDate;
  readonly status: "confirmed" | "provisional";
  readonly system: string;
  readonly title: Bilingual;
  readonly short: Bilingual;
  readonly system_title: Bilingual;
  readonly source: { readonly title: Bilingual; readonly url?: string };
  readonly apply: Bilingual & { readonly url?: string };
  readonly fees: readonly Fee[];
  readonly seminar?: SeminarRules;
  readonly learning?: LearningRules;
  /** The exact name of the destination where units are paid out to this scheme. */
  readonly payout_name?: string;
  readonly clauses: Readonly<Record<string, Bilingual>>;
  /** How a clause is called: the first whose prefix it starts with puts its own words in the prefix's place. */
  readonly citations: readonly (Bilingual & { readonly prefix: string })[];
  /** G01@2017-04-01 has the same caps for both kinds, the others have them beside each kind's rules. */
  readonly certification: (Readonly<Partial<Record<Kind, CertificationRules | null>>> & { readonly caps?: readonly Cap[] }) | null;
}

export interface CertificationRules {
  readonly period?: { readonly basis: "first_unit" | "backward" | "base" | "fiscal"; readonly clause: string };
  readonly extension?: object | null;
  readonly requirements?: readonly RequirementRule[];
  readonly caps?: readonly Cap[];
}

export interface RequirementRule {
  readonly kind: string;
  readonly title: Bilingual;
  /** "I" to "V", with domain_minimum. */
  readonly domain?: string;
}

export interface Cap {
  readonly kind: string;
  readonly title: Bilingual;
  readonly units?: number;
  readonly categories?: readonly Category[];
  readonly days?: { readonly from: number; readonly to?: number };
  readonly designated_practice?: "never" | "only";
  readonly clause: string;
}

export interface Fee {
  readonly what: "certification" | "renewal" | "reissue";
  readonly title: Bilingual;
  readonly yen: number;
  readonly tax: "included" | "excluded";
  readonly status: "confirmed" | "provisional";
  readonly clause: string;
}
