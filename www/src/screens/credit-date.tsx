// The acquisition date: today in one line, three numbers when it is opened. Once open it stays so until the person shuts it.
import { useState } from "preact/hooks";
import type { DateDraft } from "../app/state";
import { DateField } from "../parts/date-field";
import { Icon } from "../parts/icon";
import { Sentence } from "../parts/sentence";
import { dates, text, type Text } from "../text/text";
import { civil } from "../text/dates";
import type { CreditFieldsProps } from "./credit-page";

export function CreditDate({ state, form, t, change, error }: CreditFieldsProps) {
  const wrong = error("date");
  const [open, setOpen] = useState(false);
  return (
    <details class="line disclosure" open={open || wrong !== null} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{t.fields.date}</span><span class="value"><Sentence of={spoken(state.language, form.draft.date, state.today, t)} /></span><span class="go"><Icon name="go" size={20} /></span>
      </summary>
      <div class="inside">
        <DateField id="date" label={t.fields.date} hideLabel words={dateWords(t)} value={form.draft.date} error={wrong} onInput={(date) => change({ date })} />
      </div>
    </details>
  );
}

function spoken(language: "ja" | "en", draft: DateDraft, today: string, t: Text): string {
  const date = civil(draft.era, draft.year, draft.month, draft.day);
  if (!date) return t.form.notYet;
  return date === today ? `**${t.form.today}** ${dates[language].inYear(date)}` : dates[language].spoken(date);
}

export const dateWords = (t: ReturnType<typeof text>) => ({ era: t.form.era, eras: t.form.eras, year: t.form.year, month: t.form.month, day: t.form.day });
