// The first two questions: is there a certificate, and on which day does its period begin.
import { IconButton, Button } from "../parts/button";
import { Empty } from "../parts/empty";
import { Icon } from "../parts/icon";
import { PushedHead } from "../parts/head";
import { Ring } from "../parts/ring";
import { Sentence } from "../parts/sentence";
import { text } from "../text/text";
import type { ScreenProps } from "./app";
import { BaseDetails, BaseQuestion } from "./base-fields";
import { focusFirstError } from "./problems";

export function Start(props: ScreenProps) {
  if (isAwaited(props.state)) return <Awaited {...props} />;
  const form = props.state.profile_form;
  return form && form.draft.kind !== "" ? <Second {...props} /> : <First {...props} />;
}

/** A ledger that was damaged comes back from the server: what it says must not be asked again. */
const isAwaited = ({ damaged, session, sync }: ScreenProps["state"]): boolean => damaged !== null && session !== "guest" && sync.last === null;

function Awaited({ state, send }: ScreenProps) {
  const t = text(state.language);
  return (
    <main class="page question">
      <Head state={state} send={send} />
      <Empty title={t.start.awaited} line={t.start.awaitedLine} />
    </main>
  );
}

function Head({ state, send }: ScreenProps) {
  const t = text(state.language);
  return (
    <header class="head">
      <p class="brand">{t.brand} <span lang="en">{t.brandLatin}</span></p>
      <div class="head-end"><IconButton name={t.tabs.settings} icon="person" onPress={() => send({ type: "go", route: { name: "settings" } })} /></div>
    </header>
  );
}

function First({ state, send }: ScreenProps) {
  const t = text(state.language);
  return (
    <main class="page question">
      <Head state={state} send={send} />
      <div class="question-body">
        <p class="pitch"><Sentence of={t.start.pitch} /></p>
        <Sample {...t.start} of={t.example} per={t.ofRequired(30)} />
        <h1><Sentence of={t.start.question} /></h1>
        <p class="lead">{t.start.any}</p>
        <Choice title={t.start.yes} line={t.start.yesLine} onChoose={() => send({ type: "choose_kind", kind: "renewal" })} />
        <Choice title={t.start.no} line={t.start.noLine} onChoose={() => send({ type: "choose_kind", kind: "new" })} />
        <details class="disclosure">
          <summary><b>{t.start.unsure}</b><span class="go"><Icon name="go" size={20} /></span></summary>
          <p class="inside">{t.start.unsureLine}</p>
        </details>
      </div>
      <p class="aside spread"><Icon name="phone" /><span>{t.start.local}</span></p>
    </main>
  );
}

function Sample(props: { exampleMore: string; exampleDue: string; exampleWindow: string; of: string; per: string }) {
  return (
    <div class="sample">
      <Ring size="small" have={22} required={30} of={props.per} state="open" />
      <div><b class="said">{props.exampleMore}</b><p><Sentence of={props.exampleDue} /></p><small>{props.exampleWindow}</small></div>
      <span class="tag">{props.of}</span>
    </div>
  );
}

function Choice(props: { title: string; line: string; onChoose: () => void }) {
  return (
    <button type="button" class="choice" onClick={props.onChoose}>
      <span><b>{props.title}</b><span>{props.line}</span></span><Icon name="go" />
    </button>
  );
}

function Second({ state, send }: ScreenProps) {
  const t = text(state.language);
  const form = state.profile_form!;
  const renewal = form.draft.kind === "renewal";
  const save = (event: Event) => { event.preventDefault(); send({ type: "save_profile" }); focusFirstError(); };
  return (
    <main class="page pushed question">
      <PushedHead quiet title={t.start.step(2, 2)} backName={t.back} onBack={() => send({ type: "type_profile", change: { kind: "" } })} />
      <form noValidate onSubmit={save}>
        <div class="question-body">
          <h2 class="title"><Sentence of={renewal ? t.base.question : t.start.newTitle} /></h2>
          {renewal ? <BaseQuestion state={state} send={send} form={form} /> : <p>{t.start.newLine}</p>}
          <BaseDetails state={state} send={send} form={form} />
        </div>
        <div class="foot bare"><Button kind="primary" submit label={form.saving ? t.form.saving : renewal ? t.base.proceed : t.start.proceed} busy={form.saving} /></div>
      </form>
    </main>
  );
}
