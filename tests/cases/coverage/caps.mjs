// What the cases must show of a cap: filled exactly with nothing cut, exceeded, and each of its
// conditions. Each demand is [how, whether a case shows it].
import { addDays } from "./dates.mjs";

const whys = {
  credit_cap: "cap_credit", first_course_cap: "cap_credit", day_cap: "cap_day", year_cap: "cap_year",
  period_cap: "cap_period", later_course: "cap_period", others_cap: "cap_others",
};

function inScope(rule, credit, scheme) {
  const days = credit.days ?? 1;
  const practice = credit.designated_practice === true;
  return (rule.kind !== "others_cap" || credit.provider !== scheme) &&
    (rule.categories?.includes(credit.category) ?? true) &&
    (rule.days === undefined || (days >= rule.days.from && days <= (rule.days.to ?? 255))) &&
    (rule.designated_practice === undefined || practice === (rule.designated_practice === "only")) &&
    (rule.own_only !== true || credit.provider === scheme) &&
    (rule.without_curriculum !== true || credit.curriculum === undefined);
}

const has = (verdict, why) => verdict.verdicts.some((one) => one.why === why);
const isIn = (answer, date) => date >= answer.response.period?.start && date <= answer.response.period?.last_day;

/** Credits that a cap is about, by what they share it with: a credit, course, date, year, or all. */
function poolsOf(rule, answer) {
  const scope = answer.credits.filter(({ credit }) => inScope(rule, credit, answer.pack.scheme) && isIn(answer, credit.date));
  const inOrder = [...scope].sort((a, b) => (a.credit.date < b.credit.date ? -1 : a.credit.date > b.credit.date ? 1 : 0));
  const course = ({ credit }) => credit.course ?? `of ${credit.id}`;
  const first = inOrder.length > 0 ? course(inOrder[0]) : null;
  const keys = {
    credit_cap: ({ credit }) => credit.id,
    first_course_cap: (row) => (course(row) === first ? "first" : null),
    later_course: (row) => (course(row) === first ? null : "later"),
    day_cap: ({ credit }) => credit.date,
    year_cap: ({ credit }) => answer.response.years.find((year) => credit.date >= year.start && credit.date <= year.last_day)?.index,
  };
  const pools = new Map();
  for (const row of scope) {
    const key = (keys[rule.kind] ?? (() => "period"))(row);
    if (key !== null && key !== undefined) pools.set(key, [...(pools.get(key) ?? []), row]);
  }
  return [...pools.values()];
}

const sum = (pool) => pool.reduce((total, { verdict }) => total + verdict.counted, 0);

function conditions(rule) {
  const why = whys[rule.kind];
  const demands = [];
  if (rule.lecturer_apart !== undefined) {
    const apart = (answer) => poolsOf(rule, answer).some((pool) => sum(pool) === rule.units + rule.lecturer_apart && pool.filter(({ credit }) => credit.lecturer).length === 1);
    demands.push(["lecturer", apart]);
  }
  if (rule.spares_new_curriculum) {
    const spared = (answer) => poolsOf(rule, answer).some((pool) => sum(pool) > rule.units && pool.some(({ credit }) => credit.new_curriculum) && pool.some(({ verdict }) => has(verdict, why)));
    demands.push(["new_curriculum", spared]);
  }
  if (rule.days?.to === undefined && rule.days !== undefined) {
    demands.push(["longer", (answer) => poolsOf(rule, answer).some((pool) => pool.some(({ credit, verdict }) => credit.days > rule.days.from && has(verdict, why)))]);
  }
  if (rule.kind === "first_course_cap") {
    demands.push(["shared", (answer) => poolsOf(rule, answer).some((pool) => pool.length > 1 && pool.every(({ credit }) => credit.units <= rule.units) && pool.some(({ verdict }) => has(verdict, why)))]);
  }
  return demands;
}

/** The room of one date or year is not that of the next. */
function boundary(rule) {
  const why = whys[rule.kind];
  const cutOn = (answer, date) => answer.credits.some(({ credit, verdict }) => credit.date === date && inScope(rule, credit, answer.pack.scheme) && has(verdict, why));
  const freeOn = (answer, date) => answer.credits.some(({ credit, verdict }) => credit.date === date && inScope(rule, credit, answer.pack.scheme) && verdict.counted === credit.units);
  if (rule.kind === "day_cap") {
    return [["next_day", (answer) => answer.credits.some(({ credit }) => cutOn(answer, credit.date) && freeOn(answer, addDays(credit.date, 1)))]];
  }
  if (rule.kind !== "year_cap") return [];
  return [["next_year", (answer) => answer.response.years.some((year) => cutOn(answer, year.last_day) && freeOn(answer, addDays(year.last_day, 1)))]];
}

function laterDemands(rule, pack) {
  const later = (answer) => poolsOf(rule, answer).flat();
  const first = pack.certification.caps.find((cap) => cap.kind === "year_cap" && cap.categories.includes(rule.counts_as[0]));
  return [
    ["counted", (answer) => later(answer).some(({ credit, verdict }) => verdict.counted === credit.units)],
    ["spills_over", (answer) => later(answer).some(({ verdict }) => verdict.counted > first.units)],
    ["above", (answer) => later(answer).some(({ verdict }) => has(verdict, whys.later_course))],
  ];
}

export function capDemands(rule, pack) {
  if (rule.kind === "later_course") return laterDemands(rule, pack);
  const why = whys[rule.kind];
  const plain = ({ credit }) => credit.lecturer !== true && credit.new_curriculum !== true;
  return [
    ["within", (answer) => poolsOf(rule, answer).some((pool) => pool.every(plain) && sum(pool) === rule.units && !pool.some(({ verdict }) => has(verdict, why)))],
    ["above", (answer) => poolsOf(rule, answer).some((pool) => pool.every(plain) && sum(pool) === rule.units && pool.some(({ verdict }) => has(verdict, why)))],
    ...conditions(rule),
    ...boundary(rule),
  ];
}
