#include <map>
#include <set>

#include "wire/limits.h"
#include "wire/request.h"

namespace kensan {
namespace {

constexpr int kMostDays = 255;  // more days are no different

/// Numbers texts from 1 in order of appearance.
class Keys {
 public:
  Key number(std::string_view text) {
    const auto next = static_cast<std::uint32_t>(numbers_.size() + 1);
    return {numbers_.try_emplace(text, next).first->second};
  }

 private:
  std::map<std::string_view, std::uint32_t> numbers_;
};

/// What the credits of one request share.
struct Ledger {
  const Rulebook& rulebook;
  Problems& problems;
  Keys events;
  Keys contents;
  Keys courses;
  std::set<std::string_view> ids;
};

void read_flag(Fields& fields, std::string_view name, bool& into, Problems& problems) {
  if (const auto field = fields.optional(name)) {
    into = read_truth(*field, problems).value_or(false);
  }
}

Key read_key(Fields& fields, std::string_view name, Keys& keys, Problems& problems) {
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

Provider read_system(const Value& value, const Ledger& ledger) {
  const std::optional<std::string_view> word = read_word(value, ledger.problems);
  if (!word) return {};
  const std::optional<Provider> owner = ledger.rulebook.owner_of(*word);
  if (!owner) report_unknown_word(value, ledger.problems);
  return owner.value_or(Provider{});
}

std::string_view read_id(Fields& fields, Ledger& ledger) {
  const auto field = fields.required("id");
  if (!field) return {};
  const std::optional<std::string_view> id = read_text(*field, ledger.problems);
  if (!id) return {};
  if (!ledger.ids.insert(*id).second) {
    report(ledger.problems, *field, "duplicate_id", "another credit has this id");
  }
  return *id;
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

void read_details(Fields& fields, Credit& credit, Ledger& ledger) {
  Problems& problems = ledger.problems;
  (void)read_remark(fields, "title", problems);
  credit.event = read_key(fields, "event", ledger.events, problems);
  credit.content = read_key(fields, "content", ledger.contents, problems);
  credit.course = read_key(fields, "course", ledger.courses, problems);
  if (const auto field = fields.optional("curriculum")) {
    credit.curriculum = read_curriculum(*field, problems).value_or(CurriculumItem{});
  }
  if (const auto field = fields.optional("days")) {
    credit.days =
        static_cast<std::uint8_t>(read_integer(*field, 1, kMostDays, true, problems).value_or(1));
  }
  read_flag(fields, "lecturer", credit.lecturer, problems);
  read_flag(fields, "new_curriculum", credit.new_curriculum, problems);
  read_flag(fields, "designated_practice", credit.designated_practice, problems);
  if (const auto field = fields.optional("held_in")) credit.held_in = read_system(*field, ledger);
  if (const auto field = fields.optional("transferred_to")) {
    credit.transferred_to = read_provider(*field, problems).value_or(Provider{});
  }
  credit.is_used = read_remark(fields, "used_for", problems);
  credit.is_void = read_remark(fields, "void", problems);
}

}  // namespace

void read_credits(const Value& value, const Rulebook& rulebook, AssessRequest& request,
                  Problems& problems) {
  if (!is_list(value, problems)) return;
  Ledger ledger{rulebook, problems, {}, {}, {}, {}};
  std::uint32_t place = 0;
  for (NodeId id = value.node().first; id != kNoNode; id = value.document->at(id).next) {
    const Value element{value.document, id, value.path.child(place++)};
    if (!is_object(element, problems)) continue;
    Fields fields(element, problems);
    Credit credit;
    request.ids.push_back(read_id(fields, ledger));
    read_facts(fields, credit, problems);
    read_details(fields, credit, ledger);
    fields.report_unknown();
    request.credits.push_back(credit);
  }
}

}  // namespace kensan
