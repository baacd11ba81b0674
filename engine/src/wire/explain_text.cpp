#include "values/curriculum.h"
#include "wire/answer.h"

namespace kensan {
namespace {

constexpr Words<Remedy, 3> kRemedyWords = {
    {{"extension", Remedy::extension}, {"new", Remedy::first_time}, {"later", Remedy::later}}};

/// Rows of all dropped starts together; beyond, their sums are told without their rows.
constexpr std::size_t kMostDroppedRows = 10'000;

void write_rows(JsonText& json, const Ledger& ledger, const std::vector<SumRow>& rows) {
  json.key("credits").open_array();
  for (const SumRow& row : rows) {
    json.open_object().key("id").text(ledger.ids[row.credit]);
    write_units(json, "units", row.units);
    write_units(json, "running", row.running);
    json.close_object();
  }
  json.close_array();
}

void write_wanted(JsonText& json, const std::optional<Wanted>& wanted) {
  json.key("would");
  if (!wanted) {
    json.raw("null");
    return;
  }
  json.open_object();
  write_units(json, "units", wanted->units);
  write_date(json, "by", wanted->by);
  json.key("provider");
  if (wanted->provider) {
    json.text(provider_text(wanted->provider));
  } else {
    json.raw("null");
  }
  json.key("items").open_array();
  for (const CurriculumItem item : wanted->items) json.text(curriculum_text(item));
  json.close_array().close_object();
}

void write_years(JsonText& json, const Ledger& ledger, const Assessment& assessment,
                 const Explanation& explanation) {
  json.key("years").open_array();
  for (std::size_t i = 0; i < explanation.years.size(); ++i) {
    const Year& year = assessment.years[i];
    json.open_object();
    write_number(json, "index", year.index);
    write_rows(json, ledger, explanation.years[i].rows);
    json.key("would");
    if (year.state == State::open) {
      json.open_object();
      write_units(json, "units", shortfall(year.minimum, year.units));
      write_date(json, "by", year.last_day);
      json.close_object();
    } else {
      json.raw("null");
    }
    json.close_object();
  }
  json.close_array();
}

void write_caps(JsonText& json, const Ledger& ledger, const std::vector<CapPool>& pools) {
  json.key("caps").open_array();
  for (const CapPool& pool : pools) {
    json.open_object().key("kind").text(word_for(kRuleWords, pool.rule->kind));
    json.key("rule").text(pool.rule->clause);
    write_number(json, "row", static_cast<std::int64_t>(pool.row));
    json.key("limit");
    json.raw(pool.rule->units == kNoUnits ? "null" : units_text(pool.rule->units));
    json.key("year").raw(pool.year == 0 ? "null" : std::to_string(pool.year));
    write_date(json, "date", pool.date);
    json.key("credits").open_array();
    for (const CapStep& step : pool.steps) {
      json.open_object().key("id").text(ledger.ids[step.credit]);
      write_units(json, "units", step.units);
      write_units(json, "outside", step.outside);
      write_units(json, "counted", step.counted);
      write_units(json, "running", step.running);
      json.close_object();
    }
    json.close_array().close_object();
  }
  json.close_array();
}

void write_dropped(JsonText& json, const Ledger& ledger, const std::vector<DroppedStart>& starts) {
  std::size_t rows = 0;
  for (const DroppedStart& start : starts) rows += start.rows.size();
  json.key("dropped").open_array();
  for (const DroppedStart& start : starts) {
    json.open_object();
    write_date(json, "start", start.start);
    write_number(json, "year", start.year.index);
    write_date(json, "from", start.year.start);
    write_date(json, "last_day", start.year.last_day);
    write_units(json, "units", start.year.units);
    write_units(json, "minimum", start.year.minimum);
    json.key("rule").text(start.year.clause);
    if (rows > kMostDroppedRows) {
      json.key("credits").raw("null");
    } else {
      write_rows(json, ledger, start.rows);
    }
    json.close_object();
  }
  json.close_array();
}

void write_remains(JsonText& json, const std::vector<Remains>& all) {
  json.key("remains").open_array();
  for (const Remains& remains : all) {
    json.open_object().key("what").text(word_for(kRemedyWords, remains.what));
    json.key("months").raw(remains.months == 0 ? "null" : std::to_string(remains.months));
    write_date(json, "from", remains.from);
    write_date(json, "last_day", remains.last_day);
    write_units(json, "units", remains.units);
    json.key("rule").text(remains.clause).close_object();
  }
  json.close_array();
}

}  // namespace

void write_explanation(JsonText& json, const Ledger& ledger, const Explained& explained) {
  const Explanation& explanation = explained.explanation;
  json.key("explain").open_object().key("requirements").open_array();
  for (std::size_t i = 0; i < explanation.requirements.size(); ++i) {
    json.open_object().key("id").text(explained.assessment.requirements[i].id);
    write_rows(json, ledger, explanation.requirements[i].rows);
    write_wanted(json, explanation.requirements[i].would);
    json.close_object();
  }
  json.close_array();
  write_years(json, ledger, explained.assessment, explanation);
  write_caps(json, ledger, explanation.caps);
  write_dropped(json, ledger, explanation.dropped);
  write_remains(json, explanation.remains);
  json.close_object();
}

}  // namespace kensan
