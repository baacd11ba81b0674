#include "wire/document.h"

#include <catch2/catch.hpp>
#include <string>

#include "kensan/engine.h"

namespace kensan {
namespace {

std::string error_of(const std::string& request) { return evaluate(embedded_rulebook(), request); }

bool is_syntax_error(const std::string& request) {
  return error_of(request).find(R"({"errors":[{"code":"syntax","at":"")") == 0;
}

TEST_CASE("only strict JSON is read") {
  for (const char* wrong :
       {"", " ", "{", "{\"a\":1}x", "{'a':1}", "[1,]", "nul", "01", "+1", "\"\t\"",
        "{\"a\":1,\"a\":2}", "\"\\ud800\"", "\"\xff\"", "\xEF\xBB\xBF{}"}) {
    CHECK(is_syntax_error(wrong));
  }
}

TEST_CASE("a key twice is found in a large object, too") {
  std::string object = "{";
  for (int i = 0; i < 100; ++i) object += "\"k" + std::to_string(i) + "\":1,";
  CHECK(is_syntax_error(object + "\"k99\":2}"));
  CHECK_FALSE(is_syntax_error(object + "\"k100\":2}"));
}

TEST_CASE("a million open brackets neither overflow the stack nor are kept") {
  const std::string deep(1'000'000, '[');
  CHECK(is_syntax_error(deep));
  CHECK(error_of(deep + std::string(1'000'000, ']')).find("\"type\"") != std::string::npos);
}

TEST_CASE("a request above 8 MiB is refused unread") {
  const std::string large(8 * 1024 * 1024 + 1, ' ');
  CHECK(error_of(large).find("too_large") != std::string::npos);
}

TEST_CASE("a list of more than 10,000 elements is too large, and the rest is still judged") {
  std::string list = "[1";
  for (int i = 0; i < 10'000; ++i) list += ",1";
  const std::string answer = error_of(R"({"op":"assess","scheme":"G13","as_of":"x","credits":)" +
                                      list + R"(],"profile":{"kind":"new"}})");
  CHECK(answer.find(R"({"code":"format","at":"/as_of")") != std::string::npos);
  CHECK(answer.find(R"({"code":"too_large","at":"/credits")") != std::string::npos);
}

TEST_CASE("at most 100 problems are reported, in order of appearance") {
  std::string list = "[";
  for (int i = 0; i < 150; ++i) list += i == 0 ? "1" : ",1";
  const std::string answer =
      error_of(R"({"credits":)" + list + R"(],"op":"assess","scheme":"G13","as_of":"2025-01-01"})");
  CHECK(answer.find("/credits/99\"") != std::string::npos);
  CHECK(answer.find("/credits/100\"") == std::string::npos);
  CHECK(answer.find("missing") == std::string::npos);
}

TEST_CASE("of very many problems the first are kept, whatever the order in which they are found") {
  std::string credits = "[";
  for (int i = 0; i < 5000; ++i) credits += i == 0 ? "{}" : ",{}";
  const std::string answer =
      error_of(R"({"z":1,"op":"assess","scheme":"G13","as_of":"soon","credits":)" + credits +
               R"(],"profile":{"kind":"new"}})");
  CHECK(answer.find(R"({"errors":[{"code":"unknown_field","at":"/z")") == 0);
  CHECK(answer.find(R"({"code":"format","at":"/as_of")") != std::string::npos);
  CHECK(answer.find(R"("at":"/credits/19/date")") != std::string::npos);
  CHECK(answer.find(R"("at":"/credits/20/)") == std::string::npos);
}

TEST_CASE("a pointer escapes what RFC 6901 wants escaped") {
  const std::string answer = error_of(
      R"({"op":"assess","scheme":"G13","as_of":"2025-01-01","profile":{"kind":"new"},"credits":[],"a/b~c":1})");
  CHECK(answer.find(R"("at":"/a~1b~0c")") != std::string::npos);
}

TEST_CASE("canonical JSON: keys by code point, numbers by value, no space") {
  CHECK(canonical_json(R"( { "b" : [ 1.50 , "x" ] , "a" : { "z" : null , "y" : true } } )") ==
        R"({"a":{"y":true,"z":null},"b":[1.5,"x"]})");
  CHECK(canonical_json("\"\\u0041\\n\\u3042\"") == "\"A\\u000a\xE3\x81\x82\"");
  CHECK(canonical_json("[1").empty());
}

}  // namespace
}  // namespace kensan
