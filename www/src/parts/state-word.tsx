// A state as a shape and a word, before it is a colour.
import { Shape, type StateShape } from "./icon";

export function StateWord(props: { state: StateShape; children: preact.ComponentChildren; heard?: boolean }) {
  return <span class={`word ${props.state}`}><Shape state={props.state} />{props.children}</span>;
}
