// Each kind of cap at its bound: what fits just, what is cut, and what it is not about.
#include "kinds/kinds.h"

#include <catch2/catch.hpp>
#include <numeric>

namespace kensan {
namespace {

Credit credit(Category category, const char* date, int units) {
  Credit made;
  made.category = category;
  made.date = parse_date(date).value();
  made.units = Units{units * 100};
  made.provider = *parse_provider("G01");
  return made;
}

Rule cap(RuleKind kind, Category category, int units) {
  Rule rule;
  rule.kind = kind;
  rule.units = Units{units * 100};
  rule.scope.categories = only(category);
  return rule;
}

/// Credits in order, all inside a period of one year or of two.
struct Bench {
  RulePack pack{.scheme = *parse_provider("G01")};
  std::vector<Credit> credits;
  std::vector<Place> inside;
  std::vector<Year> years{{1, *parse_date("2024-04-01"), *parse_date("2025-03-31")},
                          {2, *parse_date("2025-04-01"), *parse_date("2026-03-31")}};

  explicit Bench(std::vector<Credit> given) : credits(std::move(given)), inside(credits.size()) {
    std::iota(inside.begin(), inside.end(), Place{0});
  }
  Tally tally() {
    Tally made{pack, credits, inside, years, {}, std::vector<bool>(credits.size()), {}, {}};
    for (const Credit& each : credits) made.counted.push_back(each.units);
    return made;
  }
};

std::vector<int> counted(const Tally& tally) {
  std::vector<int> units;
  for (const Units each : tally.counted) units.push_back(each.hundredths / 100);
  return units;
}

TEST_CASE("a credit cap leaves the cap, and a lecturer's unit on top") {
  Bench bench({credit(Category::assembly, "2024-05-01", 7),
               credit(Category::assembly, "2024-06-01", 9),
               credit(Category::group, "2024-07-01", 9)});
  bench.credits[0].lecturer = true;
  Rule rule = cap(RuleKind::credit_cap, Category::assembly, 6);
  rule.lecturer_apart = kOneUnit;
  Tally tally = bench.tally();
  apply_cap(rule, tally);
  CHECK(counted(tally) == std::vector<int>{7, 6, 9});
  REQUIRE(tally.cuts.size() == 1);
  CHECK(tally.cuts[0].why == Why::cap_credit);
}

TEST_CASE("a day cap begins anew each day, the earlier credit first") {
  Bench bench({credit(Category::assembly, "2024-05-01", 3),
               credit(Category::assembly, "2024-05-01", 3),
               credit(Category::assembly, "2024-05-02", 4)});
  Tally tally = bench.tally();
  apply_cap(cap(RuleKind::day_cap, Category::assembly, 4), tally);
  CHECK(counted(tally) == std::vector<int>{3, 1, 4});
}

TEST_CASE("a year cap begins anew on the personal year's first day") {
  Bench bench({credit(Category::self_study, "2025-03-31", 5),
               credit(Category::self_study, "2025-04-01", 6)});
  Tally tally = bench.tally();
  apply_cap(cap(RuleKind::year_cap, Category::self_study, 5), tally);
  CHECK(counted(tally) == std::vector<int>{5, 5});
}

TEST_CASE("new-curriculum units are outside the year cap and use it up, even for earlier credits") {
  Bench bench(
      {credit(Category::practicum, "2024-05-01", 2), credit(Category::practicum, "2024-06-01", 4)});
  bench.credits[1].new_curriculum = true;
  Rule rule = cap(RuleKind::year_cap, Category::practicum, 5);
  rule.spares_new_curriculum = true;
  Tally tally = bench.tally();
  apply_cap(rule, tally);
  CHECK(counted(tally) == std::vector<int>{1, 4});
}

TEST_CASE("credits of the first course share its cap; a later course fills what other caps left") {
  Bench bench({credit(Category::correspondence, "2024-05-01", 10),
               credit(Category::correspondence, "2024-06-01", 10),
               credit(Category::correspondence, "2024-07-01", 12)});
  bench.credits[0].course = bench.credits[1].course = Key{1};
  Rule later;
  later.kind = RuleKind::later_course;
  later.counts_as = {Category::self_study, Category::group};
  Tally tally = bench.tally();
  apply_cap(cap(RuleKind::first_course_cap, Category::correspondence, 15), tally);
  apply_cap(cap(RuleKind::year_cap, Category::self_study, 5), tally);
  apply_cap(cap(RuleKind::period_cap, Category::group, 5), tally);
  apply_cap(later, tally);
  CHECK(counted(tally) == std::vector<int>{10, 5, 10});
  REQUIRE(tally.cuts.size() == 2);
  CHECK(tally.cuts[1].why == Why::cap_period);
}

TEST_CASE("two later courses share the room that other caps left, the earlier first") {
  Bench bench({credit(Category::correspondence, "2024-05-01", 1),
               credit(Category::correspondence, "2024-06-01", 4),
               credit(Category::correspondence, "2024-07-01", 4)});
  Rule later;
  later.kind = RuleKind::later_course;
  later.counts_as = {Category::self_study};
  Tally tally = bench.tally();
  apply_cap(cap(RuleKind::first_course_cap, Category::correspondence, 15), tally);
  apply_cap(cap(RuleKind::year_cap, Category::self_study, 5), tally);
  apply_cap(later, tally);
  CHECK(counted(tally) == std::vector<int>{1, 4, 1});
}

TEST_CASE("a cap on other providers spares the scheme's own units") {
  Bench bench(
      {credit(Category::internet, "2024-05-01", 8), credit(Category::internet, "2024-06-01", 8)});
  bench.credits[0].provider = *parse_provider("G13");
  Tally tally = bench.tally();
  Rule rule;
  rule.kind = RuleKind::others_cap;
  rule.units = Units{500};
  apply_cap(rule, tally);
  CHECK(counted(tally) == std::vector<int>{5, 8});
}

}  // namespace
}  // namespace kensan
