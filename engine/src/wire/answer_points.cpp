// points: e-learning points to units.
#include "learning/learning.h"
#include "wire/answer.h"
#include "wire/keys.h"

namespace kensan {
namespace {

bool has_learning(const RulePack& pack) { return pack.learning != nullptr; }

constexpr int kMostPoints = 999;

std::string points_text(const Points& points, const std::vector<std::string_view>& ids) {
  JsonText json;
  json.open_object().key("credits").open_array();
  for (const PointsCredit& credit : points.credits) {
    json.open_object();
    write_date(json, "date", credit.date);
    write_date(json, "reflected_on", credit.reflected_on);
    write_number(json, "units", credit.units);
    json.close_object();
  }
  json.close_array();
  write_number(json, "units", points.units);
  write_number(json, "remainder", points.remainder);
  json.key("ignored").open_array();
  for (const Place place : points.retakes) {
    json.open_object().key("id").text(ids[place]).key("why").text("retake").close_object();
  }
  json.close_array().close_object();
  return json.take();
}

}  // namespace

std::string answer_points(Fields& fields, const Rulebook& rulebook, Problems& problems) {
  const std::optional<Scheme> scheme = read_scheme(fields, rulebook, problems);
  if (!scheme) return {};
  const RulePack* pack = read_edition_with(fields, rulebook, *scheme, has_learning, problems);
  if (pack == nullptr) return {};
  Keys courses;
  const auto completions_field = fields.required("completions");
  if (const auto field = fields.optional("already_taken")) {
    each_element(*field, problems, [&](const Value& element) {
      if (const auto course = read_text(element, problems)) (void)courses.number(*course);
    });
  }
  const std::uint32_t taken_elsewhere = courses.count();
  std::vector<Completion> completions;
  std::vector<std::string_view> ids;
  Ids known;
  if (completions_field) {
    each_object(*completions_field, problems, [&](Fields& row) {
      ids.push_back(read_id(row, known, problems));
      Completion completion;
      completion.course = read_key(row, "course", courses, problems);
      if (const auto field = row.required("date")) {
        completion.date = read_date(*field, problems).value_or(kFirstDate);
      }
      if (const auto field = row.required("points")) {
        completion.points = read_integer(*field, 1, kMostPoints, false, problems).value_or(1);
      }
      completions.push_back(completion);
    });
  }
  fields.report_unknown();
  if (!problems.empty()) return {};
  return points_text(points_of(*pack->learning, completions, taken_elsewhere), ids);
}

}  // namespace kensan
