// The page as a whole: which screen, and the frame around it.
import type { ComponentChildren } from "preact";
import type { UserAction } from "../app/actions";
import type { Route, State } from "../app/state";
import { Skeleton } from "../parts/empty";
import { Rail, RailItem, Tabs, type Place } from "../parts/menu";
import { text, type Text } from "../text/text";
import { BasePage } from "./base-page";
import { CreditPage } from "./credit-page";
import { Fault } from "./fault";
import { Home } from "./home";
import { Later } from "./later";
import { Ledger } from "./ledger";
import { Alerts, NoticeLine } from "./notices";
import { Sheets } from "./sheets";
import { Sign } from "./sign";
import { Start } from "./start";
import { Sync } from "./sync-line";

export interface ScreenProps {
  readonly state: State;
  readonly send: (action: UserAction) => void;
}

export function App(props: ScreenProps) {
  const { state } = props;
  const t = text(state.language);
  if (state.phase === "failed") return <Bare><Fault {...props} /></Bare>;
  if (state.phase === "loading") return <Bare><Waiting t={t} /></Bare>;
  if (state.route.name === "seminar" && state.session === "none") return <Visitor {...props} />;
  const signing = state.session === "none" || state.route.name === "login" || state.route.name === "register";
  if (signing) return <Bare><Sign {...props} /></Bare>;
  return (
    <div class="frame">
      <div class="layout framed">
        <Menu {...props} t={t} />
        <Alerts {...props} />
        {screen(props)}
        <div class="bottom">
          <NoticeLine {...props} />
          {isTab(state.route) && !needsStart(state) && <Tabs name={t.tabs.menu} places={places(props, t)} />}
        </div>
        <Sheets {...props} />
      </div>
    </div>
  );
}

const Bare = (props: { children: ComponentChildren }) => <div class="frame"><div class="layout outside">{props.children}</div></div>;

/** An organiser without an account: the one page, what is said and asked on it, and no menu. */
const Visitor = (props: ScreenProps) => (
  <div class="frame">
    <div class="layout">
      {screen(props)}
      <div class="bottom"><NoticeLine {...props} /></div>
      <Sheets {...props} />
    </div>
  </div>
);

const Waiting = (props: { t: Text }) => <main class="page sign"><h1 class="brand">{props.t.brand}</h1><Skeleton name={props.t.loading} lines={4} /></main>;

/** Without a profile nothing can be judged: every screen that judges gives way to the first questions. */
const needsStart = (state: State): boolean =>
  state.ledger.profile === null && !["seminar", "settings", "rules", "sync", "person", "conflict", "join"].includes(state.route.name);

function screen(props: ScreenProps) {
  const { route } = props.state;
  if (needsStart(props.state)) return <Start {...props} />;
  switch (route.name) {
    case "ledger": return <Ledger {...props} />;
    case "add": case "credit": return <CreditPage {...props} />;
    case "compare": return <Later {...props} page="ComparePage" />;
    case "allocate": return <Later {...props} page="AllocatePage" />;
    case "seminar": return <Later {...props} page="SeminarPage" />;
    case "apply": return <Later {...props} page="Apply" />;
    case "application": return <Later {...props} page="Receipt" />;
    case "settings": return <Later {...props} page="Settings" />;
    case "rules": return <Later {...props} page="RulesPage" />;
    case "sync": return <Later {...props} page="SyncPage" />;
    case "base": return <BasePage {...props} />;
    case "person": return <Later {...props} page="PersonPage" />;
    case "payout": return <Later {...props} page="Payout" />;
    case "print": return <Later {...props} page="PrintPage" />;
    case "conflict": return <Later {...props} page="ConflictPage" />;
    case "join": return <Later {...props} page="JoinPage" />;
    case "start": return <Start {...props} />;
    default: return <Home {...props} />;
  }
}

const isTab = (route: Route): boolean => ["home", "ledger", "apply"].includes(route.name);

function places({ state, send }: ScreenProps, t: Text): readonly Place[] {
  const place = (name: "home" | "ledger" | "add" | "apply", icon: Place["icon"], tile = false): Place =>
    ({ key: name, text: t.tabs[name], icon, tile, current: state.route.name === name, onGo: () => send({ type: "go", route: { name } }) });
  return [place("home", "home"), place("ledger", "list"), place("add", "plus", true), place("apply", "application")];
}

/** A desk has room for one place more. */
function railPlaces(props: ScreenProps, t: Text): readonly Place[] {
  const { state, send } = props;
  const current = state.route.name === "compare" || state.route.name === "allocate";
  const compare: Place = { key: "compare", text: t.schemes.compareTab, icon: "compare", current, onGo: () => send({ type: "go", route: { name: "compare" } }) };
  const known = places(props, t);
  return [...known.slice(0, -1), compare, ...known.slice(-1)];
}

function Menu(props: ScreenProps & { t: Text }) {
  const { state, send, t } = props;
  const person = state.ledger.person.name ?? (state.account?.email || t.tabs.settings);
  return (
    <Rail name={t.tabs.menu} brand={t.brand} latin={t.brandLatin} places={railPlaces(props, t)} add={{ text: t.addCredit, onGo: () => send({ type: "go", route: { name: "add" } }) }}>
      <Sync state={state} send={send} />
      <RailItem text={person} icon="person" current={state.route.name === "settings"} onGo={() => send({ type: "go", route: { name: "settings" } })} />
    </Rail>
  );
}
