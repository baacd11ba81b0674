// The rules that judge: every edition here, since when it holds, how sure it is, where it came from; what was not taken, and why.
import type { State } from "../app/state";
import { refusedRules, rulesInUse, type RuleInUse } from "../app/rules";
import { Card } from "../parts/card";
import { PushedHead } from "../parts/head";
import { dates, text } from "../text/text";
import type { ScreenProps } from "./app";
import { Source } from "./ground";
import { RuleFaults } from "./rule-faults";

export function RulesPage(props: ScreenProps) {
  const { state, send } = props;
  const t = text(state.language);
  return (
    <main class="page pushed">
      <PushedHead title={t.rules.title} backName={t.back} onBack={() => send({ type: "back" })} />
      <div class="stack">
        <p>{t.rules.body}</p>
        <RuleFaults {...props} refused={refusedRules(state)} />
        {rulesInUse(state).map((editions) => <Scheme key={editions[0]!.pack.scheme} state={state} editions={editions} />)}
      </div>
    </main>
  );
}

function Scheme({ state, editions }: { state: State; editions: readonly RuleInUse[] }) {
  const { pack } = editions.find((each) => each.standing === "in_force") ?? editions[0]!;
  return (
    <Card title={text(state.language).scheme(pack.title[state.language], pack.scheme)}>
      <ul>{editions.map((each) => <li key={each.pack.effective}><Edition state={state} rule={each} /></li>)}</ul>
    </Card>
  );
}

function Edition({ state, rule }: { state: State; rule: RuleInUse }) {
  const t = text(state.language);
  const { pack, kept, built_in, standing } = rule;
  const era = dates[state.language].era(pack.effective);
  const from = built_in ? t.rules.builtIn : kept === null ? t.rules.arrived : t.rules.kept(kept.kept_at);
  return (
    <div class="rule-edition">
      <p>
        <b class="whole">{t.rules.effective(pack.effective)}</b>
        <span class={`tag ${standing === "in_force" ? "now" : standing === "provisional" ? "prov" : ""}`}>{t.rules.standing[standing]}</span>
        {rule.is_new && <span class="tag">{t.rules.isNew}</span>}
      </p>
      <p class="hint">{[era, from].filter(Boolean).join(t.dot)}</p>
      <Source pack={pack} lead={t.reason.sourceLead} language={state.language} />
    </div>
  );
}
