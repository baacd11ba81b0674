// The receipt: did it arrive, do both verdicts agree, what comes next. Until the server's answer it says that it waits.
import type { Application, State, WaitingApplication } from "../app/state";
import { Button, TextButton } from "../parts/button";
import { Card, Facts } from "../parts/card";
import { Empty } from "../parts/empty";
import { PushedHead } from "../parts/head";
import { Icon, Shape } from "../parts/icon";
import { Sentence } from "../parts/sentence";
import { Steps, type Step } from "../parts/steps";
import type { Requirement } from "../engine/contract";
import { text, type Text } from "../text/text";
import type { ScreenProps } from "./app";
import { countsItems, requirementName, shortName } from "./names";

export function Receipt(props: ScreenProps & { id: string }) {
  const { state, send, id } = props;
  const t = text(state.language);
  const received = state.applications.find((each) => each.id === id);
  const waiting = state.waiting_applications.find((each) => each.id === id);
  const tone = waiting ? "waiting" : received?.status === "received" ? (received.answer === "not_eligible" ? "open" : "met") : "lost";
  return (
    <main class="page pushed">
      <div class={`top ${tone}`}>
        <PushedHead title={t.receipt.title} backName={t.back} onBack={() => send({ type: "back" })} />
        {received && <Result application={received} t={t} />}
        {waiting && !received && <WaitingResult application={waiting} t={t} />}
      </div>
      {!received && !waiting && <Absent {...props} t={t} />}
      <div class="stack fill">
        {received && <Received {...props} application={received} t={t} />}
        {waiting && !received && <StillWaiting state={state} application={waiting} t={t} />}
      </div>
      {received?.status === "received" && <div class="foot screen-only"><Button kind="primary" icon="print" label={t.receipt.print} onPress={() => send({ type: "print" })} /></div>}
    </main>
  );
}

/** Neither received nor on its way: the server refused it, or nothing is known of it. */
function Absent({ state, send, id, t }: ScreenProps & { id: string; t: Text }) {
  const refused = state.rejected.find((each) => each.kind === "submit_application" && each.entity === id);
  if (refused === undefined) return <Empty title={t.receipt.notFound} line={t.form.notFoundLine} />;
  const scheme = (refused.body as { scheme?: string } | null)?.scheme;
  const present = state.applications.find((each) => each.scheme === scheme && each.status === "received");
  const open = present && { label: t.receipt.openReceived, icon: "application" as const, onPress: () => send({ type: "go", route: { name: "application", id: present.id } }) };
  return <Empty title={t.receipt.notReceived} line={t.problem(refused.reason ?? "fault", null)} button={open} />;
}

function Result({ application, t }: { application: Application; t: Text }) {
  const received = application.status === "received";
  const pill = application.answer === "confirmed" ? "ok" : received ? "warn" : "bad";
  const words = application.answer === "confirmed" ? t.receipt.confirmed : application.answer === "differs" ? t.receipt.differs : t.receipt.notEligible;
  return (
    <div class="result" role="status">
      {received ? <Icon name="shield" size={48} /> : <Shape state="lost" size={44} />}
      <h2>{received ? t.receipt.received : t.receipt.notReceived}</h2>
      <p><Sentence of={t.receipt.date(application.received_at)} /></p>
      <p class={`pill ${pill}`}>{pill === "ok" ? <Icon name="check" size={20} /> : <Shape state={pill === "warn" ? "part" : "lost"} />}{words}</p>
      {application.disputed && <p class="tag">{t.receipt.disputed}</p>}
    </div>
  );
}

function WaitingResult({ application, t }: { application: WaitingApplication; t: Text }) {
  return (
    <div class="result" role="status">
      <Icon name="waiting" size={48} />
      <h2>{t.receipt.waiting}</h2>
      <p>{t.apply.waitLine}</p>
      {application.disputed && <p class="tag">{t.receipt.disputed}</p>}
    </div>
  );
}

function steps(t: Text, short: string, received: string | null): readonly Step[] {
  const { steps: words } = t.receipt;
  return [
    { name: words.received, line: received ?? words.waiting, state: received ? "done" : "current" },
    { name: words.review, line: words.office(short), state: received ? "current" : "to-come" },
    { name: words.result, line: words.later, state: "to-come" },
  ];
}

