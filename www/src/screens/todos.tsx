// What is left to do before applying; where something is lost, what could still be wrong; the other schemes; this version.
import type { Assessment } from "../engine/contract";
import { answers, applicationOf, mayUpdate, packOf, presentYear, schemes } from "../app/selectors";
import { Button } from "../parts/button";
import { Banner } from "../parts/banner";
import { Card, Facts, Row, Rows, type RowProps } from "../parts/card";
import { dates, text, type Text } from "../text/text";
import type { ScreenProps } from "./app";
import { systemName } from "./names";
import { MayBeEvicted } from "./sync-states";

type Keyed = RowProps & { readonly key: string };

export function Todos(props: ScreenProps & { answer: Assessment }) {
  const { state, send, answer } = props;
  const t = text(state.language);
  const lost = answer.plan === null;
  const empty = state.ledger.credits.length === 0;
  const rows = empty ? [] : lost ? doubts(props, t) : toDo(props, t);
  const application = applicationOf(state, state.scheme);
  const others = otherSchemes(props, t);
  return (
    <div class="stack todos">
      {mayUpdate(state) && <Banner tone="accent" words={[t.notices.update]}><Button low label={t.notices.updateNow} onPress={() => send({ type: "switch_version" })} /></Banner>}
      {application && (
        <Card><Rows rows={[{ key: "application", icon: "application", text: t.todo.application, second: "status" in application ? (application.number ?? t.receipt.received) : t.apply.waitTitle, onOpen: () => send({ type: "go", route: { name: "application", id: application.id } }) }]} /></Card>
      )}
      {state.session !== "guest" && state.sync.oldest !== null && state.sync.oldest.slice(0, 10) < state.today && <MayBeEvicted state={state} />}
      {state.session === "guest" && <Card><Row icon="phone" text={t.carrying.guestHere} second={state.persisted === false ? t.carrying.evictableLine : t.carrying.registerLine} onOpen={() => send({ type: "go", route: { name: "sync" } })} /></Card>}
      {rows.length > 0 && <Card title={lost ? t.todo.maybe : t.todo.title}><Rows rows={rows} /></Card>}
      {answer.can_apply && answer.next_base && <Card title={t.todo.after}><Facts facts={[{ term: t.todo.nextBase, value: dates[state.language].plain(answer.next_base), second: dates[state.language].era(answer.next_base) || undefined }]} /></Card>}
      {others.length > 0 && <Card title={t.schemes.other}><Rows rows={others} /></Card>}
    </div>
  );
}

function toDo({ state, send, answer }: ScreenProps & { answer: Assessment }, t: Text): readonly Keyed[] {
  const rows: Keyed[] = [];
  const units = answer.plan?.units ?? 0;
  if (units > 0) rows.push({ key: "plan", circle: true, text: t.todo.get(units), second: planLine(answer, t), onOpen: () => send({ type: "open_sheet", sheet: { name: "plan" } }) });
  for (const transfer of answer.transfers) {
    const owner = state.packs.find((pack) => pack.system === transfer.from)?.scheme ?? transfer.from;
    rows.push({ key: transfer.from, circle: true, text: t.todo.payout(systemName(state, transfer.from), transfer.units), second: t.todo.irreversible(owner), onOpen: () => send({ type: "go", route: { name: "payout", from: transfer.from } }) });
  }
  const { name, licence_number } = state.ledger.person;
  if (!name || !licence_number) rows.push({ key: "person", circle: true, text: t.todo.person, second: t.todo.personLine, onOpen: () => send({ type: "go", route: { name: "person" } }) });
  return rows;
}

function planLine(answer: Assessment, t: Text): string | undefined {
  const by = answer.plan?.by ?? [];
  const open = presentYear(answer);
  if (by.length > 1) return by[0]?.date ? t.verdict.first(by[0].date, by[0].units) : undefined;
  if (open && open.state === "open" && open.shortfall > 0 && open.shortfall < (answer.plan?.units ?? 0)) return t.todo.partOf(open.shortfall, open.index);
  return by[0]?.date ? t.todo.by(by[0].date) : undefined;
}

/** Why a "no" may still be mistaken: the base date first, the commonest cause. */
function doubts({ state, send, answer }: ScreenProps & { answer: Assessment }, t: Text): readonly Keyed[] {
  const rows: Keyed[] = [];
  const base = state.ledger.profile?.base;
  const go = (name: "base" | "add" | "apply") => () => send({ type: "go", route: { name } });
  if (base) rows.push({ key: "base", icon: "calendar", text: t.todo.base, second: t.todo.baseNow(base), onOpen: go("base") });
  const year = answer.years.find((each) => each.state === "lost");
  const total = answer.requirements.find((each) => each.state === "lost");
  const line = year ? t.todo.missingLine(year.shortfall, year.index) : total ? t.todo.missingTotal(total.shortfall) : undefined;
  rows.push({ key: "missing", icon: "plus", text: t.todo.missing, second: line, onOpen: go("add") });
  rows.push({ key: "remains", icon: "arrow", text: t.ground.remainsTitle, second: t.ground.remainsLine, onOpen: () => send({ type: "open_sheet", sheet: { name: "remains" } }) });
  const extension = packOf(state, answer.scheme, answer.edition)?.certification?.[answer.kind]?.extension;
  if (extension) rows.push({ key: "hardship", icon: "clock", text: t.todo.hardship, second: t.todo.hardshipLine, onOpen: go("base") });
  if (state.office.includes(answer.scheme)) rows.push({ key: "dispute", icon: "application", text: t.todo.dispute, second: t.todo.disputeLine, onOpen: go("apply") });
  return rows;
}

function otherSchemes({ state, send }: ScreenProps, t: Text): readonly Keyed[] {
  const compare: Keyed = { key: "compare", icon: "compare", text: t.schemes.compare, second: t.schemes.compareLine, onOpen: () => send({ type: "go", route: { name: "compare" } }) };
  const others = schemes(state).filter((scheme) => scheme !== state.scheme).map((scheme): Keyed => {
    const { shown } = answers(state, scheme);
    const pack = packOf(state, scheme);
    return {
      key: scheme, icon: "people", text: t.scheme(pack?.short[state.language] ?? scheme, scheme), second: shown ? shortVerdict(t, shown).text : undefined,
      tag: shown?.status === "provisional" ? t.provisional : undefined, onOpen: () => send({ type: "choose_scheme", scheme }),
    };
  });
  return state.ledger.credits.length === 0 ? others : [...others, compare];
}

/** A verdict in one line, for lists of schemes. */
export function shortVerdict(t: Text, answer: Assessment): { readonly shape: "met" | "open" | "lost"; readonly text: string } {
  if (answer.can_apply) return { shape: "met", text: t.schemes.can };
  if (answer.plan === null || answer.window?.state === "after") return { shape: "lost", text: t.schemes.lost };
  return answer.eligible ? { shape: "met", text: t.schemes.eligible } : { shape: "open", text: t.schemes.more(answer.plan.units) };
}
