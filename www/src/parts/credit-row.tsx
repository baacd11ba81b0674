// One credit: what it counted, and below, only where something was cut, the reason. The whole row is one button.
import { Icon, Shape } from "./icon";
import { Sentence } from "./sentence";

export interface CreditRowProps {
  readonly share: "counted" | "part" | "none";
  readonly title: string;
  readonly unnamed: boolean;
  readonly meta: string;
  readonly counted: number;
  readonly units: number;
  readonly unit: string;
  /** What is said, and what may follow in brackets. */
  readonly reason: readonly [string, string] | null;
  readonly waiting: string | null;
  /** That it has a photo and where that is, for ears; a refused one asks to be looked at. */
  readonly photo: { readonly heard: string; readonly refused: boolean } | null;
  readonly heard: string;
  readonly onOpen: () => void;
}

const kShapes = { counted: "met", part: "part", none: "none" } as const;
const kClasses = { counted: "all", part: "part", none: "none" } as const;

export function CreditRow(props: CreditRowProps) {
  return (
    <button type="button" class="credit" onClick={props.onOpen}>
      <span class="heard">{props.heard}</span>
      <Shape state={kShapes[props.share]} size={22} class={kClasses[props.share]} />
      <span aria-hidden="true" class={`title${props.unnamed ? " unnamed" : ""}`}>{props.title}</span>
      <span aria-hidden="true" class="units">
        <b>{props.counted}</b>{props.counted !== props.units && <small>/{props.units}</small>}<small>{props.unit}</small>
      </span>
      <span class="meta">
        <span aria-hidden="true"><Sentence of={props.meta} /></span>
        {props.photo && (
          <span class={`photo-mark${props.photo.refused ? " refused" : ""}`}>
            <Icon name="image" size={16} />{props.photo.refused && <Icon name="warning" size={16} />}<span class="heard">{props.photo.heard}</span>
          </span>
        )}
        {props.waiting && <span class="pending-mark"><Icon name="waiting" size={16} /><span class="heard">{props.waiting}</span></span>}
      </span>
      {props.reason && (
        <span aria-hidden="true" class={`reason${props.share === "part" ? " part" : ""}`}>
          <span><b><Sentence of={props.reason[0]} /></b>{props.reason[1] && <span class="spare"><Sentence of={props.reason[1]} /></span>}</span>
          <Icon name="go" size={18} />
        </span>
      )}
    </button>
  );
}
