// One edition beside the others: verdict, then the same facts under the same names. Each figure opens its ground.
import type { ComponentChildren } from "preact";
import type { Assessment, Requirement, Year } from "../engine/contract";
import { capsOf } from "../app/selectors/explained";
import { isLost, keyOf } from "../app/selectors/comparing";
import { daysLeft, packOf, schemes } from "../app/selectors";
import type { Sheet, State } from "../app/state";
import { Bar } from "../parts/bar";
import { Button } from "../parts/button";
import { Icon, Shape } from "../parts/icon";
import { Sentence } from "../parts/sentence";
import type { ComparingText } from "../text/comparing";
import { text } from "../text/text";
import type { ScreenProps } from "./app";
import { Source } from "./ground";
import { countsItems, requirementName, shortName, systemName } from "./names";
import { stateHeard } from "./requirements";
import { shortVerdict } from "./todos";

export interface OfferRow {
  readonly key: keyof ComparingText["rows"];
  readonly cell: (props: OfferProps) => ComponentChildren;
}

export interface OfferProps extends ScreenProps {
  readonly c: ComparingText;
  readonly answer: Assessment;
  readonly rows: readonly OfferRow[];
  readonly near: boolean;
}

/** Only rows in which any of the editions has something to say; then all of them say it. */
export function offerRows(state: State, answers: readonly Assessment[], c: ComparingText): readonly OfferRow[] {
  const asks = (id: string) => answers.some(({ requirements }) => requirements.some((each) => each.id.startsWith(id)));
  const shown: readonly (readonly [OfferRow, boolean])[] = [
    [{ key: "next", cell: (props) => <Next {...props} /> }, true],
    [{ key: "total", cell: (props) => <Total {...props} /> }, true],
    [{ key: "years", cell: (props) => <Years {...props} /> }, answers.some(({ years }) => years.length > 0)],
    [{ key: "own", cell: (props) => <Own {...props} /> }, asks("own") || answers.some((answer) => othersCap(state, answer) !== null)],
    [{ key: "domains", cell: (props) => <Domains {...props} /> }, asks("domain-")],
    [{ key: "window", cell: (props) => <Window {...props} /> }, true],
    [{ key: "transfers", cell: (props) => transfers(props) }, true],
    [{ key: "fee", cell: (props) => <Price {...props} /> }, true],
    [{ key: "rules", cell: (props) => <Rules {...props} /> }, true],
  ];
  return shown.filter(([row, holds]) => holds && c.rows[row.key]).map(([row]) => row);
}

export function Offer(props: OfferProps) {
  const { state, c, answer, rows, near } = props;
  const verdict = shortVerdict(text(state.language), answer);
  const provisional = answer.status === "provisional";
  return (
    <article class={`card offer${provisional ? " prov" : ""}`}>
      <header>
        <h3>{shortName(state, answer.scheme)}</h3>
        <span class="code">{answer.scheme}・{c.kind[answer.kind]}</span>
        {near && <span class="tag near">{c.nearTag}</span>}
        {provisional && <span class="tag prov">{text(state.language).provisional}</span>}
      </header>
      <p class={`said ${verdict.shape}`}><Shape state={verdict.shape} size={24} /><Sentence of={verdict.text} /></p>
      <dl>
        {rows.map((row) => <div key={row.key} class={`cell ${row.key}`}><dt>{c.rows[row.key]}</dt><dd>{row.cell(props)}</dd></div>)}
      </dl>
      <Door {...props} />
    </article>
  );
}

const opens = ({ send, answer }: OfferProps, sheet: Sheet) => () => send({ type: "open_sheet", sheet: { ...sheet, of: keyOf(answer) } as Sheet });

function Total(props: OfferProps) {
  const { state, answer } = props;
  const t = text(state.language);
  const total = answer.requirements.find(({ id }) => id === "total");
  if (!total) return null;
  return (
    <button type="button" class="measure-button" onClick={opens(props, { name: "requirement", id: "total" })}>
      <span class="heard">{t.verdict.ring(total.have, total.required)}</span>
      <span aria-hidden="true"><b>{total.have}</b>{t.ofRequired(total.required)}</span>
      <Bar units={total.have} minimum={total.required} state={total.state} scale={total.required * reach(state)} />
    </button>
  );
}

/** All bars end at the same share of what is required, so that their ticks stand at one place. */
function reach({ comparing }: State): number {
  const shares = (comparing?.results ?? []).flatMap(({ requirements }) => requirements.filter(({ id, required }) => id === "total" && required > 0).map(({ have, required }) => have / required));
  return Math.min(kFarthest, Math.max(kLeast, ...shares));
}
const kLeast = 1.25;
const kFarthest = 2.4;

function Years(props: OfferProps) {
  const { state, c, answer } = props;
  const t = text(state.language);
  if (answer.years.every(({ minimum }) => minimum === 0)) return <>{c.nothingAsked}</>;
  const heard = (year: Year) => t.requirements.heard(c.year(year.index), t.requirements.between(year.start, year.last_day), t.units(year.units), stateHeard(t, year.state, t.units(year.shortfall)));
  return (
    <span class="steps-of">
      {answer.years.map((year) => (
        <button key={year.index} type="button" class={`step word ${year.state}`} onClick={opens(props, { name: "year", index: year.index })}>
          <span class="heard">{heard(year)}</span><small aria-hidden="true">{c.year(year.index)}</small><span aria-hidden="true"><Shape state={year.state} size={16} />{year.units}</span>
        </button>
      ))}
    </span>
  );
}

