// At the head of the sync page: why nothing moves and what to do, and what could be lost before it does.
import { Banner } from "../parts/banner";
import { Button } from "../parts/button";
import { text } from "../text/text";
import type { ScreenProps } from "./app";

export function WhyNothingMoves({ state, send }: ScreenProps) {
  const t = text(state.language).syncPage;
  const told = state.sync.state;
  if (told === "clear" || told === "sending" || told === "waiting") return null;
  return (
    <Banner tone={told === "offline" ? "accent" : "warn"} icon={told === "offline" ? "offline" : undefined} words={[t.state[told]]}>
      {told === "outdated" && <Button low label={t.reload} onPress={() => send({ type: "reload" })} />}
      {told === "refused" && state.sync.waiting.length > 0 && <Button low label={text(state.language).carrying.saveFile} onPress={() => send({ type: "save_file" })} />}
      {told === "signed_out" && <Button low label={text(state.language).notices.login} onPress={() => send({ type: "go", route: { name: "login" } })} />}
    </Banner>
  );
}

/** Only while something is on this phone alone, and the browser has not promised to keep it. */
export function MayBeEvicted({ state }: Pick<ScreenProps, "state">) {
  const waiting = state.sync.waiting.length;
  if (state.persisted !== false || state.storage !== "durable" || waiting === 0) return null;
  return <Banner tone="accent" words={[text(state.language).syncPage.evictable(waiting)]} />;
}

export function GuestSync({ state, send }: ScreenProps) {
  const t = text(state.language);
  const go = (name: "register" | "login") => () => send({ type: "go", route: { name } });
  return (
    <>
      <Banner tone="accent" icon="phone" words={[t.syncPage.guestBody]} />
      <Button kind="primary" label={t.syncPage.guestRegister} onPress={go("register")} />
      <Button label={t.syncPage.guestLogin} onPress={go("login")} />
      <Button icon="save" label={t.carrying.guestRow} onPress={() => send({ type: "save_file" })} />
    </>
  );
}
