// 2つ以上の認定をめざす: which certificate each unit should serve, since one unit serves one.
import { useState } from "preact/hooks";
import { ranked, sameTarget, wantedTargets } from "../app/selectors/comparing";
import { sumUnits } from "../app/selectors";
import type { Assessment, Credit } from "../engine/contract";
import type { Allocation, Target } from "../engine/operations";
import { Banner } from "../parts/banner";
import { Button, TextButton } from "../parts/button";
import { Skeleton } from "../parts/empty";
import { Tick } from "../parts/field";
import { PushedHead } from "../parts/head";
import { Icon } from "../parts/icon";
import { Sentence } from "../parts/sentence";
import { StateWord } from "../parts/state-word";
import { comparingText, type ComparingText } from "../text/comparing";
import { dates, text, type Text } from "../text/text";
import type { ScreenProps } from "./app";
import { countsItems, requirementName, shortName } from "./names";
import { shortVerdict } from "./todos";

type Props = ScreenProps & { readonly t: Text; readonly c: ComparingText };

export function AllocatePage(props: ScreenProps) {
  const { state, send } = props;
  const [t, c] = [text(state.language), comparingText(state.language)];
  const all: Props = { ...props, t, c };
  const { comparing } = state;
  return (
    <main class="page pushed allocate">
      <PushedHead title={c.wantTitle} backName={t.back} onBack={() => send({ type: "back" })} />
      <div class="stack">
        {comparing?.failed && <Failed {...all} />}
        {!comparing?.failed && !comparing?.results && <Skeleton name={t.loading} lines={6} />}
        {comparing?.results && <Wanted {...all} results={comparing.results} />}
        {comparing?.results && <Shared {...all} />}
      </div>
    </main>
  );
}

const Failed = ({ send, t, c }: Props) => <Banner tone="bad" role="alert" words={[c.failed]}><Button low label={t.notices.reload} onPress={() => send({ type: "reload" })} /></Banner>;

function Wanted({ state, send, t, c, results }: Props & { results: readonly Assessment[] }) {
  const wanted = wantedTargets(state);
  return (
    <section class="card wanted">
      <h2>{c.wanted}</h2>
      <p class="hint">{c.wantedLine}</p>
      {ranked(state, results).map(({ scheme, speaks }) => (
        <Tick key={scheme} id={`want-${scheme}`} checked={wanted.some((target) => sameTarget(target, speaks))} onTick={(ticked) => send({ type: "want", target: { scheme, edition: speaks.edition }, wanted: ticked })}>
          <b>{t.scheme(shortName(state, scheme), scheme)}</b>
          {speaks.status === "provisional" && <span class="tag prov">{t.provisional}</span>}
          <span class="second">{c.alone(shortVerdict(t, speaks).text)}</span>
        </Tick>
      ))}
    </section>
  );
}

function Shared(props: Props) {
  const { state, t, c } = props;
  const targets = wantedTargets(state);
  const { allocation, results } = state.comparing!;
  if (targets.length < 2) return <p class="hint aside-line" role="status">{new Set(results?.map(({ scheme }) => scheme)).size < 2 ? c.onlyOne : c.choose}</p>;
  if (allocation === null) return <Skeleton name={t.loading} lines={6} />;
  if (allocation.answer === null) return <Failed {...props} />;
  return <Result {...props} targets={allocation.targets} answer={allocation.answer} />;
}

type ResultProps = Props & { readonly targets: readonly Target[]; readonly answer: Allocation };

function Result(props: ResultProps) {
  const { state, c, targets, answer } = props;
  const credits = [...state.ledger.credits].sort((a, b) => (a.date < b.date || (a.date === b.date && a.id < b.id) ? -1 : 1));
  const of = (place: number | null) => credits.filter(({ id }) => (answer.assignments[id] ?? null) === place);
  const unused = of(null);
  return (
    <>
      <Outcome {...props} />
      {targets.map((target, place) => <Share key={target.scheme} {...props} target={target} result={answer.results[place]!} credits={of(place)} />)}
      {unused.length > 0 && (
        <section class="card">
          <h2>{c.useNone}</h2>
          <p class="hint">{c.useNoneLine}</p>
          <Units {...props} name={c.useNone} credits={unused} counted={null} />
        </section>
      )}
      <p class="hint aside-line">{c.notKept}</p>
    </>
  );
}

