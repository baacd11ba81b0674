// Bad input at its bounds: whatever the bytes, the answer is JSON, and nothing is too much work.
#include <catch2/catch.hpp>
#include <cstdint>
#include <string>

#include "kensan/engine.h"

namespace kensan {
namespace {

std::string answer(const std::string& request) {
  static const Rulebook rulebook = embedded_rulebook();
  return evaluate(rulebook, request);
}

std::string only_error(const std::string& request) {
  const std::string text = answer(request);
  const std::string begin = R"({"errors":[{"code":")";
  if (text.rfind(begin, 0) != 0) return text;
  const std::string code = text.substr(begin.size(), text.find('"', begin.size()) - begin.size());
  const std::size_t at = text.find(R"("at":")") + 6;
  return code + " " + text.substr(at, text.find('"', at) - at);
}

std::string repeated(int count, const std::string& text) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

/// `count` viewings of one person that all run at once.
std::string views_at_once(int count) {
  std::string views;
  for (int i = 0; i < count; ++i) {
    views += std::string(i == 0 ? "" : ",") + R"({"id":"v)" + std::to_string(i) +
             R"(","person":"p","device":"d","course":"c","start":"2026-05-10T10:00:00",)" +
             R"("end":"2026-05-10T11:00:00"})";
  }
  return R"({"op":"review","views":[)" + views + "]}";
}

TEST_CASE("a request of 8 MiB is read, one byte more is not") {
  constexpr std::size_t kMost = 8UL * 1024 * 1024;
  CHECK(only_error(std::string(kMost, ' ')) == "syntax ");
  CHECK(only_error(std::string(kMost + 1, ' ')) == "too_large ");
  CHECK(canonical_json(std::string(kMost + 1, ' ')).empty());
}

TEST_CASE("nesting is only as deep as the text is long") {
  constexpr int kDeep = 1'000'000;
  CHECK(only_error(repeated(kDeep, "[") + repeated(kDeep, "]")) == "type ");
  CHECK(only_error(repeated(kDeep, "[")) == "syntax ");
  CHECK(only_error(R"({"op":)" + repeated(kDeep, "[") + repeated(kDeep, "]") + "}") == "type /op");
}

TEST_CASE("10,000 findings are told, more are too many") {
  // n viewings at once overlap in n (n - 1) / 2 pairs: 9,870 for 141, 10,011 for 142.
  CHECK(answer(views_at_once(141)).rfind(R"({"findings":[{"code":"overlap")", 0) == 0);
  CHECK(only_error(views_at_once(142)) == "too_large /views");
  CHECK(only_error(views_at_once(10'000)) == "too_large /views");
}

TEST_CASE("every byte string is answered with JSON") {
  const std::string good[] = {
      R"({"op":"assess","as_of":"2025-01-01","scheme":"G13","explain":true,)"
      R"("profile":{"kind":"renewal","base":"2022-04-01","extension":{"months":3}},)"
      R"("credits":[{"id":"a","date":"2022-05-01","units":1.5,"provider":"G01",)"
      R"("category":"assembly","event":"e","held_in":"PECS","days":2}]})",
      R"({"op":"award","scheme":"P04","delivery":"web_live","talks":[{"id":"1",)"
      R"("date":"2026-05-10","kind":"lecture","start":"09:00","end":"10:30","curriculum":"V-2"}]})",
      R"({"op":"allocate","as_of":"2025-01-01","targets":[{"scheme":"G13","profile":)"
      R"({"kind":"new"}}],"credits":[{"id":"a","date":"2024-05-01","units":1,)"
      R"("provider":"G13","category":"internet"}]})",
      R"({"op":"fee","scheme":"P04","delivery":"assembly","applied":51,"additional":[1]})",
      R"({"op":"points","scheme":"G13","completions":[{"id":"a","course":"k",)"
      R"("date":"2026-05-01","points":60}]})",
      R"({"op":"deadlines","scheme":"G01","start":"2026-01-31","end":"2026-01-31"})"};
  std::uint64_t state = 20261122;
  const auto random = [&state](std::size_t below) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>(state >> 33U) % below;
  };
  for (int round = 0; round < 30'000; ++round) {
    std::string text = good[random(std::size(good))];
    for (std::size_t changes = random(4); changes > 0; --changes) {
      const std::size_t place = random(text.size());
      switch (random(3)) {
        case 0:
          text[place] = static_cast<char>(random(256));
          break;
        case 1:
          text.erase(place, 1 + random(8));
          break;
        default:
          text.insert(place, text.substr(random(text.size()), random(12)));
      }
      if (text.empty()) text = " ";
    }
    INFO(text);
    REQUIRE(!canonical_json(answer(text)).empty());
  }
}

TEST_CASE("an edition is added once, and never with another content") {
  Rulebook rulebook = embedded_rulebook();
  const std::size_t before = rulebook.packs().size();
  const std::string text = rulebook.packs().front().text;
  CHECK(add_pack(rulebook, text).empty());
  CHECK(add_pack(rulebook, " " + text).empty());
  std::string edited = text;
  edited.replace(edited.find("\"units\": 40"), 11, "\"units\": 41");
  CHECK(add_pack(rulebook, edited).find("edited") != std::string::npos);
  std::string next = edited;
  next.replace(next.find("2017-04-01"), 10, "2027-04-01");
  CHECK(add_pack(rulebook, next).empty());
  CHECK(rulebook.packs().size() == before + 1);
}

}  // namespace
}  // namespace kensan
