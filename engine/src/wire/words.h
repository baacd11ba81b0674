// The words of the contract and of the packs, each list once.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "kensan/assessment.h"
#include "kensan/credit.h"
#include "kensan/rulebook.h"

namespace kensan {

template <class E, std::size_t N>
using Words = std::array<std::pair<std::string_view, E>, N>;

template <class E, std::size_t N>
std::optional<E> meaning(const Words<E, N>& words, std::string_view word) {
  for (const auto& [text, value] : words) {
    if (text == word) return value;
  }
  return std::nullopt;
}

template <class E, std::size_t N>
std::string_view word_for(const Words<E, N>& words, E value) {
  for (const auto& [text, meant] : words) {
    if (meant == value) return text;
  }
  return {};
}

inline constexpr Words<Category, kCategories> kCategoryWords = {
    {{"assembly", Category::assembly},
     {"practicum", Category::practicum},
     {"group", Category::group},
     {"correspondence", Category::correspondence},
     {"designated", Category::designated},
     {"internet", Category::internet},
     {"self_study", Category::self_study},
     {"presentation", Category::presentation},
     {"paper", Category::paper}}};

inline constexpr Words<CertificationKind, 2> kCertificationWords = {
    {{"new", CertificationKind::first_time}, {"renewal", CertificationKind::renewal}}};

inline constexpr Words<Status, 2> kStatusWords = {
    {{"confirmed", Status::confirmed}, {"provisional", Status::provisional}}};

inline constexpr Words<State, 4> kStateWords = {
    {{"met", State::met}, {"open", State::open}, {"lost", State::lost}, {"waived", State::waived}}};

inline constexpr Words<WindowState, 3> kWindowWords = {
    {{"before", WindowState::before}, {"open", WindowState::open}, {"after", WindowState::after}}};

inline constexpr Words<Why, 13> kWhyWords = {{{"void", Why::is_void},
                                              {"future", Why::future},
                                              {"duplicate", Why::duplicate},
                                              {"used", Why::used},
                                              {"transferred_out", Why::transferred_out},
                                              {"not_accepted", Why::not_accepted},
                                              {"before_registration", Why::before_registration},
                                              {"outside_period", Why::outside_period},
                                              {"cap_credit", Why::cap_credit},
                                              {"cap_day", Why::cap_day},
                                              {"cap_year", Why::cap_year},
                                              {"cap_period", Why::cap_period},
                                              {"cap_others", Why::cap_others}}};

inline constexpr Words<RuleKind, 11> kRuleWords = {
    {{"total_minimum", RuleKind::total_minimum},
     {"own_minimum", RuleKind::own_minimum},
     {"yearly_minimum", RuleKind::yearly_minimum},
     {"domain_minimum", RuleKind::domain_minimum},
     {"credit_cap", RuleKind::credit_cap},
     {"first_course_cap", RuleKind::first_course_cap},
     {"day_cap", RuleKind::day_cap},
     {"year_cap", RuleKind::year_cap},
     {"period_cap", RuleKind::period_cap},
     {"others_cap", RuleKind::others_cap},
     {"later_course", RuleKind::later_course}}};

inline constexpr Words<PeriodBasis, 4> kPeriodWords = {{{"first_unit", PeriodBasis::first_unit},
                                                        {"backward", PeriodBasis::backward},
                                                        {"base", PeriodBasis::base},
                                                        {"fiscal", PeriodBasis::fiscal}}};

inline constexpr Words<WindowBasis, 2> kWindowBasisWords = {
    {{"around_expiry", WindowBasis::around_expiry}, {"whole_period", WindowBasis::whole_period}}};

inline constexpr Words<NextBase, 3> kNextBaseWords = {{{"none", NextBase::none},
                                                       {"application", NextBase::application},
                                                       {"anniversary", NextBase::anniversary}}};

inline constexpr Words<bool, 2> kYearlyMinimumWords = {{{"kept", false}, {"waived", true}}};

inline constexpr Words<Practice, 2> kPracticeWords = {
    {{"only", Practice::only}, {"never", Practice::never}}};

}  // namespace kensan
