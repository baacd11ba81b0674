#include "app/turns.h"

#include <utility>

namespace kensan::app {

std::optional<Turns::Place> Turns::place() {
  if (!places_.try_acquire()) return std::nullopt;
  return Place(*this);
}

Turns::Place::Place(Place&& other) noexcept
    : turns_(std::exchange(other.turns_, nullptr)), has_turn_(other.has_turn_) {}

Turns::Place::~Place() {
  if (turns_ == nullptr) return;
  if (has_turn_) turns_->at_once_.release();
  turns_->places_.release();
}

bool Turns::Place::await_turn(std::chrono::seconds patience) {
  has_turn_ = turns_->at_once_.try_acquire_for(patience);
  return has_turn_;
}

}  // namespace kensan::app
