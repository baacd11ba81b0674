// Something that only so many may do at once: a few more wait for their turn, the others are turned
// away at once.
#pragma once

#include <chrono>
#include <optional>
#include <semaphore>

namespace kensan::app {

class Turns {
 public:
  /// `places`: who does it or waits for it.
  Turns(int places, int at_once) : places_(places), at_once_(at_once) {}

  /// Held until it ends. May not outlive its Turns.
  class Place {
   public:
    explicit Place(Turns& turns) : turns_(&turns) {}
    Place(Place&& other) noexcept;
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    Place& operator=(Place&&) = delete;
    ~Place();

    /// Whether the turn came in time; it then lasts as long as the place. To be asked once.
    bool await_turn(std::chrono::seconds patience);

   private:
    Turns* turns_;
    bool has_turn_ = false;
  };
  /// None where all are taken.
  std::optional<Place> place();

 private:
  std::counting_semaphore<> places_;
  std::counting_semaphore<> at_once_;
};

}  // namespace kensan::app
