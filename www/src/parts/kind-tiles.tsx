// The kinds of training as tiles; the rarer ones behind the last tile until one of them is taken.
import { useState } from "preact/hooks";
import { Icon } from "./icon";
import { Sentence } from "./sentence";

export interface KindTilesProps<Value extends string> {
  readonly legend: string;
  readonly value: Value | "";
  readonly usual: readonly { readonly value: Value; readonly text: string }[];
  readonly rarer: readonly { readonly value: Value; readonly text: string }[];
  readonly moreText: string;
  readonly moreLine: string;
  readonly onChoose: (value: Value) => void;
  readonly errorId?: string;
}

export function KindTiles<Value extends string>(props: KindTilesProps<Value>) {
  const [opened, open] = useState(false);
  const all = opened || props.rarer.some((kind) => kind.value === props.value);
  return (
    <fieldset class="field" aria-describedby={props.errorId}>
      <legend class="label">{props.legend}</legend>
      <div class="kinds">
        {[...props.usual, ...(all ? props.rarer : [])].map((kind) => (
          <label key={kind.value} class="kind">
            <input type="radio" name="category" value={kind.value} checked={kind.value === props.value} onChange={() => props.onChoose(kind.value)} />
            <span><Sentence of={kind.text} /></span>
            <Icon name="check" size={18} />
          </label>
        ))}
        {!all && <button type="button" class="kind" onClick={() => open(true)}><span>{props.moreText}</span><small>{props.moreLine}</small></button>}
      </div>
    </fieldset>
  );
}
