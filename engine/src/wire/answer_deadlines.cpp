// deadlines: by when the host of a seminar must do what.
#include <algorithm>

#include "wire/answer.h"
#include "wire/seminar_words.h"

namespace kensan {
namespace {

bool has_deadlines(const RulePack& pack) {
  return pack.seminar && !pack.seminar->deadlines.empty();
}

struct SeminarDays {
  Date start = kFirstDate;
  Date end = kFirstDate;
  Delivery delivery = Delivery::assembly;
  Host host = Host::other;
};

void read_days(Fields& fields, SeminarDays& seminar, Problems& problems) {
  const auto start_field = fields.required("start");
  const auto start = start_field ? read_date(*start_field, problems) : std::nullopt;
  const auto end_field = fields.required("end");
  const auto end = end_field ? read_date(*end_field, problems) : std::nullopt;
  if (start && end && *end < *start) {
    report(problems, *end_field, "range", "expected a day on or after the start");
  }
  seminar.start = start.value_or(kFirstDate);
  seminar.end = end.value_or(seminar.start);
}

/// Only what makes a difference is asked.
void read_circumstances(Fields& fields, const std::vector<DeadlineRule>& rules,
                        SeminarDays& seminar, Problems& problems) {
  const auto any = [&rules](auto depends) {
    return std::any_of(rules.begin(), rules.end(), depends);
  };
  if (any([](const DeadlineRule& r) { return r.deliveries != kEveryDelivery; })) {
    if (const auto field = fields.required("delivery")) {
      seminar.delivery = read_choice(*field, kDeliveryWords, problems).value_or(Delivery::assembly);
    }
  }
  if (any([](const DeadlineRule& r) { return r.hosts != kEveryHost; })) {
    if (const auto field = fields.required("host")) {
      seminar.host = read_choice(*field, kHostWords, problems).value_or(Host::other);
    }
  }
}

}  // namespace

std::string answer_deadlines(Fields& fields, const Rulebook& rulebook, Problems& problems) {
  const std::optional<Scheme> scheme = read_scheme(fields, rulebook, problems);
  if (!scheme) return {};
  const RulePack* pack = read_edition_with(fields, rulebook, *scheme, has_deadlines, problems);
  if (pack == nullptr) return {};
  const std::vector<DeadlineRule>& rules = pack->seminar->deadlines;
  SeminarDays seminar;
  read_days(fields, seminar, problems);
  read_circumstances(fields, rules, seminar, problems);
  fields.report_unknown();
  if (!problems.empty()) return {};
  JsonText json;
  json.open_object();
  for (const auto& [word, what] : kDeadlineWords) {
    const bool known = std::any_of(rules.begin(), rules.end(),
                                   [w = what](const DeadlineRule& r) { return r.what == w; });
    if (!known) continue;
    write_date(
        json, word,
        deadline_of(rules, what, seminar.start, seminar.end, seminar.delivery, seminar.host));
  }
  json.close_object();
  return json.take();
}

}  // namespace kensan
