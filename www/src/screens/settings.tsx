// Settings: each change acts at once.
import { refusedRules, rulesInUse } from "../app/rules";
import { mayUpdate } from "../app/selectors";
import { Banner } from "../parts/banner";
import { Button } from "../parts/button";
import { Card, Facts, Row, Rows } from "../parts/card";
import { PushedHead } from "../parts/head";
import { Icon } from "../parts/icon";
import { Segments } from "../parts/segments";
import { text, type Text } from "../text/text";
import type { ScreenProps } from "./app";
import { CarryingRows, GuestRows } from "./carrying-rows";

type Props = ScreenProps & { readonly t: Text };

export function Settings(props: ScreenProps) {
  const { state, send } = props;
  const t = text(state.language);
  const guest = state.session === "guest";
  return (
    <main class="page pushed">
      <PushedHead title={t.settings.title} backName={t.back} onBack={() => send({ type: "back" })} />
      <div class="stack">
        <Account {...props} t={t} />
        {guest && <GuestRows {...props} />}
        <h2 class="section-name">{t.settings.look}</h2>
        <Look {...props} t={t} />
        <h2 class="section-name">{t.settings.data}</h2>
        <Data {...props} t={t} />
        <CarryingRows {...props} />
        {mayUpdate(state) && <Banner tone="accent" words={[t.notices.update]}><Button low label={t.notices.updateNow} onPress={() => send({ type: "switch_version" })} /></Banner>}
        <Card><Row icon="seminar" text={t.seminar.title} second={t.seminar.line} onOpen={() => send({ type: "go", route: { name: "seminar" } })} /></Card>
        <Card><Row icon="leave" destructive text={guest ? t.carrying.erase : t.settings.logout} onOpen={() => send({ type: "open_sheet", sheet: { name: "log_out" } })} /></Card>
        <p class="version">{t.settings.version(state.engine_version)}</p>
      </div>
    </main>
  );
}

function Account({ state, send, t }: Props) {
  const { profile, person } = state.ledger;
  const kind = profile ? t.kindTag[profile.kind] : "";
  const go = (name: "person" | "base") => () => send({ type: "go", route: { name } });
  return (
    <Card>
      <button type="button" class="row" onClick={go("person")}>
        <span class="avatar"><Icon name="person" /></span>
        <span class="row-words"><b>{person.name ?? t.settings.noPerson}</b><span class="second">{state.account?.demo ? `${t.settings.demo}・` : ""}{state.session === "guest" ? t.carrying.guestNone : state.account?.email}</span></span>
        <span class="go"><Icon name="go" size={20} /></span>
      </button>
      {profile && <Row icon="calendar" text={t.settings.base} second={t.settings.profile(kind, profile.base ?? null)} onOpen={go("base")} />}
    </Card>
  );
}

function Look({ state, send, t }: Props) {
  return (
    <Card>
      <div class="setting">
        <span><Icon name="moon" />{t.settings.theme}</span>
        <Segments name="theme" legend={t.settings.theme} value={state.theme} onChoose={(theme) => send({ type: "choose_theme", theme })}
          options={(["system", "light", "dark"] as const).map((value) => ({ value, text: t.settings.themes[value] }))} />
      </div>
      <div class="setting">
        <span><Icon name="globe" />{t.settings.language}</span>
        <Segments name="language" legend={t.settings.language} value={state.language} onChoose={(language) => send({ type: "choose_language", language })} options={[{ value: "ja", text: "日本語" }, { value: "en", text: "English" }]} />
      </div>
    </Card>
  );
}

function Data({ state, send, t }: Props) {
  const s = t.settings;
  const storage = state.storage === "durable" ? (state.persisted === false ? s.storageEvictable : s.storageKept) : s.storageMemory;
  const line = state.storage === "durable" ? (state.persisted === false ? s.storageEvictableLine : null) : s.storageMemoryLine;
  const rules = rulesInUse(state).flat();
  const fresh = rules.filter((each) => each.is_new).length;
  const refused = refusedRules(state).length > 0;
  return (
    <Card>
      <Rows rows={[{ key: "rules", icon: "book", text: t.rules.title, second: refused ? t.rules.someRefused : undefined, value: fresh > 0 ? t.rules.newOnes(fresh) : t.rules.number(rules.length), onOpen: () => send({ type: "go", route: { name: "rules" } }) },
        { key: "sync", icon: "waiting", text: s.sync, second: undefined, value: state.session === "guest" ? t.carrying.guestNone : state.sync.waiting.length > 0 ? t.sync.waitingShort(state.sync.waiting.length) : t.sync.clear(state.sync.last, state.today), onOpen: () => send({ type: "go", route: { name: "sync" } }) }]} />
      <Facts facts={[{ term: s.storage, value: storage }]} />
      {line && <p class="hint after-facts">{line}</p>}
    </Card>
  );
}
