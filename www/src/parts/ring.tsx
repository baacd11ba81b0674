// The ring: what is there of what is required. A button, because every figure opens its ground.
import { Icon } from "./icon";

export interface RingProps {
  readonly have: number;
  readonly required: number;
  readonly of: string;
  readonly state: "open" | "met" | "lost";
  readonly size?: "small";
  /** Without a name it is a picture (example card). */
  readonly name?: string;
  readonly onOpen?: () => void;
}

const kStroke = 13;

export function Ring(props: RingProps) {
  const share = props.required > 0 ? Math.min(1, props.have / props.required) : 1;
  const classes = `ring ${props.state}${props.size ? ` ${props.size}` : ""}`;
  const figure = String(props.have);
  const inner = (
    <>
      <svg viewBox="0 0 124 124" fill="none" aria-hidden="true">
        <circle class="trough" cx="62" cy="62" r="55.5" stroke-width={kStroke} />
        {share > 0 && (
          <circle class="run" cx="62" cy="62" r="55.5" stroke-width={kStroke} pathLength={100} stroke-dasharray={share < 1 ? `${share * 100} 100` : undefined} transform="rotate(-90 62 62)" />
        )}
        {share < 1 && <rect class="notch" x="61" y="-1" width="2" height="15" />}
      </svg>
      <span class="ring-words" aria-hidden="true">
        {props.state === "met" && <Icon name="check" size={22} />}
        <b class={figure.length > 5 ? "longer" : figure.length > 4 ? "long" : undefined}>{figure}</b>
        <small>{props.of}</small>
      </span>
    </>
  );
  if (props.name === undefined) return <div class={classes} aria-hidden="true">{inner}</div>;
  return <button type="button" class={classes} onClick={props.onOpen}><span class="heard">{props.name}</span>{inner}</button>;
}
