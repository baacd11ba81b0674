// What is said after an action, and what must be said at once because something could be lost.
import { Banner } from "../parts/banner";
import { Button, TextButton } from "../parts/button";
import { Sentence } from "../parts/sentence";
import { Icon, Shape } from "../parts/icon";
import { text } from "../text/text";
import type { ScreenProps } from "./app";

export function NoticeLine({ state, send }: ScreenProps) {
  const t = text(state.language).notices;
  const { notice } = state;
  const failed = notice?.kind === "save_failed";
  return (
    <div class="notices" role={failed ? "alert" : "status"}>
      {notice && (
        <div class={`banner ${failed ? "bad" : "ok"}`}>
          <Shape state={failed ? "lost" : "met"} size={22} />
          <p><Sentence of={t[notice.kind]} /></p>
          <div class="actions">
            {notice.undo && <TextButton label={t.undo} onPress={() => send({ type: "undo" })} />}
            <button type="button" class="icon-button" aria-label={t.dismiss} onClick={() => send({ type: "dismiss_notice" })}><Icon name="close" size={20} /></button>
          </div>
        </div>
      )}
    </div>
  );
}

export function Alerts({ state, send }: ScreenProps) {
  const t = text(state.language).notices;
  const { storage, session, damaged } = state;
  const clock = clockOff(state);
  if (storage === "durable" && session !== "ended" && damaged === null && clock === null) return null;
  return (
    <div class="alerts">
      {storage === "memory" && <Banner tone="warn" role="alert" words={[t.memory]} />}
      {storage === "failed" && <Banner tone="bad" role="alert" words={[t.save_failed]} />}
      {storage === "full" && <Banner tone="bad" role="alert" words={[t.full]} />}
      {damaged && (
        <Banner tone="warn" role="alert" words={[t.damaged(damaged.put_back, session === "guest"), ...(damaged.kept === null ? [] : [t.damagedKept])]}>
          <Button low label={t.understood} onPress={() => send({ type: "settle_damage" })} />
        </Banner>
      )}
      {clock !== null && <Banner tone="warn" icon="clock" role="status" words={[t.clock(clock)]} />}
      {session === "ended" && <Banner tone="accent" role="status" words={[t.sessionEnded]}><Button low label={t.login} onPress={() => send({ type: "go", route: { name: "login" } })} /></Banner>}
    </div>
  );
}

const kDay = 24 * 60; // minutes

/** By how many days this phone is ahead of the server; null below one day. */
function clockOff({ sync }: ScreenProps["state"]): number | null {
  return sync.ahead === null || Math.abs(sync.ahead) <= kDay ? null : Math.round(sync.ahead / kDay);
}
