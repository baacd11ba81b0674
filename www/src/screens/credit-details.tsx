// What is rarely needed, in the words of the desk: keys that find duplicates, and what has happened to a credit since.
import { schemes } from "../app/selectors";
import { Field, SelectField, Tick } from "../parts/field";
import type { CreditDraft } from "../app/state";
import type { CreditFieldsProps } from "./credit-page";
import { shortName } from "./names";

type TextField = "event" | "content" | "course" | "curriculum" | "days" | "used_for" | "void";

export function CreditDetails(props: CreditFieldsProps) {
  const { state, form, t, change, error } = props;
  const { category } = form.draft;
  const text = (name: TextField) => <TextLine key={name} {...props} name={name} />;
  const systems = [...new Map(state.packs.map((pack) => [pack.system, pack])).values()];
  const known = schemes(state);
  const places = [{ value: "", text: t.form.here }, ...systems.map((pack) => ({ value: pack.system, text: t.form.systems(pack.system_title[state.language], pack.scheme) }))];
  const targets = [{ value: "", text: t.form.no }, ...known.map((scheme) => ({ value: scheme, text: t.scheme(shortName(state, scheme), scheme) }))];
  return (
    <div class="form details">
      {text("event")}
      {text("content")}
      {(category === "correspondence" || form.draft.course !== "") && text("course")}
      {(category === "assembly" || form.draft.days !== "") && text("days")}
      {category === "assembly" && <Flag {...props} name="lecturer" />}
      {(category === "practicum" || category === "self_study") && <Flag {...props} name="new_curriculum" />}
      {category === "designated" && <Flag {...props} name="designated_practice" />}
      {text("curriculum")}
      <SelectField id="held_in" label={t.fields.held_in} hint={t.form.hints.held_in} value={form.draft.held_in} options={places} error={error("held_in")} onChoose={(held_in) => change({ held_in })} />
      <SelectField id="transferred_to" label={t.fields.transferred_to} hint={t.form.hints.transferred_to} value={form.draft.transferred_to} options={targets} error={error("transferred_to")} onChoose={(transferred_to) => change({ transferred_to })} />
      {text("used_for")}
      {text("void")}
    </div>
  );
}

function TextLine({ form, t, change, error, name }: CreditFieldsProps & { name: TextField }) {
  return (
    <Field id={name} label={t.fields[name]} optional={t.optional} hint={t.form.hints[name]} value={form.draft[name]} inputMode={name === "days" ? "numeric" : undefined}
      error={error(name)} onInput={(value) => change({ [name]: value } as Partial<CreditDraft>)} />
  );
}

function Flag({ form, t, change, error, name }: CreditFieldsProps & { name: "lecturer" | "new_curriculum" | "designated_practice" }) {
  return <Tick id={name} checked={form.draft[name]} error={error(name)} onTick={(checked) => change({ [name]: checked } as Partial<CreditDraft>)}>{t.fields[name]}</Tick>;
}
