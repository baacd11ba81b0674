// The credits behind a figure: of a year, of the total, of the provider's own units.
import { creditsOfRequirement, creditsOfYear } from "../app/selectors";
import { Sums } from "../parts/sums";
import { StateWord } from "../parts/state-word";
import { dates } from "../text/text";
import { Ground } from "./ground";
import { stateText } from "./requirements";
import type { SheetProps } from "./sheets";

type Of = { readonly year: number } | { readonly requirement: string };

export function SumSheet(props: SheetProps & { of: Of }) {
  const { state, answer, t, of } = props;
  const figure = "year" in of ? yearFigure(props, of.year) : requirementFigure(props, of.requirement);
  if (!figure) return null;
  const lines = figure.rows.filter((row) => row.counted.counted > 0).map((row) => ({
    key: row.credit.id, date: dates[state.language].row(row.credit.date), title: row.credit.title ?? t.untitled, units: row.credit.units, counted: row.counted.counted, sum: row.sum, current: false,
  }));
  return (
    <>
      <p class="lead">{figure.when}</p>
      <p class="table-name"><StateWord state={figure.state}>{stateText(t, figure.state, figure.shortfall)}</StateWord><small>{t.apply.have(figure.have, figure.required)}</small></p>
      {lines.length > 0 ? <Sums caption={figure.when} columns={t.reason.columns} lines={lines} capWord={null} /> : <p>{t.reason.nothing}</p>}
      <Ground state={state} scheme={answer.scheme} edition={answer.edition} rule={figure.rule} />
    </>
  );
}

function yearFigure({ state, answer, t }: SheetProps, index: number) {
  const year = answer.years.find((each) => each.index === index);
  if (!year) return null;
  const { shortfall, rule } = year;
  return { rows: creditsOfYear(state, answer, index), when: t.requirements.between(year.start, year.last_day), state: year.state, shortfall, have: year.units, required: year.minimum, rule };
}

function requirementFigure({ state, answer, t }: SheetProps, id: string) {
  const found = answer.requirements.find((each) => each.id === id);
  if (!found) return null;
  const when = answer.period ? t.requirements.between(answer.period.start, answer.period.last_day) : t.reason.nothing;
  return { rows: creditsOfRequirement(state, answer, id), when, state: found.state, shortfall: found.shortfall, have: found.have, required: found.required, rule: found.rule };
}
