// What the cases must show of deadlines, fees and points: each row, and both sides of each of its
// figures. Each demand is [how, whether a case shows it].
import { addDays } from "./dates.mjs";

const everyDelivery = ["assembly", "web_live", "web_recorded"];
const everyHost = ["prefecture", "other"];
const covers = (list, all, word) => (list ?? all).includes(word);
const fits = (row, { request }) => covers(row.deliveries, everyDelivery, request.delivery ?? "assembly") && covers(row.hosts, everyHost, request.host ?? "other");

const from = (row, answer) => answer.request[row.from];
const dayOf = (date) => Number(date.slice(8));
const closesQuarter = (date) => /-(03-31|06-30|09-30|12-31)$/.test(date);
const opensQuarter = (date) => /-(01|04|07|10)-01$/.test(date);

/** Each way of delivery and host of a row, and where its date is bent: month ends, quarters. */
export function deadlineDemands(row) {
  const shown = (holds) => (answer) => fits(row, answer) && answer.response[row.what] !== null && holds(answer, answer.response[row.what]);
  const ways = (row.deliveries ?? everyDelivery).flatMap((delivery) => (row.hosts ?? everyHost).map((host) => [delivery, host]));
  const asks = row.deliveries !== undefined || row.hosts !== undefined;
  const demands = asks
    ? ways.map(([delivery, host]) => [`${delivery} ${host}`, shown(({ request }) => request.delivery === delivery && request.host === host)])
    : [["shown", shown(() => true)]];
  if (row.months_before !== undefined || row.months_after !== undefined) {
    demands.push(["month_end", shown((answer, date) => dayOf(from(row, answer)) > 28 && dayOf(date) !== dayOf(from(row, answer)))]);
  }
  if (row.day_after_quarter !== undefined) {
    demands.push(["quarter_last_day", shown((answer) => closesQuarter(from(row, answer)))], ["quarter_first_day", shown((answer) => opensQuarter(from(row, answer)))]);
  }
  if (row.days_before_start !== undefined) {
    const latest = (answer) => addDays(answer.request.start, -row.days_before_start);
    demands.push(["start_decides", shown((answer, date) => date === latest(answer))], ["end_decides", shown((answer, date) => date < latest(answer))]);
  }
  return demands;
}

/** Ways of delivery for which no row has this deadline: none is fixed. */
export function noDeadlineDemands(what, rows) {
  const without = everyDelivery.filter((delivery) => !rows.some((row) => row.what === what && covers(row.deliveries, everyDelivery, delivery)));
  return without.map((delivery) => [delivery, (answer) => answer.request.delivery === delivery && answer.response[what] === null]);
}

const line = (count, amount) => (answer) => answer.response.lines.some((one) => one.count === count && one.amount === amount);

export const bandDemands = ({ to, yen }, next) => [["within", line(to, yen)], ["above", line(to + 1, next)]];

export function beyondDemands({ yen, each, yen_each }, last) {
  return [["first", line(last + 1, yen)], ["not_yet_more", line(last + each, yen)], ["more", line(last + each + 1, yen + yen_each)], ["more_again", line(last + 2 * each + 1, yen + 2 * yen_each)]];
}

export function billsDemands(bills) {
  const billed = everyDelivery.map((delivery) => [delivery, ({ request, response }) => request.delivery === delivery && response.lines[0].count === request[bills[delivery]]]);
  const wrong = (delivery) => ({ request, errors }) => request.delivery === delivery && errors?.some(({ code }) => code === "missing" || code === "unexpected");
  return [...billed, ["nothing", line(0, 0)], ["additional", (answer) => answer.response.lines.length > 1], ...everyDelivery.map((delivery) => [`wrong number ${delivery}`, wrong(delivery), true])];
}

/** A price that is not confirmed is no answer. */
export function priceDemands({ what, yen, status }) {
  if (status === "confirmed") return [["answered", ({ request, response }) => request.what === what && response.total === yen]];
  return [["unsupported", ({ request, errors }) => request.what === what && errors?.some(({ code }) => code === "unsupported"), true]];
}

export function learningDemands({ points_a_unit: unit, reflected_after_days: days }) {
  const points = (answer) => answer.request.completions.reduce((sum, one) => sum + one.points, 0);
  const plain = (answer) => answer.response.ignored.length === 0;
  return [
    ["met", (answer) => plain(answer) && points(answer) === unit && answer.response.units === 1 && answer.response.remainder === 0],
    ["not_met", (answer) => plain(answer) && points(answer) === unit - 1 && answer.response.units === 0],
    ["next_not_met", (answer) => plain(answer) && points(answer) === 2 * unit - 1 && answer.response.units === 1],
    ["adds_up", (answer) => answer.request.completions.length > 1 && answer.request.completions.every((one) => one.points < unit) && answer.response.units > 0],
    ["shown_later", (answer) => answer.response.credits.some((one) => one.reflected_on === addDays(one.date, days) && one.date.slice(0, 7) !== one.reflected_on.slice(0, 7))],
    ["retake", (answer) => answer.response.ignored.length > 0],
    ["taken_elsewhere", (answer) => (answer.request.already_taken ?? []).length > 0 && answer.response.ignored.length > 0],
  ];
}
