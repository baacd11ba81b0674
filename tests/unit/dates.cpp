#include "values/calendar.h"

#include <catch2/catch.hpp>

namespace kensan {
namespace {

Date day(const char* text) { return parse_date(text).value(); }

TEST_CASE("a period ends the day before the corresponding day (Civil Code 143)") {
  CHECK(period_end(day("2022-04-01"), 36) == day("2025-04-01"));
  CHECK(period_end(day("2023-08-31"), 36) == day("2026-08-31"));
}

TEST_CASE("a period into a month without the corresponding day runs to that month's last day") {
  CHECK(period_end(day("2024-02-29"), 36) == day("2027-03-01"));
  CHECK(period_end(day("2025-01-31"), 1) == day("2025-03-01"));
  CHECK(period_end(day("2024-02-29"), 48) == day("2028-02-29"));
}

TEST_CASE("months before a day are clamped to the last day of a shorter month") {
  CHECK(months_before(day("2025-05-31"), 3) == day("2025-02-28"));
  CHECK(months_before(day("2024-05-31"), 3) == day("2024-02-29"));
  CHECK(months_before(day("2025-04-01"), 3) == day("2025-01-01"));
}

TEST_CASE("periods agree with counting day by day across a leap year and a century") {
  for (Date start = day("1999-12-25"); start < day("2004-03-05"); start += days{1}) {
    for (const int months : {1, 12, 36, 48}) {
      const Date end = period_end(start, months);
      const auto first = civil(start);
      const auto last = civil(end);
      const int between = (static_cast<int>(last.year()) - static_cast<int>(first.year())) * 12 +
                          static_cast<int>(static_cast<unsigned>(last.month())) -
                          static_cast<int>(static_cast<unsigned>(first.month()));
      const bool corresponds = last.day() == first.day() && between == months;
      const bool clamped = static_cast<unsigned>(last.day()) == 1 && between == months + 1;
      REQUIRE((corresponds || clamped));
    }
  }
}

TEST_CASE("a date is written YYYY-MM-DD and exists") {
  CHECK(date_text(day("2024-02-29")) == "2024-02-29");
  CHECK(date_text(day("0099-01-02")) == "0099-01-02");
  for (const char* wrong : {"2025-02-29", "2025-13-01", "2025-00-10", "2025-1-01", "2025/01/01",
                            "20250101", "2025-01-01T", " 2025-01-01", "", "abcd-ef-gh"}) {
    CHECK_FALSE(parse_date(wrong).has_value());
  }
}

}  // namespace
}  // namespace kensan
