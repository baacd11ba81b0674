// The date the whole answer hangs on, what it gives, and the rarer facts of a certification period.
import type { Assessment } from "../engine/contract";
import { schemes } from "../app/selectors";
import type { DateDraft, ProfileForm } from "../app/state";
import { Certificate } from "../parts/certificate";
import { DateField } from "../parts/date-field";
import { SelectField } from "../parts/field";
import { Icon } from "../parts/icon";
import { Sentence } from "../parts/sentence";
import { text } from "../text/text";
import type { ScreenProps } from "./app";
import { shortName } from "./names";
import { dateWords } from "./credit-date";
import { problemAt } from "./problems";

type Props = ScreenProps & { readonly form: ProfileForm };

export function BaseQuestion({ state, send, form }: Props) {
  const t = text(state.language);
  return (
    <>
      <Certificate words={t.base.certificate} />
      <p><Sentence of={t.base.frame} /><br />{t.base.notIssue}</p>
      <DateField id="base" label={t.fields.base} hideLabel large words={dateWords(t)} value={form.draft.base} error={problemAt(t, form.errors, form.tried, "base")}
        onInput={(base) => send({ type: "type_profile", change: { base } })} />
      <div aria-live="polite">{form.preview && <Preview state={state} answer={form.preview} />}</div>
    </>
  );
}

/** At once: which window and which last valid day this date gives. */
export function Preview({ state, answer }: { state: ScreenProps["state"]; answer: Assessment }) {
  const t = text(state.language);
  const expires = answer.expires ?? null;
  return (
    <div class="banner accent">
      <Icon name="calendar" />
      <dl class="preview">
        <dt>{t.base.window}</dt>
        <dd><Sentence of={answer.window ? t.window.range(answer.window.opens, answer.window.last_day) : t.base.noWindow} /></dd>
        {expires && <><dt>{t.base.expires}</dt><dd><Sentence of={t.base.until(expires)} /><small><Sentence of={t.base.era(expires)} /></small></dd></>}
      </dl>
    </div>
  );
}

const kEmpty: DateDraft = { era: "R", year: "", month: "", day: "" };

export function BaseDetails({ state, send, form }: Props) {
  const t = text(state.language);
  const { draft } = form;
  const error = (field: string) => problemAt(t, form.errors, form.tried, field);
  const given = draft.last_application !== null || draft.extension_months !== "";
  const date = (field: "last_application" | "registered") => (
    <DateField id={field} label={t.fields[field]} optional={t.optional} hint={t.base.hints[field]} words={dateWords(t)} value={draft[field] ?? kEmpty} error={error(field)}
      onInput={(value) => send({ type: "type_profile", change: { [field]: value.year + value.month + value.day === "" ? null : value } })} />
  );
  const months = [{ value: "", text: t.base.none }, ...Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), text: t.base.months(index + 1) }))];
  const providers = [{ value: "", text: t.base.unknown }, ...schemes(state).map((scheme) => ({ value: scheme, text: t.scheme(shortName(state, scheme), scheme) }))];
  return (
    <details class="disclosure" open={given || form.tried && form.errors.some((problem) => problem.at !== "/base") ? true : undefined}>
      <summary><b>{t.base.details}</b><span class="go"><Icon name="go" size={20} /></span></summary>
      <div class="inside">
        {draft.kind === "renewal" && date("last_application")}
        {draft.kind === "renewal" && <SelectField id="certificate_of" label={t.fields.certificate_of} optional={t.optional} hint={t.base.hints.certificate_of} value={draft.certificate_of} options={providers} error={error("certificate_of")} onChoose={(certificate_of) => send({ type: "type_profile", change: { certificate_of } })} />}
        <SelectField id="extension" label={t.fields.extension} optional={t.optional} hint={t.base.hints.extension} value={draft.extension_months} options={months} error={error("extension")} onChoose={(extension_months) => send({ type: "type_profile", change: { extension_months } })} />
        {date("registered")}
      </div>
    </details>
  );
}
