// Findings for the office to look at; nothing is voided by itself (FAQ Q20, Q23).
#include <algorithm>
#include <tuple>

#include "learning/learning.h"

namespace kensan {
namespace {

/// Views by person and start. Of each, only those that began before and still run are looked at:
/// every look is a finding or takes an ended view out for good.
bool find_overlaps(std::span<const View> views, std::size_t most, std::vector<Overlap>& found) {
  std::vector<Place> order(views.size());
  for (Place place = 0; place < order.size(); ++place) order[place] = place;
  std::sort(order.begin(), order.end(), [views](Place a, Place b) {
    return std::tuple(views[a].person.number, views[a].start, a) <
           std::tuple(views[b].person.number, views[b].start, b);
  });
  std::vector<Place> running;
  for (const Place place : order) {
    const View& view = views[place];
    if (!running.empty() && !(views[running.front()].person == view.person)) running.clear();
    running.erase(std::remove_if(running.begin(), running.end(),
                                 [&](Place p) { return views[p].end <= view.start; }),
                  running.end());
    if (found.size() + running.size() > most) return false;
    for (const Place other : running) {
      found.push_back({std::min(place, other), std::max(place, other)});
    }
    running.push_back(place);
  }
  std::sort(found.begin(), found.end(), [](const Overlap& a, const Overlap& b) {
    return std::tuple(a.first, a.second) < std::tuple(b.first, b.second);
  });
  return true;
}

std::vector<ImplausibleDay> implausible_days(std::span<const Completion> completions, int limit) {
  std::vector<ImplausibleDay> sums;
  for (const Completion& c : completions) sums.push_back({c.person, c.date, c.points});
  std::sort(sums.begin(), sums.end(), [](const ImplausibleDay& a, const ImplausibleDay& b) {
    return std::tuple(a.person.number, a.date) < std::tuple(b.person.number, b.date);
  });
  std::vector<ImplausibleDay> by_day;
  for (const ImplausibleDay& sum : sums) {
    const bool same =
        !by_day.empty() && by_day.back().person == sum.person && by_day.back().date == sum.date;
    if (same) {
      by_day.back().points += sum.points;
    } else {
      by_day.push_back(sum);
    }
  }
  by_day.erase(std::remove_if(by_day.begin(), by_day.end(),
                              [limit](const ImplausibleDay& day) { return day.points <= limit; }),
               by_day.end());
  return by_day;
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
