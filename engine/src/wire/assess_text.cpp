#include "wire/json_text.h"
#include "wire/request.h"

namespace kensan {
namespace {

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
    json.open_object().key("index").raw(std::to_string(year.index));
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

void write_credits(JsonText& json, const AssessRequest& request, const Assessment& answer) {
  json.key("credits").open_array();
  auto verdict = answer.verdicts.begin();
  for (Place place = 0; place < request.ids.size(); ++place) {
    json.open_object().key("id").text(request.ids[place]);
    write_units(json, "counted", answer.counted[place]);
    json.key("verdicts").open_array();
    for (; verdict != answer.verdicts.end() && verdict->credit == place; ++verdict) {
      json.open_object();
      write_units(json, "units", verdict->units);
      json.key("why").text(word_for(kWhyWords, verdict->why));
      if (verdict->why == Why::duplicate) json.key("of").text(request.ids[verdict->of]);
      json.key("rule").text(verdict->clause).close_object();
    }
    json.close_array().close_object();
  }
  json.close_array();
}

void write_transfers(JsonText& json, const Rulebook& rulebook, const AssessRequest& request,
                     const std::vector<Transfer>& transfers) {
  json.key("transfers").open_array();
  for (const Transfer& transfer : transfers) {
    json.open_object().key("from").text(rulebook.system_of(transfer.from));
    write_units(json, "units", transfer.units);
    json.key("credits").open_array();
    for (const Place place : transfer.credits) json.text(request.ids[place]);
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

}  // namespace

std::string assess_text(const Rulebook& rulebook, const AssessRequest& request,
                        const Assessment& answer) {
  const RulePack& pack = *request.pack;
  JsonText json;
  json.open_object().key("scheme").text(provider_text(pack.scheme));
  write_date(json, "edition", pack.effective);
  json.key("status").text(word_for(kStatusWords, pack.status));
  write_date(json, "newer", rulebook.newer_provisional(pack, request.as_of));
  write_date(json, "as_of", request.as_of);
  json.key("kind").text(word_for(kCertificationWords, request.profile.kind));
  write_period(json, answer.period);
  write_date(json, "expires", answer.expires);
  write_years(json, answer.years);
  write_window(json, answer.window);
  write_requirements(json, answer.requirements);
  write_credits(json, request, answer);
  write_transfers(json, rulebook, request, answer.transfers);
  json.key("eligible").truth(answer.eligible);
  json.key("can_apply").truth(answer.can_apply);
  write_date(json, "next_base", answer.next_base);
  write_plan(json, answer.plan);
  json.close_object();
  return json.take();
}

}  // namespace kensan
