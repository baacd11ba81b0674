// Nothing here yet: what one entry will tell, and one button. And the grey shape of what is still being read.
import { Button } from "./button";
import type { IconName } from "./icon";
import { Sentence } from "./sentence";

export function Empty(props: { title: string; line: string; button?: { readonly label: string; readonly icon?: IconName; readonly onPress: () => void } | undefined }) {
  return (
    <div class="empty">
      <h2><Sentence of={props.title} /></h2>
      <p><Sentence of={props.line} /></p>
      {props.button && <Button label={props.button.label} icon={props.button.icon ?? "plus"} onPress={props.button.onPress} />}
    </div>
  );
}

export function Skeleton(props: { name: string; lines: number }) {
  return (
    <div class="skeleton" role="status" aria-busy="true">
      <span class="heard">{props.name}</span>
      {Array.from({ length: props.lines }, (_, index) => <i key={index} />)}
    </div>
  );
}