function StillWaiting({ state, application, t }: { state: State; application: WaitingApplication; t: Text }) {
  const short = shortName(state, application.scheme);
  return (
    <>
      <Card><Steps name={t.receipt.steps.name} steps={steps(t, short, null)} /></Card>
      <Card><Facts facts={[{ term: t.receipt.phoneDate, value: t.apply.baseLine(application.phone_date) }, { term: t.receipt.rulesTerm, value: t.receipt.rules(application.edition) }]} /></Card>
      <p class="foot-line">{t.apply.waitBody}</p>
    </>
  );
}

function Received({ state, send, application, t }: ScreenProps & { application: Application; t: Text }) {
  const received = application.status === "received";
  const short = shortName(state, application.scheme);
  return (
    <>
      {received && <Card><Steps name={t.receipt.steps.name} steps={steps(t, short, t.receipt.day(application.received_at))} /></Card>}
      {application.answer === "differs" && <Differences application={application} t={t} />}
      {application.answer === "not_eligible" && <Missing state={state} application={application} t={t} />}
      <Card><Facts facts={facts(application, t)} /></Card>
      {!received && <TextButton center label={t.receipt.retry} onPress={() => send({ type: "go", route: { name: "apply" } })} />}
    </>
  );
}

function facts(application: Application, t: Text) {
  const r = t.receipt;
  const same = application.as_of === application.phone_date;
  const phone = { term: r.phone, value: application.disputed ? r.cannot : r.can, second: r.rules(application.edition) };
  const server = { term: r.server, value: application.answer === "confirmed" ? r.same : application.answer === "differs" ? r.differs : r.cannot, second: application.answer === "confirmed" ? r.sameLine : undefined };
  return [
    ...(application.number ? [{ term: r.number, value: <span class="number">{application.number}</span> }] : []),
    { term: r.receivedAt, value: r.instant(application.received_at) },
    { term: r.phoneDate, value: t.apply.baseLine(application.phone_date), second: same ? r.sameDate : r.otherDate },
    phone, server,
    { term: r.digest, value: shortDigest(application.digest) },
    { term: r.engine, value: application.engine },
  ];
}

/** Enough of the digest to compare by eye. */
const shortDigest = (digest: string): string => (digest.slice(0, 12).match(/.{4}/g) ?? []).join("-");

function Differences({ application, t }: { application: Application; t: Text }) {
  const words = t.receipt.difference;
  const lines = application.differs.map((each) => {
    switch (each) {
      case "date": return words.date(application.phone_date, application.as_of);
      case "engine": return words.engine(application.phone_engine, application.engine);
      default: return words[each];
    }
  });
  return (
    <Card title={t.receipt.differsIn}>
      <ul class="differences">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
      <p class="setting hint">{t.receipt.differsNote}</p>
    </Card>
  );
}

function Missing({ state, application, t }: { state: State; application: Application; t: Text }) {
  const { reasons } = application;
  const r = t.receipt;
  const lines = [
    ...(reasons.requirements ?? []).filter((each) => each.state !== "met").map((each) => shortRequirement(state, application, each, t)),
    ...(reasons.years ?? []).filter((each) => each.state === "open" || each.state === "lost").map((each) => r.shortYear(each.index, each.shortfall)),
    ...(reasons.window && reasons.window.state !== "open" ? [r.shortWindow] : []),
    ...(reasons.transfers ?? []).map((each) => r.shortTransfers(each.units)),
  ];
  return (
    <Card title={r.missing}>
      <ul class="differences">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
      <p class="setting hint">{application.status === "received" ? r.disputedNote : r.notEligibleNote}</p>
    </Card>
  );
}

function shortRequirement(state: State, application: Application, { id, shortfall }: Requirement, t: Text): string {
  if (id === "total") return t.receipt.shortTotal(shortfall);
  return id === "own" ? t.receipt.shortOwn(shortfall) : t.receipt.shortOther(requirementName(state, application, id), t.amount(shortfall, countsItems(id)));
}
