// Sheets of facts: the application period, the plan, both editions, the schemes to aim at.
import type { Assessment } from "../engine/contract";
import { answers, packOf } from "../app/selectors";
import { explanationOf } from "../app/selectors/explained";
import { Card, Facts, Row } from "../parts/card";
import { Sentence } from "../parts/sentence";
import { StateWord } from "../parts/state-word";
import { text, type Text } from "../text/text";
import type { ScreenProps } from "./app";
import { countsItems, requirementName, schemesInOrder, shortName } from "./names";
import { Ground, Source } from "./ground";
import type { SheetProps } from "./sheets";
import { shortVerdict } from "./todos";
import { WindowLine } from "./verdict";

export function WindowSheet({ state, answer, t }: SheetProps) {
  const { window, expires, period } = answer;
  const facts = [
    { term: t.window.list.opens, value: window ? t.window.date(window.opens) : t.window.none },
    ...(window ? [{ term: t.window.list.last, value: t.window.date(window.last_day) }] : []),
    ...(expires ? [{ term: t.reason.expires, value: t.window.date(expires) }] : []),
    ...(period ? [{ term: t.reason.counting, value: t.window.range(period.start, period.last_day) }] : []),
  ];
  return (
    <>
      <WindowLine state={state} answer={answer} onOpen={null} />
      <Facts facts={facts} />
      {window && <Ground state={state} scheme={answer.scheme} edition={answer.edition} rule={window.rule} />}
    </>
  );
}

export function FeeSheet({ state, answer, t }: SheetProps) {
  const fee = packOf(state, answer.scheme, answer.edition)?.fees.find(({ what }) => what === (answer.kind === "new" ? "certification" : "renewal"));
  if (!fee) return <p>{t.apply.noFee}</p>;
  return (
    <>
      <Facts facts={[{ term: fee.title[state.language], value: t.apply.fee(fee.yen, false), second: t.ground.tax[fee.tax] }, { term: t.print.state, value: t.ground.feeStatus[fee.status] }]} />
      <Ground state={state} scheme={answer.scheme} edition={answer.edition} rule={fee.clause} />
    </>
  );
}

/** What makes up the plan: every year and condition that is still open. */
function Gaps({ state, answer, t }: SheetProps) {
  const explanation = explanationOf(state, answer);
  if (!explanation) return null;
  const years = explanation.years.flatMap(({ index, would }) => (would ? [{ key: `year-${index}`, name: t.requirements.year(index), words: t.ground.would(would.units, would.by, null, false) }] : []));
  const others = explanation.requirements.flatMap(({ id, would }) => (would
    ? [{ key: id, name: requirementName(state, answer, id), words: t.ground.would(would.units, would.by, would.provider && shortName(state, would.provider), countsItems(id)) }] : []));
  return <ul class="gaps">{[...years, ...others].map((gap) => <li key={gap.key}><b>{gap.name}</b><span><Sentence of={gap.words} /></span></li>)}</ul>;
}

export function PlanSheet(props: SheetProps) {
  const { state, answer, t } = props;
  const by = answer.plan?.by ?? [];
  const total = answer.requirements.find((each) => each.id === "total");
  return (
    <>
      <p class="lead">{t.reason.planNote}</p>
      <Facts facts={by.map((step, index) => ({ term: step.date ? t.todo.by(step.date) : t.reason.planNoDate, value: index > 0 ? t.reason.planLine(step.units) : t.todo.units(step.units) }))} />
      {by.length === 0 && <p>{t.todo.get(answer.plan?.units ?? 0)}</p>}
      <Gaps {...props} />
      {total && <Ground state={state} scheme={answer.scheme} edition={answer.edition} rule={total.rule} />}
    </>
  );
}

export function ProvisionalSheet({ state, t }: SheetProps) {
  const { shown, other } = answers(state);
  return (
    <>
      <p>{t.provisionalNote.body}</p>
      {[shown, other].map((each, index) => each && <Edition key={each.edition} state={state} answer={each} t={t} first={index === 0} />)}
    </>
  );
}

function Edition({ state, answer, t, first }: { state: ScreenProps["state"]; answer: Assessment; t: Text; first: boolean }) {
  const verdict = shortVerdict(t, answer);
  const pack = packOf(state, answer.scheme, answer.edition);
  return (
    <Card title={t.provisionalNote.edition(answer.edition, answer.status === "provisional")}>
      <Facts facts={[
        { term: first ? t.provisionalNote.shown : t.provisionalNote.otherOne, value: <StateWord state={verdict.shape}>{verdict.text}</StateWord> },
        { term: t.window.name, value: answer.window ? t.window.range(answer.window.opens, answer.window.last_day) : t.window.none },
      ]} />
      {pack && <Source pack={pack} lead={t.reason.sourceLead} language={state.language} />}
    </Card>
  );
}

export function SchemesSheet({ state, send }: ScreenProps) {
  const t = text(state.language);
  return (
    <ul>
      {schemesInOrder(state).map((scheme) => {
        const { shown } = answers(state, scheme);
        const verdict = shown ? shortVerdict(t, shown) : null;
        const pack = packOf(state, scheme);
        return (
          <li key={scheme}>
            <Row shape={verdict?.shape ?? "none"} strong={scheme === state.scheme} current={scheme === state.scheme} text={t.scheme(pack?.title[state.language] ?? scheme, scheme)} second={verdict?.text ?? t.schemes.none}
              tag={shown?.status === "provisional" ? t.provisional : undefined} onOpen={() => send({ type: "choose_scheme", scheme })} />
          </li>
        );
      })}
    </ul>
  );
}
