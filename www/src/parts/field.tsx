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
  readonly type?: "text" | "email" | "password" | "date";
  /** When the field is left with another text than it had. */
  readonly onLeave?: (value: string) => void;
  /** For ears, where no label stands beside it. */
  readonly name?: string;
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
    maxLength: props.maxLength, "aria-label": props.name, "aria-invalid": props.error ? true : undefined, "aria-describedby": described(props),
    onChange: (event: { readonly currentTarget: HTMLInputElement }) => props.onLeave?.(event.currentTarget.value),
    onInput: (event: { readonly currentTarget: HTMLInputElement }) => props.onInput(event.currentTarget.value),
  };
  if (props.type === "date") return <input type="date" min="1900-01-01" max="2199-12-31" {...rest} />;
  if (props.type === "password") return <input type="password" {...rest} />;
  return props.type === "email" ? <input type="email" {...rest} /> : <input type="text" {...rest} />;
}

export interface Option {
  readonly value: string;
  readonly text: string;
  /** Options of one group stand under its name. */
  readonly group?: string;
}

function groupsOf(options: readonly Option[]): readonly (readonly [string, readonly Option[]])[] {
  const names = [...new Set(options.map(({ group }) => group ?? ""))];
  return names.map((name) => [name, options.filter(({ group }) => (group ?? "") === name)]);
}

export interface SelectProps {
  readonly id: string;
  readonly name?: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChoose: (value: string) => void;
  readonly error?: string | null;
  readonly hint?: string;
}

export function Select(props: SelectProps) {
  // What is stored is shown even where nobody here knows it any more: another choice would be a false one.
  const known = props.options.some((option) => option.value === props.value);
  const options = known ? props.options : [...props.options, { value: props.value, text: props.value }];
  return (
    <span class="select">
      <select class="input" id={props.id} name={props.id} value={props.value} aria-label={props.name} aria-invalid={props.error ? "true" : undefined}
        aria-describedby={described(props)} onChange={(event) => props.onChoose(event.currentTarget.value)}>
        {groupsOf(options).map(([group, some]) => {
          const shown = some.map((option) => <option key={option.value} value={option.value} selected={option.value === props.value}>{option.text}</option>);
          return group === "" ? shown : <optgroup key={group} label={group}>{shown}</optgroup>;
        })}
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
