#include "assess/search.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "kinds/kinds.h"

namespace kensan {
namespace {

/// What a credit counts at most: what it counts alone.
std::vector<Units> most_of_credits(const Question& question, bool forward,
                                   const std::vector<Exclusion>& excluded) {
  constexpr Place kAlone[] = {0};
  std::vector<Units> most(question.credits.size());
  Question alone = question;
  for (Place place = 0; place < question.credits.size(); ++place) {
    if (excluded[place].why) continue;
    alone.credits = question.credits.subspan(place, 1);
    Frame frame =
        forward ? forward_frame(question, question.credits[place].date) : fixed_frame(question);
    if (forward && frame.period.last_day < question.as_of) continue;
    most[place] = standing_in(std::move(frame), alone, kAlone).counted.front();
  }
  return most;
}

/// Whether `rule` lets a credit after another change what that one counts, in this ledger: where it
/// spares credits and there are such; where courses after the first take the room of others.
bool tangles(const Rule& rule, const Sought& sought) {
  int courses = 0;
  for (Place place = 0; place < sought.most.size(); ++place) {
    const Credit& credit = sought.question.credits[place];
    const bool concerned =
        sought.most[place] > kNoUnits && covers(rule.scope, credit, sought.question.pack.scheme);
    if (!concerned) continue;
    if (rule.spares_new_curriculum && credit.new_curriculum) return true;
    ++courses;
  }
  const bool of_courses =
      rule.kind == RuleKind::first_course_cap || rule.kind == RuleKind::later_course;
  return of_courses && courses > 1;
}

std::vector<bool> tangled_credits(const Sought& sought) {
  CategorySet categories = 0;
  for (const Rule& rule : sought.question.asked.caps) {
    if (!tangles(rule, sought)) continue;
    categories = static_cast<CategorySet>(categories | rule.scope.categories);
    for (const Category other : rule.counts_as) {
      categories = static_cast<CategorySet>(categories | only(other));
    }
  }
  std::vector<bool> tangled;
  for (const Credit& credit : sought.question.credits) {
    tangled.push_back((categories & only(credit.category)) != 0);
  }
  return tangled;
}

}  // namespace

Worth worth_of(const Standing& standing) {
  const Requirement& total = standing.requirements.front();
  return {is_eligible(standing) ? 1 : 0, shortfall(total.required, total.have)};
}

Search::Search(const Rulebook& rulebook, std::span<const SoughtCertificate> sought, Date as_of,
               std::span<const Credit> credits)
    : where_(credits.size(), kNoTarget) {
  const std::vector<Place> order = in_order(credits);
  for (const SoughtCertificate& one : sought) {
    const Certification& asked = *one.pack->certification(one.profile.kind);
    const bool forward = asked.period.basis == PeriodBasis::first_unit;
    const Question question{rulebook, *one.pack, asked, one.profile, as_of, credits, true};
    sought_.push_back(
        {question, most_of_credits(question, forward, exclusions(question, order)), {}, forward});
    if (!forward) sought_.back().frames.push_back(fixed_frame(question));
    sought_.back().tangled = tangled_credits(sought_.back());
  }
  for (const Place place : order) {
    bool serves = false;
    for (Sought& one : sought_) {
      if (one.most[place] == kNoUnits) continue;
      serves = true;
      const Date date = credits[place].date;
      const bool known = !one.frames.empty() && one.frames.back().period.start == date;
      if (one.forward && !known) one.frames.push_back(forward_frame(one.question, date));
    }
    if (serves) order_.push_back(place);
  }
  for (const Sought& one : sought_) progress_.emplace_back(one);
  relaxation_.emplace(progress_);
}

/// Decides the credit at `depth`; kOpen takes the decision back.
void Search::give(std::size_t depth, int target) {
  const Place place = order_[depth];
  const int before = where_[place];
  where_[place] = target;
  if (before >= 0) count(static_cast<std::size_t>(before));
  if (target >= 0) count(static_cast<std::size_t>(target));
}

void Search::count(std::size_t target) {
  std::vector<Place> given = given_to(target);
  budget_.steps -= static_cast<std::int64_t>(order_.size() + 4 * given.size());
  progress_[target].count(std::move(given));
}

void Search::forget_all() {
  for (const Place place : order_) where_[place] = kOpen;
  for (std::size_t target = 0; target < sought_.size(); ++target) count(target);
}

std::optional<Date> Search::next_date(std::size_t depth) const {
  if (depth == order_.size()) return std::nullopt;
  return sought_.front().question.credits[order_[depth]].date;
}

/// All on which it depends what the credits from `depth` on can reach.
std::string Search::described(std::size_t depth, const Worth& goal) const {
  std::string state;
  for (const Progress& progress : progress_)
    progress.describe(next_date(depth), goal.eligible == 0, state);
  return state;
}

std::vector<Place> Search::given_to(std::size_t target) const {
  std::vector<Place> given;
  for (const Place place : order_) {
    if (where_[place] == static_cast<int>(target)) given.push_back(place);
  }
  return given;
}

/// What the allocation is worth, as assess() will say.
Worth Search::worth() const {
  Worth all;
  for (std::size_t target = 0; target < sought_.size(); ++target) {
    std::vector<DroppedStart> dropped;
    Question question = sought_[target].question;
    question.explain = false;
    const std::optional<Standing> standing = standing_of(question, given_to(target), dropped);
    all = all +
          (standing ? worth_of(*standing) : Worth{0, question.asked.requirements.front().units});
  }
  return all;
}

/// The least that can be missing where so many certificates become eligible.
std::optional<Units> Search::least_missing(int eligible) {
  std::optional<Units> least;
  for (std::uint32_t wanted = 0; wanted <= every_target(); ++wanted) {
    if (std::popcount(wanted) != eligible) continue;
    const std::optional<Units> missing = relaxation_->least_missing(order_, wanted, budget_);
    if (missing && (!least || *missing < *least)) {
      least = missing;
      wanted_ = wanted;
    }
  }
  return least;
}

bool Search::possible(std::size_t depth, const Worth& goal) {
  const std::span<const Place> rest = std::span(order_).subspan(depth);
  const auto serves = [&](std::uint32_t wanted) {
    const std::optional<Units> missing = relaxation_->least_missing(rest, wanted, budget_);
    return missing && *missing <= goal.missing;
  };
  if (std::popcount(wanted_) == goal.eligible && serves(wanted_)) return true;
  for (std::uint32_t wanted = 0; wanted <= every_target(); ++wanted) {
    if (std::popcount(wanted) != goal.eligible || wanted == wanted_ || !serves(wanted)) continue;
    wanted_ = wanted;
    return true;
  }
  return false;
}

/// The first allocation in order that reaches the goal, in where_. States that failed once are not
/// entered again.
Outcome Search::first_reaching(const Worth& goal, Order order) {
  const int targets = static_cast<int>(sought_.size());
  const int shift = order == Order::none_first ? -1 : 0;  // choices 0 to targets
  forget_all();
  std::vector<int> next(order_.size() + 1);
  std::vector<std::string> states(order_.size() + 1);
  std::vector<std::set<std::string>> failed(order_.size() + 1);
  std::size_t depth = 0;
  while (!budget_.spent()) {
    const bool decided = depth == order_.size();
    if (decided && reaches(worth(), goal)) return Outcome::found;
    if (decided || next[depth] > targets) {
      if (depth == 0) return Outcome::impossible;
      if (!decided) give(depth, kOpen);
      failed[depth].insert(std::move(states[depth]));
      --depth;
      continue;
    }
    const int choice = next[depth]++ + shift;
    const int target = choice == targets ? kNoTarget : choice;
    if (!can_serve(target, order_[depth])) continue;
    give(depth, target);
    if (!possible(depth + 1, goal)) continue;
    std::string state = described(depth + 1, goal);
    if (failed[depth + 1].contains(state)) continue;
    states[++depth] = std::move(state);
    next[depth] = 0;
  }
  return Outcome::unknown;
}

/// What is missing is a multiple of this.
Units Search::smallest_step() const {
  std::int32_t step = 0;
  for (const Sought& sought : sought_) {
    const Question& question = sought.question;
    step = std::gcd(step, question.asked.requirements.front().units.hundredths);
    for (const Rule& cap : question.asked.caps) {
      step = std::gcd(step, std::gcd(cap.units.hundredths, cap.lecturer_apart.hundredths));
    }
    for (const Place place : order_) {
      step = std::gcd(step, question.credits[place].units.hundredths);
    }
  }
  return Units{step};
}

}  // namespace kensan
