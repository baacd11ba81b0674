#include "assess/relaxation.h"

#include <algorithm>

namespace kensan {
namespace {

/// The sinks of one target: what its years and its total can still take.
class Needs {
 public:
  /// `frame` is null where it is not known; then years cannot be asked.
  Needs(Flow& flow, const Progress& progress, const Frame* frame)
      : flow_(flow), progress_(progress), frame_(frame), total_(flow.add_node()) {
    const std::size_t years = frame == nullptr ? 0 : frame->years.size();
    for (std::size_t i = 0; i < std::max<std::size_t>(1, years); ++i) {
      years_.push_back(flow.add_node());
    }
  }

  /// Asks what years miss and the rest of the total; answers what is asked in all.
  std::int64_t ask_everything() {
    std::int64_t asked = 0;
    for (std::size_t i = 0; i < frame_->years.size(); ++i) {
      const std::int64_t left = progress_.year_left(*frame_, i).hundredths;
      flow_.add_edge(years_[i], Flow::kSink, left);
      asked += left;
    }
    const std::int64_t rest = progress_.total_left().hundredths - asked;
    if (rest > 0) ask(rest);
    return std::max(rest, std::int64_t{0}) + asked;
  }

  /// Asks only what is left of the total.
  void ask_total() { ask(progress_.total_left().hundredths); }

  /// Lets a credit serve, through the last of the caps that it shares with others.
  void let_serve(Flow::Node node, Place place) {
    const Sought& sought = progress_.sought();
    const Date date = sought.question.credits[place].date;
    Units most = sought.most[place];
    if (frame_ != nullptr && !holds(*frame_, date)) return;
    const Flow::Node into = years_[frame_ == nullptr ? 0 : year_in(*frame_, date)];
    const std::vector<Pool> pools = progress_.pools_of(frame_, place);
    for (const Pool& pool : pools) most = std::min(most, progress_.room(pool));
    if (most == kNoUnits) return;
    flow_.add_edge(node, pools.empty() ? into : entry_of(pools.back(), into), most.hundredths);
  }

 private:
  struct Entry {
    Pool pool;
    Flow::Node node;
    Flow::Node inside;
    std::vector<Flow::Node> years;  // those that its credits are in
  };

  /// The node through which all credits of a pool pass, into the years that they are in: where the
  /// pool is for the whole period, into any of these.
  Flow::Node entry_of(const Pool& pool, Flow::Node into) {
    const std::int64_t room = progress_.room(pool).hundredths;
    auto entry = std::find_if(entries_.begin(), entries_.end(),
                              [&pool](const Entry& known) { return known.pool == pool; });
    if (entry == entries_.end()) {
      const Flow::Node node = flow_.add_node();
      entry = entries_.insert(entry, {pool, node, flow_.add_node(), {}});
      flow_.add_edge(node, entry->inside, room);
    }
    if (std::find(entry->years.begin(), entry->years.end(), into) == entry->years.end()) {
      entry->years.push_back(into);
      flow_.add_edge(entry->inside, into, room);
    }
    return entry->node;
  }

  void ask(std::int64_t units) {
    flow_.add_edge(total_, Flow::kSink, units);
    for (const Flow::Node year : years_) flow_.add_edge(year, total_, units);
  }

