// The words of seminars, in requests and packs, each list once.
#pragma once

#include "seminar/seminar.h"
#include "wire/words.h"

namespace kensan {

inline constexpr Words<Delivery, 3> kDeliveryWords = {{{"assembly", Delivery::assembly},
                                                       {"web_live", Delivery::web_live},
                                                       {"web_recorded", Delivery::web_recorded}}};

inline constexpr Words<TalkKind, 10> kTalkWords = {
    {{"lecture", TalkKind::lecture},
     {"symposium", TalkKind::symposium},
     {"poster_presentation", TalkKind::poster_presentation},
     {"member_presentations", TalkKind::member_presentations},
     {"greeting", TalkKind::greeting},
     {"overview", TalkKind::overview},
     {"break", TalkKind::break_time},
     {"quiz", TalkKind::quiz},
     {"poster_viewing", TalkKind::poster_viewing},
     {"sponsored_meal_seminar", TalkKind::sponsored_meal_seminar}}};

/// Whether such a host only supports the seminar.
inline constexpr Words<bool, 3> kHostRoleWords = {
    {{"organizer", false}, {"co_organizer", false}, {"supporter", true}}};

inline constexpr Words<Host, 2> kHostWords = {
    {{"prefecture", Host::prefecture}, {"other", Host::other}}};

inline constexpr Words<TalkVerdict, 2> kTalkVerdictWords = {
    {{"excluded_kind", TalkVerdict::excluded_kind}, {"promotional", TalkVerdict::promotional}}};

inline constexpr Words<Refusal, kRefusals> kRefusalWords = {
    {{"supporter_only", Refusal::supporter_only},
     {"members_only", Refusal::members_only},
     {"applied_too_late", Refusal::applied_too_late},
     {"no_parallel_sessions", Refusal::no_parallel_sessions},
     {"other_qualification_only", Refusal::other_qualification_only}}};

inline constexpr Words<Deadline, kDeadlines> kDeadlineWords = {{{"apply_by", Deadline::apply_by},
                                                                {"slides_by", Deadline::slides_by},
                                                                {"report_by", Deadline::report_by},
                                                                {"return_by", Deadline::return_by},
                                                                {"claim_by", Deadline::claim_by}}};

inline constexpr Words<PriceOf, 3> kPriceWords = {{{"certification", PriceOf::certification},
                                                   {"renewal", PriceOf::renewal},
                                                   {"reissue", PriceOf::reissue}}};

/// Whether tax is in the figure.
inline constexpr Words<bool, 2> kTaxWords = {{{"included", true}, {"excluded", false}}};

/// Whether what was applied for is billed.
inline constexpr Words<bool, 2> kBilledWords = {{{"applied", true}, {"distributed", false}}};

}  // namespace kensan
