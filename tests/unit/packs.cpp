// What a rule pack must have, tried on the packs that ship with one fault each.
#include <catch2/catch.hpp>
#include <string>

#include "kensan/engine.h"

namespace kensan {
namespace {

std::string text_of(const char* scheme, const char* effective) {
  const Rulebook rulebook = embedded_rulebook();
  const RulePack* pack = rulebook.find(*parse_provider(scheme), *parse_date(effective));
  return pack->text;
}

std::string with(std::string text, const std::string& part, const std::string& instead) {
  const std::size_t at = text.find(part);
  REQUIRE(at != std::string::npos);
  return text.replace(at, part.size(), instead);
}

/// "code at" of the only problem.
std::string only_problem(const std::string& json) {
  const auto pack = read_pack(json);
  REQUIRE_FALSE(pack.has_value());
  REQUIRE(pack.error().size() == 1);
  return pack.error()[0].code + " " + pack.error()[0].at;
}

TEST_CASE("the packs built in are five, and each reads back from its own text") {
  const Rulebook rulebook = embedded_rulebook();
  REQUIRE(rulebook.packs().size() == 5);
  for (const RulePack& pack : rulebook.packs()) CHECK(read_pack(pack.text).has_value());
}

TEST_CASE("each fault of a pack is named with its place") {
  const std::string good = text_of("G13", "2024-05-01");
  CHECK(only_problem(with(good, R"("units": 40, )", "")) ==
        "missing /certification/new/requirements/0/units");
  CHECK(only_problem(with(good, R"("kind": "own_minimum")", R"("kind": "own")")) ==
        "unknown_value /certification/new/requirements/1/kind");
  CHECK(only_problem(with(good, R"("units": 20, "clause": "FAQ Q34")",
                          R"("units": 20, "clause": "FAQ Q99")")) ==
        "unknown_value /certification/new/requirements/1/clause");
  CHECK(only_problem(with(good, R"("months": 48)", R"("months": 49)")) ==
        "range /certification/new/period/months");
  CHECK(only_problem(with(good, R"("system": "TAMETOKO")", R"("system": 1)")) == "type /system");
  CHECK(only_problem(with(good, R"("used": "FAQ Q49")", R"("used": "FAQ Q48")")) ==
        "unknown_value /exclusions/used");
  CHECK(only_problem("{") == "syntax ");
}

TEST_CASE("a cap among the minimums is refused, and a minimum among the caps") {
  const std::string good = text_of("G13", "2024-05-01");
  CHECK(only_problem(with(good, R"("kind": "own_minimum")", R"("kind": "others_cap")")) ==
        "unexpected /certification/new/requirements/1");
  const std::string minimum =
      R"("caps": [{"kind": "own_minimum", "title": {"ja": "x", "en": "x"}, "units": 5,
                   "clause": "FAQ Q34"}])";
  CHECK(only_problem(with(good, R"("caps": [])", minimum)) ==
        "unexpected /certification/new/caps/0");
}

TEST_CASE("the newest confirmed edition in force is used, a provisional one only when named") {
  const Rulebook rulebook = embedded_rulebook();
  const Provider g01 = *parse_provider("G01");
  const RulePack* used = rulebook.in_force(g01, *parse_date("2026-11-21"));
  REQUIRE(used != nullptr);
  CHECK(used->effective == *parse_date("2017-04-01"));
  CHECK(rulebook.newer_provisional(*used, *parse_date("2022-03-31")) == std::nullopt);
  CHECK(rulebook.newer_provisional(*used, *parse_date("2022-04-01")) == parse_date("2022-04-01"));
  CHECK(rulebook.in_force(g01, *parse_date("2017-03-31")) == nullptr);
}

}  // namespace
}  // namespace kensan
