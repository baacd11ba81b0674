// The hero: ring and verdict, the application period, and the one filled button.
import type { Assessment } from "../engine/contract";
import { daysLeft } from "../app/selectors";
import type { State } from "../app/state";
import { Button } from "../parts/button";
import { Shape } from "../parts/icon";
import { Ring } from "../parts/ring";
import { Sentence } from "../parts/sentence";
import { WindowStrip, type StripDate } from "../parts/window-strip";
import { text } from "../text/text";
import { answerWords, type AnswerWords } from "./answer-words";
import type { ScreenProps } from "./app";

export function Verdict(props: ScreenProps & { answer: Assessment }) {
  const { state, send, answer } = props;
  const words = answerWords(state, answer);
  return (
    <section class="hero">
      {words.tone === "lost" ? <Plain words={words} /> : <RingAnswer {...props} words={words} />}
      {words.tone !== "lost" && <WindowLine state={state} answer={answer} onOpen={() => send({ type: "open_sheet", sheet: { name: "window" } })} />}
      <Button kind="primary" label={words.button} onPress={() => send(words.next)} />
      {words.note && <p class="hint">{words.note}</p>}
    </section>
  );
}

function Said({ words }: { words: AnswerWords }) {
  return (
    <div class="verdict" role="status" aria-live="polite" aria-atomic="true">
      {words.lead && <p class="lead">{words.lead}</p>}
      {words.count
        ? <h2 class="count">{words.count[0]}<b>{words.count[1]}</b>{words.count[2]}</h2>
        : <h2 class={words.tone === "met" ? "" : "beside"}><Sentence of={words.headline} /></h2>}
      {words.due && <p class="due"><Sentence of={words.due} /></p>}
      {words.fine && <p class="fine"><Sentence of={words.fine} /></p>}
    </div>
  );
}

const Plain = (props: { words: AnswerWords }) => <div class="answer plain"><Shape state="lost" size={36} /><Said words={props.words} /></div>;

function RingAnswer({ state, send, answer, words }: ScreenProps & { answer: Assessment; words: AnswerWords }) {
  const t = text(state.language);
  const total = answer.requirements.find((each) => each.id === "total");
  return (
    <div class="answer">
      {total && (
        <Ring key={state.scheme} have={total.have} required={total.required} of={t.ofRequired(total.required)} state={total.state} name={t.verdict.ring(total.have, total.required)}
          onOpen={() => send({ type: "open_sheet", sheet: { name: "requirement", id: "total" } })} />
      )}
      <Said words={words} />
    </div>
  );
}

export function WindowLine({ state, answer, onOpen }: { state: State; answer: Assessment; onOpen: (() => void) | null }) {
  const t = text(state.language).window;
  const { window } = answer;
  const words = !window ? t.none : window.state === "before" ? t.before(daysLeft(state, window.opens)) : window.state === "after" ? t.after : t.isOpen(daysLeft(state, window.last_day));
  const tone = !window ? "" : window.state === "after" ? "lost" : answer.can_apply ? "met" : "";
  const inner = (
    <>
      <span class="window-head"><span>{t.name}</span><b class={tone}>{words}</b></span>
      {window && <WindowStrip dates={stripDates(state, answer)} met={answer.can_apply} />}
    </>
  );
  return onOpen ? <button type="button" class="window" onClick={onOpen}>{inner}<span class="heard">{t.open}</span></button> : <div class="window">{inner}</div>;
}

function stripDates(state: State, answer: Assessment): readonly StripDate[] {
  const t = text(state.language).window;
  const window = answer.window!;
  const one = (kind: StripDate["kind"], date: string, forms: readonly string[]): StripDate => ({ kind, date, forms, name: t.list[kind], heard: t.date(date) });
  const far = window.opens.slice(0, 4) !== answer.as_of.slice(0, 4) && window.opens < answer.as_of;
  const expires = answer.expires;
  const dates = [one("opens", window.opens, t.opens(window.opens, far)), one("today", answer.as_of, t.today(answer.as_of))];
  if (expires) dates.push(one("expires", expires, t.expires(expires)));
  dates.push(one("last", window.last_day, expires === window.last_day ? [] : t.last(window.last_day)));
  return dates;
}
