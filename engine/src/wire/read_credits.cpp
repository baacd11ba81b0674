#include "wire/keys.h"
#include "wire/limits.h"
#include "wire/request.h"

namespace kensan {
namespace {

constexpr int kMostDays = 255;  // more days are no different

/// What the credits of one request share.
struct Reading {
  const Rulebook& rulebook;
  Problems& problems;
  Keys events;
  Keys contents;
  Keys courses;
  Ids ids;
};

Key read_optional_key(Fields& fields, std::string_view name, Keys& keys, Problems& problems) {
  const auto field = fields.optional(name);
  if (!field) return {};
  const std::optional<std::string_view> text = read_text(*field, problems);
  return text ? keys.number(*text) : Key{};
}

/// A text of which only its presence matters to the rules.
bool read_remark(Fields& fields, std::string_view name, Problems& problems) {
  const auto field = fields.optional(name);
  return field && read_text(*field, problems).has_value();
}

Provider read_system(const Value& value, const Reading& ledger) {
  const std::optional<std::string_view> word = read_word(value, ledger.problems);
  if (!word) return {};
  const std::optional<Provider> owner = ledger.rulebook.owner_of(*word);
  if (!owner) report_unknown_word(value, ledger.problems);
  return owner.value_or(Provider{});
}

void read_facts(Fields& fields, Credit& credit, Problems& problems) {
  if (const auto field = fields.required("date")) {
    credit.date = read_date(*field, problems).value_or(kFirstDate);
  }
  if (const auto field = fields.required("units")) {
    credit.units = read_units(*field, problems).value_or(kNoUnits);
  }
  if (const auto field = fields.required("provider")) {
    credit.provider = read_provider(*field, problems).value_or(Provider{});
  }
  if (const auto field = fields.required("category")) {
    credit.category = read_choice(*field, kCategoryWords, problems).value_or(Category::assembly);
  }
}

void read_details(Fields& fields, Credit& credit, Reading& ledger) {
  Problems& problems = ledger.problems;
  (void)read_remark(fields, "title", problems);
  credit.event = read_optional_key(fields, "event", ledger.events, problems);
  credit.content = read_optional_key(fields, "content", ledger.contents, problems);
  credit.course = read_optional_key(fields, "course", ledger.courses, problems);
  if (const auto field = fields.optional("curriculum")) {
    credit.curriculum = read_curriculum(*field, problems).value_or(CurriculumItem{});
  }
  if (const auto field = fields.optional("days")) {
    credit.days =
        static_cast<std::uint8_t>(read_integer(*field, 1, kMostDays, true, problems).value_or(1));
  }
  credit.lecturer = read_flag(fields, "lecturer", problems);
  credit.new_curriculum = read_flag(fields, "new_curriculum", problems);
  credit.designated_practice = read_flag(fields, "designated_practice", problems);
  if (const auto field = fields.optional("held_in")) credit.held_in = read_system(*field, ledger);
  if (const auto field = fields.optional("transferred_to")) {
    credit.transferred_to = read_provider(*field, problems).value_or(Provider{});
  }
  credit.is_used = read_remark(fields, "used_for", problems);
  credit.is_void = read_remark(fields, "void", problems);
}

}  // namespace

void read_credits(const Value& value, const Rulebook& rulebook, Ledger& request,
                  Problems& problems) {
  Reading ledger{rulebook, problems, {}, {}, {}, {}};
  each_object(value, problems, [&](Fields& fields) {
    Credit credit;
    request.ids.push_back(read_id(fields, ledger.ids, problems));
    read_facts(fields, credit, problems);
    read_details(fields, credit, ledger);
    request.credits.push_back(credit);
  });
}

}  // namespace kensan