/** How many can be met, and whether a better way may exist. */
function Outcome({ state, c, targets, answer }: ResultProps) {
  const met = targets.filter((_, place) => answer.results[place]?.eligible).map(({ scheme }) => shortName(state, scheme));
  const words = met.length === targets.length ? c.all(met.length) : met.length > 0 ? c.some(targets.length, met) : c.none;
  const further = answer.results.map(({ plan }) => plan?.units ?? null);
  const together = met.length < targets.length && !further.includes(null) ? [c.together(sumUnits(further.map((units) => units ?? 0)))] : [];
  const alone = met.length === 0 ? aloneWords(state, c, targets) : [];
  const lines = [`**${words}**`, ...together, ...alone, ...(met.length === 0 && together.length === 0 ? [c.noneLine] : []), answer.exact ? c.exact : c.notExact];
  return <Banner role="status" tone={met.length === targets.length ? "ok" : met.length > 0 ? "warn" : "accent"} words={lines} />;
}

/** Where all cannot be met: what the nearest of them would need with every unit. */
function aloneWords(state: Props["state"], c: ComparingText, targets: readonly Target[]): readonly string[] {
  const whole = (state.comparing?.results ?? []).filter((answer) => targets.some((target) => sameTarget(target, answer)));
  const best = ranked(state, whole)[0]?.speaks;
  if (best?.plan === undefined || best.plan === null) return [];
  const name = shortName(state, best.scheme);
  return [best.eligible ? c.aloneMet(name) : c.aloneMore(name, best.plan.units)];
}

/** What is missing there, in the order of the conditions. */
function missing({ state, t, c }: Props, answer: Assessment): readonly string[] {
  const open = answer.requirements.filter((each) => each.state !== "met");
  const short = open.map(({ id, shortfall }) => (id === "total" ? c.shortTotal(shortfall) : c.shortOther(requirementName(state, answer, id), t.amount(shortfall, countsItems(id)))));
  return [...short, ...answer.years.filter((year) => year.state === "open" || year.state === "lost").map(({ index, shortfall }) => c.shortYear(index, shortfall))];
}

function Share(props: ResultProps & { target: Target; result: Assessment; credits: readonly Credit[] }) {
  const { state, t, c, target, result, credits } = props;
  const counted = new Map(result.credits.map((each) => [each.id, each.counted]));
  const total = result.requirements.find(({ id }) => id === "total");
  return (
    <section class="card share">
      <div class="card-head">
        <h2>{c.useFor(shortName(state, target.scheme))}</h2>
        {result.status === "provisional" && <span class="tag prov">{t.provisional}</span>}
      </div>
      <p class="outcome"><StateWord state={result.eligible ? "met" : "open"}>{result.eligible ? t.schemes.eligible : result.plan ? t.schemes.more(result.plan.units) : c.notYet}</StateWord>{total && <span><b>{total.have}</b>{t.ofRequired(total.required)}</span>}</p>
      {!result.eligible && <p class="hint short"><Sentence of={c.short(missing(props, result))} /></p>}
      <Units {...props} name={c.useFor(shortName(state, target.scheme))} credits={credits} counted={(id) => counted.get(id) ?? 0} />
    </section>
  );
}

const kFirst = 20;

/** The units that go there; many of them are shown in part. */
function Units({ state, c, name, credits, counted }: Props & { name: string; credits: readonly Credit[]; counted: ((id: string) => number) | null }) {
  const [all, show] = useState(false);
  const shown = all ? credits : credits.slice(0, kFirst);
  return (
    <details class="disclosure figure">
      <summary>
        <span class="row-words">{c.list}<span class="heard">{name}</span></span>
        <span class="amount"><b>{c.sum(sumUnits(credits.map(({ units }) => units)), credits.length)}</b></span>
        <span class="go"><Icon name="go" size={20} /></span>
      </summary>
      <ul class="units-list">
        {shown.map((credit) => (
          <li key={credit.id}>
            <span><Sentence of={dates[state.language].row(credit.date)} /><small>{credit.title ?? c.untitled}</small></span>
            <span class="whole">{c.counted(counted?.(credit.id) ?? credit.units, credit.units)}</span>
          </li>
        ))}
      </ul>
      {shown.length < credits.length && <TextButton center label={c.more(credits.length - shown.length)} onPress={() => show(true)} />}
    </details>
  );
}
