// A banner: icon, first words louder, one or two sentences. Static ones have no role; after an action it is a status, lost data an alert.
import type { ComponentChildren } from "preact";
import { Icon, Shape, type IconName } from "./icon";
import { Sentence } from "./sentence";

export type Tone = "ok" | "warn" | "bad" | "accent" | "prov";

export interface BannerProps {
  readonly tone: Tone;
  readonly words: readonly string[];
  readonly icon?: IconName;
  readonly part?: boolean;
  readonly role?: "status" | "alert";
  readonly children?: ComponentChildren;
}

const kIcons: Record<"warn" | "accent" | "prov", IconName> = { warn: "warning", accent: "info", prov: "info" };

export function Banner(props: BannerProps) {
  return (
    <div class={`banner ${props.tone}`} role={props.role}>
      {mark(props)}
      <div>{props.words.map((each, index) => <p key={index}><Sentence of={each} /></p>)}</div>
      {props.children && <div class="actions">{props.children}</div>}
    </div>
  );
}

function mark(props: BannerProps) {
  if (props.icon) return <Icon name={props.icon} />;
  if (props.part) return <Shape state="part" size={24} />;
  if (props.tone === "ok") return <Shape state="met" size={24} />;
  if (props.tone === "bad") return <Shape state="lost" size={24} />;
  return <Icon name={kIcons[props.tone]} />;
}
