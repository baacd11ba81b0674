#include "wire/answer.h"

namespace kensan {
namespace {

void write_period(JsonText& json, const std::optional<Period>& period) {
  json.key("period");
  if (!period) {
    json.raw("null");
    return;
  }
  json.open_object();
  write_date(json, "start", period->start);
  write_date(json, "last_day", period->last_day);
  json.close_object();
}

void write_years(JsonText& json, const std::vector<Year>& years) {
  json.key("years").open_array();
  for (const Year& year : years) {
    json.open_object();
    write_number(json, "index", year.index);
    write_date(json, "start", year.start);
    write_date(json, "last_day", year.last_day);
    write_units(json, "units", year.units);
    write_units(json, "minimum", year.minimum);
    write_units(json, "shortfall", shortfall(year.minimum, year.units));
    json.key("state").text(word_for(kStateWords, year.state));
    json.key("rule").text(year.clause).close_object();
  }
  json.close_array();
}

void write_window(JsonText& json, const std::optional<Window>& window) {
  json.key("window");
  if (!window) {
    json.raw("null");
    return;
  }
  json.open_object();
  write_date(json, "opens", window->opens);
  write_date(json, "last_day", window->last_day);
  json.key("state").text(word_for(kWindowWords, window->state));
  json.key("rule").text(window->clause).close_object();
}

void write_requirements(JsonText& json, const std::vector<Requirement>& requirements) {
  json.key("requirements").open_array();
  for (const Requirement& requirement : requirements) {
    json.open_object().key("id").text(requirement.id);
    write_units(json, "required", requirement.required);
    write_units(json, "have", requirement.have);
    write_units(json, "shortfall", shortfall(requirement.required, requirement.have));
    write_date(json, "due", requirement.due);
    json.key("state").text(word_for(kStateWords, requirement.state));
    json.key("rule").text(requirement.clause).close_object();
  }
  json.close_array();
}

void write_credits(JsonText& json, const Ledger& ledger, const Assessment& answer) {
  json.key("credits").open_array();
  auto verdict = answer.verdicts.begin();
  for (Place place = 0; place < ledger.ids.size(); ++place) {
    json.open_object().key("id").text(ledger.ids[place]);
    write_units(json, "counted", answer.counted[place]);
    json.key("verdicts").open_array();
    for (; verdict != answer.verdicts.end() && verdict->credit == place; ++verdict) {
      json.open_object();
      write_units(json, "units", verdict->units);
      json.key("why").text(word_for(kWhyWords, verdict->why));
      if (verdict->why == Why::duplicate) json.key("of").text(ledger.ids[verdict->of]);
      json.key("rule").text(verdict->clause).close_object();
    }
    json.close_array().close_object();
  }
  json.close_array();
}

void write_transfers(JsonText& json, const Rulebook& rulebook, const Ledger& ledger,
                     const std::vector<Transfer>& transfers) {
  json.key("transfers").open_array();
  for (const Transfer& transfer : transfers) {
    json.open_object().key("from").text(rulebook.system_of(transfer.from));
    write_units(json, "units", transfer.units);
    json.key("credits").open_array();
    for (const Place place : transfer.credits) json.text(ledger.ids[place]);
    json.close_array().close_object();
  }
  json.close_array();
}

void write_plan(JsonText& json, const std::optional<Plan>& plan) {
  json.key("plan");
  if (!plan) {
    json.raw("null");
    return;
  }
  json.open_object();
  write_units(json, "units", plan->units);
  json.key("by").open_array();
  for (const PlanStep& step : plan->by) {
    json.open_object();
    write_date(json, "date", step.date);
    write_units(json, "units", step.units);
    json.close_object();
  }
  json.close_array().close_object();
}

void write_answer(JsonText& json, const Rulebook& rulebook, const Target& target, Date as_of,
                  const Ledger& ledger, const Assessment& answer) {
  const RulePack& pack = *target.pack;
  json.key("scheme").text(provider_text(pack.scheme));
  write_date(json, "edition", pack.effective);
  json.key("status").text(word_for(kStatusWords, pack.status));
  write_date(json, "newer", rulebook.newer_provisional(pack, as_of));
  write_date(json, "as_of", as_of);
  json.key("kind").text(word_for(kCertificationWords, target.profile.kind));
  write_period(json, answer.period);
  write_date(json, "expires", answer.expires);
  write_years(json, answer.years);
  write_window(json, answer.window);
  write_requirements(json, answer.requirements);
  write_credits(json, ledger, answer);
  write_transfers(json, rulebook, ledger, answer.transfers);
  json.key("eligible").truth(answer.eligible);
  json.key("can_apply").truth(answer.can_apply);
  write_date(json, "next_base", answer.next_base);
  write_plan(json, answer.plan);
}

}  // namespace

void write_date(JsonText& json, std::string_view key, std::optional<Date> date) {
  json.key(key);
  if (date) {
    json.text(date_text(*date));
  } else {
    json.raw("null");
  }
}

void write_units(JsonText& json, std::string_view key, Units units) {
  json.key(key).raw(units_text(units));
}

void write_number(JsonText& json, std::string_view key, std::int64_t number) {
  json.key(key).raw(std::to_string(number));
}

void write_assessment(JsonText& json, const Rulebook& rulebook, const Target& target, Date as_of,
                      const Ledger& ledger, bool explain) {
  const RulePack& pack = *target.pack;
  json.open_object();
  if (explain) {
    const Explained explained =
        assess_explained(rulebook, pack, target.profile, as_of, ledger.credits);
    write_answer(json, rulebook, target, as_of, ledger, explained.assessment);
    write_explanation(json, ledger, explained);
  } else {
    write_answer(json, rulebook, target, as_of, ledger,
                 assess(rulebook, pack, target.profile, as_of, ledger.credits));
  }
  json.close_object();
}

}  // namespace kensan
