// Name and licence number, as an application needs them.
import { Button } from "../parts/button";
import { Field } from "../parts/field";
import { PushedHead } from "../parts/head";
import { text } from "../text/text";
import type { ScreenProps } from "./app";
import { focusFirstError, problemAt } from "./problems";

export function PersonPage({ state, send }: ScreenProps) {
  const t = text(state.language);
  const form = state.person_form;
  const save = (event: Event) => { event.preventDefault(); send({ type: "save_person" }); focusFirstError(); };
  return (
    <main class="page pushed question">
      <PushedHead title={t.person.title} backName={t.back} onBack={() => send({ type: "back" })} />
      {form && (
        <form noValidate onSubmit={save}>
          <div class="question-body form">
            <Field id="name" label={t.person.name} hint={t.person.nameHint} autocomplete="name" value={form.name} error={problemAt(t, form.errors, true, "name")} onInput={(name) => send({ type: "type_person", change: { name } })} />
            <Field id="licence_number" label={t.person.licence} hint={t.person.licenceHint} inputMode="numeric" value={form.licence_number} error={problemAt(t, form.errors, true, "licence_number")} onInput={(licence_number) => send({ type: "type_person", change: { licence_number } })} />
          </div>
          <div class="foot bare"><Button kind="primary" submit label={form.saving ? t.form.saving : t.person.save} busy={form.saving} /></div>
        </form>
      )}
    </main>
  );
}
