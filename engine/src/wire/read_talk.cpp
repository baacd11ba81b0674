#include "wire/read_talk.h"

#include "wire/keys.h"
#include "wire/seminar_words.h"

namespace kensan {
namespace {

constexpr int kDayMinutes = 24 * 60;

/// Whether talks of this kind certainly count for nothing; nothing where that is not known.
std::optional<bool> excluded(const TalkForm& form, TalkKind kind) {
  if (form.delivery) return is_excluded(form.rules, kind, *form.delivery);
  int ways = 0;
  for (const auto& [word, delivery] : kDeliveryWords) {
    if (is_excluded(form.rules, kind, delivery)) ++ways;
  }
  if (ways == 0) return false;
  if (ways == static_cast<int>(kDeliveryWords.size())) return true;
  return std::nullopt;
}

CurriculumItem read_item(Fields& fields, const TalkForm& form, std::optional<TalkKind> kind,
                         Problems& problems) {
  const auto field = fields.optional("curriculum");
  if (form.no_curriculum == true) {
    if (field) report(problems, *field, "unexpected", "the seminar has no curriculum");
    return {};
  }
  if (field) return read_curriculum(*field, problems).value_or(CurriculumItem{});
  if (form.no_curriculum == false && kind && excluded(form, *kind) == false) {
    (void)fields.required("curriculum");
  }
  return {};
}

void read_start_and_end(const Value& start_field, const Value& end_field, Talk& talk,
                        Problems& problems) {
  const std::optional<int> start = read_time(start_field, problems);
  const std::optional<int> end = read_time(end_field, problems);
  if (!start || !end) return;
  if (*end <= *start) {
    report(problems, end_field, "range", "expected a time after the start");
    return;
  }
  talk.start = *start;
  talk.minutes = *end - *start;
}

void read_length(Fields& fields, Talk& talk, Problems& problems) {
  const auto start = fields.optional("start");
  const auto end = fields.optional("end");
  if (!start && !end) {
    const auto minutes = fields.required("minutes");
    if (minutes) {
      talk.minutes = read_integer(*minutes, 1, kDayMinutes, false, problems).value_or(1);
    }
    return;
  }
  if (start && end) {
    read_start_and_end(*start, *end, talk, problems);
  } else {
    (void)read_time(start ? *start : *end, problems);
    (void)fields.required(start ? "end" : "start");
  }
  if (const auto minutes = fields.optional("minutes")) {
    report(problems, *minutes, "unexpected", "there is a start or an end already");
  }
}

Talk read_talk(Fields& fields, const TalkForm& form, Problems& problems) {
  Talk talk;
  if (const auto field = fields.required("date")) {
    talk.date = read_date(*field, problems).value_or(kFirstDate);
  }
  const auto kind_field = fields.required("kind");
  const auto kind = kind_field ? read_choice(*kind_field, kTalkWords, problems) : std::nullopt;
  talk.kind = kind.value_or(TalkKind::lecture);
  if (form.asks_curriculum) talk.curriculum = read_item(fields, form, kind, problems);
  read_length(fields, talk, problems);
  if (form.asks_curriculum) talk.promotional = read_flag(fields, "promotional", problems);
  if (const auto field = fields.optional("title")) (void)read_text(*field, problems);
  return talk;
}

}  // namespace

void read_talks(const Value& value, const TalkForm& form, std::vector<Talk>& talks,
                std::vector<std::string_view>& ids, Problems& problems) {
  Ids known;
  each_object(value, problems, [&](Fields& fields) {
    ids.push_back(read_id(fields, known, problems));
    talks.push_back(read_talk(fields, form, problems));
  });
  if (value.node().type == NodeType::array && value.node().size == 0) {
    report(problems, value, "range", "expected at least one talk");
  }
}

}  // namespace kensan
