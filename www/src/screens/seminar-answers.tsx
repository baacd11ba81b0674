// What the programme is worth, by when what is due, and what it costs: each figure opens its clause.
import { categoryOf, deadlineRule, exclusionOf, learningPack, seminarPack, withoutItems } from "../app/selectors/seminar";
import { daysBetween } from "../app/today";
import type { RulePack } from "../engine/contract";
import { sumUnits } from "../app/selectors";
import type { Award, AwardRow, DeadlineName, TalkVerdict } from "../engine/operations";
import { Banner } from "../parts/banner";
import { Button } from "../parts/button";
import { Field } from "../parts/field";
import { Figure } from "../parts/figure";
import { GroundWords } from "./ground";
import { shortName, systemName } from "./names";
import type { SeminarProps } from "./seminar-page";

export function SeminarAnswers(props: SeminarProps) {
  return (
    <div class="stack answers">
      {props.state.seminar.failed && <Banner tone="bad" role="alert" words={[props.s.failed]}><Button low label={props.t.notices.reload} onPress={() => props.send({ type: "reload" })} /></Banner>}
      <Units {...props} />
      <Deadlines {...props} />
      <Fee {...props} />
      <Points {...props} />
    </div>
  );
}

/** The clause that says what this seminar's units rest on. */
export function awardClause({ pack, draft }: Pick<SeminarProps, "pack" | "draft">): string | null {
  const award = pack?.seminar?.award;
  if (award?.basis === "curriculum") return (withoutItems(pack, draft) ? award.without_curriculum?.clause : undefined) ?? award.clause;
  return categoryOf(pack, draft)?.clause ?? null;
}

/** The clause by which a talk does not count. */
export function talkClause({ pack, draft }: Pick<SeminarProps, "pack" | "draft">, verdict: TalkVerdict): string | null {
  const award = pack?.seminar?.award;
  const talk = draft.days.flatMap(({ talks }) => talks).find(({ id }) => id === verdict.id);
  if (verdict.why === "promotional" && award?.basis === "curriculum") return award.promotional?.clause ?? null;
  return talk ? exclusionOf(pack, draft, talk.kind) : null;
}

function Units(props: SeminarProps) {
  const { state, s, pack, result } = props;
  if (pack === null) return <section class="card"><h2>{s.units}</h2><p class="nothing">{s.noAward(shortName(state, props.scheme))}</p></section>;
  const award = result?.award ?? null;
  const refused = award !== null && award.problems.length > 0;
  return (
    <section class="card">
      <Head {...props} title={s.units} from={pack} />
      {award === null && <p class="nothing">{s.noUnits}</p>}
      {award !== null && !refused && <p class="big">{s.total(award.units)}</p>}
      {refused && <Banner tone="bad" words={[`**${s.refused}**`]} />}
      <div class="figures">
        {award?.problems.map(({ code, rule }) => <Figure key={code} name={s.refusals[code]} value=""><GroundWords state={state} pack={pack} rule={rule} named /></Figure>)}
        {award?.awards.map((row) => <Row key={`${row.date} ${row.curriculum}`} {...props} row={row} pack={pack} />)}
        {award !== null && !refused && <Beyond {...props} award={award} pack={pack} />}
      </div>
      {(result?.unfinished.length ?? 0) > 0 && <p class="hint">{s.unfinished(result!.unfinished.length)}</p>}
      <Excluded {...props} />
    </section>
  );
}

function Row(props: SeminarProps & { row: AwardRow; pack: RulePack }) {
  const { state, s, row, pack } = props;
  const rule = awardClause(props);
  const name = row.curriculum === null ? undefined : s.items[row.curriculum];
  return <Figure name={s.row(row.date, row.curriculum, name)} second={s.rowMinutes(row.minutes)} value={s.total(row.units)}>{rule && <GroundWords state={state} pack={pack} rule={rule} named />}</Figure>;
}

/** From the days' units to the total: what lecturing adds, and what is over the cap of several days. */
export function beyondDays({ pack, draft }: Pick<SeminarProps, "pack" | "draft">, award: Award): { readonly bonus: number; readonly over: number } {
  const bonus = draft.lecturer && !draft.academic_presentation ? (categoryOf(pack, draft)?.lecturer ?? 0) : 0;
  return { bonus, over: sumUnits([...award.awards.map(({ units }) => units), bonus, -award.units]) };
}

/** What stands between the days' units and the total: a lecturer's unit, and the cap of a meeting over several days. */
function Beyond(props: SeminarProps & { award: Award; pack: RulePack }) {
  const { state, s, draft, award, pack } = props;
  const { bonus, over } = beyondDays(props, award);
  const category = categoryOf(pack, draft);
  const words = category && <GroundWords state={state} pack={pack} rule={category.clause} named />;
  return (
    <>
      {bonus > 0 && <Figure name={s.lecturerShare} value={s.plus(bonus)}>{words}</Figure>}
      {over > 0 && <Figure name={s.meetingCap} value={s.minus(over)}>{words}</Figure>}
    </>
  );
}

