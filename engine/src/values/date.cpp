#include "values/calendar.h"

namespace kensan {
namespace {

using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

year_month month_of(Date date) {
  const year_month_day ymd{date};
  return ymd.year() / ymd.month();
}

}  // namespace

std::chrono::year_month_day civil(Date day) { return year_month_day{day}; }

Date period_end(Date start, int months) {
  const year_month target = month_of(start) + std::chrono::months{months};
  const year_month_day corresponding = target / civil(start).day();
  if (corresponding.ok()) return corresponding;
  return (target + std::chrono::months{1}) / std::chrono::day{1};
}

Date months_before(Date day, int months) {
  const year_month target = month_of(day) - std::chrono::months{months};
  const year_month_day corresponding = target / civil(day).day();
  if (corresponding.ok()) return corresponding;
  return target / std::chrono::last;
}

Date month_start(Date day, unsigned month) {
  return civil(day).year() / std::chrono::month{month} / std::chrono::day{1};
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int fields[3] = {0, 0, 0};
  int field = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7) {
      ++field;
      continue;
    }
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    fields[field] = fields[field] * 10 + (text[i] - '0');
  }
  const year_month_day ymd = year{fields[0]} /
                             std::chrono::month{static_cast<unsigned>(fields[1])} /
                             std::chrono::day{static_cast<unsigned>(fields[2])};
  if (!ymd.ok()) return std::nullopt;
  return Date{ymd};
}

std::string date_text(Date day) {
  const year_month_day ymd{day};
  const unsigned parts[3] = {static_cast<unsigned>(static_cast<int>(ymd.year())),
                             static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day())};
  std::string text = "0000-00-00";
  const auto put = [&text](std::size_t end, unsigned value) {
    for (; value != 0; value /= 10) text[--end] = static_cast<char>('0' + value % 10);
  };
  put(4, parts[0]);
  put(7, parts[1]);
  put(10, parts[2]);
  return text;
}

}  // namespace kensan
