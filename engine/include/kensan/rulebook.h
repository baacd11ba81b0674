// The law as data: one RulePack is one scheme's rules as of an effective date. A published pack is
// never edited, it is superseded. No figure of any scheme stands in C++.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <vector>

#include "kensan/credit.h"

namespace kensan {

enum class RuleKind : std::uint8_t {
  total_minimum,     // units in all
  own_minimum,       // units of the scheme's own provider
  yearly_minimum,    // units in each year of the period
  domain_minimum,    // units and items of one curriculum domain
  credit_cap,        // of one credit
  first_course_cap,  // of the first course of a category, over all its credits
  day_cap,           // of one date
  year_cap,          // of one year
  period_cap,        // of the period
  others_cap,        // of other providers, in the period
  later_course  // courses after the first count as other categories, as far as their caps allow
};

using CategorySet = std::uint16_t;  // bit n: Category n
[[nodiscard]] constexpr CategorySet only(Category category) {
  return static_cast<CategorySet>(1U << static_cast<unsigned>(category));
}
inline constexpr CategorySet kEveryCategory = (1U << kCategories) - 1;

enum class Practice : std::uint8_t { either, only, never };  // designated_practice

/// Which credits a cap is about: all conditions hold together.
struct Scope {
  CategorySet categories = kEveryCategory;
  std::uint8_t days_from = 1;  // assembly over days_from..days_to days
  std::uint8_t days_to = 255;
  Practice practice = Practice::either;
  bool own_only = false;            // of the scheme's own provider
  bool without_curriculum = false;  // credits without a curriculum item
};

/// One figure with its clause. `kind` says which of the further fields speak.
struct Rule {
  RuleKind kind = RuleKind::total_minimum;
  std::string clause;
  Units units;
  Scope scope;           // caps
  Units lecturer_apart;  // credit_cap, day_cap: a lecturer's units that stay outside the cap
  bool spares_new_curriculum = false;  // year_cap: such credits are outside, but use the cap up
  int domain = 0;                      // domain_minimum: 1..5
  int items = 0;                       // domain_minimum: distinct items
  std::vector<Category> counts_as;     // later_course: tried in this order
};

enum class PeriodBasis : std::uint8_t {
  first_unit,  // forward from a unit that the applicant chooses as the first
  backward,    // back from the day of assessment
  base,        // from the first day of the current certification period
  fiscal       // whole years that begin in a fixed month
};
struct PeriodRule {
  PeriodBasis basis = PeriodBasis::base;
  int months = 36;           // whole years
  unsigned first_month = 0;  // fiscal, base: when years begin; base: 0 for personal years
  int settle_months = 0;     // fiscal: how long after its end a year is still the closing one
  std::string clause;
};

enum class WindowBasis : std::uint8_t { around_expiry, whole_period };
struct WindowRule {
  WindowBasis basis = WindowBasis::whole_period;
  int months_before = 0;
  int months_after = 0;
  std::string clause;
};

struct ExtensionRule {
  int months = 12;  // at most
  bool waives_yearly_minimum = false;
  std::string clause;
};

enum class NextBase : std::uint8_t { none, application, anniversary };

/// What one kind of certification (new, renewal) asks for.
struct Certification {
  PeriodRule period;
  std::optional<WindowRule> window;
  std::optional<ExtensionRule> extension;
  NextBase next_base = NextBase::none;
  std::vector<Rule> requirements;  // in the order of the answer
  std::vector<Rule> caps;          // in the order of application
};

/// In the order in which they are tried (assessment.h, Why).
inline constexpr int kExclusions = 8;
enum class Status : std::uint8_t { confirmed, provisional };

struct SeminarRules;   // what seminars award, cost, and by when: src/seminar
struct LearningRules;  // what e-learning points become: src/learning

struct RulePack {
  Provider scheme;
  Date effective{};
  Status status = Status::confirmed;
  std::string system;  // name of its system, as in a credit's held_in
  CategorySet accepts = kEveryCategory;
  bool asks_registration = false;  // units before the pharmacist's registration do not count
  std::array<std::string, kExclusions> exclusion_clauses;
  std::optional<Certification> first_time;
  std::optional<Certification> renewal;
  std::shared_ptr<const SeminarRules> seminar;    // null where it has none
  std::shared_ptr<const LearningRules> learning;  // null where it has none
  std::string text;                               // the pack's own JSON

  [[nodiscard]] const Certification* certification(CertificationKind kind) const;
};

class Rulebook {
 public:
  /// Adds a pack beside the others. Precondition: no pack of the same scheme and effective date.
  void add(RulePack pack);

  /// By scheme, then effective date.
  [[nodiscard]] std::span<const RulePack> packs() const { return packs_; }

  [[nodiscard]] bool knows(Provider scheme) const;
  [[nodiscard]] const RulePack* find(Provider scheme, Date effective) const;
  /// The newest confirmed edition with an effective date on or before `as_of`; null if none.
  [[nodiscard]] const RulePack* in_force(Provider scheme, Date as_of) const;
  /// The newest provisional edition in force on `as_of` and newer than `pack`.
  [[nodiscard]] std::optional<Date> newer_provisional(const RulePack& pack, Date as_of) const;
  /// The scheme whose system has this name.
  [[nodiscard]] std::optional<Provider> owner_of(std::string_view system) const;
  /// The name of a scheme's system; empty for an unknown scheme.
  [[nodiscard]] std::string_view system_of(Provider scheme) const;

 private:
  std::vector<RulePack> packs_;
};

}  // namespace kensan
