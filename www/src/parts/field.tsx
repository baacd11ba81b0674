// A field: label above, what is wrong below it in words that say what to do.
import type { ComponentChildren } from "preact";
import { Icon, Shape } from "./icon";

export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly error?: string | null;
  readonly hint?: string;
  readonly optional?: string;
  readonly placeholder?: string;
  readonly type?: "text" | "email" | "password";
  readonly autocomplete?: string;
  readonly inputMode?: "decimal" | "numeric" | "email";
  readonly maxLength?: number;
}

export function FieldError(props: { id: string; text: string | null | undefined }) {
  return <p class="error" id={`${props.id}-error`} hidden={!props.text}>{props.text && <><Shape state="lost" size={18} /><span>{props.text}</span></>}</p>;
}

const described = (props: { id: string; error?: string | null; hint?: string }): string | undefined =>
  [props.error && `${props.id}-error`, props.hint && `${props.id}-hint`].filter(Boolean).join(" ") || undefined;

export function Field(props: FieldProps) {
  return (
    <div class="field">
      <label for={props.id}>{props.label}{props.optional && <span class="optional">{props.optional}</span>}</label>
      {props.hint && <p class="hint" id={`${props.id}-hint`}>{props.hint}</p>}
      <Input {...props} />
      <FieldError id={props.id} text={props.error} />
    </div>
  );
}

/** The input alone, where the label stands beside it. */
export function Input(props: Omit<FieldProps, "label">) {
  const rest = {
    class: "input", id: props.id, name: props.id, value: props.value, placeholder: props.placeholder, autocomplete: props.autocomplete ?? "off", inputMode: props.inputMode,
    maxLength: props.maxLength, "aria-invalid": props.error ? true : undefined, "aria-describedby": described(props),
    onInput: (event: { readonly currentTarget: HTMLInputElement }) => props.onInput(event.currentTarget.value),
  };
  if (props.type === "password") return <input type="password" {...rest} />;
  return props.type === "email" ? <input type="email" {...rest} /> : <input type="text" {...rest} />;
}

export interface SelectProps {
  readonly id: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChoose: (value: string) => void;
  readonly error?: string | null;
  readonly hint?: string;
}

export function Select(props: SelectProps) {
  return (
    <span class="select">
      <select class="input" id={props.id} name={props.id} value={props.value} aria-invalid={props.error ? "true" : undefined}
        aria-describedby={described(props)} onChange={(event) => props.onChoose(event.currentTarget.value)}>
        {props.options.map((option) => <option key={option.value} value={option.value} selected={option.value === props.value}>{option.text}</option>)}
      </select>
      <Icon name="down" size={20} />
    </span>
  );
}

export function SelectField(props: SelectProps & { readonly label: string; readonly optional?: string }) {
  return (
    <div class="field">
      <label for={props.id}>{props.label}{props.optional && <span class="optional">{props.optional}</span>}</label>
      {props.hint && <p class="hint" id={`${props.id}-hint`}>{props.hint}</p>}
      <Select {...props} />
      <FieldError id={props.id} text={props.error} />
    </div>
  );
}

/** A box to tick; its sentence is the label. */
export function Tick(props: { id: string; checked: boolean; onTick: (checked: boolean) => void; children: ComponentChildren; error?: string | null }) {
  return (
    <div>
      <label class="check">
        <input type="checkbox" id={props.id} checked={props.checked} aria-invalid={props.error ? "true" : undefined} aria-describedby={props.error ? `${props.id}-error` : undefined}
          onChange={(event) => props.onTick(event.currentTarget.checked)} />
        <Icon name="check" size={20} />
        <span>{props.children}</span>
      </label>
      <FieldError id={props.id} text={props.error} />
    </div>
  );
}
