// Cards on the canvas and their rows. A row is one target: icon or circle, words, value, chevron.
import type { ComponentChildren } from "preact";
import { Icon, Shape, type IconName, type StateShape } from "./icon";
import { Sentence } from "./sentence";

export function Card(props: { title?: string; mark?: string; children: ComponentChildren }) {
  return (
    <section class="card">
      {props.title && props.mark && <div class="card-head"><h2>{props.title}</h2><span class="key">{props.mark}</span></div>}
      {props.title && !props.mark && <h2>{props.title}</h2>}
      {props.children}
    </section>
  );
}

export interface RowProps {
  readonly text: string;
  readonly second?: string;
  readonly value?: string;
  readonly icon?: IconName;
  readonly shape?: StateShape;
  readonly circle?: boolean;
  readonly strong?: boolean;
  readonly destructive?: boolean;
  readonly current?: boolean;
  readonly tag?: string;
  /** Without it the row is a line of text. */
  readonly onOpen?: () => void;
}

export function Row(props: RowProps) {
  const inner = (
    <>
      {props.icon && <Icon name={props.icon} />}
      {props.shape && <span class={`word ${props.shape}`}><Shape state={props.shape} size={24} /></span>}
      {props.circle && <span class="circle" />}
      <span class="row-words">
        {props.strong ? <b><Sentence of={props.text} /></b> : <span><Sentence of={props.text} /></span>}
        {props.second && <span class="second"><Sentence of={props.second} /></span>}
      </span>
      {props.tag && <span class="tag prov">{props.tag}</span>}
      {props.value && <span class="value"><Sentence of={props.value} /></span>}
      {props.onOpen && <span class="go"><Icon name="go" size={20} /></span>}
    </>
  );
  const classes = `row${props.destructive ? " destructive" : ""}`;
  if (!props.onOpen) return <div class={classes}>{inner}</div>;
  return <button type="button" class={classes} onClick={props.onOpen} aria-current={props.current ? "true" : undefined}>{inner}</button>;
}

export function Rows(props: { rows: readonly (RowProps & { readonly key: string })[] }) {
  return <ul>{props.rows.map(({ key, ...row }) => <li key={key}><Row {...row} /></li>)}</ul>;
}

/** Term and value, line by line. */
export function Facts(props: { facts: readonly { readonly term: string; readonly value: ComponentChildren; readonly second?: string }[] }) {
  return (
    <dl class="facts">
      {props.facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd>{typeof fact.value === "string" ? <Sentence of={fact.value} /> : fact.value}{fact.second && <small>{fact.second}</small>}</dd>
        </div>
      ))}
    </dl>
  );
}
