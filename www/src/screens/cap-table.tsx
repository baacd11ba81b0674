// How a cap was used up: what came in, what left it, and how much of the limit was used after each credit.
import type { CapGround } from "../engine/operations";
import { capRule, withCredits } from "../app/selectors/explained";
import { packOf } from "../app/selectors";
import { Icon } from "../parts/icon";
import { CapBar, Sums } from "../parts/sums";
import { sumUnits } from "../app/selectors";
import { dates } from "../text/text";
import { GroundWords } from "./ground";
import type { SheetProps } from "./sheets";

type Props = SheetProps & { readonly cap: CapGround };

/** Its name in the pack, and the year or the date it is about. */
export function capWords({ state, answer, t, cap }: Props): { readonly name: string; readonly when: string | null } {
  const pack = packOf(state, answer.scheme, answer.edition);
  const rule = capRule(state, pack, answer, cap);
  const year = answer.years.find(({ index }) => index === cap.year);
  const when = cap.date ? dates[state.language].plain(cap.date) : year ? `${t.requirements.year(year.index)} ${t.requirements.period(year.start, year.last_day)}` : null;
  return { name: rule?.title[state.language] ?? t.ground.cap, when };
}

export function CapTable(props: Props & { readonly credit: string | null }) {
  const { state, t, cap, credit } = props;
  const { name, when } = capWords(props);
  const lines = withCredits(state, cap.credits).map((row) => ({
    key: row.id, date: row.credit ? dates[state.language].row(row.credit.date) : "", title: row.id === credit ? t.reason.this : row.credit?.title ?? t.untitled, units: row.units, counted: row.counted, sum: row.running, current: row.id === credit,
    note: row.outside > 0 ? t.ground.outside(row.outside) : undefined,
  }));
  const used = (cap.credits.find(({ id }) => id === credit) ?? cap.credits.at(-1))?.running ?? 0;
  const over = sumUnits(cap.credits.map((row) => row.units - row.counted));
  return (
    <>
      {credit !== null && <p class="table-name">{name}{when && <small>{when}</small>}</p>}
      <Sums caption={name} columns={{ ...t.reason.columns, sum: t.ground.used }} lines={lines} capWord={t.reason.cap} earlier={t.ground.earlier} />
      {cap.limit !== null && over > 0 && <CapBar counted={used} over={over} countedText={t.reason.countedBar(used)} overText={t.reason.overBar(over)} />}
    </>
  );
}

/** Every cap that cut something from the total, each to be opened. */
export function CapGrounds(props: SheetProps & { caps: readonly CapGround[] }) {
  const { state, answer, t, caps } = props;
  if (caps.length === 0) return null;
  const pack = packOf(state, answer.scheme, answer.edition);
  return (
    <div class="figures">
      <p class="table-name">{t.ground.capsTitle}</p>
      {caps.map((cap, index) => {
        const { name, when } = capWords({ ...props, cap });
        const cut = sumUnits(cap.credits.map((row) => row.units - row.counted));
        return (
          <details key={index} class="disclosure figure">
            <summary><span class="row-words"><span>{name}</span>{when && <span class="second">{when}</span>}</span><span class="amount"><b>{t.ground.cut(cut)}</b></span><span class="go"><Icon name="go" size={20} /></span></summary>
            <div class="inside"><CapTable {...props} cap={cap} credit={null} /><GroundWords state={state} pack={pack} rule={cap.rule} named /></div>
          </details>
        );
      })}
    </div>
  );
}
