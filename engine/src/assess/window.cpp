// When one may apply, until when the certificate runs, and from when the next one counts.
//
//              opens                A                last day
//   base ........|-- before --------|---- after -------|      around expiry (FAQ Q35)
//   |------------ counting period --|                         whole period (JPEC 5(2))
#include <algorithm>

#include "assess/parts.h"

namespace kensan {

std::optional<Window> window_of(const Question& question, const Frame& frame) {
  if (!question.asked.window) return std::nullopt;
  const WindowRule& rule = *question.asked.window;
  Window window{.clause = rule.clause};
  if (rule.basis == WindowBasis::whole_period) {
    window.opens = question.profile.base;
    window.last_day = frame.period.last_day;
  } else {
    window.opens = months_before(anniversary(question), rule.months_before);
    window.last_day = period_end(anniversary(question), rule.months_after) - days{1};
    if (question.profile.extension_months > 0) {
      window.last_day = std::max(window.last_day, frame.period.last_day);
    }
  }
  if (question.as_of < window.opens) {
    window.state = WindowState::before;
  } else {
    window.state = question.as_of > window.last_day ? WindowState::after : WindowState::open;
  }
  return window;
}

std::optional<Date> expiry_of(const Question& question) {
  if (question.asked.period.basis != PeriodBasis::base) return std::nullopt;
  // An extension prolongs only the scheme's own certificate (FAQ Q57).
  const bool prolonged = question.profile.certificate_of == question.pack.scheme;
  const int extension = prolonged ? question.profile.extension_months : 0;
  return period_end(question.profile.base, question.asked.period.months + extension) - days{1};
}

std::optional<Date> next_base_of(const Question& question, const std::optional<Window>& window) {
  switch (question.asked.next_base) {
    case NextBase::none:
      return std::nullopt;
    case NextBase::application:
      return question.as_of;
    case NextBase::anniversary:
      break;
  }
  if (window && window->state == WindowState::after) return std::nullopt;
  const Date ordinary = anniversary(question);
  const bool in_extension = question.profile.extension_months > 0 && question.as_of >= ordinary;
  return in_extension ? question.as_of : ordinary;
}

}  // namespace kensan
