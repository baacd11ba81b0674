// What a seminar is worth, by when its host must do what, and what it costs. The figures stand in
// the packs; a pack without a part has no rules for it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kensan/rulebook.h"

namespace kensan {

enum class Delivery : std::uint8_t { assembly, web_live, web_recorded };
using DeliverySet = std::uint8_t;  // bit n: Delivery n
[[nodiscard]] constexpr DeliverySet only(Delivery delivery) {
  return static_cast<DeliverySet>(1U << static_cast<unsigned>(delivery));
}
inline constexpr DeliverySet kEveryDelivery = 7;

enum class TalkKind : std::uint8_t {
  lecture,
  symposium,
  poster_presentation,
  member_presentations,
  greeting,
  overview,
  break_time,
  quiz,
  poster_viewing,
  sponsored_meal_seminar
};
using TalkKindSet = std::uint16_t;  // bit n: TalkKind n
[[nodiscard]] constexpr TalkKindSet only(TalkKind kind) {
  return static_cast<TalkKindSet>(1U << static_cast<unsigned>(kind));
}

/// Why a seminar gets nothing, in the order of the answer.
enum class Refusal : std::uint8_t {
  supporter_only,
  members_only,
  applied_too_late,
  no_parallel_sessions,
  other_qualification_only
};
inline constexpr std::size_t kRefusals = 5;

/// Talks that do not count, where the seminar is delivered in one of these ways.
struct ExcludedTalks {
  TalkKindSet kinds = 0;
  DeliverySet deliveries = kEveryDelivery;
};

/// A meeting over so many dates (the last row: or more) is worth at most so many units in all.
struct MeetingCap {
  int dates = 2;
  Units units;
};

/// Units for full steps of minutes: at least 10 minutes and at most 9.99 units a step, so that
/// 10,000 talks of 1,440 minutes stay below 1,438,560,000 hundredths < 2^31.
struct MinuteSteps {
  int minutes = 45;
  Units units;
};

struct CategoryAward {
  Category category = Category::assembly;
  MinuteSteps steps;
  bool each_date = false;  // minutes of one date add up; else of all dates
  std::optional<Units> most_a_date;
  std::vector<MeetingCap> meetings;  // dates ascending
  Units lecturer;                    // on the total
  bool asks_audience = false;        // whether it only seeks another qualification
};

struct AwardRules {
  bool by_curriculum = false;  // minutes add up by date and item; else by category
  MinuteSteps steps;           // by curriculum
  std::optional<Units> without_curriculum_a_date;
  DeliverySet without_curriculum = 0;  // where it may be
  std::vector<CategoryAward> categories;
  std::vector<ExcludedTalks> excluded;
  std::array<std::string, kRefusals> refusal_clauses;
};

struct Talk {
  Date date{};
  TalkKind kind = TalkKind::lecture;
  CurriculumItem curriculum;
  int start = -1;   // minute of the day; -1 where only the length is known
  int minutes = 0;  // 1 to 1440
  bool promotional = false;
};

struct Seminar {
  Delivery delivery = Delivery::assembly;
  bool no_curriculum = false;
  bool parallel_sessions = false;
  bool supporter_only = false;
  bool members_only = false;
  std::optional<Date> applied_on;
  const CategoryAward* category = nullptr;  // null by curriculum
  bool academic_meeting = false;
  bool lecturer = false;
  bool academic_presentation = false;
  bool other_qualification_only = false;
  std::vector<Talk> talks;
};

struct AwardRow {
  Date date{};
  CurriculumItem curriculum;
  int minutes = 0;
  Units units;
};

enum class TalkVerdict : std::uint8_t { counted, excluded_kind, promotional };

struct Award {
  std::vector<AwardRow> rows;
  Units units;
  std::vector<TalkVerdict> talks;  // by place
  std::vector<Refusal> refusals;
};

/// Whether talks of this kind count for nothing where the seminar is delivered so.
[[nodiscard]] bool is_excluded(const AwardRules& rules, TalkKind kind, Delivery delivery);
/// What the seminar awards (JSHP 1(7)-(9), JPEC 4). Precondition: at least one talk.
[[nodiscard]] Award award_of(const AwardRules& rules, const Seminar& seminar);

enum class Host : std::uint8_t { prefecture, other };
using HostSet = std::uint8_t;
inline constexpr HostSet kEveryHost = 3;
[[nodiscard]] constexpr HostSet only(Host host) {
  return static_cast<HostSet>(1U << static_cast<unsigned>(host));
}

/// In the order of the answer.
enum class Deadline : std::uint8_t { apply_by, slides_by, report_by, return_by, claim_by };
inline constexpr std::size_t kDeadlines = 5;
enum class Distance : std::uint8_t {
  months_before,
  days_before,
  months_after,
  days_after,
  day_after_quarter  // a day of the month that follows the calendar quarter
};

struct DeadlineRule {
  Deadline what = Deadline::apply_by;
  DeliverySet deliveries = kEveryDelivery;
  HostSet hosts = kEveryHost;
  bool from_end = false;  // of the seminar; else from its start
  Distance distance = Distance::days_before;
  int count = 0;
  std::optional<int> days_before_start;  // and at the latest so many days before the start
};

/// The last day for `what`; nothing where no rule fits (JSHP 1, 1(10), 1(11), 5; JPEC 7, 9(2)).
[[nodiscard]] std::optional<Date> deadline_of(std::span<const DeadlineRule> rules, Deadline what,
                                              Date start, Date end, Delivery delivery, Host host);

using Yen = std::int64_t;
struct FeeBand {
  std::int64_t to = 0;  // pieces
  Yen yen = 0;
};

struct FeeRules {
  DeliverySet bills_applied = 0;  // elsewhere what was distributed is billed
  std::vector<FeeBand> bands;     // ascending
  Yen beyond = 0;                 // above the last band
  std::int64_t each = 1000;       // and for each further full so many
  Yen yen_each = 0;
  bool tax_included = false;
};
/// A fee is at most 10^6 yen and 10^3 for each of 10^11 pieces: 10,001 of them stay below 2^63.
inline constexpr Yen kMostYen = 1'000'000;
inline constexpr Yen kMostYenAPiece = 1'000;
inline constexpr std::int64_t kMostPieces = 99'999'999'999;

/// What `count` pieces cost (JSHP 6).
[[nodiscard]] Yen fee_of(const FeeRules& rules, std::int64_t count);

enum class PriceOf : std::uint8_t { certification, renewal, reissue };
struct Price {
  PriceOf what = PriceOf::certification;
  Yen yen = 0;
  bool tax_included = true;
};

struct SeminarRules {
  std::optional<AwardRules> award;
  std::vector<DeadlineRule> deadlines;
  std::optional<FeeRules> fee;
  std::vector<Price> prices;  // of certificates; confirmed ones only
};

}  // namespace kensan
