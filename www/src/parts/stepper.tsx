// Units by touch or by typing; a step is one unit, two decimals may be typed.
import { Icon } from "./icon";

export interface StepperProps {
  readonly id: string;
  readonly value: string;
  readonly unit: string;
  readonly onInput: (value: string) => void;
  readonly invalid: boolean;
  readonly minus: string;
  readonly plus: string;
}

const kLeast = 1;
const kMost = 999;

export function Stepper(props: StepperProps) {
  const step = (by: number) => {
    const units = Number(props.value);
    const next = Number.isFinite(units) ? Math.min(kMost, Math.max(kLeast, Math.round((units + by) * 100) / 100)) : kLeast;
    props.onInput(String(next));
  };
  return (
    <span class="stepper">
      <button type="button" aria-label={props.minus} onClick={() => step(-1)}><Icon name="minus" size={20} /></button>
      <span class="amount">
        <input id={props.id} name={props.id} value={props.value} inputMode="decimal" autocomplete="off" maxLength={6} aria-invalid={props.invalid ? "true" : undefined}
          aria-describedby={props.invalid ? `${props.id}-error` : undefined} onInput={(event) => props.onInput(event.currentTarget.value)} />
        <small>{props.unit}</small>
      </span>
      <button type="button" aria-label={props.plus} onClick={() => step(1)}><Icon name="plus" size={20} /></button>
    </span>
  );
}