function othersCap(state: State, answer: Assessment): number | null {
  return capsOf(packOf(state, answer.scheme, answer.edition), answer).find(({ kind }) => kind === "others_cap")?.units ?? null;
}

function Own(props: OfferProps) {
  const { state, c, answer } = props;
  const own = answer.requirements.find(({ id }) => id === "own");
  const most = othersCap(state, answer);
  if (!own) return <>{most === null ? c.nothingAsked : c.othersCap(most)}</>;
  return (
    <button type="button" class="link-button" onClick={opens(props, { name: "requirement", id: "own" })}>
      <span class={`word ${own.state}`}><Shape state={own.state} size={16} /></span><span>{c.own(shortName(state, answer.scheme), own.have, own.required)}</span><Icon name="go" size={16} />
    </button>
  );
}

/** One button a domain: its worse half, units or items, speaks. */
function Domains(props: OfferProps) {
  const { state, c, answer } = props;
  const t = text(state.language);
  const domains = answer.requirements.filter(({ id }) => id.startsWith("domain-"));
  if (domains.length === 0) return <>{c.nothingAsked}</>;
  return (
    <span class="steps-of">
      {domains.map((domain) => {
        const name = domain.id.slice("domain-".length);
        const items = answer.requirements.find(({ id }) => id === `items-${name}`);
        const worse: Requirement = domain.state === "met" && items && items.state !== "met" ? items : domain;
        return (
          <button key={name} type="button" class={`step word ${worse.state}`} onClick={opens(props, { name: "requirement", id: worse.id })}>
            <span class="heard">{`${requirementName(state, answer, worse.id)}${t.comma}${stateHeard(t, worse.state, t.amount(worse.shortfall, countsItems(worse.id)))}`}</span><small aria-hidden="true">{name}</small><span aria-hidden="true"><Shape state={worse.state} size={16} />{domain.have}</span>
          </button>
        );
      })}
    </span>
  );
}

function Window(props: OfferProps) {
  const { state, c, answer } = props;
  const { window } = answer;
  if (!window) return <>{text(state.language).window.none}</>;
  const words = window.state === "before" ? c.before(window.opens, window.last_day, daysLeft(state, window.opens)) : window.state === "after" ? c.after(window.last_day) : c.open(window.last_day, daysLeft(state, window.last_day));
  return <button type="button" class="link-button" onClick={opens(props, { name: "window" })}><span><Sentence of={words} /></span><Icon name="go" size={16} /></button>;
}

function transfers({ state, c, answer }: OfferProps) {
  if (answer.transfers.length === 0) return c.noTransfers;
  return answer.transfers.map((transfer) => <span key={transfer.from} class="whole-line">{c.transfer(systemName(state, transfer.from), transfer.units)}</span>);
}

function Price(props: OfferProps) {
  const { state, c, answer } = props;
  const fee = packOf(state, answer.scheme, answer.edition)?.fees.find(({ what }) => what === (answer.kind === "new" ? "certification" : "renewal"));
  if (!fee) return <>{c.noFee}</>;
  return (
    <button type="button" class="link-button" onClick={opens(props, { name: "fee" })}>
      <span><Sentence of={c.fee(fee.yen, fee.tax)} /></span>{fee.status === "provisional" && <span class="tag prov">{text(state.language).provisional}</span>}<Icon name="go" size={16} />
    </button>
  );
}

function Next(props: OfferProps) {
  const { state, c, answer } = props;
  if (isLost(answer)) return <button type="button" class="link-button" onClick={opens(props, { name: "remains" })}><span>{c.next.remains}</span><Icon name="go" size={16} /></button>;
  return <b><Sentence of={nextStep(state, c, answer)} /></b>;
}

function nextStep(state: State, c: ComparingText, answer: Assessment): string {
  const units = answer.plan?.units ?? 0;
  const first = answer.transfers[0];
  if (answer.can_apply) return c.next.apply(answer.window?.last_day ?? null);
  if (units > 0) return c.next.get(units, answer.plan?.by.at(-1)?.date ?? null);
  if (first) return c.next.payout(systemName(state, first.from), first.units);
  return answer.window?.state === "before" ? c.next.wait(answer.window.opens) : c.next.apply(null);
}

function Rules({ state, c, answer }: OfferProps) {
  const pack = packOf(state, answer.scheme, answer.edition);
  return (
    <>
      <span class="whole-line">{c.edition(answer.edition)}</span>
      {answer.status === "provisional" && <small>{c.provisionalLine}</small>}
      {answer.status === "provisional" && pack && <Source pack={pack} lead={c.sourceLead} language={state.language} />}
    </>
  );
}

/** To the scheme's own home; where it has none, to the provider's page. */
function Door({ state, send, c, answer }: OfferProps) {
  const home = schemes(state).includes(answer.scheme);
  const url = packOf(state, answer.scheme, answer.edition)?.apply.url;
  if (!home) return url ? <a class="button low" href={url} target="_blank" rel="noreferrer">{c.openSite}</a> : <span />;
  const go = () => { send({ type: "choose_scheme", scheme: answer.scheme }); send({ type: "go", route: { name: "home" } }); };
  return <Button low label={c.openHome(shortName(state, answer.scheme))} onPress={go} />;
}
