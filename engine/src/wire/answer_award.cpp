// award: what a seminar is worth. The edition's rules say which of two forms the request has: by
// curriculum item (delivery, hosts), or by category.
#include "values/curriculum.h"
#include "wire/answer.h"
#include "wire/keys.h"
#include "wire/read_talk.h"
#include "wire/seminar_words.h"

namespace kensan {
namespace {

void read_host(Fields& fields, Seminar& seminar, Problems& problems) {
  seminar.parallel_sessions = read_flag(fields, "parallel_sessions", problems);
  if (const auto field = fields.optional("host_role")) {
    seminar.supporter_only = read_choice(*field, kHostRoleWords, problems).value_or(false);
  }
  seminar.members_only = read_flag(fields, "members_only", problems);
  if (const auto field = fields.optional("applied_on")) {
    seminar.applied_on = read_date(*field, problems);
  }
}

void read_delivery(Fields& fields, const AwardRules& rules, Seminar& seminar, TalkForm& form,
                   Problems& problems) {
  const auto field = fields.required("delivery");
  if (field) form.delivery = read_choice(*field, kDeliveryWords, problems);
  seminar.delivery = form.delivery.value_or(Delivery::assembly);
  form.asks_curriculum = true;
  if (const auto without = fields.optional("no_curriculum")) {
    form.no_curriculum = read_truth(*without, problems);
    seminar.no_curriculum = form.no_curriculum.value_or(false);
    const bool allowed = !form.delivery || (rules.without_curriculum & only(*form.delivery)) != 0;
    if (seminar.no_curriculum && !allowed) {
      report(problems, *without, "unexpected", "not for this delivery");
      form.no_curriculum.reset();
    }
  } else {
    form.no_curriculum = false;
  }
}

/// A flag that only some categories have: there, what it says.
bool read_allowed_flag(Fields& fields, std::string_view name, bool allowed, Problems& problems) {
  const auto field = fields.optional(name);
  if (!field) return false;
  if (allowed) return read_truth(*field, problems).value_or(false);
  report(problems, *field, "unexpected", "not for this category");
  return false;
}

void read_category(Fields& fields, const AwardRules& rules, Seminar& seminar, Problems& problems) {
  if (const auto field = fields.required("category")) {
    const auto word = read_word(*field, problems);
    for (const CategoryAward& award : rules.categories) {
      if (word && word_for(kCategoryWords, award.category) == *word) seminar.category = &award;
    }
    if (word && seminar.category == nullptr) report_unknown_word(*field, problems);
  }
  const CategoryAward* category = seminar.category;
  const bool meets = category == nullptr || category->each_date;
  const bool asked = category == nullptr || category->asks_audience;
  seminar.academic_meeting = read_allowed_flag(fields, "academic_meeting", meets, problems);
  seminar.lecturer = read_allowed_flag(fields, "lecturer", meets, problems);
  seminar.academic_presentation =
      read_allowed_flag(fields, "academic_presentation", meets, problems);
  seminar.other_qualification_only =
      read_allowed_flag(fields, "other_qualification_only", asked, problems);
}

void write_rows(JsonText& json, const std::vector<AwardRow>& rows) {
  json.key("awards").open_array();
  for (const AwardRow& row : rows) {
    json.open_object();
    write_date(json, "date", row.date);
    json.key("curriculum");
    if (row.curriculum) {
      json.text(curriculum_text(row.curriculum));
    } else {
      json.raw("null");
    }
    write_number(json, "minutes", row.minutes);
    write_units(json, "units", row.units);
    json.close_object();
  }
  json.close_array();
}

void write_talks(JsonText& json, const Seminar& seminar, const Award& award,
                 const std::vector<std::string_view>& ids) {
  json.key("talks").open_array();
  for (std::size_t place = 0; place < ids.size(); ++place) {
    const TalkVerdict verdict = award.talks[place];
    json.open_object().key("id").text(ids[place]);
    write_number(json, "minutes", seminar.talks[place].minutes);
    json.key("counted").truth(verdict == TalkVerdict::counted);
    if (verdict != TalkVerdict::counted) json.key("why").text(word_for(kTalkVerdictWords, verdict));
    json.close_object();
  }
  json.close_array();
}

std::string award_text(const AwardRules& rules, const Seminar& seminar,
                       const std::vector<std::string_view>& ids) {
  const Award award = award_of(rules, seminar);
  JsonText json;
  json.open_object();
  write_rows(json, award.rows);
  write_units(json, "units", award.units);
  write_talks(json, seminar, award, ids);
  json.key("problems").open_array();
  for (const Refusal refusal : award.refusals) {
    json.open_object().key("code").text(word_for(kRefusalWords, refusal));
    json.key("rule").text(rules.refusal_clauses[static_cast<std::size_t>(refusal)]).close_object();
  }
  json.close_array().close_object();
  return json.take();
}

bool has_award(const RulePack& pack) { return pack.seminar && pack.seminar->award; }

}  // namespace

std::string answer_award(Fields& fields, const Rulebook& rulebook, Problems& problems) {
  const std::optional<Scheme> scheme = read_scheme(fields, rulebook, problems);
  if (!scheme) return {};
  const RulePack* pack = read_edition_with(fields, rulebook, *scheme, has_award, problems);
  if (pack == nullptr) return {};
  const AwardRules& rules = *pack->seminar->award;
  Seminar seminar;
  TalkForm form{rules, false, false, std::nullopt};
  if (rules.by_curriculum) {
    read_delivery(fields, rules, seminar, form, problems);
    read_host(fields, seminar, problems);
  } else {
    read_category(fields, rules, seminar, problems);
  }
  std::vector<std::string_view> ids;
  if (const auto field = fields.required("talks")) {
    read_talks(*field, form, seminar.talks, ids, problems);
  }
  fields.report_unknown();
  return problems.empty() ? award_text(rules, seminar, ids) : std::string();
}

}  // namespace kensan
