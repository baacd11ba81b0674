// A value or the reason why there is none: a small subset of std::expected's spelling (C++23).
#pragma once

#include <cassert>
#include <utility>
#include <variant>

namespace kensan {

template <class E>
struct Unexpected {
  E error;
};
template <class E>
Unexpected(E) -> Unexpected<E>;

template <class T, class E>
class Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(Unexpected<E> reason) : held_(std::in_place_index<1>, std::move(reason.error)) {}

  [[nodiscard]] bool has_value() const { return held_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  /// Precondition of all: has_value().
  T&& operator*() && { return std::move(*std::get_if<0>(&held_)); }
  T& operator*() & { return *std::get_if<0>(&held_); }
  const T& operator*() const& { return *std::get_if<0>(&held_); }
  T* operator->() { return std::get_if<0>(&held_); }
  const T* operator->() const { return std::get_if<0>(&held_); }

  /// Precondition: !has_value().
  [[nodiscard]] const E& error() const {
    assert(!has_value());
    return *std::get_if<1>(&held_);
  }

 private:
  std::variant<T, E> held_;
};

}  // namespace kensan
