// What the cases must show of a requirement: reached exactly, missed by a little, and, where it has
// a day, the day before, on it, and the day after. Each demand is [how, whether a case shows it].
import { addDays, periodEnd } from "./dates.mjs";

const missed = (have, required) => have < required && have >= required - 1;
const named = (answer, id) => answer.response.requirements.find((figure) => figure.id === id);

function reached(id, required) {
  return [
    ["met", (answer) => named(answer, id).have === required],
    ["not_met", (answer) => missed(named(answer, id).have, required)],
  ];
}

function byDue(id) {
  const at = (days, state) => (answer) => {
    const figure = named(answer, id);
    return figure.state === state && figure.due !== null && answer.asOf === addDays(figure.due, days);
  };
  return [["day_before", at(-1, "open")], ["on_the_day", at(0, "open")], ["day_after", at(1, "lost")]];
}

/** A first unit whose year stayed below the minimum serves until that year has ended. */
function byFirstYear() {
  const serves = (answer, days) =>
    answer.credits.some(({ credit, verdict }) =>
      answer.asOf === addDays(periodEnd(credit.date, 12), days - 1) &&
      (days === 1 ? verdict.verdicts[0]?.why === "outside_period" : credit.date === answer.response.period?.start && answer.response.years[0].shortfall > 0));
  return [
    ["day_before", (answer) => serves(answer, -1)],
    ["on_the_day", (answer) => serves(answer, 0)],
    ["day_after", (answer) => serves(answer, 1)],
    ["waived", (answer) => answer.response.years.some((year) => year.state === "waived")],
  ];
}

function byYear() {
  const at = (days, state) => (answer) =>
    answer.response.years.some((year) => year.minimum > 0 && year.state === state && answer.asOf === addDays(year.last_day, days));
  return [["day_before", at(-1, "open")], ["on_the_day", at(0, "open")], ["day_after", at(1, "lost")]];
}

/** Years cut at a fixed month: the first and the last one, cut short, ask for nothing. */
function byMonth(month) {
  const begins = (year) => Number(year.start.slice(5, 7)) === month && year.start.endsWith("-01");
  const short = (place) => ({ response }) => response.years.at(place).minimum === 0 && response.years.at(1).minimum > 0 && begins(response.years.at(1));
  const whole = ({ response }) => response.years.every((year) => begins(year) && year.minimum > 0);
  return [["first_cut_short", short(0)], ["last_cut_short", short(-1)], ["whole_years", whole]];
}

function yearly(rule, { basis, year_month: month }) {
  return [
    ["met", (answer) => answer.response.years.some((year) => year.minimum === rule.units && year.units === rule.units)],
    ["not_met", (answer) => answer.response.years.some((year) => year.minimum === rule.units && missed(year.units, rule.units))],
    ...(basis === "first_unit" ? byFirstYear() : byYear()),
    ...(month === undefined ? [] : byMonth(month)),
  ];
}

function domain(rule) {
  const items = reached(`items-${rule.domain}`, rule.items);
  return [...reached(`domain-${rule.domain}`, rule.units), ...items.map(([how, shows]) => [`items_${how}`, shows])];
}

/** Of a requirement of a certification with this period. */
export function requirementDemands(rule, period) {
  if (rule.kind === "yearly_minimum") return yearly(rule, period);
  if (rule.kind === "domain_minimum") return domain(rule);
  if (rule.kind === "own_minimum") return reached("own", rule.units);
  const dated = period.basis === "base" || period.basis === "fiscal";
  return [...reached("total", rule.units), ...(dated ? byDue("total") : [])];
}
