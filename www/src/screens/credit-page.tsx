// Add a credit, or put one right. Three touches where the preset is right; what it changes stands above the button before it is saved.
import type { Category } from "../engine/contract";
import type { CreditDraft, CreditForm } from "../app/state";
import { Button, TextButton } from "../parts/button";
import { Empty } from "../parts/empty";
import { FieldError, Input, Select } from "../parts/field";
import { PushedHead } from "../parts/head";
import { Icon } from "../parts/icon";
import { KindTiles } from "../parts/kind-tiles";
import { Stepper } from "../parts/stepper";
import { text, type Text } from "../text/text";
import type { ScreenProps } from "./app";
import { schemesInOrder, shortName } from "./names";
import { CreditDate } from "./credit-date";
import { CreditDetails } from "./credit-details";
import { EffectLine } from "./effect-line";
import { PhotoField } from "./photo-field";
import { focusFirstError, problemAt } from "./problems";

export const usualKinds: readonly Category[] = ["internet", "assembly", "self_study", "group", "practicum"];
export const rarerKinds: readonly Category[] = ["correspondence", "designated", "presentation", "paper"];

export interface CreditFieldsProps extends ScreenProps {
  readonly form: CreditForm;
  readonly t: Text;
  readonly change: (change: Partial<CreditDraft>) => void;
  /** What is wrong with a field, once saving was tried. */
  readonly error: (field: string) => string | null;
}

export function CreditPage({ state, send }: ScreenProps) {
  const t = text(state.language);
  const form = state.credit_form;
  const back = () => send({ type: "back" });
  if (!form) return <main class="page pushed"><PushedHead title={t.form.edit} backName={t.close} onBack={back} close /><Empty title={t.form.notFound} line={t.form.notFoundLine} /></main>;
  const fields: CreditFieldsProps = {
    state, send, form, t, change: (change) => send({ type: "type_credit", change }), error: (field) => problemAt(t, form.errors, form.tried, field),
  };
  const save = (event: Event) => { event.preventDefault(); send({ type: "save_credit" }); focusFirstError(); };
  return (
    <main class="page pushed">
      <PushedHead title={form.mode === "add" ? t.form.add : t.form.edit} backName={t.close} onBack={back} close />
      <form noValidate onSubmit={save}>
        <div class="stack">
          <Kind {...fields} />
          <section class="card lines">
            <CreditDate {...fields} />
            <Units {...fields} />
            <Provider {...fields} />
            <div class="line">
              <label for="title">{t.fields.title}</label>
              <span class="grow"><Input id="title" value={form.draft.title} placeholder={t.form.later} error={fields.error("title")} onInput={(title) => fields.change({ title })} /></span>
              <FieldError id="title" text={fields.error("title")} />
            </div>
          </section>
          <PhotoField {...fields} />
          <section class="card">
            <button type="button" class="row" aria-expanded={form.details_open} onClick={() => send({ type: "toggle_details" })}>
              <span class="row-words">{form.details_open ? t.form.fewer : t.form.details}</span><span class="go"><Icon name={form.details_open ? "minus" : "plus"} size={20} /></span>
            </button>
            {form.details_open && <CreditDetails {...fields} />}
          </section>
          {form.mode === "edit" && <TextButton center danger label={t.form.remove} onPress={() => send({ type: "open_sheet", sheet: { name: "delete", credit: form.id } })} />}
        </div>
        <div class="foot">
          <EffectLine form={form} t={t} />
          <Button kind="primary" submit label={form.saving ? t.form.saving : t.form.save} busy={form.saving} />
        </div>
      </form>
    </main>
  );
}

function Kind({ form, t, change, error }: CreditFieldsProps) {
  const named = (kinds: readonly Category[]) => kinds.map((value) => ({ value, text: t.kindTiles[value] ?? t.kinds[value] }));
  return (
    <div>
      <KindTiles legend={t.form.kind} value={form.draft.category} usual={named(usualKinds)} rarer={named(rarerKinds)} moreText={t.form.others(rarerKinds.length)} moreLine={t.form.othersLine}
        errorId={error("category") ? "category-error" : undefined} onChoose={(category) => change({ category })} />
      <FieldError id="category" text={error("category")} />
    </div>
  );
}

function Units({ form, t, change, error }: CreditFieldsProps) {
  return (
    <div class="line">
      <label for="units">{t.fields.units}</label>
      <Stepper id="units" value={form.draft.units} unit={t.unitOf(Number(form.draft.units))} invalid={error("units") !== null} minus={t.form.minus} plus={t.form.plus} onInput={(units) => change({ units })} />
      <FieldError id="units" text={error("units")} />
    </div>
  );
}

function Provider({ state, form, t, change, error }: CreditFieldsProps) {
  const known = schemesInOrder(state);
  const { provider } = form.draft;
  const other = !known.includes(provider);
  const options = [...known.map((scheme) => ({ value: scheme, text: `${shortName(state, scheme)} ${scheme}` })), { value: "", text: t.form.other }];
  return (
    <div class="line">
      <label for="provider">{t.fields.provider}</label>
      <span class="grow"><Select id="provider" value={other ? "" : provider} options={options} onChoose={(chosen) => change({ provider: chosen })} error={other ? null : error("provider")} /></span>
      {other && <span class="wide"><label class="hint" for="provider-code">{t.form.providerCode}</label><Input id="provider-code" value={provider} placeholder="G05" maxLength={3} error={error("provider")} onInput={(code) => change({ provider: code.toUpperCase() })} /></span>}
      <FieldError id={other ? "provider-code" : "provider"} text={error("provider")} />
    </div>
  );
}
