// Buttons are verbs, never disabled: pressing early says what is missing.
import { Icon, type IconName } from "./icon";
import { Sentence } from "./sentence";

export interface ButtonProps {
  readonly label: string;
  readonly onPress?: () => void;
  readonly kind?: "primary" | "secondary";
  readonly low?: boolean;
  readonly danger?: boolean;
  readonly icon?: IconName;
  readonly submit?: boolean;
  readonly busy?: boolean;
}

export function Button(props: ButtonProps) {
  const classes = ["button", props.kind === "primary" && "primary", props.low && "low", props.danger && "danger"].filter(Boolean).join(" ");
  return (
    <button type={props.submit ? "submit" : "button"} class={classes} onClick={props.onPress} aria-busy={props.busy ? "true" : undefined}>
      {props.icon && <Icon name={props.icon} size={20} />}
      <span><Sentence of={props.label} /></span>
    </button>
  );
}

export function TextButton(props: { label: string; onPress: () => void; danger?: boolean; center?: boolean; icon?: IconName; expanded?: boolean }) {
  const classes = ["text-button", props.danger && "danger", props.center && "center"].filter(Boolean).join(" ");
  return (
    <button type="button" class={classes} onClick={props.onPress} aria-expanded={props.expanded}>
      {props.label}{props.icon && <Icon name={props.icon} size={18} />}
    </button>
  );
}

/** The only buttons without a word; the name is for ears. */
export function IconButton(props: { name: string; icon: IconName; onPress: () => void }) {
  return <button type="button" class="icon-button" aria-label={props.name} onClick={props.onPress}><Icon name={props.icon} /></button>;
}
