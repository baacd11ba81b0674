// In the settings: what is on this device alone, as a file, back from one, or into an account.
import { unsent } from "../app/selectors/carrying";
import { Banner } from "../parts/banner";
import { Card, Row } from "../parts/card";
import { FileRow } from "../parts/file-row";
import { text, type Text } from "../text/text";
import type { ScreenProps } from "./app";

export function CarryingRows({ state, send }: ScreenProps) {
  const t = text(state.language);
  const c = t.carrying;
  const waiting = unsent(state).length;
  const guest = state.session === "guest";
  return (
    <>
      <ReadWords state={state} t={t} />
      <Card>
        {waiting > 0 && <Row icon="save" text={guest ? c.guestRow : c.row} value={c.number(waiting)} onOpen={() => send({ type: "save_file" })} />}
        <FileRow id="read-file" icon="read" text={c.readRow} second={c.readLine} accept=".json,application/json" onChoose={(file) => send({ type: "read_file", file })} />
        {state.carrying.guest && <Row icon="phone" text={c.joinRow} second={c.joinRowLine(state.carrying.guest.credits)} onOpen={() => send({ type: "go", route: { name: "join" } })} />}
      </Card>
    </>
  );
}

function ReadWords({ state, t }: { state: ScreenProps["state"]; t: Text }) {
  const { reading } = state.carrying;
  if (reading === null) return null;
  if (reading.state === "reading") return <Banner tone="accent" role="status" words={[t.carrying.reading]} />;
  if (reading.state === "refused") return <Banner tone="bad" role="alert" words={[t.carrying.refused[reading.why]]} />;
  return <Banner tone="ok" role="status" words={[state.session === "guest" ? t.carrying.readGuest(reading.taken) : t.carrying.read(reading.taken)]} />;
}

export function GuestRows({ state, send }: ScreenProps) {
  const c = text(state.language).carrying;
  return (
    <Card>
      <Row icon="person" strong text={c.register} second={c.registerLine} onOpen={() => send({ type: "go", route: { name: "register" } })} />
      <Row icon="go" text={c.login} onOpen={() => send({ type: "go", route: { name: "login" } })} />
    </Card>
  );
}
