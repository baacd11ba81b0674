// What stands between the person and an application, line by line, as the engine and the form see it.
import type { Assessment } from "../engine/contract";
import type { UserAction } from "../app/actions";
import { checklist } from "../app/selectors";
import type { Sheet, State } from "../app/state";
import type { IconName, StateShape } from "../parts/icon";
import { text, type Text } from "../text/text";
import { countsItems, requirementName, systemName } from "./names";

export interface CheckItem {
  readonly key: string;
  readonly shape: StateShape;
  readonly icon: IconName;
  readonly text: string;
  readonly second: string;
  readonly done: boolean;
  readonly open: UserAction;
}

const sheet = (value: Sheet): UserAction => ({ type: "open_sheet", sheet: value });

export function checkItems(state: State, answer: Assessment): readonly CheckItem[] {
  const t = text(state.language);
  return [...requirementItems(state, answer, t), ...windowItems(answer, t), ...transferItems(state, answer, t), ...personItems(state, answer, t)];
}

function requirementItems(state: State, answer: Assessment, t: Text): readonly CheckItem[] {
  const unmet = answer.years.filter((year) => year.state === "open" || year.state === "lost");
  const years = unmet.map((year) => (year.state === "lost" ? t.apply.yearLostLine(year.index, year.shortfall) : t.apply.yearLine(year.index, year.shortfall)));
  const items: CheckItem[] = answer.requirements.map((each) => ({
    key: each.id, shape: each.state, icon: "list", text: each.id === "total" ? t.apply.items.total : requirementName(state, answer, each.id), second: t.apply.have(each.have, each.required, countsItems(each.id)), done: each.state === "met",
    open: sheet({ name: "requirement", id: each.id }),
  }));
  if (answer.years.length === 0) return items;
  const shape = unmet.some((year) => year.state === "lost") ? "lost" : unmet.length > 0 ? "open" : "met";
  return [...items, { key: "years", shape, icon: "calendar", text: t.apply.items.years, second: years.join(t.comma) || t.apply.allYears, done: unmet.length === 0, open: sheet({ name: "year", index: unmet[0]?.index ?? 1 }) }];
}

function windowItems(answer: Assessment, t: Text): readonly CheckItem[] {
  const { window } = answer;
  const shape = !window || window.state === "open" ? "met" : window.state === "before" ? "open" : "lost";
  return [{ key: "window", shape, icon: "clock", text: t.apply.items.window, second: window ? t.window.range(window.opens, window.last_day) : t.window.none, done: shape === "met", open: sheet({ name: "window" }) }];
}

function transferItems(state: State, answer: Assessment, t: Text): readonly CheckItem[] {
  if (answer.transfers.length === 0) return [{ key: "transfers", shape: "met", icon: "arrow", text: t.apply.items.transfers, second: t.apply.noTransfers, done: true, open: sheet({ name: "requirement", id: "total" }) }];
  return answer.transfers.map((transfer) => ({
    key: `transfer-${transfer.from}`, shape: "open", icon: "arrow", text: t.apply.items.transfers, second: t.apply.transferLine(systemName(state, transfer.from), transfer.units), done: false,
    open: { type: "go", route: { name: "payout", from: transfer.from } },
  }));
}

function personItems(state: State, answer: Assessment, t: Text): readonly CheckItem[] {
  const check = checklist(state, answer);
  const { name, licence_number } = state.ledger.person;
  const given = check.name_given && check.licence_given;
  const person: CheckItem = { key: "person", shape: given ? "met" : "open", icon: "person", text: t.apply.items.person, second: given ? t.apply.licence(name!, licence_number!) : t.apply.personMissing, done: given, open: { type: "go", route: { name: "person" } } };
  const base = state.ledger.profile?.base;
  if (!base) return [person];
  return [person, { key: "base", shape: "met", icon: "calendar", text: t.apply.items.base, second: t.apply.baseLine(base), done: true, open: { type: "go", route: { name: "base" } } }];
}
