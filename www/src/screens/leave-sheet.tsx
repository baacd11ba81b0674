// Before a logout, or before a guest's ledger is erased: what no server has is sent, saved as a file, or given up on the user's word.
import { useEffect, useState } from "preact/hooks";
import { inNoFile, undecided, unsent } from "../app/selectors/carrying";
import { photosThatAre } from "../app/selectors/photos";
import { Banner } from "../parts/banner";
import { Button } from "../parts/button";
import { Tick } from "../parts/field";
import { text, type Text } from "../text/text";
import type { ScreenProps } from "./app";

type Props = ScreenProps & { readonly t: Text };

export function LeaveSheet(props: ScreenProps) {
  const { state, send } = props;
  const t = text(state.language);
  const waiting = unsent(state).length;
  const open = undecided(state).length;
  useEffect(() => send({ type: "give_up", given_up: false }), []);
  return (
    <>
      {waiting + open === 0 && <p>{t.settings.logoutLine}</p>}
      {waiting + open > 0 && <Unsent {...props} t={t} waiting={waiting} />}
      {open > 0 && (
        <Banner tone="warn" words={[t.carrying.undecided(open)]}>
          <Button low label={t.carrying.decide} onPress={() => send({ type: "go", route: { name: "sync" } })} />
        </Banner>
      )}
      <Leave {...props} t={t} lost={inNoFile(state)} />
      <Button label={t.settings.keep} onPress={() => send({ type: "close_sheet" })} />
    </>
  );
}

function Unsent({ state, send, t, waiting }: Props & { waiting: number }) {
  const c = t.carrying;
  const guest = state.session === "guest";
  const saved = inNoFile(state) === 0;
  const name = c.fileName(state.today);
  const sending = state.sync.state === "sending";
  return (
    <>
      {!saved && waiting > 0 && <Banner tone="warn" words={[guest ? c.guestLine(waiting) : c.unsent(waiting)]} />}
      {saved && <Banner tone="ok" role="status" words={[guest ? c.guestSaved(name) : c.saved(name)]} />}
      {!saved && mayBeSent(state) && !guest && <Send state={state} send={send} t={t} />}
      <Button kind={guest && !saved ? "primary" : "secondary"} icon="save" label={saved ? c.saveAgain : c.saveFile} onPress={() => send({ type: "save_file" })} />
      {sending && <p class="heard" role="status">{c.sending(waiting)}</p>}
    </>
  );
}

/** What was refused cannot. */
const mayBeSent = (state: ScreenProps["state"]): boolean => state.sync.waiting.length + photosThatAre("waiting", state).length > 0;

/** Where it cannot be sent it says why; a lost login is found again first. */
function Send({ state, send, t }: Props) {
  const { sync, session } = state;
  const why = sync.state === "clear" || sync.state === "sending" || sync.state === "waiting" ? null : t.syncPage.state[sync.state];
  const login = session === "ended";
  return (
    <>
      {why && <p class="hint">{why.replaceAll("**", "")}</p>}
      {login && <Button kind="primary" label={t.notices.login} onPress={() => send({ type: "go", route: { name: "login" } })} />}
      {!login && <Button kind="primary" label={sync.state === "sending" ? t.carrying.sending(sync.waiting.length) : t.carrying.sendNow} onPress={() => send({ type: "sync_now" })} />}
    </>
  );
}

function Leave({ state, send, t, lost }: Props & { lost: number }) {
  const c = t.carrying;
  const [tried, setTried] = useState(false);
  const guest = state.session === "guest";
  const given_up = state.carrying.given_up;
  const missing = lost > 0 && !given_up;
  const press = () => (missing ? setTried(true) : send({ type: "log_out", discard_waiting: true }));
  const safe = unsent(state).length + undecided(state).length === 0 ? t.settings.logoutYes : c.leave;
  return (
    <>
      {lost > 0 && <Tick id="give-up" checked={given_up} onTick={(ticked) => send({ type: "give_up", given_up: ticked })} error={tried && missing ? c.must : null}>{c.loseAll(lost)}</Tick>}
      <Button danger busy={state.logging_out} label={guest ? (lost > 0 ? c.guestEraseAnyway : c.guestErase) : lost > 0 ? c.leaveAnyway : safe} onPress={press} />
    </>
  );
}

export function AskEraseGuest({ state, send }: ScreenProps) {
  const t = text(state.language);
  return (
    <>
      <p>{t.carrying.eraseLine(state.carrying.guest?.credits ?? 0)}</p>
      <Button danger label={t.carrying.eraseYes} icon="trash" onPress={() => send({ type: "erase_guest" })} />
      <Button label={t.form.keep} onPress={() => send({ type: "close_sheet" })} />
    </>
  );
}
