// One line, always there, that says what the server has and what waits. It announces changes of state, not each count.
import { Icon, type IconName } from "./icon";

export interface SyncLineProps {
  readonly text: string;
  readonly icon: IconName;
  readonly failed: boolean;
  readonly onOpen: (() => void) | null;
}

export function SyncLine(props: SyncLineProps) {
  const classes = `sync${props.failed ? " failed" : ""}`;
  const inner = (
    <>
      <Icon name={props.failed ? "warning" : props.icon} size={18} />
      <span role="status">{props.text}</span>
    </>
  );
  if (!props.onOpen) return <div class={classes}>{inner}</div>;
  // A status does not lend its words to the button's name.
  return <button type="button" class={classes} aria-label={props.text} onClick={props.onOpen}>{inner}<Icon name="go" size={18} /></button>;
}
