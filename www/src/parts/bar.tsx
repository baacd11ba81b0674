// A bar of units with the tick of its minimum. All bars of a card share one scale, so that their ticks form one line.

export interface BarProps {
  readonly units: number;
  readonly minimum: number;
  readonly state: "met" | "open" | "lost" | "waived";
  /** Units at the right end; from `barScale`. */
  readonly scale: number;
  /** Where the tick stands, if not at the minimum. */
  readonly tick?: number;
}

/** However large the largest, the tick of the minimum stays in sight: bars end at 8 m. */
const kFarthest = 8;

/** The scale for rows with the same minimum m: 2.4 m, or room for the largest with 0.4 m to spare. */
export function barScale(minimum: number, units: readonly number[]): number {
  const largest = Math.max(0, ...units);
  if (minimum === 0) return Math.max(largest * 1.25, 1);
  return Math.min(Math.max(2.4 * minimum, largest + 0.4 * minimum), kFarthest * minimum);
}

const kTop = 4;
const kHeight = 12;

export function Bar(props: BarProps) {
  const at = (units: number) => `${Math.min(100, (units / props.scale) * 100)}%`;
  const tick = props.tick ?? props.minimum;
  const missing = Math.max(0, props.minimum - props.units);
  return (
    <svg class="bar" aria-hidden="true">
      <rect class="trough" x="0" y={kTop} width="100%" height={kHeight} rx="3" />
      {props.units > 0 && <rect class={props.state} x="0" y={kTop} width={at(props.units)} height={kHeight} rx="3" />}
      {missing > 0 && <rect class={`gap ${props.state}`} x={at(props.units)} y={kTop + 0.6} width={at(missing)} height={kHeight - 1.2} />}
      {missing > 0 && props.state === "lost" && (
        <svg class="hatch" x={at(props.units)} y={kTop} width={at(missing)} height={kHeight} overflow="hidden">
          {Array.from({ length: 24 }, (_, index) => <path key={index} d={`M${index * 7 - 7} 13 l14 -14`} />)}
        </svg>
      )}
      {tick > 0 && <rect class="halo" x={at(tick)} y="0" width="4" height="20" transform="translate(-2 0)" />}
      {tick > 0 && <rect class="tick" x={at(tick)} y="0" width="2" height="20" transform="translate(-1 0)" />}
    </svg>
  );
}
