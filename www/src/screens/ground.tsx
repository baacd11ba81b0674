// The clause a figure rests on: its name, and its words when it is opened.
import { clausesOf, packOf } from "../app/selectors";
import type { State } from "../app/state";
import type { RulePack } from "../engine/contract";
import { Icon } from "../parts/icon";
import { Sentence } from "../parts/sentence";
import { text } from "../text/text";
import { clauseName } from "./names";

export function Ground({ state, scheme, edition, rule }: { state: State; scheme: string; edition: string; rule: string }) {
  const t = text(state.language).reason;
  const pack = packOf(state, scheme, edition);
  return (
    <details class="disclosure ground">
      <summary><Icon name="book" /><span>{t.ground} <b>{t.quoted(clauseName(state, { scheme, edition }, rule))}</b></span><span class="go"><Icon name="go" size={20} /></span></summary>
      <div class="inside"><GroundWords state={state} pack={pack} rule={rule} /></div>
    </details>
  );
}

/** The clause in our own words, and where it stands. */
export function GroundWords({ state, pack, rule, named = false }: { state: State; pack: RulePack | null; rule: string; named?: boolean }) {
  const t = text(state.language).reason;
  return (
    <>
      {named && <p class="clause-name">{t.ground} <b>{t.quoted(pack ? clauseName(state, { scheme: pack.scheme, edition: pack.effective }, rule) : rule)}</b></p>}
      {clausesOf(pack, rule).map((clause) => <p key={clause.rule} class="clause-words">{clause.text?.[state.language] ?? t.clauseMissing}</p>)}
      <p class="source">{t.clauseWords}</p>
      {pack && <Source pack={pack} lead={t.sourceLead} language={state.language} />}
    </>
  );
}

export function Source({ pack, lead, language }: { pack: RulePack; lead: string; language: State["language"] }) {
  const title = pack.source.title[language];
  return <p class="source">{lead}{pack.source.url ? <a href={pack.source.url} target="_blank" rel="noreferrer"><Sentence of={title} /></a> : <Sentence of={title} />}</p>;
}
