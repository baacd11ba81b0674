// Filters with their counts; several stand in one line that may scroll.
import { Shape, type StateShape } from "./icon";

export interface Chip<Value extends string> {
  readonly value: Value;
  readonly text: string;
  readonly shape?: StateShape;
}

export function Chips<Value extends string>(props: { name: string; value: Value; chips: readonly Chip<Value>[]; onChoose: (value: Value) => void }) {
  return (
    <div class="chips" role="group" aria-label={props.name}>
      {props.chips.map((chip) => (
        <button key={chip.value} type="button" class="chip" aria-pressed={chip.value === props.value} onClick={() => props.onChoose(chip.value)}>
          {chip.shape && <Shape state={chip.shape} size={18} />}{chip.text}
        </button>
      ))}
    </div>
  );
}
