// 申請先をくらべる: from one ledger every edition in force, the same facts in the same order, the nearest first, and above them where to apply.
import { daysLeft, sumUnits } from "../app/selectors";
import { nearest, ranked, schemesWithout, type SchemeAnswers } from "../app/selectors/comparing";
import type { Assessment } from "../engine/contract";
import { Banner } from "../parts/banner";
import { Button } from "../parts/button";
import { Card, Row } from "../parts/card";
import { Empty, Skeleton } from "../parts/empty";
import { PushedHead } from "../parts/head";
import { Shape } from "../parts/icon";
import { Sentence } from "../parts/sentence";
import { comparingText, type ComparingText } from "../text/comparing";
import { text } from "../text/text";
import type { ScreenProps } from "./app";
import { Offer, offerRows } from "./compare-offer";
import { shortName } from "./names";

export function ComparePage(props: ScreenProps) {
  const { state, send } = props;
  const [t, c] = [text(state.language), comparingText(state.language)];
  return (
    <main class="page pushed compare">
      <PushedHead title={c.title} backName={t.back} onBack={() => send({ type: "back" })} />
      <Body {...props} c={c} loading={t.loading} />
    </main>
  );
}

type Props = ScreenProps & { readonly c: ComparingText };

function Body(props: Props & { loading: string }) {
  const { state, send, c } = props;
  const { comparing, ledger } = state;
  if (ledger.credits.length === 0) return <Empty title={c.empty} line={c.emptyLine} button={{ label: text(state.language).addCredit, onPress: () => send({ type: "go", route: { name: "add" } }) }} />;
  if (comparing?.failed) return <div class="stack"><Banner tone="bad" role="alert" words={[c.failed]}><Button low label={text(state.language).notices.reload} onPress={() => send({ type: "reload" })} /></Banner></div>;
  if (!comparing?.results) return <div class="stack"><Skeleton name={props.loading} lines={9} /></div>;
  const schemes = ranked(state, comparing.results);
  const answers = schemes.flatMap(({ editions }) => editions);
  const near = nearest(schemes);
  const rows = offerRows(state, answers, c);
  return (
    <div class="stack">
      <Where {...props} schemes={schemes} near={near} />
      <div class="offers" style={{ "--rows": rows.length + 3 }}>
        {answers.map((answer) => <Offer key={`${answer.scheme}@${answer.edition}`} {...props} answer={answer} rows={rows} near={near.some(({ speaks }) => speaks === answer)} />)}
      </div>
      <Without {...props} answers={answers} />
      {schemes.length > 1 && <Card><Row icon="compare" text={c.wantTitle} second={c.wantLine} onOpen={() => send({ type: "go", route: { name: "allocate" } })} /></Card>}
    </div>
  );
}

/** The answer first: where one should apply, and why there. */
function Where({ state, c, schemes, near }: Props & { schemes: readonly SchemeAnswers[]; near: readonly SchemeAnswers[] }) {
  const first = near[0]?.speaks;
  const names = near.map(({ scheme }) => shortName(state, scheme));
  const shape = !first ? "lost" : first.can_apply ? "met" : "open";
  return (
    <section class={`where ${shape}`}>
      <Shape state={shape} size={32} />
      <div>
        <p class="lead">{c.lead}</p>
        <h2><Sentence of={!first ? c.nowhere : first.can_apply ? c.can(names) : c.nearest(names)} /></h2>
        {why(state, c, schemes, near).map((line) => <p key={line}><Sentence of={line} /></p>)}
      </div>
    </section>
  );
}

function why(state: Props["state"], c: ComparingText, schemes: readonly SchemeAnswers[], near: readonly SchemeAnswers[]): readonly string[] {
  const first = near[0]?.speaks;
  if (!first) return [c.nowhereLine];
  const lines = [...how(state, c, first)];
  const next = schemes.find((each) => !near.includes(each) && each.speaks.plan !== null)?.speaks;
  if (near.length > 1) lines.push(c.chooseOne);
  else if (next?.plan) lines.push(...beside(state, c, first, next, next.plan.units));
  if (near.some(({ speaks }) => speaks.status === "provisional")) lines.push(c.byProvisional(first.edition.slice(0, 4)));
  return lines;
}

/** How the next one differs from the nearest. */
function beside(state: Props["state"], c: ComparingText, first: Assessment, next: Assessment, more: number): readonly string[] {
  const name = shortName(state, next.scheme);
  if (more === 0) return [];
  const paid = sumUnits(next.transfers.map(({ units }) => units));
  return [more === first.plan?.units ? c.otherPayout(name, paid) : c.other(name, more)];
}

function how(state: Props["state"], c: ComparingText, first: SchemeAnswers["speaks"]): readonly string[] {
  if (first.can_apply) return [];
  if (first.eligible && first.transfers.length > 0) return [c.transfersLeft(sumUnits(first.transfers.map(({ units }) => units)))];
  if (first.eligible && first.window?.state === "before" && daysLeft(state, first.window.opens) > 0) return [c.opens(first.window.opens)];
  const by = first.plan?.by ?? [];
  const [soonest, last] = [by[0], by.at(-1)];
  const whole = c.plan(first.plan?.units ?? 0, last?.date ?? null);
  return by.length > 1 && soonest?.date ? [whole, c.planFirst(soonest.date, soonest.units)] : [whole];
}

function Without({ state, c, answers }: Props & { answers: readonly { readonly scheme: string; readonly edition: string }[] }) {
  const kind = state.ledger.profile?.kind;
  if (!kind) return null;
  const without = schemesWithout(state.packs, answers);
  if (without.length === 0) return kind === "renewal" ? <p class="hint aside-line">{c.anyProvider}</p> : null;
  return (
    <Card title={c.withoutTitle}>
      {without.map((scheme) => <p key={scheme} class="sentence"><Sentence of={c.without(text(state.language).scheme(shortName(state, scheme), scheme), kind)} /></p>)}
      {kind === "renewal" && <p class="hint sentence">{c.anyProvider}</p>}
    </Card>
  );
}
