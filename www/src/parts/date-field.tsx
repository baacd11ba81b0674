// A date as it stands on a certificate: era, then three numbers. A whole date may be pasted, in 令和, 平成 or the western calendar.
import { FieldError } from "./field";
import { Segments } from "./segments";

export interface TypedDate {
  readonly era: "R" | "H" | "C";
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

export interface DateFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly hint?: string;
  readonly optional?: string;
  readonly value: TypedDate;
  readonly onInput: (value: TypedDate) => void;
  readonly error?: string | null;
  readonly large?: boolean;
  readonly words: { readonly era: string; readonly eras: Readonly<Record<"R" | "H" | "C", string>>; readonly year: string; readonly month: string; readonly day: string };
}

const kParts = [["year", 4], ["month", 2], ["day", 2]] as const;

export function DateField(props: DateFieldProps) {
  const { value, words } = props;
  const onPaste = (event: ClipboardEvent) => {
    const read = readDate(event.clipboardData?.getData("text") ?? "");
    if (!read) return;
    event.preventDefault();
    props.onInput(read);
  };
  return (
    <fieldset class="field" aria-describedby={props.error ? `${props.id}-error` : undefined}>
      <legend class={props.hideLabel ? "heard" : "label"}>{props.label}{props.optional && <span class="optional">{props.optional}</span>}</legend>
      {props.hint && <p class="hint">{props.hint}</p>}
      <div class={`date${props.large ? " large" : ""}`}>
        <Segments name={`${props.id}-era`} legend={words.era} value={value.era} onChoose={(era) => props.onInput({ ...value, era })}
          options={(["R", "H", "C"] as const).map((era) => ({ value: era, text: words.eras[era] }))} />
        <div class="date-parts">
          {kParts.map(([part, length], index) => (
            <span key={part}>
              <input class={`input ${part}`} id={index === 0 ? props.id : `${props.id}-${part}`} aria-label={words[part]} inputMode="numeric" autocomplete="off" maxLength={length} value={value[part]}
                aria-invalid={props.error ? "true" : undefined} onPaste={onPaste} onInput={(event) => props.onInput({ ...value, [part]: halfWidth(event.currentTarget.value) })} />
              <span aria-hidden="true">{words[part]}</span>
            </span>
          ))}
        </div>
      </div>
      <FieldError id={props.id} text={props.error} />
    </fieldset>
  );
}

const halfWidth = (text: string): string => text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** 令和6年4月1日, R6.4.1, 2024/4/1, 2024-04-01 … */
function readDate(text: string): TypedDate | null {
  const found = /(令和|平成|[RH])?\s*(元|\d{1,4})\s*[年/.\-]\s*(\d{1,2})\s*[月/.\-]\s*(\d{1,2})/i.exec(halfWidth(text));
  if (!found) return null;
  const [, name = "", year = "", month = "", day = ""] = found;
  const era = /^(令和|R)$/i.test(name) ? "R" : /^(平成|H)$/i.test(name) ? "H" : "C";
  return { era, year: year === "元" ? "1" : year, month: String(Number(month)), day: String(Number(day)) };
}
