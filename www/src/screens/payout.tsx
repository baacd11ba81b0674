// Paying units out of another scheme's system: what is lost for ever, the exact name to choose there, and two confirmations.
import { useState } from "preact/hooks";
import { packOf } from "../app/selectors";
import type { Payout as PayoutState, State } from "../app/state";
import { Banner } from "../parts/banner";
import { Button, TextButton } from "../parts/button";
import { Card, Facts } from "../parts/card";
import { Empty } from "../parts/empty";
import { Tick } from "../parts/field";
import { PushedHead } from "../parts/head";
import { Icon } from "../parts/icon";
import { Sentence } from "../parts/sentence";
import { dates, text, type Text } from "../text/text";
import type { ScreenProps } from "./app";
import { schemesInOrder, shortName, systemName } from "./names";
import { focusFirstError } from "./problems";

export function Payout({ state, send }: ScreenProps) {
  const t = text(state.language);
  const [tried, setTried] = useState(false);
  const { payout } = state;
  const head = <PushedHead title={t.payout.title} backName={t.back} onBack={() => send({ type: "back" })} />;
  if (!payout || payout.credits.length === 0) return <main class="page pushed">{head}<Empty title={t.payout.nothing} line={t.apply.noTransfers} /></main>;
  const owner = state.packs.find((pack) => pack.system === payout.from);
  const short = owner?.short[state.language] ?? payout.from;
  const code = owner?.scheme ?? payout.from;
  const proceed = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (payout.understood) send({ type: "step_payout", step: 2 });
    else focusFirstError();
  };
  return (
    <main class="page pushed">
      {head}
      <form noValidate onSubmit={proceed}>
        <div class="stack">
          <Route state={state} payout={payout} t={t} code={code} />
          <Banner tone="warn" words={[`**${t.payout.irreversible}**`, t.payout.irreversibleLine(payout.units, short)]} />
          {payout.preview && <Effects state={state} payout={payout} t={t} />}
          <Destination state={state} payout={payout} t={t} send={send} />
          <Tick id="understood" checked={payout.understood} error={tried && !payout.understood ? t.payout.must : null} onTick={(understood) => send({ type: "understand_payout", understood })}>{t.payout.understood(code)}</Tick>
        </div>
        <div class="foot"><Button kind="primary" submit label={t.payout.proceed} /></div>
      </form>
    </main>
  );
}

interface Part { readonly state: State; readonly payout: PayoutState; readonly t: Text }

function Route({ state, payout, t, code }: Part & { code: string }) {
  const [before, units, after] = t.payout.sum(payout.units, payout.credits.length);
  const to = shortName(state, payout.to);
  const credits = payout.credits.flatMap((id) => state.ledger.credits.filter((credit) => credit.id === id));
  return (
    <Card>
      <div class="route">
        <p><small>{t.payout.out}</small><b>{systemName(state, payout.from)}</b> <span class="whole">{t.bracket(code)}</span></p>
        <Icon name="arrow" />
        <p><small>{t.payout.in}</small><b>{to}</b> <span class="whole">{t.bracket(payout.to)}</span></p>
      </div>
      <details class="disclosure">
        <summary class="amount-line"><span>{before}<b>{units}</b> {after}</span><span class="go"><Icon name="go" size={20} /></span></summary>
        <div class="inside"><Facts facts={credits.map((credit) => ({ term: dates[state.language].row(credit.date), value: t.units(credit.units), second: credit.title ?? t.untitled }))} /></div>
      </details>
    </Card>
  );
}

/** What every scheme would count afterwards. */
function Effects({ state, payout, t }: Part) {
  const facts = schemesInOrder(state).flatMap((scheme) => {
    const have = (verdicts: State["verdicts"]) => verdicts[scheme]?.answer?.requirements.find((each) => each.id === "total")?.have;
    const [before, after] = [have(state.verdicts), have(payout.preview!)];
    if (before === undefined || after === undefined) return [];
    const [from, to] = t.payout.change(before, after);
    const value = before === after ? `${t.units(before)} ${t.payout.unchanged}` : <span>{from}<b>{to}</b>{t.unitOf(after)}</span>;
    return [{ term: t.payout.application(shortName(state, scheme)), value }];
  });
  return <Card title={t.payout.effect}><Facts facts={facts} /></Card>;
}

function Destination({ state, payout, t, send }: Part & Pick<ScreenProps, "send">) {
  const name = packOf(state, payout.to)?.payout_name ?? `${payout.to} ${packOf(state, payout.to)?.title[state.language] ?? ""}`;
  return (
    <Card>
      <div class="copy-line">
        <p><small>{t.payout.choose(systemName(state, payout.from))}</small><b lang="ja"><Sentence of={name} /></b></p>
        <TextButton label={t.payout.copy} onPress={() => send({ type: "copy", text: name })} />
      </div>
    </Card>
  );
}