function Excluded(props: SeminarProps) {
  const { state, s, pack, result, draft } = props;
  const left = result?.award?.talks.filter(({ counted }) => !counted) ?? [];
  if (left.length === 0) return null;
  const talks = draft.days.flatMap(({ talks: each }) => each);
  return (
    <>
      <h3>{s.excludedTitle}</h3>
      <div class="figures">
        {left.map((verdict) => {
          const talk = talks.find(({ id }) => id === verdict.id);
          const rule = talkClause(props, verdict);
          return <Figure key={verdict.id} name={talk?.title || (talk ? s.kinds[talk.kind] : "")} second={s.exclusionReasons[verdict.why ?? "excluded_kind"]} value={s.rowMinutes(verdict.minutes)}>{rule && <GroundWords state={state} pack={pack} rule={rule} named />}</Figure>;
        })}
      </div>
    </>
  );
}

const kNames: readonly DeadlineName[] = ["apply_by", "slides_by", "report_by", "return_by", "claim_by"];

function Deadlines(props: SeminarProps) {
  const { state, s, scheme, draft, result, t } = props;
  const pack = seminarPack(state.packs, scheme, "deadlines");
  if (pack === null) return null;
  const known = kNames.filter((name) => result?.deadlines?.[name] !== undefined);
  return (
    <section class="card">
      <Head {...props} title={s.deadlines} from={pack} />
      {known.length === 0 && <p class="nothing">{s.noDeadlines}</p>}
      <div class="figures">
        {known.map((what) => {
          const date = result?.deadlines?.[what] ?? null;
          const rule = deadlineRule(pack, draft, what);
          const name = rule?.title[state.language] ?? s.deadlineNames[what];
          if (date === null) return <div key={what} class="figure plain"><span>{name}</span><span>{s.deadlineNone}</span></div>;
          const left = daysBetween(state.today, date);
          return (
            <Figure key={what} name={name} value={s.deadline(date)} note={left >= 0 ? s.left(left) : undefined} state={left < 0 ? { shape: "lost", word: s.past(-left) } : undefined}>
              {rule ? <GroundWords state={state} pack={pack} rule={rule.clause} named /> : <p>{t.reason.clauseMissing}</p>}
            </Figure>
          );
        })}
      </div>
    </section>
  );
}

function Fee(props: SeminarProps) {
  const { state, s, scheme, draft, result, change, error } = props;
  const pack = seminarPack(state.packs, scheme, "fee");
  const rules = pack?.seminar?.fee;
  if (pack === null || rules === undefined) return null;
  const fee = result?.fee ?? null;
  return (
    <section class="card">
      <Head {...props} title={s.fee} from={pack} />
      <div class="form">
        <Field id="count" label={s[rules.bills[draft.delivery] ?? "applied"]} value={draft.count} inputMode="numeric" maxLength={9} error={error("/count")} onInput={(count) => change({ do: "facts", facts: { count } })} />
        <Field id="additional" label={s.fields.additional} optional={s.optional} hint={s.additionalHint} value={draft.additional} error={error("/additional")} onInput={(additional) => change({ do: "facts", facts: { additional } })} />
      </div>
      {fee === null && <p class="nothing">{s.noFee}</p>}
      <div class="figures">
        {fee && <Figure name={rules.title[state.language]} second={fee.lines.map((line) => `${s.feeLine[line.what]?.(line.count) ?? line.count} ${s.yen(line.amount)}`).join(props.t.comma)} value={s.yen(fee.total)} note={s.tax[fee.tax]}><GroundWords state={state} pack={pack} rule={rules.clause} named /></Figure>}
      </div>
    </section>
  );
}

function Points(props: SeminarProps) {
  const { state, s, draft, result, change, error } = props;
  const pack = learningPack(state.packs);
  if (pack?.learning === undefined) return null;
  const points = result?.points ?? null;
  return (
    <section class="card">
      <Head {...props} title={s.pointsTitle} from={pack} />
      <div class="form"><Field id="points" label={s.fields.points} hint={s.pointsHint(systemName(state, pack.system))} value={draft.points} inputMode="decimal" error={error("/points")} onInput={(typed) => change({ do: "facts", facts: { points: typed } })} /></div>
      <div class="figures">
        {points && <Figure name={s.pointsRule(pack.learning.points_a_unit)} second={s.pointsRest(points.remainder)} value={s.pointsUnits(points.units)}><GroundWords state={state} pack={pack} rule={pack.learning.clause} named /></Figure>}
      </div>
    </section>
  );
}

/** What the card is about, and whose rules of when speak. */
function Head({ state, s, title, from }: SeminarProps & { readonly title: string; readonly from: RulePack }) {
  const provisional = from.status === "provisional";
  return (
    <div class="card-head">
      <h2>{title}</h2>
      <span class="from">{provisional && <span class="tag prov">{s.provisional}</span>}{s.edition(shortName(state, from.scheme), from.effective)}</span>
    </div>
  );
}
