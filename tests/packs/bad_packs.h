// Packs with one fault each, made from a good one: tests/packs/bad/*.json.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace kensan::test {

using Json = nlohmann::ordered_json;

/// One fault: its sentence, the pack's text, and what must be said of it.
struct BadPack {
  std::string name;
  std::string text;
  bool known = false;                 // is added to a rulebook that has its edition
  std::vector<std::string> expected;  // "code at"; empty where the pack is sound
  std::string schema;                 // what the schema must say: accepts, refuses, unread
};

[[nodiscard]] std::string file_text(const std::string& path);
/// "G13@2024-05-01" from engine/rules.
[[nodiscard]] Json pack_named(const std::string& edition);
/// Every pack of engine/rules and tests/packs, by its path.
[[nodiscard]] std::vector<std::string> good_packs();
[[nodiscard]] std::vector<BadPack> bad_packs();

}  // namespace kensan::test
