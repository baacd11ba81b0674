// Minutes to units. Talks in parallel rooms count once: a person can sit in one. Minutes of one
// date and item add up before the fraction is dropped, those of different items or dates never
// (JSHP 1(8)); by category the pack says whether dates add up (JPEC 4).
#include <algorithm>

#include "seminar/seminar.h"
#include "values/order.h"

namespace kensan {
namespace {

TalkVerdict verdict_of(const AwardRules& rules, const Seminar& seminar, const Talk& talk) {
  if (is_excluded(rules, talk.kind, seminar.delivery)) return TalkVerdict::excluded_kind;
  return talk.promotional ? TalkVerdict::promotional : TalkVerdict::counted;
}

/// Length of the union of those with a start, and the bare lengths of the others.
int minutes_of(const std::vector<const Talk*>& talks) {
  int minutes = 0;
  int seen_until = 0;
  for (const std::uint32_t place :
       places_by(talks.size(), [&talks](std::size_t i) { return talks[i]->start; })) {
    const Talk* talk = talks[place];
    if (talk->start < 0) {
      minutes += talk->minutes;
      continue;
    }
    const int end = talk->start + talk->minutes;
    minutes += std::max(0, end - std::max(talk->start, seen_until));
    seen_until = std::max(seen_until, end);
  }
  return minutes;
}

Units units_for(const MinuteSteps& steps, int minutes) {
  return Units{minutes / steps.minutes * steps.units.hundredths};
}

/// One row for each date and item with counted talks, by date and item; units are still open.
std::vector<AwardRow> minutes_by_date(const Seminar& seminar, const Award& award) {
  constexpr int kItems = 32;  // more than items of the curriculum
  const std::vector<Talk>& talks = seminar.talks;
  std::vector<AwardRow> rows;
  std::vector<const Talk*> together;
  const auto close_row = [&rows, &together] {
    if (!rows.empty()) rows.back().minutes = minutes_of(together);
    together.clear();
  };
  for (const std::uint32_t place : places_by(talks.size(), [&talks](std::size_t i) {
         return talks[i].date.time_since_epoch().count() * kItems + talks[i].curriculum.number;
       })) {
    const Talk& talk = talks[place];
    if (award.talks[place] != TalkVerdict::counted) continue;
    const bool continues = !rows.empty() && rows.back().date == talk.date &&
                           rows.back().curriculum.number == talk.curriculum.number;
    if (!continues) {
      close_row();
      rows.push_back({talk.date, talk.curriculum, 0, kNoUnits});
    }
    together.push_back(&talk);
  }
  close_row();
  return rows;
}

std::vector<Refusal> refusals_of(const AwardRules& rules, const Seminar& seminar) {
  std::vector<Refusal> refusals;
  if (seminar.supporter_only) refusals.push_back(Refusal::supporter_only);
  if (seminar.members_only) refusals.push_back(Refusal::members_only);
  const auto first = std::min_element(seminar.talks.begin(), seminar.talks.end(),
                                      [](const Talk& a, const Talk& b) { return a.date < b.date; });
  if (seminar.applied_on && *seminar.applied_on >= first->date) {
    refusals.push_back(Refusal::applied_too_late);
  }
  if (rules.by_curriculum && seminar.no_curriculum && !seminar.parallel_sessions) {
    refusals.push_back(Refusal::no_parallel_sessions);
  }
  if (seminar.other_qualification_only) refusals.push_back(Refusal::other_qualification_only);
  return refusals;
}

void award_by_curriculum(const AwardRules& rules, const Seminar& seminar, Award& award) {
  for (AwardRow& row : award.rows) {
    row.units = units_for(rules.steps, row.minutes);
    if (seminar.no_curriculum && rules.without_curriculum_a_date) {
      row.units = std::min(row.units, *rules.without_curriculum_a_date);
    }
    award.units += row.units;
  }
}

/// The cap of a meeting over so many dates; nothing below the first row.
std::optional<Units> meeting_cap(const CategoryAward& category, std::size_t dates) {
  std::optional<Units> most;
  for (const MeetingCap& cap : category.meetings) {
    if (dates >= static_cast<std::size_t>(cap.dates)) most = cap.units;
  }
  return most;
}

void award_by_category(const Seminar& seminar, Award& award) {
  const CategoryAward& category = *seminar.category;
  if (!category.each_date && !award.rows.empty()) {
    AwardRow all = award.rows.back();
    all.minutes = 0;
    for (const AwardRow& row : award.rows) all.minutes += row.minutes;
    award.rows = {all};
  }
  const std::optional<Units> meeting =
      seminar.academic_meeting ? meeting_cap(category, award.rows.size()) : std::nullopt;
  for (AwardRow& row : award.rows) {
    row.units = units_for(category.steps, row.minutes);
    if (category.most_a_date && !meeting) row.units = std::min(row.units, *category.most_a_date);
    award.units += row.units;
  }
  if (meeting) award.units = std::min(award.units, *meeting);
  if (seminar.lecturer && !seminar.academic_presentation) award.units += category.lecturer;
}

}  // namespace

bool is_excluded(const AwardRules& rules, TalkKind kind, Delivery delivery) {
  return std::any_of(rules.excluded.begin(), rules.excluded.end(), [=](const ExcludedTalks& talks) {
    return (talks.kinds & only(kind)) != 0 && (talks.deliveries & only(delivery)) != 0;
  });
}

Award award_of(const AwardRules& rules, const Seminar& seminar) {
  Award award;
  for (const Talk& talk : seminar.talks) award.talks.push_back(verdict_of(rules, seminar, talk));
  award.refusals = refusals_of(rules, seminar);
  if (!award.refusals.empty()) return award;
  award.rows = minutes_by_date(seminar, award);
  if (rules.by_curriculum) {
    award_by_curriculum(rules, seminar, award);
  } else {
    award_by_category(seminar, award);
  }
  return award;
}

}  // namespace kensan
