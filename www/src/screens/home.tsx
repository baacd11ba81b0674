// Home: the answer first, its grounds below, one next step.
import type { Assessment } from "../engine/contract";
import { refusedRules } from "../app/rules";
import { answers, packOf, verdictOf } from "../app/selectors";
import type { State } from "../app/state";
import { IconButton } from "../parts/button";
import { Skeleton } from "../parts/empty";
import { Icon } from "../parts/icon";
import { Sentence } from "../parts/sentence";
import { text } from "../text/text";
import { answerWords } from "./answer-words";
import type { ScreenProps } from "./app";
import { ProvisionalNote } from "./provisional";
import { Requirements } from "./requirements";
import { RuleFaults } from "./rule-faults";
import { Sync } from "./sync-line";
import { Todos } from "./todos";
import { Verdict } from "./verdict";

export function Home(props: ScreenProps) {
  const { state } = props;
  const { shown, other } = answers(state);
  const tone = shown ? answerWords(state, shown).tone : "open";
  return (
    <main class="page home">
      <div class={`top ${tone}`}>
        <HomeHead {...props} answer={shown} />
        <Sync {...props} />
        {shown ? <Verdict {...props} answer={shown} /> : <Unanswered state={state} />}
      </div>
      {shown && (
        <div class="grounds">
          <div class="stack conditions">
            <RuleFaults {...props} refused={refusedRules(state).filter((each) => each.scheme === state.scheme)} />
            {other && <ProvisionalNote {...props} shown={shown} other={other} />}
            {state.ledger.credits.length > 0 && <Requirements {...props} answer={shown} />}
          </div>
          <Todos {...props} answer={shown} />
        </div>
      )}
    </main>
  );
}

function HomeHead({ state, send, answer }: ScreenProps & { answer: Assessment | null }) {
  const t = text(state.language);
  const pack = packOf(state, state.scheme);
  const kind = state.ledger.profile?.kind;
  return (
    <header class="head">
      <h1>
        <button type="button" class="switcher" onClick={() => send({ type: "open_sheet", sheet: { name: "schemes" } })} aria-haspopup="dialog">
          <span class="heard">{t.head.switch}</span>
          <b class="short">{pack?.short[state.language]}</b><b class="long">{pack?.title[state.language]}</b>
          <span class="code">{state.scheme}</span>
          {kind && <span class="tag">{t.kindTag[kind]}</span>}
          {answer?.status === "provisional" && <span class="tag prov">{t.provisional}</span>}
          <Icon name="down" size={20} />
        </button>
      </h1>
      <div class="head-end">
        {answer?.period && <span class="home-period">{t.head.period(answer.period.start, answer.period.last_day)}</span>}
        <IconButton name={t.tabs.settings} icon="person" onPress={() => send({ type: "go", route: { name: "settings" } })} />
      </div>
    </header>
  );
}

/** Not judged yet, or no rule for it: never read as a "no". */
function Unanswered({ state }: { state: State }) {
  const t = text(state.language);
  const errors = verdictOf(state, state.scheme)?.errors ?? [];
  const first = packOf(state, state.scheme)?.effective ?? "";
  // A credit lies in the system of a provider whose rules have not reached this phone.
  const missing = errors.some(({ code, at }) => code === "unknown_value" && at.endsWith("/held_in"));
  const why = missing ? t.verdict.rulesMissing : first > state.today ? t.verdict.begins(first) : t.verdict.unsupported;
  return (
    <section class="hero">
      {errors.length > 0 ? <div class="verdict"><h2 class="beside"><Sentence of={why} /></h2></div> : <Skeleton name={t.loading} lines={6} />}
    </section>
  );
}
