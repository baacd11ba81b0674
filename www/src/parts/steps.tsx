// Where an application stands: an ordered list of three.
import { Icon } from "./icon";

export interface Step {
  readonly name: string;
  readonly line: string;
  readonly state: "done" | "current" | "to-come";
}

export function Steps(props: { name: string; steps: readonly Step[] }) {
  return (
    <ol class="steps" aria-label={props.name}>
      {props.steps.map((step) => (
        <li key={step.name} class={step.state} aria-current={step.state === "current" ? "step" : undefined}>
          <span class="dot">{step.state === "done" && <Icon name="check" size={16} />}</span>
          <b>{step.name}</b>
          <span>{step.line}</span>
        </li>
      ))}
    </ol>
  );
}
