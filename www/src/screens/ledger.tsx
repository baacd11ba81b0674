// The ledger: every credit by personal year, what it counted, and why not.
import type { Assessment } from "../engine/contract";
import { answers, counts, ledgerGroups, sumUnits, type LedgerGroup, type LedgerRow } from "../app/selectors";
import { Chips } from "../parts/chips";
import { CreditRow } from "../parts/credit-row";
import { Empty, Skeleton } from "../parts/empty";
import { GroupHead } from "../parts/group-head";
import { TabHead } from "../parts/head";
import { IconButton } from "../parts/button";
import { Segments } from "../parts/segments";
import { photoText } from "../text/photo";
import { text, type Text } from "../text/text";
import type { ScreenProps } from "./app";
import { schemesInOrder, shortName } from "./names";
import { kindName, largest, rowReason } from "./reason-words";
import { stateText } from "./requirements";
import { Sync } from "./sync-line";

export function Ledger(props: ScreenProps) {
  const { state, send } = props;
  const t = text(state.language);
  const { shown } = answers(state);
  return (
    <main class="page list ledger">
      <div class="top">
        <TabHead title={t.ledger.title}><IconButton name={t.tabs.settings} icon="person" onPress={() => send({ type: "go", route: { name: "settings" } })} /></TabHead>
        <Sync {...props} />
        <div class="ledger-top">
          <Segments name="scheme" legend={t.ledger.scheme} value={state.scheme} onChoose={(scheme) => send({ type: "choose_scheme", scheme })}
            options={schemesInOrder(state).map((scheme) => ({ value: scheme, text: shortName(state, scheme), second: scheme }))} />
          {shown && state.ledger.credits.length > 0 && <Sum {...props} answer={shown} t={t} />}
        </div>
      </div>
      {state.ledger.credits.length === 0
        ? <Empty title={t.ledger.empty} line={t.ledger.emptyLine} button={{ label: t.addCredit, onPress: () => send({ type: "go", route: { name: "add" } }) }} />
        : shown ? <Groups {...props} answer={shown} t={t} /> : <div class="stack"><Skeleton name={t.loading} lines={8} /></div>}
    </main>
  );
}

type Props = ScreenProps & { readonly answer: Assessment; readonly t: Text };

function Sum({ state, answer, t }: Props) {
  const [before, units, after] = t.ledger.sum(sumUnits(answer.credits.map((each) => each.counted)));
  const all = sumUnits(state.ledger.credits.map((each) => each.units));
  return <p class="sum">{before}<b>{units}</b> {after}<small>{t.ledger.of(all)}</small></p>;
}

function Groups(props: Props) {
  const { state, send, answer, t } = props;
  const number = counts(state, answer);
  const groups = ledgerGroups(state, answer);
  return (
    <>
      <div class="filters">
        <Chips name={t.ledger.filters} value={state.filter} onChoose={(filter) => send({ type: "choose_filter", filter })}
          chips={[{ value: "all", text: t.ledger.all(number.all) }, { value: "part", text: t.ledger.part(number.part), shape: "part" }, { value: "none", text: t.ledger.none(number.none), shape: "none" }]} />
      </div>
      <div class="fill">
        {groups.length === 0 && <p class="empty">{t.ledger.nothing}</p>}
        {groups.map((group) => <Group key={group.year?.index ?? "outside"} {...props} group={group} />)}
      </div>
    </>
  );
}

function Group(props: Props & { group: LedgerGroup }) {
  const { group, answer, t } = props;
  const { year } = group;
  const outside = answer.years.length > 0 ? t.ledger.outside : answer.period ? t.ledger.inside : t.ledger.beforeFirst;
  return (
    <section class="group">
      <GroupHead name={year ? t.requirements.year(year.index) : outside} when={year ? t.ledger.group(year.start, year.last_day) : null} units={group.units} unit={t.unitOf(group.units)}
        state={year ? { shape: year.state, word: stateText(t, year.state, year.shortfall) } : null} />
      <ul>{group.rows.map((row) => <li key={row.credit.id}><Line {...props} row={row} /></li>)}</ul>
    </section>
  );
}

function Line({ state, send, answer, t, row }: Props & { row: LedgerRow }) {
  const { credit, counted } = row;
  const cut = largest(counted.verdicts);
  const words = cut ? rowReason(state, answer, credit, cut.verdict) : null;
  const reason = words && cut && cut.others > 0 ? [words[0], t.ledger.others(cut.others)] as const : words;
  const kind = kindName(state, credit.category);
  const title = credit.title ?? t.untitled;
  const photo = state.photos[credit.id];
  const waiting = state.session !== "guest" && state.sync.waiting.some((change) => change.entity === credit.id);
  return (
    <CreditRow share={row.state} title={title} unnamed={!credit.title} meta={t.ledger.meta(credit.date, kind, credit.provider)} counted={counted.counted} units={credit.units}
      unit={t.unitOf(credit.units)} reason={reason} waiting={waiting ? t.ledger.waiting : null} photo={photo ? { heard: photoText(state.language).attached(photo.state), refused: photo.state === "refused" } : null}
      heard={t.ledger.row({ title, date: credit.date, kind, units: credit.units, counted: counted.counted, reason: words ? words.join("") : null })}
      onOpen={() => send({ type: "open_sheet", sheet: { name: "reason", credit: credit.id } })} />
  );
}
