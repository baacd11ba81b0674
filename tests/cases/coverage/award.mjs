// What the cases must show of what seminars award: each figure reached and missed by a minute, each
// kind of talk, each refusal. Each demand is [how, whether a case shows it, or null: any answer].
import { addDays } from "./dates.mjs";

const rows = (answer) => answer.response.awards;
const refusedAs = (code) => (answer) => answer.response.problems.some((problem) => problem.code === code);
const accepted = (answer) => answer.response.problems.length === 0;
const error = (code, place) => (answer) => answer.errors?.some((one) => one.code === code && one.at === place);
const talks = (answer) => answer.request.talks.map((talk, place) => ({ talk, verdict: answer.response.talks[place] }));
const everyDelivery = ["assembly", "web_live", "web_recorded"];

function steps({ minutes, units }, of = () => true) {
  const row = (length, worth) => (answer) => of(answer) && rows(answer).some((one) => one.minutes === length && one.units === worth);
  return [["met", row(minutes, units)], ["not_met", row(minutes - 1, 0)], ["next_not_met", row(2 * minutes - 1, units)], ["next_met", row(2 * minutes, 2 * units)]];
}

function cappedDay(award, cap, of = () => true) {
  const full = (cap / award.units) * award.minutes;
  const row = (fits) => (answer) => of(answer) && rows(answer).some((one) => fits(one.minutes) && one.units === cap);
  return [["within", row((minutes) => minutes === full)], ["above", row((minutes) => minutes >= full + award.minutes)]];
}

function together(key, other) {
  return (answer) => rows(answer).some((one) => rows(answer).some((two) => one[key] === two[key] && one[other] !== two[other]));
}

export const curriculumDemands = (award) => [
  ...steps(award),
  ["items_apart", together("date", "curriculum")],
  ["dates_apart", together("curriculum", "date")],
];

export function withoutCurriculumDemands(row, award) {
  const elsewhere = everyDelivery.filter((delivery) => !row.deliveries.includes(delivery));
  const refused = (delivery) => (answer) => answer.request.delivery === delivery && error("unexpected", "/no_curriculum")(answer);
  return [...cappedDay(award, row.units_a_day, (answer) => answer.request.no_curriculum), ...elsewhere.map((delivery) => [delivery, refused(delivery), true])];
}

export const promotionalDemands = [
  ["excluded", (answer) => talks(answer).some(({ verdict }) => verdict.why === "promotional")],
  ["counted", (answer) => talks(answer).some(({ talk, verdict }) => talk.promotional === false && verdict.counted)],
];

const talkOf = (kind, delivery, counted) => (answer) =>
  (delivery === null || answer.request.delivery === delivery) &&
  talks(answer).some(({ talk, verdict }) => talk.kind === kind && verdict.counted === counted && (counted || verdict.why === "excluded_kind"));

/** Each kind, in each way of delivery in which it does not count, and in those in which it does. */
export function excludedDemands({ kinds, deliveries }) {
  if (deliveries === undefined) return kinds.map((kind) => [kind, talkOf(kind, null, false)]);
  return kinds.flatMap((kind) => everyDelivery.map((delivery) => [`${kind} ${delivery}`, talkOf(kind, delivery, !deliveries.includes(delivery))]));
}

export function countedKindsDemands(award) {
  const kinds = ["lecture", "symposium", "poster_presentation", "member_presentations", "sponsored_meal_seminar"];
  const never = award.excluded.flatMap((row) => row.kinds);
  return kinds.filter((kind) => !never.includes(kind)).map((kind) => [kind, talkOf(kind, null, true)]);
}

function appliedDemands(code) {
  const earliest = (answer) => answer.request.talks.map((talk) => talk.date).sort()[0];
  const at = (days, late) => (answer) => answer.request.applied_on === addDays(earliest(answer), days) && refusedAs(code)(answer) === late;
  return [["day_before", at(-1, false)], ["on_the_day", at(0, true)], ["day_after", at(1, true)]];
}

export function refusalDemands(code) {
  const role = (word) => (answer) => answer.request.host_role === word && accepted(answer);
  const near = {
    supporter_only: [["organizer", role("organizer")], ["co_organizer", role("co_organizer")]],
    members_only: [["open", (answer) => answer.request.members_only === false && accepted(answer)]],
    no_parallel_sessions: [["parallel", (answer) => answer.request.no_curriculum && accepted(answer)]],
    other_qualification_only: [["others_too", (answer) => answer.request.other_qualification_only === false && accepted(answer)]],
  };
  return code === "applied_too_late" ? appliedDemands(code) : [["refused", refusedAs(code)], ...near[code]];
}

const total = (answer) => rows(answer).reduce((sum, row) => sum + row.units, 0);

function meetingDemands(row, last) {
  const meets = (answer, dates) => answer.request.academic_meeting && !answer.request.lecturer && rows(answer).filter(({ minutes }) => minutes > 0).length === dates;
  const above = (dates) => (answer) => meets(answer, dates) && total(answer) > row.units && answer.response.units === row.units;
  const demands = [
    [`${row.dates} dates within`, (answer) => meets(answer, row.dates) && total(answer) === row.units && answer.response.units === row.units],
    [`${row.dates} dates above`, above(row.dates)],
  ];
  return last ? [...demands, [`${row.dates + 1} dates`, above(row.dates + 1)]] : demands;
}

function lecturerDemands(units) {
  const gives = (presents, more) => (answer) => answer.request.lecturer && (answer.request.academic_presentation ?? false) === presents && answer.response.units === total(answer) + more;
  return [
    ["lecturer", gives(false, units)],
    ["lecturer_at_zero", (answer) => gives(false, units)(answer) && total(answer) === 0],
    ["academic_presentation", gives(true, 0)],
  ];
}

export function categoryDemands(row) {
  const of = (answer) => answer.request.category === row.category;
  const only = ([how, shows, errors]) => [how, (answer) => of(answer) && shows(answer), errors];
  const dates = (answer) => new Set(answer.request.talks.map((talk) => talk.date)).size > 1;
  const demands = [...steps(row), ["several_dates", (answer) => dates(answer) && (rows(answer).length > 1) === (row.each_date === true)]];
  if (row.units_a_day !== undefined) demands.push(...cappedDay(row, row.units_a_day));
  for (const meeting of row.meetings ?? []) demands.push(...meetingDemands(meeting, meeting === row.meetings.at(-1)));
  if (row.lecturer !== undefined) demands.push(...lecturerDemands(row.lecturer));
  else demands.push(["no_lecturer", error("unexpected", "/lecturer"), true]);
  if (row.asks_audience) demands.push(...refusalDemands("other_qualification_only"));
  else demands.push(["audience_not_asked", error("unexpected", "/other_qualification_only"), true]);
  return demands.map(only);
}
