// The ground of a figure: what would meet it, the credits in order with their running sum, what was cut on the way, and the clause.
import type { Requirement, YearState } from "../engine/contract";
import type { Explanation, RequirementGround, RunningRow } from "../engine/operations";
import { capsThatBite, explanationOf, withCredits } from "../app/selectors/explained";
import { Banner } from "../parts/banner";
import { Skeleton } from "../parts/empty";
import { StateWord } from "../parts/state-word";
import { Sums } from "../parts/sums";
import { dates } from "../text/text";
import { CapGrounds } from "./cap-table";
import { Ground } from "./ground";
import { countsItems, shortName } from "./names";
import { Remains } from "./remains";
import { stateText } from "./requirements";
import type { SheetProps } from "./sheets";

interface Figure {
  readonly when: string;
  readonly state: YearState;
  readonly shortfall: number;
  readonly have: number;
  readonly required: number;
  readonly rule: string;
  readonly items: boolean;
}

export function YearSheet(props: SheetProps & { index: number }) {
  const { state, answer, t, index } = props;
  const year = answer.years.find((each) => each.index === index);
  if (!year) return null;
  const explanation = explanationOf(state, answer);
  const ground = explanation?.years.find((each) => each.index === index);
  const figure = { when: t.requirements.between(year.start, year.last_day), state: year.state, shortfall: year.shortfall, have: year.units, required: year.minimum, rule: year.rule, items: false };
  const would = ground?.would ? [t.ground.would(ground.would.units, ground.would.by, null, false)] : [];
  return <GroundSheet {...props} figure={figure} explanation={explanation} would={would} rows={ground?.credits ?? null} />;
}

export function RequirementSheet(props: SheetProps & { id: string }) {
  const { state, answer, id } = props;
  const found = answer.requirements.find((each) => each.id === id);
  if (!found) return null;
  const explanation = explanationOf(state, answer);
  const ground = explanation?.requirements.find((each) => each.id === id);
  return (
    <GroundSheet {...props} figure={requirementFigure(props, found)} explanation={explanation} would={ground ? wouldMeet(props, found, ground) : []} rows={ground?.credits ?? null}>
      {explanation && id === "total" && <CapGrounds {...props} caps={capsThatBite(explanation)} />}
    </GroundSheet>
  );
}

function requirementFigure({ answer, t }: SheetProps, { state, shortfall, have, required, rule, id }: Requirement): Figure {
  const when = answer.period ? t.requirements.between(answer.period.start, answer.period.last_day) : t.reason.nothing;
  return { when, state, shortfall, have, required, rule, items: countsItems(id) };
}

function wouldMeet({ state, t }: SheetProps, { id }: Requirement, { would }: RequirementGround): readonly string[] {
  if (!would) return [];
  const provider = would.provider === null ? null : shortName(state, would.provider);
  const items = would.items.length > 0 ? [t.ground.items(would.items)] : [];
  return [t.ground.would(would.units, would.by, provider, countsItems(id)), ...items];
}

type Props = SheetProps & { readonly figure: Figure; readonly explanation: Explanation | null; readonly would: readonly string[]; readonly rows: readonly RunningRow[] | null; readonly children?: preact.ComponentChildren };

function GroundSheet(props: Props) {
  const { state, answer, t, figure, explanation, would, rows } = props;
  return (
    <>
      <p class="lead">{figure.when}</p>
      <p class="table-name">
        <StateWord state={figure.state}>{stateText(t, figure.state, figure.shortfall)}</StateWord>
        <small>{t.apply.have(figure.have, figure.required, figure.items)}</small>
      </p>
      {would.length > 0 && <Banner tone="warn" words={would} />}
      {figure.state === "lost" && explanation && <Remains {...props} remains={explanation.remains} />}
      {rows === null ? <Skeleton name={t.loading} lines={5} /> : <SumTable {...props} rows={rows} caption={figure.when} />}
      {props.children}
      <Ground state={state} scheme={answer.scheme} edition={answer.edition} rule={figure.rule} />
    </>
  );
}

/** Redone by hand: what each credit is, what of it counts here, and the sum so far. */
export function SumTable({ state, t, rows, caption }: SheetProps & { rows: readonly RunningRow[]; caption: string }) {
  if (rows.length === 0) return <p>{t.reason.nothing}</p>;
  const lines = withCredits(state, rows).map((row) => ({
    key: row.id, date: row.credit ? dates[state.language].row(row.credit.date) : "", title: row.credit?.title ?? t.untitled, units: row.credit?.units ?? row.units, counted: row.units, sum: row.running, current: false,
  }));
  return <Sums caption={caption} columns={t.reason.columns} lines={lines} capWord={null} earlier={t.ground.earlier} />;
}
