// Head of a personal year in the ledger.
import { StateWord } from "./state-word";
import type { StateShape } from "./icon";

export interface GroupHeadProps {
  readonly name: string;
  readonly when: string | null;
  readonly state: { readonly shape: StateShape; readonly word: string } | null;
  readonly units: number;
  readonly unit: string;
}

export function GroupHead(props: GroupHeadProps) {
  return (
    <div class="group-head">
      <h2>{props.name}</h2>
      {props.when && <span class="when">{props.when}</span>}
      <span class="end">
        {props.state && <StateWord state={props.state.shape}>{props.state.word}</StateWord>}
        <span class="units"><b>{props.units}</b>{props.unit}</span>
      </span>
    </div>
  );
}
