// The application period as a line of real time, from min(today, opens) to max(today, last day). For ears, and in one column, a list.
import { daysBetween } from "../app/today";

export interface StripDate {
  readonly kind: "today" | "opens" | "expires" | "last";
  readonly date: string;
  /** In full, and without its word; empty: no label, as the day has one already. */
  readonly forms: readonly string[];
  readonly name: string;
  readonly heard: string;
}

export interface WindowStripProps {
  readonly dates: readonly StripDate[];
  readonly met: boolean;
}

/** The width the labels are laid out for, in px at 16 px text; narrower frames show the list. */
const kWidth = 320;
const kGap = 8;
/** A label may stand so far from its place before it loses its word. */
const kFurthest = 64;
/** How much is lost with a word; four times as much with the whole label. */
const kWeight = { today: 5, opens: 4, expires: 3, last: 2 };

export function WindowStrip(props: WindowStripProps) {
  const sorted = [...props.dates].sort((a, b) => (a.date < b.date ? -1 : 1));
  const [first, final] = [sorted[0]!.date, sorted[sorted.length - 1]!.date];
  const span = Math.max(1, daysBetween(first, final));
  const at = (date: string) => daysBetween(first, date) / span;
  const find = (kind: StripDate["kind"]) => props.dates.find((each) => each.kind === kind);
  const [opens, last, expires, today] = [find("opens"), find("last"), find("expires"), find("today")];
  return (
    <>
      <div aria-hidden="true">
        <svg class={`strip${props.met ? " met" : ""}`}>
          <line class="line" x1="0" x2="100%" y1="14" y2="14" />
          {opens && last && <rect class="band" x={percent(at(opens.date))} width={percent(at(last.date) - at(opens.date))} y="7" height="14" rx="3" />}
          {expires && <rect class="expiry" x={percent(at(expires.date))} y="3" width="2" height="22" transform="translate(-1 0)" />}
          {today && <circle class="today-halo" cx={percent(inset(at(today.date)))} cy="14" r="9" />}
          {today && <circle class="today" cx={percent(inset(at(today.date)))} cy="14" r="5" />}
        </svg>
        <div class="strip-labels">
          {labels(sorted.filter((each) => each.forms.length > 0).map((each) => ({ ...each, at: at(each.date) }))).map((label) => (
            <span key={label.kind} style={{ left: percent(label.edge), transform: `translateX(${-100 * label.edge}%)` }}>{label.text}</span>
          ))}
        </div>
      </div>
      <dl class="window-list heard">
        {sorted.map((each) => <div key={each.kind}><dt>{each.name}</dt><dd>{each.heard}</dd></div>)}
      </dl>
    </>
  );
}

const percent = (share: number) => `${share * 100}%`;
const inset = (share: number) => 0.027 + share * 0.946;

interface Label { readonly kind: StripDate["kind"]; readonly text: string; readonly edge: number }

/** Labels that keep 8 px apart: the least loss that fits, of words first, then of labels. `edge` 0 sits at the left end, 1 at the right. */
function labels(dates: readonly (StripDate & { readonly at: number })[]): readonly Label[] {
  const forms = dates.reduce<readonly (readonly number[])[]>((chosen, each) => chosen.flatMap((form) => [0, 1, 2].map((loss) => [...form, loss * loss * kWeight[each.kind]])), [[]]);
  const loss = (form: readonly number[]) => form.reduce((sum, each) => sum + each, 0);
  for (const form of [...forms].sort((a, b) => loss(a) - loss(b))) {
    const shown = dates.flatMap((each, index) => {
      const lost = Math.sqrt(form[index]! / kWeight[each.kind]);
      return lost === 2 ? [] : [{ kind: each.kind, at: each.at, text: each.forms[lost] ?? "" }];
    });
    const placed = place(shown);
    if (placed) return placed;
  }
  return [];
}

function place(wanted: readonly { readonly kind: StripDate["kind"]; readonly at: number; readonly text: string }[]): readonly Label[] | null {
  const widths = wanted.map((each) => width(each.text));
  const ideal = wanted.map((each, index) => Math.min(Math.max(0, each.at * kWidth - widths[index]! / 2), kWidth - widths[index]!));
  const left = [...ideal];
  for (let index = 1; index < left.length; index++) left[index] = Math.max(left[index]!, left[index - 1]! + widths[index - 1]! + kGap);
  let limit = kWidth;
  for (let index = left.length - 1; index >= 0; index--) {
    left[index] = Math.min(left[index]!, limit - widths[index]!);
    limit = left[index]! - kGap;
  }
  const fits = left.every((each, index) => each >= 0 && Math.abs(each - ideal[index]!) <= kFurthest);
  return fits ? wanted.map((each, index) => ({ kind: each.kind, text: each.text, edge: left[index]! / Math.max(1, kWidth - widths[index]!) })) : null;
}

/** Width of 13 px text, estimated: a Japanese character is square, a Latin one a little over half. */
function width(text: string): number {
  return [...text].reduce((sum, each) => sum + (each > "\u2e80" ? 13 : each === " " ? 3.6 : 7.4), 0);
}
