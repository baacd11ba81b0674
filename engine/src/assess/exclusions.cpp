#include "assess/parts.h"
#include "values/order.h"

namespace kensan {
namespace {

/// The first credit that holds each event or content, by the key's number.
class FirstHolders {
 public:
  std::optional<Place> holder(Key key) const {
    if (!key || key.number >= places_.size()) return std::nullopt;
    return places_[key.number];
  }
  void hold(Key key, Place place) {
    if (!key) return;
    if (key.number >= places_.size()) places_.resize(key.number + 1);
    if (!places_[key.number]) places_[key.number] = place;
  }

 private:
  std::vector<std::optional<Place>> places_;
};

/// The exclusions that look at one credit alone, after void, future and duplicate.
std::optional<Why> excluded_by_itself(const Question& question, const Credit& credit) {
  if (credit.is_used) return Why::used;
  if (credit.transferred_to && !(credit.transferred_to == question.pack.scheme)) {
    return Why::transferred_out;
  }
  if ((question.pack.accepts & only(credit.category)) == 0) return Why::not_accepted;
  if (question.pack.asks_registration && question.profile.registered &&
      credit.date < *question.profile.registered) {
    return Why::before_registration;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Place> in_order(std::span<const Credit> credits) {
  return places_by(credits.size(), [credits](std::size_t place) {
    return credits[place].date.time_since_epoch().count();
  });
}

std::vector<Exclusion> exclusions(const Question& question, std::span<const Place> order) {
  std::vector<Exclusion> found(question.credits.size());
  FirstHolders events;
  FirstHolders contents;
  for (const Place place : order) {
    const Credit& credit = question.credits[place];
    if (credit.is_void) {
      found[place].why = Why::is_void;
      continue;
    }
    if (credit.date > question.as_of) {
      found[place].why = Why::future;
      continue;
    }
    std::optional<Place> earlier = events.holder(credit.event);
    if (!earlier) earlier = contents.holder(credit.content);
    if (earlier) {
      found[place] = {Why::duplicate, *earlier};
      continue;
    }
    events.hold(credit.event, place);
    contents.hold(credit.content, place);
    found[place].why = excluded_by_itself(question, credit);
  }
  return found;
}

std::string_view clause_of(const RulePack& pack, Why exclusion) {
  return pack.exclusion_clauses[static_cast<std::size_t>(exclusion)];
}

}  // namespace kensan
