// Before applying: what still needs a hand. Own office: send. Every other scheme: check and prepare, which is no application.
import type { Assessment } from "../engine/contract";
import { answers, applicationOf, checklist, isOffice, packOf } from "../app/selectors";
import { Banner } from "../parts/banner";
import { Button, IconButton, TextButton } from "../parts/button";
import { Card, Facts, Rows } from "../parts/card";
import { Skeleton } from "../parts/empty";
import { TabHead } from "../parts/head";
import { Icon, Shape } from "../parts/icon";
import { text, type Text } from "../text/text";
import type { ScreenProps } from "./app";
import { checkItems, type CheckItem } from "./apply-check";
import { Sync } from "./sync-line";

type Props = ScreenProps & { readonly answer: Assessment; readonly t: Text };

export function Apply(props: ScreenProps) {
  const { state, send } = props;
  const t = text(state.language);
  const { shown } = answers(state);
  return (
    <main class="page list">
      <div class="top">
        <TabHead title={isOffice(state) ? t.apply.title : t.apply.prepareTitle}><IconButton name={t.tabs.settings} icon="person" onPress={() => send({ type: "go", route: { name: "settings" } })} /></TabHead>
        <Sync {...props} />
      </div>
      {shown ? <Check {...props} answer={shown} t={t} /> : <div class="stack"><Skeleton name={t.loading} lines={8} /></div>}
    </main>
  );
}

function Check(props: Props) {
  const { state, answer, t } = props;
  const items = checkItems(state, answer);
  const [open, done] = [items.filter((item) => !item.done), items.filter((item) => item.done)];
  const office = isOffice(state);
  return (
    <>
      <div class="stack fill">
        <SchemeLine {...props} />
        <Already {...props} />
        <Summary {...props} />
        {open.length > 0 && <><h2 class="section-name">{office ? t.apply.rest(open.length) : t.apply.before(open.length)}</h2><Items {...props} items={open} /></>}
        <h2 class="section-name">{t.apply.checked}</h2>
        <Items {...props} items={done} />
        <Fee {...props} />
        {office ? <Disputed {...props} /> : <NoApplication {...props} />}
      </div>
      {office ? <Send {...props} /> : <Prepare {...props} />}
    </>
  );
}

function SchemeLine({ state, send, answer, t }: Props) {
  const pack = packOf(state, answer.scheme);
  return (
    <button type="button" class="switcher" aria-haspopup="dialog" onClick={() => send({ type: "open_sheet", sheet: { name: "schemes" } })}>
      <span class="heard">{t.head.switch}</span><b>{pack?.short[state.language]}</b><span class="code">{answer.scheme}</span><Icon name="down" size={20} />
    </button>
  );
}

/** An application under way for this scheme: waiting is not received. */
function Already({ state, send, answer, t }: Props) {
  const application = applicationOf(state, answer.scheme);
  if (!application) return null;
  const open = () => send({ type: "go", route: { name: "application", id: application.id } });
  const received = "status" in application;
  return (
    <Banner tone={received ? "ok" : "warn"} icon={received ? "shield" : "waiting"} words={received ? [`**${t.apply.received}**`, t.apply.receivedLine] : [`**${t.apply.waitTitle}**`, t.apply.waitLine, t.apply.waitBody]}>
      <TextButton label={t.apply.seeReceipt} icon="go" onPress={open} />
    </Banner>
  );
}

function Summary({ state, answer, t }: Props) {
  const check = checklist(state, answer);
  const lost = answer.plan === null;
  const units = answer.requirements.find((each) => each.id === "total")?.have ?? 0;
  const title = answer.can_apply ? t.apply.met : lost ? t.apply.lost : !answer.eligible ? t.apply.notYet : check.window_open ? t.verdict.eligibleLead : t.apply.notOpen;
  const tone = answer.can_apply ? "ok" : lost ? "bad" : "warn";
  return (
    <div class={`banner ${tone}`}>
      <Shape state={answer.can_apply ? "met" : lost ? "lost" : "open"} size={28} class={`word ${answer.can_apply ? "met" : lost ? "lost" : "open"}`} />
      <p><b class="big">{title}</b>{t.apply.summary(units, check.window_open, answer.transfers.reduce((sum, each) => sum + each.units, 0))}</p>
    </div>
  );
}

function Items({ send, items }: Props & { items: readonly CheckItem[] }) {
  return <Card><Rows rows={items.map((item) => ({ key: item.key, shape: item.shape, text: item.text, second: item.second, onOpen: () => send(item.open) }))} /></Card>;
}

function Fee({ state, answer, t }: Props) {
  const { fee, waiting } = checklist(state, answer);
  const facts = [{ term: t.apply.items.fee, value: fee ? t.apply.fee(fee.yen, fee.status === "provisional") : t.apply.noFee }];
  if (waiting > 0) facts.push({ term: t.apply.items.unsent, value: t.apply.unsent(waiting) });
  return <Card><Facts facts={facts} /></Card>;
}

function Send({ state, send, answer, t }: Props) {
  if (!answer.can_apply || applicationOf(state, answer.scheme)) return null;
  return (
    <div class="foot above-tabs">
      <p class="foot-line">{t.apply.dateNote}</p>
      <Button kind="primary" label={state.submitting ? t.form.saving : t.apply.send} busy={state.submitting} onPress={() => send({ type: "submit_application", disputed: false })} />
    </div>
  );
}

/** Not eligible as computed, but sure of the facts: it may be sent all the same, marked. */
function Disputed({ state, send, answer, t }: Props) {
  if (answer.can_apply || applicationOf(state, answer.scheme)) return null;
  return (
    <Card title={t.apply.disputedLead}>
      <p class="setting">{t.apply.disputedNote}</p>
      <Button label={t.apply.sendDisputed} onPress={() => send({ type: "open_sheet", sheet: { name: "disputed" } })} />
      <p class="setting hint">{t.apply.dateNote}</p>
    </Card>
  );
}

function NoApplication({ state, answer, t }: Props) {
  const pack = packOf(state, answer.scheme, answer.edition);
  const where = pack?.apply[state.language] || t.apply.notAnApplicationLine(pack?.short[state.language] ?? answer.scheme);
  return (
    <Banner tone="accent" words={[`**${t.apply.notAnApplication}**`, where]}>
      {pack?.apply.url && <a class="text-button" href={pack.apply.url} target="_blank" rel="noreferrer">{t.apply.open}</a>}
    </Banner>
  );
}

function Prepare({ send, t }: Props) {
  return (
    <div class="foot above-tabs">
      <p class="foot-line">{t.apply.notAnApplication}</p>
      <Button kind="primary" icon="print" label={t.apply.prepare} onPress={() => send({ type: "go", route: { name: "print" } })} />
    </div>
  );
}
