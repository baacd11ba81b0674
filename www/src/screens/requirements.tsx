// The conditions: personal years and the provider's own units, each opening its ground.
import type { Assessment, Requirement, Year, YearState } from "../engine/contract";
import { packOf, presentYear } from "../app/selectors";
import type { State } from "../app/state";
import { barScale } from "../parts/bar";
import { Card, Row } from "../parts/card";
import { RequirementRow } from "../parts/requirement-row";
import { text, type Text } from "../text/text";
import { wholeYears } from "../text/dates";
import type { ScreenProps } from "./app";
import { countsItems, requirementName } from "./names";

export function Requirements({ state, send, answer }: ScreenProps & { answer: Assessment }) {
  const t = text(state.language);
  const others = answer.requirements.filter((each) => each.id !== "total");
  const minimum = answer.years.find((year) => year.minimum > 0)?.minimum ?? others[0]?.required ?? 0;
  const sharing = [...answer.years.filter((year) => year.minimum === minimum).map((year) => year.units), ...others.filter((each) => each.required === minimum).map((each) => each.have)];
  const scale = (least: number, units: number) => (least === minimum ? barScale(least, sharing) : barScale(least, [units]));
  const counted = packOf(state, answer.scheme, answer.edition)?.certification?.[answer.kind]?.period?.basis === "first_unit" ? answer.period : null;
  if (answer.years.length + others.length === 0) return null;
  return (
    <Card title={t.requirements.title} mark={minimum > 0 ? t.requirements.key(minimum) : undefined}>
      <ul>
        {answer.years.map((year) => (
          <li key={`year-${year.index}`}>
            <RequirementRow {...yearRow(state, answer, year)} scale={scale(year.minimum, year.units)} onOpen={() => send({ type: "open_sheet", sheet: { name: "year", index: year.index } })} />
          </li>
        ))}
        {others.map((each) => (
          <li key={each.id}>
            <RequirementRow {...requirementRow(state, answer, each)} scale={scale(each.required, each.have)} onOpen={() => send({ type: "open_sheet", sheet: { name: "requirement", id: each.id } })} />
          </li>
        ))}
      </ul>
      {counted && <Row icon="calendar" text={t.ground.startRow(counted.start)} second={t.ground.startLine} onOpen={() => send({ type: "open_sheet", sheet: { name: "starts" } })} />}
      <p class="edition">{t.requirements.edition(answer.edition)}</p>
    </Card>
  );
}

export function stateText(t: Text, state: YearState, shortfall: number): string {
  if (state === "open") return t.state.open(shortfall);
  return state === "lost" ? t.state.lost(shortfall) : t.state[state];
}

export function stateHeard(t: Text, state: YearState, shortfall: string): string {
  const heard = t.requirements.stateHeard;
  if (state === "open") return heard.open(shortfall);
  return state === "lost" ? heard.lost(shortfall) : heard[state];
}

function yearRow(state: State, answer: Assessment, year: Year) {
  const t = text(state.language);
  const name = t.requirements.year(year.index);
  return {
    name, when: t.requirements.period(year.start, year.last_day), now: presentYear(answer)?.index === year.index ? t.now : null,
    units: year.units, minimum: year.minimum, state: year.state, word: stateText(t, year.state, year.shortfall), unit: t.rowUnit,
    heard: t.requirements.heard(name, t.requirements.between(year.start, year.last_day), t.units(year.units), stateHeard(t, year.state, t.units(year.shortfall))),
  };
}

function requirementRow(state: State, answer: Assessment, each: Requirement) {
  const t = text(state.language);
  const amount = (n: number): string => t.amount(n, countsItems(each.id));
  const years = answer.period ? wholeYears(answer.period.start, answer.period.last_day) : null;
  const name = requirementName(state, answer, each.id);
  const when = t.requirements.ownLine(amount(each.required), years);
  return {
    name, when, now: null, units: each.have, minimum: each.required, state: each.state, word: stateText(t, each.state, each.shortfall), unit: countsItems(each.id) ? t.itemUnit : t.rowUnit,
    heard: t.requirements.heard(name, when, amount(each.have), stateHeard(t, each.state, amount(each.shortfall))),
  };
}
