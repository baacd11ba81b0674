// Questions before something cannot be taken back.
import { Banner } from "../parts/banner";
import { Button } from "../parts/button";
import { text } from "../text/text";
import type { ScreenProps } from "./app";
import { systemName } from "./names";

export function AskDelete({ state, send, id }: ScreenProps & { id: string }) {
  const t = text(state.language).form;
  return (
    <>
      <p>{t.removeLine}</p>
      <Button danger label={t.removeYes} icon="trash" onPress={() => send({ type: "delete_credit", id })} />
      <Button label={t.keep} onPress={() => send({ type: "close_sheet" })} />
    </>
  );
}

export function AskClear({ state, send }: ScreenProps) {
  const t = text(state.language);
  return (
    <>
      <p>{t.seminar.clearLine}</p>
      <Button danger label={t.seminar.clearYes} icon="trash" onPress={() => send({ type: "type_seminar", change: { do: "clear" } })} />
      <Button label={t.form.keep} onPress={() => send({ type: "close_sheet" })} />
    </>
  );
}

export function AskDisputed({ state, send }: ScreenProps) {
  const t = text(state.language).apply;
  return (
    <>
      <p>{t.confirmBody}</p>
      <Button kind="primary" label={t.sendDisputed} busy={state.submitting} onPress={() => send({ type: "submit_application", disputed: true })} />
      <Button label={t.keep} onPress={() => send({ type: "close_sheet" })} />
    </>
  );
}

/** The second confirmation: the act itself happens in the other system, here it is only written down. */
export function PayoutDone({ state, send }: ScreenProps) {
  const t = text(state.language).payout;
  const payout = state.payout!;
  return (
    <>
      <Banner tone="warn" words={[t.doneBody(systemName(state, payout.from))]} />
      <Button kind="primary" label={t.doneYes} busy={payout.saving} onPress={() => send({ type: "pay_out" })} />
      <Button label={t.notYet} onPress={() => send({ type: "step_payout", step: 1 })} />
    </>
  );
}
