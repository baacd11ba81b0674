// What the engine says of packs, good and bad: every fault has its code and its place.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "bad_packs.h"
#include "kensan/engine.h"

namespace kensan::test {
namespace {

/// "code at" of everything that is said of the pack.
std::vector<std::string> faults_of(const BadPack& bad) {
  std::vector<std::string> said;
  if (bad.known) {
    Rulebook rulebook = embedded_rulebook();
    const std::string answer = add_pack(rulebook, bad.text);
    if (answer.empty()) return said;
    const Json errors = Json::parse(answer);
    for (const Json& error : errors.at("errors")) {
      said.push_back(error.at("code").get<std::string>() + " " + error.at("at").get<std::string>());
    }
    return said;
  }
  const auto pack = read_pack(bad.text);
  if (pack) return said;
  for (const Problem& problem : pack.error()) said.push_back(problem.code + " " + problem.at);
  return said;
}

TEST_CASE("every pack of engine/rules and tests/packs is sound") {
  for (const std::string& file : good_packs()) {
    INFO(file);
    CHECK(read_pack(file_text(file)).has_value());
  }
}

TEST_CASE("every fault of a pack is named with its code and its place") {
  const std::vector<BadPack> packs = bad_packs();
  REQUIRE(packs.size() > 100);
  for (const BadPack& bad : packs) {
    INFO(bad.name);
    CHECK(faults_of(bad) == bad.expected);
  }
}

}  // namespace
}  // namespace kensan::test
