// What is left where something is lost, and for a new applicant the days from which one cannot count any more.
import { useState } from "preact/hooks";
import type { DroppedStart, Remaining } from "../engine/operations";
import { explanationOf } from "../app/selectors/explained";
import { packOf } from "../app/selectors";
import { TextButton } from "../parts/button";
import { Skeleton } from "../parts/empty";
import { Icon } from "../parts/icon";
import { Sentence } from "../parts/sentence";
import { Ground, GroundWords } from "./ground";
import { SumTable } from "./ground-sheet";
import type { SheetProps } from "./sheets";

export function RemainsSheet(props: SheetProps) {
  const explanation = explanationOf(props.state, props.answer);
  if (!explanation) return <Skeleton name={props.t.loading} lines={5} />;
  return <Remains {...props} remains={explanation.remains} />;
}

export function Remains(props: SheetProps & { remains: readonly Remaining[] }) {
  const { state, answer, t, remains } = props;
  const pack = packOf(state, answer.scheme, answer.edition);
  return (
    <section class="remains">
      <h3>{t.ground.remainsTitle}</h3>
      {remains.length === 0 && <p>{t.ground.remainsNone}</p>}
      {remains.map((way) => (
        <details key={way.what} class="disclosure figure">
          <summary><span class="row-words"><b>{t.ground.ways[way.what]}</b><span class="said-line"><Sentence of={wayWords(t, way)} /></span></span><span class="go"><Icon name="go" size={20} /></span></summary>
          <div class="inside"><GroundWords state={state} pack={pack} rule={way.rule} named /></div>
        </details>
      ))}
    </section>
  );
}

function wayWords(t: SheetProps["t"], { what, months, from, last_day, units }: Remaining): string {
  switch (what) {
    case "extension": return t.ground.extension(months ?? 0, last_day, units);
    case "new": return t.ground.asNew(from, last_day, units);
    case "later": return t.ground.later(from, last_day, units);
  }
}

/** So many days are read; the rest waits behind a button. */
const kReadable = 20;

/** Why the period starts on this day, and why not earlier. */
export function StartsSheet(props: SheetProps) {
  const { state, answer, t } = props;
  const explanation = explanationOf(state, answer);
  const rule = packOf(state, answer.scheme, answer.edition)?.certification?.[answer.kind]?.period?.clause;
  return (
    <>
      <p><Sentence of={answer.period ? t.ground.start(answer.period.start, answer.period.last_day) : t.ground.noStart} /></p>
      {explanation === null ? <Skeleton name={t.loading} lines={4} /> : <Dropped {...props} dropped={explanation.dropped} />}
      {rule && <Ground state={state} scheme={answer.scheme} edition={answer.edition} rule={rule} />}
    </>
  );
}

function Dropped(props: SheetProps & { dropped: readonly DroppedStart[] }) {
  const { state, answer, t, dropped } = props;
  const [all, show] = useState(false);
  const pack = packOf(state, answer.scheme, answer.edition);
  if (dropped.length === 0) return <p>{t.ground.droppedNone}</p>;
  // The latest ones are the nearest misses.
  const shown = all ? dropped : dropped.slice(-kReadable);
  return (
    <div class="figures">
      <p class="table-name">{t.ground.droppedTitle}<small>{t.ground.days(dropped.length)}</small></p>
      {shown.length < dropped.length && <TextButton center label={t.ground.earlier(dropped.length - shown.length)} onPress={() => show(true)} />}
      {shown.map((each) => (
        <details key={each.start} class="disclosure figure">
          <summary><span class="row-words"><b>{t.ground.from(each.start)}</b><span class="said-line"><Sentence of={t.ground.dropped(each.year, each.units, each.minimum)} /></span></span><span class="go"><Icon name="go" size={20} /></span></summary>
          <div class="inside">
            <p class="table-name">{t.requirements.year(each.year)}<small>{t.requirements.period(each.from, each.last_day)}</small></p>
            {each.credits && <SumTable {...props} rows={each.credits} caption={t.requirements.between(each.from, each.last_day)} />}
            <GroundWords state={state} pack={pack} rule={each.rule} named />
          </div>
        </details>
      ))}
    </div>
  );
}
