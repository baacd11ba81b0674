// A few choices side by side, one of them taken: a radio group.
export interface SegmentsProps<Value extends string> {
  readonly name: string;
  readonly legend: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string; readonly second?: string }[];
  readonly onChoose: (value: Value) => void;
}

export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  return (
    <fieldset>
      <legend class="heard">{props.legend}</legend>
      <div class="segments">
        {props.options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={props.name} value={option.value} checked={option.value === props.value} onChange={() => props.onChoose(option.value)} />
            <span>{option.text}</span>
            {option.second && <small>{option.second}</small>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
