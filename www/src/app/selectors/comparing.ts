// Several schemes side by side: who is compared, in which order they stand, and what may be wanted together. No rule is computed here.

import type { Assessment, CivilDate, Kind, RulePack, SchemeCode } from "../../engine/contract";
import type { Target } from "../../engine/operations";
import { stricter, sumUnits } from "../selectors";
import type { State, VerdictKey } from "../state";

export function keyOf({ scheme, edition }: Target): VerdictKey {
  return `${scheme}@${edition}`;
}

/**
 * Every edition in force that certifies this kind: of each scheme the newest confirmed one, and the newest provisional one that is newer.
 * Packs stand by effective date.
 */
export function targetsOf(packs: readonly RulePack[], today: CivilDate, kind: Kind): readonly Target[] {
  return [...new Set(packs.map(({ scheme }) => scheme))].flatMap((scheme) => {
    const inForce = packs.filter((pack) => pack.scheme === scheme && pack.effective <= today && pack.certification?.[kind]);
    const confirmed = inForce.filter(({ status }) => status === "confirmed").at(-1);
    const provisional = inForce.filter(({ status }) => status === "provisional").at(-1);
    const newer = provisional !== undefined && provisional.effective > (confirmed?.effective ?? "") ? [provisional] : [];
    return [...(confirmed === undefined ? [] : [confirmed]), ...newer].map((pack) => ({ scheme, edition: pack.effective }));
  });
}

/** Schemes without any rules for the kind: a sentence says so. */
export function schemesWithout(packs: readonly RulePack[], targets: readonly Target[]): readonly SchemeCode[] {
  return [...new Set(packs.map(({ scheme }) => scheme))].filter((scheme) => !targets.some((target) => target.scheme === scheme));
}

/** Nothing can be applied for with this verdict any more. */
export function isLost(answer: Assessment): boolean {
  return answer.plan === null || answer.window?.state === "after";
}

/** How far an answer is from an application: smaller is nearer, the first number that differs decides. */
function distance(answer: Assessment): readonly number[] {
  return [answer.can_apply ? 0 : 1, answer.eligible ? 0 : 1, isLost(answer) ? 1 : 0, answer.plan?.units ?? 0, sumUnits(answer.transfers.map(({ units }) => units))];
}

function nearer(a: Assessment, b: Assessment): number {
  const [left, right] = [distance(a), distance(b)];
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? 0 : left[at]! - right[at]!;
}

/** The stricter of a scheme's editions speaks for it, as on its home. */
export function speaker(answers: readonly Assessment[]): Assessment {
  return answers.reduce((strictest, each) => (stricter(each, strictest) ? each : strictest));
}

export interface SchemeAnswers {
  readonly scheme: SchemeCode;
  readonly speaks: Assessment;
  /** All editions, the one that speaks first. */
  readonly editions: readonly Assessment[];
}

/** The schemes compared, the nearest first; among equals the installation's own office, then as the packs stand. */
export function ranked(state: Pick<State, "office">, results: readonly Assessment[]): readonly SchemeAnswers[] {
  const schemes = [...new Set(results.map(({ scheme }) => scheme))].map((scheme): SchemeAnswers => {
    const answers = results.filter((each) => each.scheme === scheme);
    const speaks = speaker(answers);
    return { scheme, speaks, editions: [speaks, ...answers.filter((each) => each !== speaks)] };
  });
  const foreign = ({ scheme }: SchemeAnswers): number => Number(!state.office.includes(scheme));
  return schemes.sort((a, b) => nearer(a.speaks, b.speaks) || foreign(a) - foreign(b));
}

/** Where one should apply: the first scheme and those as near as it is; none where nothing is possible. */
export function nearest(schemes: readonly SchemeAnswers[]): readonly SchemeAnswers[] {
  const first = schemes[0];
  return first === undefined || isLost(first.speaks) ? [] : schemes.filter(({ speaks }) => nearer(speaks, first.speaks) === 0);
}

/** What is wanted together: as chosen, else the two nearest that are possible. */
export function wantedTargets({ comparing, office }: Pick<State, "comparing" | "office">): readonly Target[] {
  if (comparing?.wanted) return comparing.wanted;
  const possible = ranked({ office }, comparing?.results ?? []).filter(({ speaks }) => !isLost(speaks));
  return possible.slice(0, 2).map(({ speaks }) => ({ scheme: speaks.scheme, edition: speaks.edition }));
}

export function sameTarget(a: Target, b: Target): boolean {
  return a.scheme === b.scheme && a.edition === b.edition;
}
