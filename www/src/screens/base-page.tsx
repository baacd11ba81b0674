// Changing the base date later: everything is computed again, and seen before it is saved.
import { Button } from "../parts/button";
import { Skeleton } from "../parts/empty";
import { PushedHead } from "../parts/head";
import { Segments } from "../parts/segments";
import { text } from "../text/text";
import type { ScreenProps } from "./app";
import { BaseDetails, BaseQuestion } from "./base-fields";
import { focusFirstError } from "./problems";

export function BasePage({ state, send }: ScreenProps) {
  const t = text(state.language);
  const form = state.profile_form;
  const save = (event: Event) => { event.preventDefault(); send({ type: "save_profile" }); focusFirstError(); };
  return (
    <main class="page pushed question">
      <PushedHead title={t.base.title} backName={t.back} onBack={() => send({ type: "back" })} />
      {form ? (
        <form noValidate onSubmit={save}>
          <div class="question-body">
            <Segments name="kind" legend={t.base.kind} value={form.draft.kind || "renewal"} onChoose={(kind) => send({ type: "choose_kind", kind })}
              options={[{ value: "renewal", text: t.kindTag.renewal }, { value: "new", text: t.kindTag.new }]} />
            {form.draft.kind !== "new" && <BaseQuestion state={state} send={send} form={form} />}
            {form.draft.kind === "new" && <p>{t.start.newLine}</p>}
            <BaseDetails state={state} send={send} form={form} />
          </div>
          <div class="foot">
            <p class="foot-line">{t.base.change}</p>
            <Button kind="primary" submit label={form.saving ? t.form.saving : t.base.save} busy={form.saving} />
          </div>
        </form>
      ) : <div class="question-body"><Skeleton name={t.loading} lines={6} /></div>}
    </main>
  );
}
