// The sheet to print: conditions and credits with the clause each rests on. It says of itself that it is no application.
import type { Assessment } from "../engine/contract";
import { answers, ledgerRows, packOf } from "../app/selectors";
import { Button } from "../parts/button";
import { Skeleton } from "../parts/empty";
import { Facts } from "../parts/card";
import { PushedHead } from "../parts/head";
import { dates, text, type Text } from "../text/text";
import type { ScreenProps } from "./app";
import { clauseName, requirementName } from "./names";
import { kindName, largest, rowReason } from "./reason-words";
import { stateText } from "./requirements";

export function PrintPage(props: ScreenProps) {
  const { state, send } = props;
  const t = text(state.language);
  const { shown } = answers(state);
  return (
    <main class="page pushed">
      <PushedHead title={t.apply.prepareTitle} backName={t.back} onBack={() => send({ type: "back" })} />
      <div class="stack fill">{shown ? <Paper {...props} answer={shown} t={t} /> : <Skeleton name={t.loading} lines={8} />}</div>
      <div class="foot"><Button kind="primary" icon="print" label={t.print.button} onPress={() => send({ type: "print" })} /></div>
    </main>
  );
}

type Props = ScreenProps & { readonly answer: Assessment; readonly t: Text };

function Paper(props: Props) {
  const { state, answer, t } = props;
  const pack = packOf(state, answer.scheme, answer.edition);
  const { name, licence_number } = state.ledger.person;
  const base = state.ledger.profile?.base;
  const facts = [
    { term: t.print.name, value: name ?? t.apply.personMissing }, { term: t.print.licence, value: licence_number ?? t.apply.personMissing },
    ...(base ? [{ term: t.print.base, value: dates[state.language].plain(base) }] : []),
    ...(answer.period ? [{ term: t.print.period, value: t.window.range(answer.period.start, answer.period.last_day) }] : []),
  ];
  return (
    <article class="paper-sheet">
      <header>
        <h1>{t.print.title}</h1>
        <p>{pack?.title[state.language]} {t.bracket(answer.scheme)}・{t.kindTag[answer.kind]}・{t.print.asOf(answer.as_of)}</p>
        <p><b>{t.print.notAnApplication}</b>{answer.status === "provisional" && ` ${t.print.provisional}`}</p>
      </header>
      <Facts facts={facts} />
      <Conditions {...props} />
      <Credits {...props} />
    </article>
  );
}

function Conditions({ state, answer, t }: Props) {
  const rows = [
    ...answer.requirements.map((each) => ({ name: requirementName(state, answer, each.id), have: each.have, required: each.required, word: stateText(t, each.state, each.shortfall), rule: each.rule })),
    ...answer.years.map((year) => ({ name: `${t.requirements.year(year.index)} ${t.requirements.period(year.start, year.last_day)}`, have: year.units, required: year.minimum, word: stateText(t, year.state, year.shortfall), rule: year.rule })),
  ];
  return (
    <section>
      <h2>{t.requirements.title}</h2>
      <div class="paper-scroll"><table>
        <thead><tr><th scope="col">{t.requirements.title}</th><th scope="col" class="number">{t.print.columns.units}</th><th scope="col">{t.print.state}</th><th scope="col">{t.print.rule}</th></tr></thead>
        <tbody>{rows.map((row) => <tr key={row.name}><td>{row.name}</td><td class="number">{row.have}{t.ofRequired(row.required)}</td><td class="whole">{row.word}</td><td>{clauseName(state, answer, row.rule)}</td></tr>)}</tbody>
      </table></div>
    </section>
  );
}

function Credits({ state, answer, t }: Props) {
  const c = t.print.columns;
  return (
    <section>
      <h2>{t.ledger.title}</h2>
      <div class="paper-scroll" tabIndex={0} role="region" aria-label={t.ledger.title}><table class="credits">
        <thead><tr><th scope="col">{c.date}</th><th scope="col">{c.title}</th><th scope="col">{c.kind}</th><th scope="col">{c.provider}</th><th scope="col" class="number">{c.units}</th><th scope="col" class="number">{c.counted}</th><th scope="col">{c.reason}</th></tr></thead>
        <tbody>
          {ledgerRows(state, answer).map(({ credit, counted }) => {
            const cut = largest(counted.verdicts)?.verdict;
            const reason = cut ? `${rowReason(state, answer, credit, cut).join("")} ${t.reason.quoted(clauseName(state, answer, cut.rule))}` : "";
            return (
              <tr key={credit.id}>
                <td class="whole">{dates[state.language].row(credit.date)}</td><td>{credit.title ?? t.untitled}</td><td class="whole">{kindName(state, credit.category)}</td><td>{credit.provider}</td>
                <td class="number">{credit.units}</td><td class="number">{counted.counted}</td><td>{reason}</td>
              </tr>
            );
          })}
        </tbody>
      </table></div>
    </section>
  );
}
