// The engine's further operations as types: seminars, points, several targets at once, and the ground of every figure.

import type { Assessment, Bilingual, Category, CivilDate, Profile, SchemeCode } from "./contract";

/** Rows in order with their running sum, so that a person can redo it by hand. */
export interface RunningRow {
  readonly id: string;
  readonly units: number;
  readonly running: number;
}

export interface RequirementGround {
  readonly id: string;
  /** `items-…`: units is 1 for a new item, 0 for one seen before. */
  readonly credits: readonly RunningRow[];
  /** What would meet it; null where it is met or lost. */
  readonly would: { readonly units: number; readonly by: CivilDate | null; readonly provider: string | null; readonly items: readonly string[] } | null;
}

export interface YearGround {
  readonly index: number;
  readonly credits: readonly RunningRow[];
  readonly would: { readonly units: number; readonly by: CivilDate } | null;
}

export interface CapRow extends RunningRow {
  /** Of `units`, what does not fall under the cap. */
  readonly outside: number;
  /** What left the cap. */
  readonly counted: number;
}

export interface CapGround {
  readonly kind: string;
  readonly rule: string;
  readonly limit: number | null;
  readonly year: number | null;
  readonly date: CivilDate | null;
  readonly credits: readonly CapRow[];
}

/** A day from which one cannot count any more: its first year that stayed below the minimum. */
export interface DroppedStart {
  readonly start: CivilDate;
  readonly year: number;
  readonly from: CivilDate;
  readonly last_day: CivilDate;
  readonly units: number;
  readonly minimum: number;
  readonly rule: string;
  /** Null where all of them together are too many to show. */
  readonly credits: readonly RunningRow[] | null;
}

/** A way that is left where something is lost. */
export interface Remaining {
  readonly what: "extension" | "new" | "later";
  readonly months: number | null;
  readonly from: CivilDate | null;
  readonly last_day: CivilDate | null;
  readonly units: number;
  readonly rule: string;
}

export interface Explanation {
  readonly requirements: readonly RequirementGround[];
  readonly years: readonly YearGround[];
  readonly caps: readonly CapGround[];
  readonly dropped: readonly DroppedStart[];
  readonly remains: readonly Remaining[];
}

export type ExplainedAssessment = Assessment & { readonly explain: Explanation };

export interface Target {
  readonly scheme: SchemeCode;
  readonly edition: CivilDate;
}

export interface TargetRequest extends Target {
  readonly profile: Profile;
}

export interface Comparison {
  readonly results: readonly Assessment[];
}

export interface Allocation extends Comparison {
  /** Credit to the place of its target; null: to none. */
  readonly assignments: Readonly<Record<string, number | null>>;
  /** Whether no better way exists, or only none was found. */
  readonly exact: boolean;
}

export type Delivery = "assembly" | "web_live" | "web_recorded";
export type TalkKind =
  | "lecture" | "symposium" | "poster_presentation" | "member_presentations" | "greeting" | "overview" | "break" | "quiz" | "poster_viewing"
  | "sponsored_meal_seminar";

export interface AwardRow {
  readonly date: CivilDate;
  readonly curriculum: string | null;
  readonly minutes: number;
  readonly units: number;
}

export interface TalkVerdict {
  readonly id: string;
  readonly minutes: number;
  readonly counted: boolean;
  readonly why?: "excluded_kind" | "promotional";
}

export type Refusal = "supporter_only" | "members_only" | "applied_too_late" | "no_parallel_sessions" | "other_qualification_only";

export interface Award {
  readonly awards: readonly AwardRow[];
  readonly units: number;
  readonly talks: readonly TalkVerdict[];
  readonly problems: readonly { readonly code: Refusal; readonly rule: string }[];
}

export type DeadlineName = "apply_by" | "slides_by" | "report_by" | "return_by" | "claim_by";
export type Deadlines = Readonly<Partial<Record<DeadlineName, CivilDate | null>>>;

export interface SeminarFee {
  readonly lines: readonly { readonly what: string; readonly count: number; readonly amount: number }[];
  readonly total: number;
  readonly tax: "excluded" | "included";
  readonly currency: string;
}

export interface Points {
  readonly credits: readonly { readonly date: CivilDate; readonly reflected_on: CivilDate; readonly units: number }[];
  readonly units: number;
  readonly remainder: number;
  readonly ignored: readonly { readonly id: string; readonly why: string }[];
}

interface Figure {
  readonly title: Bilingual;
  readonly clause: string;
}

interface ExcludedTalks extends Figure {
  readonly kinds: readonly TalkKind[];
  readonly deliveries?: readonly Delivery[];
}

export interface CategoryAward extends Figure {
  readonly category: Category;
  readonly each_date?: boolean;
  readonly asks_audience?: boolean;
  readonly lecturer?: number;
}

export type AwardRules = { readonly excluded?: readonly ExcludedTalks[]; readonly refusals?: Readonly<Partial<Record<Refusal, string>>> } & (
  | (Figure & { readonly basis: "curriculum"; readonly without_curriculum?: Figure & { readonly deliveries: readonly Delivery[] }; readonly promotional?: Figure })
  | { readonly basis: "category"; readonly categories: readonly CategoryAward[] }
);

export interface DeadlineRule extends Figure {
  readonly what: DeadlineName;
  readonly deliveries?: readonly Delivery[];
  readonly hosts?: readonly ("prefecture" | "other")[];
}

/** What a pack says of seminars. The app looks up titles and clauses in it; the engine alone computes. */
export interface SeminarRules {
  readonly award?: AwardRules;
  readonly deadlines?: readonly DeadlineRule[];
  readonly fee?: Figure & { readonly bills: Readonly<Partial<Record<Delivery, "applied" | "distributed">>> };
}

export interface LearningRules extends Figure {
  readonly points_a_unit: number;
  readonly reflected_after_days: number;
}
