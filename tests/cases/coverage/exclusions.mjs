// What the cases must show of an exclusion: a credit that it holds of, and its near miss. Each
// demand is [how, whether a case shows it].
import { addDays } from "./dates.mjs";

const has = (verdict, why) => verdict.verdicts.some((one) => one.why === why);
const some = (holds) => (answer) => answer.credits.some(({ credit, verdict }) => holds(credit, verdict, answer));
const excluded = (why, fits = () => true) => some((credit, verdict, answer) => has(verdict, why) && fits(credit, answer));
const counted = (fits) => some((credit, verdict, answer) => verdict.counted > 0 && fits(credit, answer));
const original = (credit, { credits }) => credits.find((one) => one.credit.id === credit.id).verdict.verdicts[0]?.of;
const shares = (key) => (credit, answer) => {
  const of = original(credit, answer);
  return credit[key] !== undefined && answer.credits.some((one) => one.credit.id === of && one.credit[key] === credit[key]);
};
/** The same content as a void or future credit, and no duplicate for it. */
const again = counted((credit, answer) =>
  credit.content !== undefined &&
  answer.credits.some((one) => one.credit !== credit && one.credit.content === credit.content && (has(one.verdict, "void") || has(one.verdict, "future"))));

const demands = {
  void: () => [["excluded", excluded("void")]],
  future: () => [
    ["on_the_day", counted((credit, { asOf }) => credit.date === asOf)],
    ["day_after", excluded("future", (credit, { asOf }) => credit.date === addDays(asOf, 1))],
  ],
  duplicate: () => [["same_event", excluded("duplicate", shares("event"))], ["same_content", excluded("duplicate", shares("content"))], ["not_of_void", again]],
  used: () => [["excluded", excluded("used")]],
  transferred_out: ({ scheme }) => [
    ["excluded", excluded("transferred_out", (credit) => credit.transferred_to !== scheme)],
    ["paid_in", counted((credit) => credit.transferred_to === scheme)],
  ],
  not_accepted: (pack) =>
    ["presentation", "paper"].filter((category) => !pack.accepts.includes(category))
      .map((category) => [category, excluded("not_accepted", (credit) => credit.category === category)]),
  before_registration: (pack) => {
    if (pack.asks_registration !== true) return [];
    const on = (days) => (credit, { request }) => credit.date === addDays(request.profile.registered ?? "1900-01-01", days);
    return [["day_before", excluded("before_registration", on(-1))], ["on_the_day", counted(on(0))], ["day_after", counted(on(1))]];
  },
  outside_period: () => [["excluded", excluded("outside_period")]],
};

export const exclusionDemands = (name, pack) => demands[name](pack);
export const acceptsDemands = (category) => [["counted", counted((credit) => credit.category === category)]];
