// What saving would change, before it is saved.
import type { Assessment } from "../engine/contract";
import type { CreditForm } from "../app/state";
import type { Text } from "../text/text";

const total = (answer: Assessment): number => answer.requirements.find((each) => each.id === "total")?.have ?? 0;

export function EffectLine({ form, t }: { form: CreditForm; t: Text }) {
  const { effect } = form;
  return (
    <p class="effect" aria-live="polite">
      {effect ? <Effect before={effect.before} after={effect.after} t={t} /> : <small>{form.tried && form.errors.length > 0 ? t.form.missing : ""}</small>}
    </p>
  );
}

function Effect({ before, after, t }: { before: Assessment; after: Assessment; t: Text }) {
  const [from, to] = t.form.effect(total(before), total(after));
  const same = total(before) === total(after);
  return (
    <>
      <small>{t.form.effectLead}</small>
      {same ? <span>{t.form.effectSame}</span> : <span class="whole">{from}<b>{to}</b></span>}
      <Gap after={after} t={t} />
    </>
  );
}

function Gap({ after, t }: { after: Assessment; t: Text }) {
  if (after.eligible) return <span class="gap met">{t.form.effectMet}</span>;
  return after.plan ? <span class="gap">{t.form.effectMore(after.plan.units)}</span> : <span class="gap lost">{t.form.effectLost}</span>;
}