  Flow& flow_;
  const Progress& progress_;
  const Frame* frame_;
  Flow::Node total_;
  std::vector<Flow::Node> years_;
  std::vector<Entry> entries_;
};

bool is_in(std::uint32_t targets, std::size_t target) { return (targets >> target & 1U) != 0; }

}  // namespace

const Frame& Relaxation::frame_of(std::size_t target) const {
  const Progress& progress = progress_[target];
  return progress.started() ? progress.frame() : progress.sought().frames[chances_[target]];
}

/// Spreads what is left over what the wanted targets ask, then over the totals of the others.
std::optional<Units> Relaxation::spread(std::span<const Place> rest, std::uint32_t wanted,
                                        Budget& budget) {
  flow_.clear();
  std::vector<Needs> needs;
  needs.reserve(progress_.size());
  std::int64_t asked = 0;
  for (std::size_t t = 0; t < progress_.size(); ++t) {
    const bool known = is_in(wanted, t) || progress_[t].started();
    needs.emplace_back(flow_, progress_[t], known ? &frame_of(t) : nullptr);
    if (is_in(wanted, t)) asked += needs[t].ask_everything();
  }
  for (const Place place : rest) {
    const Flow::Node node = flow_.add_node();
    const Units units = progress_.front().sought().question.credits[place].units;
    flow_.add_edge(Flow::kSource, node, units.hundredths);
    for (std::size_t t = 0; t < progress_.size(); ++t) {
      budget.steps -= 4;
      if (progress_[t].sought().most[place] > kNoUnits) needs[t].let_serve(node, place);
    }
  }
  if (flow_.push(budget.steps) < asked) return std::nullopt;
  std::int64_t missing = 0;
  for (std::size_t t = 0; t < progress_.size(); ++t) {
    if (is_in(wanted, t)) continue;
    needs[t].ask_total();
    missing += progress_[t].total_left().hundredths;
  }
  if (missing > 0) missing -= flow_.push(budget.steps);
  return Units{static_cast<std::int32_t>(missing)};
}

/// Whether own units and domains of the wanted targets can be reached at once, besides the totals.
bool Relaxation::can_split(std::span<const Place> rest, std::uint32_t wanted, Budget& budget) {
  struct Parts {
    std::vector<Flow::Node> nodes;
    Flow::Node any = 0;
  };
  flow_.clear();
  std::vector<Parts> targets(progress_.size());
  std::int64_t asked = 0;
  for (std::size_t t = 0; t < progress_.size(); ++t) {
    if (!is_in(wanted, t)) continue;
    targets[t].any = flow_.add_node();
    std::int64_t of_parts = 0;
    for (const Units left : progress_[t].left_by_part()) {
      targets[t].nodes.push_back(flow_.add_node());
      flow_.add_edge(targets[t].nodes.back(), Flow::kSink, left.hundredths);
      of_parts += left.hundredths;
    }
    const std::int64_t others =
        std::max<std::int64_t>(0, progress_[t].total_left().hundredths - of_parts);
    flow_.add_edge(targets[t].any, Flow::kSink, others);
    asked += of_parts + others;
  }
  for (const Place place : rest) {
    const Flow::Node node = flow_.add_node();
    const Units units = progress_.front().sought().question.credits[place].units;
    flow_.add_edge(Flow::kSource, node, units.hundredths);
    for (std::size_t t = 0; t < progress_.size(); ++t) {
      budget.steps -= 2;
      const std::int64_t most = progress_[t].sought().most[place].hundredths;
      if (!is_in(wanted, t) || most == 0) continue;
      flow_.add_edge(node, targets[t].any, most);
      const std::optional<std::size_t> part = progress_[t].part_of(place);
      if (part) flow_.add_edge(node, targets[t].nodes[*part], most);
    }
  }
  return flow_.push(budget.steps) >= asked;
}

bool Relaxation::has_choice(std::size_t target, std::uint32_t wanted) const {
  return is_in(wanted, target) && !progress_[target].started();
}

/// Whether every period that is to begin can begin with a credit not decided yet.
bool Relaxation::can_start(std::optional<Date> next, std::uint32_t wanted) const {
  for (std::size_t t = 0; t < progress_.size(); ++t) {
    if (has_choice(t, wanted) && (!next || frame_of(t).period.start < *next)) return false;
  }
  return true;
}

/// The next combination of periods that are not fixed yet, in a circle; false back at `first`.
bool Relaxation::next_chances(std::uint32_t wanted, const std::vector<std::size_t>& first) {
  for (std::size_t t = 0; t < chances_.size(); ++t) {
    if (!has_choice(t, wanted)) continue;
    if (++chances_[t] < progress_[t].sought().frames.size()) break;
    chances_[t] = 0;
  }
  return chances_ != first;
}

std::optional<Units> Relaxation::least_missing(std::span<const Place> rest, std::uint32_t wanted,
                                               Budget& budget) {
  const std::optional<Date> next =
      rest.empty() ? std::nullopt
                   : std::optional(progress_.front().sought().question.credits[rest[0]].date);
  for (std::size_t t = 0; t < progress_.size(); ++t) {
    const Progress& progress = progress_[t];
    // A first certification's start with a missed year is dropped, wanted or not.
    if ((is_in(wanted, t) || progress.sought().forward) && progress.missed_a_year(next)) {
      return std::nullopt;
    }
    if (!is_in(wanted, t)) continue;
    budget.steps -= static_cast<std::int64_t>(rest.size());
    if (progress.sought().frames.empty() || !progress.can_reach_by_itself(rest)) {
      return std::nullopt;
    }
  }
  if (!can_split(rest, wanted, budget)) return std::nullopt;
  // The periods that served last most likely serve again: they are tried first, then all others.
  const std::vector<std::size_t> first = chances_;
  std::vector<std::size_t> best = first;
  std::optional<Units> least;
  do {
    if (budget.spent()) return kNoUnits;
    --budget.steps;
    if (!can_start(next, wanted)) continue;
    const std::optional<Units> missing = spread(rest, wanted, budget);
    if (!missing || (least && *least <= *missing)) continue;
    least = missing;
    best = chances_;
    if (least == kNoUnits) break;
  } while (next_chances(wanted, first));
  chances_ = best;
  return least;
}

}  // namespace kensan
