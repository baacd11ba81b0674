// The kinds of rule: one file each, two signatures. A cap takes units away from the tally and
// records every cut; a minimum measures what the tally holds.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "kensan/assessment.h"

namespace kensan {

/// Ordinary years of the longest period (4, or 5 where its first and last are cut short) and an
/// extension; a pack with more is refused.
inline constexpr std::size_t kMostYears = 6;

/// What a cap on one category has left after it was applied: where a later course may still go.
struct Room {
  CategorySet categories = 0;
  bool yearly = false;                   // left[0] alone where not yearly
  std::array<Units, kMostYears> left{};  // by year of the period
};

/// What one cap did to one credit.
struct CapStep {
  const Rule* rule = nullptr;
  Place credit = 0;
  Units units;    // that came to the cap
  Units outside;  // of these, what does not fall under it
  Units counted;  // that left it
  Units running;  // of the limit used up after it
};

/// The credits inside a counting period, and what of them counts so far.
struct Tally {
  const RulePack& pack;
  std::span<const Credit> credits;  // by place in the request
  std::span<const Place> inside;    // by (date, place)
  std::span<const Year> years;
  std::vector<Units> counted;      // by place
  std::vector<bool> later_course;  // by place
  std::vector<Room> rooms;
  std::vector<Verdict> cuts;
  std::vector<CapStep>* steps = nullptr;  // recorded where somebody wants them
};

/// Applies one cap. Precondition: rule.kind is a cap.
void apply_cap(const Rule& rule, Tally& tally);
/// Measures one minimum but the yearly one; appends one requirement (two for a domain).
void measure_minimum(const Rule& rule, const Tally& tally, std::vector<Requirement>& into);
/// Adds up the tally by year.
void measure_years(const Tally& tally, std::vector<Year>& years);

void cap_credits(const Rule& rule, Tally& tally);
void cap_first_course(const Rule& rule, Tally& tally);
void cap_days(const Rule& rule, Tally& tally);
void cap_years(const Rule& rule, Tally& tally);
void cap_period(const Rule& rule, Tally& tally);
void cap_others(const Rule& rule, Tally& tally);
void place_later_courses(const Rule& rule, Tally& tally);

[[nodiscard]] Requirement total_minimum(const Rule& rule, const Tally& tally);
[[nodiscard]] Requirement own_minimum(const Rule& rule, const Tally& tally);
[[nodiscard]] Requirement domain_units(const Rule& rule, const Tally& tally);
[[nodiscard]] Requirement domain_items(const Rule& rule, const Tally& tally);

/// Whether a cap's scope covers a credit.
[[nodiscard]] bool covers(const Scope& scope, const Credit& credit, Provider scheme);
/// The year that holds a date, as an index into tally.years; 0 where there are no years.
[[nodiscard]] std::size_t year_holding(const Tally& tally, Date date);
/// Records what a cap did to a credit to which `units` had come, where that is wanted.
void note_step(Tally& tally, const Rule& rule, Place place, Units units, Units outside,
               Units running);
/// Leaves at most `most` of a credit's counted units and records what was cut.
void keep_at_most(Tally& tally, Place place, Units most, Why why, const Rule& rule);
/// Takes units from `left`, the earlier credit first; cuts what does not fit.
void draw_from(Units& left, Tally& tally, Place place, Units apart, Why why, const Rule& rule);

}  // namespace kensan
