// なぜ？ The sum redone by hand, its clause, and the other schemes where the answer differs.
import type { CountedCredit, Credit } from "../engine/contract";
import { answers, creditsOfCap, schemes } from "../app/selectors";
import { Banner } from "../parts/banner";
import { Button } from "../parts/button";
import { Sentence } from "../parts/sentence";
import { CapBar, Sums } from "../parts/sums";
import { dates } from "../text/text";
import { Ground } from "./ground";
import { capReached, capTable, largest, wholeReason } from "./reason-words";
import type { SheetProps } from "./sheets";
import { shortName } from "./names";

type Props = SheetProps & { readonly credit: Credit; readonly counted: CountedCredit };

export function ReasonSheet(props: Props) {
  const { state, send, answer, t, credit, counted } = props;
  const cut = largest(counted.verdicts)?.verdict;
  const words = cut ? wholeReason(state, answer, credit, cut) : null;
  return (
    <>
      <p class="lead">{t.reason.credit(credit.date, credit.title ?? t.untitled, credit.units)}</p>
      {words && <Banner tone={counted.counted > 0 ? "warn" : "accent"} part={counted.counted > 0} words={[`**${words.rule}**`, ...words.effect]} />}
      {!words && <Banner tone="ok" words={[t.reason.allLine(counted.counted)]} />}
      {cut?.why.startsWith("cap_") && <CapTable {...props} why={cut.why} over={cut.units} />}
      {cut && <Ground state={state} scheme={answer.scheme} edition={answer.edition} rule={cut.rule} />}
      <Elsewhere {...props} />
      <Button label={t.reason.edit} onPress={() => send({ type: "go", route: { name: "credit", id: credit.id } })} />
    </>
  );
}

function CapTable({ state, answer, t, credit, why, over }: Props & { why: string; over: number }) {
  const rows = creditsOfCap(state, answer, credit.id);
  const title = capTable(state, answer, credit, why);
  const year = why === "cap_year" ? answer.years.find((each) => each.start <= credit.date && credit.date <= each.last_day) : null;
  const lines = rows.map((row) => ({
    key: row.credit.id, date: dates[state.language].row(row.credit.date), title: row.credit.id === credit.id ? t.reason.this : row.credit.title ?? t.untitled,
    units: row.credit.units, counted: row.counted.counted, sum: row.sum, current: row.credit.id === credit.id,
  }));
  const reached = capReached(state, answer, credit.id);
  return (
    <>
      <p class="table-name">{title}{year && <small>{t.requirements.period(year.start, year.last_day)}</small>}</p>
      <Sums caption={title} columns={t.reason.columns} lines={lines} capWord={t.reason.cap} />
      <CapBar counted={reached} over={over} countedText={t.reason.countedBar(reached)} overText={t.reason.overBar(over)} />
    </>
  );
}

/** One line for each other scheme that counts this credit differently. */
function Elsewhere({ state, t, credit, counted }: Props) {
  const lines = schemes(state).filter((scheme) => scheme !== state.scheme).flatMap((scheme) => {
    const there = answers(state, scheme).shown?.credits.find((each) => each.id === credit.id);
    if (!there || there.counted === counted.counted) return [];
    const short = shortName(state, scheme);
    return [<p key={scheme}><Sentence of={t.reason.elsewhere(short, scheme, there.counted, there.counted === credit.units)} /></p>];
  });
  return <>{lines}</>;
}
