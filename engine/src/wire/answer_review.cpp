// review: findings about how e-learning was viewed.
#include "learning/learning.h"
#include "wire/answer.h"
#include "wire/keys.h"
#include "wire/limits.h"

namespace kensan {
namespace {

constexpr int kMostPoints = 999;
constexpr int kMostDailyPoints = 10'000 * kMostPoints;  // no day can have more

struct ReviewRequest {
  std::vector<View> views;
  std::vector<std::string_view> ids;  // of views
  std::vector<Completion> completions;
  Keys persons;
  int daily_limit = kDailyPointsLimit;
};

void read_view(Fields& fields, ReviewRequest& request, Ids& known, Problems& problems) {
  request.ids.push_back(read_id(fields, known, problems));
  View view;
  view.person = read_key(fields, "person", request.persons, problems);
  for (const std::string_view name : {"device", "course"}) {
    if (const auto field = fields.required(name)) (void)read_text(*field, problems);
  }
  const auto start_field = fields.required("start");
  const auto start = start_field ? read_instant(*start_field, problems) : std::nullopt;
  const auto end_field = fields.required("end");
  const auto end = end_field ? read_instant(*end_field, problems) : std::nullopt;
  if (start && end && *end <= *start) {
    report(problems, *end_field, "range", "expected an instant after the start");
  }
  view.start = start.value_or(0);
  view.end = end.value_or(0);
  request.views.push_back(view);
}

void read_completion(Fields& fields, ReviewRequest& request, Problems& problems) {
  Completion completion;
  completion.person = read_key(fields, "person", request.persons, problems);
  if (const auto field = fields.required("date")) {
    completion.date = read_date(*field, problems).value_or(kFirstDate);
  }
  if (const auto field = fields.required("points")) {
    completion.points = read_integer(*field, 1, kMostPoints, false, problems).value_or(1);
  }
  request.completions.push_back(completion);
}

/// Persons numbered in the order of their text, as the answer wants them; their texts by number.
std::vector<std::string_view> rank_persons(ReviewRequest& request) {
  std::vector<std::uint32_t> rank(request.persons.count() + 1);
  std::vector<std::string_view> texts{{}};
  for (const auto& [text, number] : request.persons.by_text()) {
    rank[number] = static_cast<std::uint32_t>(texts.size());
    texts.push_back(text);
  }
  for (View& view : request.views) view.person.number = rank[view.person.number];
  for (Completion& c : request.completions) c.person.number = rank[c.person.number];
  return texts;
}

std::string findings_text(const ReviewRequest& request, const Findings& findings,
                          const std::vector<std::string_view>& persons) {
  JsonText json;
  json.open_object().key("findings").open_array();
  for (const Overlap& overlap : findings.overlaps) {
    json.open_object().key("code").text("overlap");
    json.key("person").text(persons[request.views[overlap.first].person.number]);
    json.key("views").open_array();
    json.text(request.ids[overlap.first]).text(request.ids[overlap.second]);
    json.close_array().close_object();
  }
  for (const ImplausibleDay& day : findings.days) {
    json.open_object().key("code").text("implausible_day");
    json.key("person").text(persons[day.person.number]);
    write_date(json, "date", day.date);
    write_number(json, "points", day.points);
    json.close_object();
  }
  json.close_array().close_object();
  return json.take();
}

}  // namespace

std::string answer_review(Fields& fields, const Rulebook& rulebook, Problems& problems) {
  (void)rulebook;
  ReviewRequest request;
  Ids known;
  const auto views = fields.required("views");
  if (views) {
    each_object(*views, problems, [&](Fields& row) { read_view(row, request, known, problems); });
  }
  if (const auto field = fields.optional("completions")) {
    each_object(*field, problems, [&](Fields& row) { read_completion(row, request, problems); });
  }
  if (const auto field = fields.optional("daily_points_limit")) {
    request.daily_limit =
        read_integer(*field, 1, kMostDailyPoints, true, problems).value_or(kDailyPointsLimit);
  }
  fields.report_unknown();
  if (!problems.empty()) return {};
  const std::vector<std::string_view> persons = rank_persons(request);
  const std::optional<Findings> findings =
      findings_in(request.views, request.completions, request.daily_limit, kMostElements);
  if (findings) return findings_text(request, *findings, persons);
  report(problems, *views, "too_large", "more than 10000 findings");
  return {};
}

}  // namespace kensan
