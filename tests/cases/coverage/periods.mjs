// What the cases must show of a period, a window and an extension: each of their days from both
// sides. Each demand is [how, whether a case shows it].
import { addDays, periodEnd } from "./dates.mjs";

const dated = (answer, date, holds) =>
  answer.credits.some(({ credit, verdict }) => credit.date === date && holds(verdict));
const isCounted = (verdict) => verdict.counted > 0;
const isOutside = (verdict) => verdict.verdicts.some(({ why }) => why === "outside_period");

/** A unit on each side of the period's first and last day. */
function bySides(last) {
  const period = (answer) => answer.response.period;
  const start = (days, holds) => (answer) => period(answer) !== null && dated(answer, addDays(period(answer).start, days), holds);
  const end = (days, holds) => (answer) => period(answer) !== null && dated(answer, addDays(period(answer).last_day, days), holds);
  const demands = [["day_before", start(-1, isOutside)], ["on_the_day", start(0, isCounted)]];
  return last ? [...demands, ["last_day", end(0, isCounted)], ["day_after", end(1, isOutside)]] : demands;
}

/** The first unit serves up to the period's last day, and no longer. */
function byFirstUnit(months) {
  const at = (days, holds) => (answer) =>
    answer.credits.some(({ credit, verdict }) =>
      answer.request.profile.extension === undefined && answer.asOf === addDays(periodEnd(credit.date, months), days) && holds(verdict));
  return [["day_before", at(-2, isCounted)], ["on_the_day", at(-1, isCounted)], ["day_after", at(0, isOutside)]];
}

function bySettling(rule) {
  const at = (days) => (answer) =>
    answer.response.period !== null &&
    answer.asOf === addDays(periodEnd(addDays(answer.response.period.last_day, 1), rule.settle_months), days);
  const next = (answer) => answer.asOf === periodEnd(periodEnd(answer.response.period.start, rule.months - 12), rule.settle_months);
  return [["settled_last_day", at(-1)], ["settled_day_after", next]];
}

export function periodDemands(rule) {
  if (rule.basis === "first_unit") return byFirstUnit(rule.months);
  if (rule.basis === "backward") return bySides(false);
  return rule.basis === "fiscal" ? [...bySides(true), ...bySettling(rule)] : bySides(true);
}

export function windowDemands(rule) {
  const at = (day, days, state) => (answer) =>
    answer.response.window.state === state && answer.asOf === addDays(answer.response.window[day], days);
  const whole = rule.basis === "whole_period";
  const before = (answer) => answer.errors?.some(({ code, at: place }) => code === "range" && place === "/profile/base") &&
    answer.asOf === addDays(answer.request.profile.base, -1);
  return [
    ["day_before", whole ? before : at("opens", -1, "before"), whole],
    ["on_the_day", at("opens", 0, "open")],
    ["last_day", at("last_day", 0, "open")],
    ["day_after", at("last_day", 1, "after")],
  ];
}

const months = (answer) => answer.request.profile.extension?.months;
const refused = (code, place) => (answer) => answer.errors?.some((error) => error.code === code && error.at === place);

/** An edition without an extension refuses one. */
export const noExtensionDemands = [["unsupported", refused("unsupported", "/profile/extension"), true]];

export function extensionDemands(rule, period) {
  const longest = (answer) => months(answer) === rule.months;
  const minimums = (answer) => answer.response.years.map((year) => year.minimum);
  const asks = rule.yearly_minimum === "kept" ? (all) => all.slice(0, -1).every((one) => one > 0) && all.at(-1) === 0 : (all) => all.every((one) => one === 0);
  const reaches = (answer) => longest(answer) && answer.response.period !== null && dated(answer, answer.response.period.last_day, isCounted);
  const over = (answer) => longest(answer) && (period.basis === "first_unit"
    ? answer.credits.some(({ credit, verdict }) => answer.asOf === periodEnd(credit.date, period.months + rule.months) && isOutside(verdict))
    : answer.asOf === addDays(answer.response.period.last_day, 1) && answer.response.requirements[0].state === "lost");
  return [
    ["longest", (answer) => longest(answer) && minimums(answer).length > 0],
    [rule.yearly_minimum, (answer) => longest(answer) && minimums(answer).length > 0 && asks(minimums(answer))],
    ["last_day", reaches],
    ["day_after", over],
    ["too_long", (answer) => months(answer) === rule.months + 1 && refused("range", "/profile/extension/months")(answer), true],
  ];
}
