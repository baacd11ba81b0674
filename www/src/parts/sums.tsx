// The sum, redone by hand: date, units, what counted, and the running sum.
import { useState } from "preact/hooks";
import { Bar } from "./bar";
import { TextButton } from "./button";

export interface SumLine {
  readonly key: string;
  readonly date: string;
  readonly title: string;
  readonly units: number;
  readonly counted: number;
  readonly sum: number;
  readonly current: boolean;
  readonly note?: string | undefined;
}

export interface SumsProps {
  readonly caption: string;
  readonly columns: { readonly date: string; readonly units: string; readonly counted: string; readonly sum: string };
  readonly lines: readonly SumLine[];
  /** Under the running sum of the current line, where the cap is reached. */
  readonly capWord: string | null;
  /** "the 40 before": a long sum shows its end first. */
  readonly earlier: (n: number) => string;
}

/** So many lines are read; the rest waits behind a button. */
const kReadable = 60;

export function Sums(props: SumsProps) {
  const [whole, show] = useState(false);
  const hidden = whole || props.lines.length <= kReadable ? 0 : firstShown(props.lines);
  return (
    <>
      {hidden > 0 && <TextButton center label={props.earlier(hidden)} onPress={() => show(true)} />}
      <SumTable {...props} lines={props.lines.slice(hidden)} />
    </>
  );
}

/** The end of the sum, or the end up to the line in question. */
function firstShown(lines: readonly SumLine[]): number {
  const current = lines.findIndex((line) => line.current);
  const last = current < 0 ? lines.length : current + 1;
  return Math.max(0, Math.min(last, lines.length - kReadable / 2) - kReadable / 2);
}

function SumTable(props: SumsProps) {
  return (
    <table class="sums">
      <caption class="heard">{props.caption}</caption>
      <thead>
        <tr><th scope="col">{props.columns.date}</th><th scope="col">{props.columns.units}</th><th scope="col">{props.columns.counted}</th><th scope="col">{props.columns.sum}</th></tr>
      </thead>
      <tbody>
        {props.lines.map((line) => (
          <tr key={line.key} class={line.current ? "this" : undefined}>
            <td>{line.date}<small>{line.title}</small>{line.note && <small>{line.note}</small>}</td>
            <td>{line.units}</td>
            <td>{line.counted > 0 ? `+${line.counted}` : "0"}</td>
            <td>{line.sum}{line.current && props.capWord && <small>{props.capWord}</small>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function CapBar(props: { counted: number; over: number; countedText: string; overText: string }) {
  const whole = props.counted + props.over;
  return (
    <div class="cap-bar">
      <Bar units={props.counted} minimum={whole} state="open" scale={whole} tick={props.counted} />
      <p><span>{props.countedText}</span><span>{props.overText}</span></p>
    </div>
  );
}
