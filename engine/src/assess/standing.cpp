#include <algorithm>

#include "assess/parts.h"
#include "kinds/kinds.h"

namespace kensan {
namespace {

bool all_met(const std::vector<Requirement>& requirements) {
  return std::all_of(requirements.begin(), requirements.end(),
                     [](const Requirement& r) { return r.state == State::met; });
}

void judge_requirements(std::vector<Requirement>& requirements, const Frame& frame, Date as_of) {
  for (Requirement& requirement : requirements) {
    requirement.due = frame.due;
    if (requirement.have >= requirement.required) {
      requirement.state = State::met;
    } else {
      requirement.state = frame.due && *frame.due < as_of ? State::lost : State::open;
    }
  }
}

/// The year in which one applies is not asked of a new applicant who meets everything else.
void judge_years(std::vector<Year>& years, const Question& question, bool requirements_met) {
  const bool forward = question.asked.period.basis == PeriodBasis::first_unit;
  for (Year& year : years) {
    if (year.units >= year.minimum) {
      year.state = State::met;
    } else if (year.last_day < question.as_of) {
      year.state = State::lost;
    } else {
      year.state = forward && requirements_met ? State::waived : State::open;
    }
  }
}

DroppedStart dropped_start(const Question& question, std::span<const Place> accepted,
                           const Standing& standing, const Year& failed) {
  return {standing.frame.period.start, failed,
          sum_of(question, accepted, standing.counted, [&failed](const Credit& credit) {
            return credit.date >= failed.start && credit.date <= failed.last_day;
          })};
}

}  // namespace

Standing standing_in(Frame frame, const Question& question, std::span<const Place> accepted) {
  std::vector<Place> inside;
  for (const Place place : accepted) {
    const Date date = question.credits[place].date;
    if (date >= frame.period.start && date <= frame.period.last_day) inside.push_back(place);
  }
  const std::size_t count = question.credits.size();
  Tally tally{question.pack,
              question.credits,
              inside,
              frame.years,
              std::vector<Units>(count),
              std::vector<bool>(count),
              {},
              {},
              nullptr};
  Standing standing;
  if (question.explain) tally.steps = &standing.steps;
  for (const Place place : inside) tally.counted[place] = question.credits[place].units;
  for (const Rule& cap : question.asked.caps) apply_cap(cap, tally);

  for (const Rule& rule : question.asked.requirements) {
    measure_minimum(rule, tally, standing.requirements);
  }
  judge_requirements(standing.requirements, frame, question.as_of);
  std::vector<Year> years = frame.years;
  measure_years(tally, years);
  judge_years(years, question, all_met(standing.requirements));
  frame.years = std::move(years);
  standing.frame = std::move(frame);
  standing.counted = std::move(tally.counted);
  standing.cuts = std::move(tally.cuts);
  return standing;
}

Standing standing_without_period(const Question& question) {
  return standing_in({{kLastDate + days{1}, kFirstDate}, {}, std::nullopt}, question, {});
}

std::optional<Standing> best_forward_standing(const Question& question,
                                              std::span<const Place> accepted,
                                              std::vector<DroppedStart>& dropped) {
  const auto unmet = [](const Standing& s) {
    return std::count_if(s.requirements.begin(), s.requirements.end(),
                         [](const Requirement& r) { return r.state != State::met; });
  };
  const auto missing = [](const Standing& s) {
    return shortfall(s.requirements.front().required, s.requirements.front().have);
  };
  std::optional<Standing> best;
  std::optional<Date> tried;
  for (const Place place : accepted) {
    const Date start = question.credits[place].date;
    if (tried == start) continue;
    tried = start;
    Frame frame = forward_frame(question, start);
    if (frame.period.last_day < question.as_of) continue;
    Standing standing = standing_in(std::move(frame), question, accepted);
    const auto& years = standing.frame.years;
    const auto failed = std::find_if(years.begin(), years.end(),
                                     [](const Year& y) { return y.state == State::lost; });
    if (failed != years.end()) {
      if (question.explain) dropped.push_back(dropped_start(question, accepted, standing, *failed));
      continue;
    }
    const bool better = !best || unmet(standing) < unmet(*best) ||
                        (unmet(standing) == unmet(*best) && missing(standing) < missing(*best));
    if (better) best = std::move(standing);
  }
  return best;
}

}  // namespace kensan
