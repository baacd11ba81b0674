// The sum, redone by hand: date, units, what counted, and the running sum.
import { Bar } from "./bar";

export interface SumLine {
  readonly key: string;
  readonly date: string;
  readonly title: string;
  readonly units: number;
  readonly counted: number;
  readonly sum: number;
  readonly current: boolean;
}

export interface SumsProps {
  readonly caption: string;
  readonly columns: { readonly date: string; readonly units: string; readonly counted: string; readonly sum: string };
  readonly lines: readonly SumLine[];
  /** Under the running sum of the current line, where the cap is reached. */
  readonly capWord: string | null;
}

export function Sums(props: SumsProps) {
  return (
    <table class="sums">
      <caption class="heard">{props.caption}</caption>
      <thead>
        <tr><th scope="col">{props.columns.date}</th><th scope="col">{props.columns.units}</th><th scope="col">{props.columns.counted}</th><th scope="col">{props.columns.sum}</th></tr>
      </thead>
      <tbody>
        {props.lines.map((line) => (
          <tr key={line.key} class={line.current ? "this" : undefined}>
            <td>{line.date}<small>{line.title}</small></td>
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
