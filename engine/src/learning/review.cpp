// Findings for the office to look at; nothing is voided by itself (FAQ Q20, Q23).
#include <algorithm>

#include "learning/learning.h"
#include "values/order.h"

namespace kensan {
namespace {

/// Marks for sorting: person, then instant, then place. 20,000 persons are below 2^15, the seconds
/// from 1900 to 2200 below 2^34, 10,000 places below 2^14.
constexpr unsigned kPlaceBits = 14;
constexpr unsigned kInstantBits = 34;

std::int64_t mark_of(std::uint32_t person, Instant instant, std::size_t place) {
  constexpr Instant kFirst = std::chrono::seconds(kFirstDate.time_since_epoch()).count();
  return (std::int64_t{person} << (kInstantBits + kPlaceBits)) +
         ((instant - kFirst) << kPlaceBits) + static_cast<std::int64_t>(place);
}

/// Views by person and start. Of each, only those that began before and still run are looked at:
/// every look is a finding or takes an ended view out for good.
bool find_overlaps(std::span<const View> views, std::size_t most, std::vector<Overlap>& found) {
  std::vector<std::int64_t> marks;
  for (const View& view : views) {
    marks.push_back(mark_of(view.person.number, view.start, marks.size()));
  }
  sort_marks(marks);
  std::vector<std::int64_t> pairs;  // the earlier place above, the later below
  std::vector<Place> running;
  for (const Place place : places_of(marks, kPlaceBits)) {
    const View& view = views[place];
    if (!running.empty() && !(views[running.front()].person == view.person)) running.clear();
    running.erase(std::remove_if(running.begin(), running.end(),
                                 [&](Place p) { return views[p].end <= view.start; }),
                  running.end());
    if (pairs.size() + running.size() > most) return false;
    for (const Place other : running) {
      const auto [first, second] = std::minmax(place, other);
      pairs.push_back((std::int64_t{first} << kPlaceBits) + second);
    }
    running.push_back(place);
  }
  sort_marks(pairs);
  const std::vector<std::uint32_t> seconds = places_of(pairs, kPlaceBits);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    found.push_back({static_cast<Place>(pairs[i] >> kPlaceBits), seconds[i]});
  }
  return true;
}

std::vector<ImplausibleDay> implausible_days(std::span<const Completion> completions, int limit) {
  std::vector<std::int64_t> marks;
  for (const Completion& completion : completions) {
    const Instant midnight = std::chrono::seconds(completion.date.time_since_epoch()).count();
    marks.push_back(mark_of(completion.person.number, midnight, marks.size()));
  }
  sort_marks(marks);
  std::vector<ImplausibleDay> days;
  for (const Place place : places_of(marks, kPlaceBits)) {
    const Completion& completion = completions[place];
    const bool same = !days.empty() && days.back().person == completion.person &&
                      days.back().date == completion.date;
    if (!same) {
      if (!days.empty() && days.back().points <= limit) days.pop_back();
      days.push_back({completion.person, completion.date, 0});
    }
    days.back().points += completion.points;
  }
  if (!days.empty() && days.back().points <= limit) days.pop_back();
  return days;
}

}  // namespace

std::optional<Findings> findings_in(std::span<const View> views,
                                    std::span<const Completion> completions, int daily_limit,
                                    std::size_t most) {
  Findings findings;
  if (!find_overlaps(views, most, findings.overlaps)) return std::nullopt;
  findings.days = implausible_days(completions, daily_limit);
  if (findings.overlaps.size() + findings.days.size() > most) return std::nullopt;
  return findings;
}

}  // namespace kensan
