// A figure on one line that opens its ground below itself.
import type { ComponentChildren } from "preact";
import { Icon, type StateShape } from "./icon";
import { Sentence } from "./sentence";
import { StateWord } from "./state-word";

export interface FigureProps {
  readonly name: string;
  readonly second?: string | undefined;
  readonly value: string;
  /** Under the value. */
  readonly note?: string | undefined;
  readonly state?: { readonly shape: StateShape; readonly word: string } | undefined;
  readonly children: ComponentChildren;
}

export function Figure(props: FigureProps) {
  return (
    <details class="disclosure figure">
      <summary>
        <span class="row-words"><span><Sentence of={props.name} /></span>{props.second && <span class="second"><Sentence of={props.second} /></span>}</span>
        <span class="amount"><b><Sentence of={props.value} /></b>{props.state && <StateWord state={props.state.shape}>{props.state.word}</StateWord>}{props.note && <small><Sentence of={props.note} /></small>}</span>
        <span class="go"><Icon name="go" size={20} /></span>
      </summary>
      <div class="inside">{props.children}</div>
    </details>
  );
}
