// One year or requirement: name and dates left, state, units and bar right. The whole row opens its ground.
import { Bar, type BarProps } from "./bar";
import { StateWord } from "./state-word";

export interface RequirementRowProps extends BarProps {
  readonly name: string;
  readonly when: string;
  readonly now: string | null;
  readonly word: string;
  readonly unit: string;
  /** The whole sentence. */
  readonly heard: string;
  readonly onOpen: () => void;
}

export function RequirementRow(props: RequirementRowProps) {
  return (
    <button type="button" class="requirement" onClick={props.onOpen}>
      <span class="heard">{props.heard}</span>
      <span aria-hidden="true">
        <span class="name">{props.name}{props.now && <span class="tag now">{props.now}</span>}</span>
        <span class="when">{props.when}</span>
      </span>
      <span aria-hidden="true">
        <span class="measure">
          <StateWord state={props.state}>{props.word}</StateWord>
          <span class="units"><b>{props.units}</b>{props.unit && ` ${props.unit}`}</span>
        </span>
        <Bar units={props.units} minimum={props.minimum} state={props.state} scale={props.scale} />
      </span>
    </button>
  );
}
