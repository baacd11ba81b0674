#include "wire/number.h"

#include <catch2/catch.hpp>

#include "kensan/units.h"

namespace kensan {
namespace {

TEST_CASE("numbers are judged by value, not by how they are written") {
  CHECK(scaled_value(decimal("1.500"), 2) == 150);
  CHECK(scaled_value(decimal("15e-1"), 2) == 150);
  CHECK(scaled_value(decimal("0.0015E3"), 2) == 150);
  CHECK(scaled_value(decimal("-0.5"), 2) == -50);
  CHECK(scaled_value(decimal("0e999"), 2) == 0);
}

TEST_CASE("a value between two hundredths is no number of hundredths") {
  CHECK_FALSE(scaled_value(decimal("0.125"), 2).has_value());
  CHECK_FALSE(scaled_value(decimal("1e-400"), 2).has_value());
}

TEST_CASE("values beyond any limit are cut, not overflowed") {
  CHECK(scaled_value(decimal("1e300"), 2) == kHuge);
  CHECK(scaled_value(decimal("-99999999999999999999"), 0) == -kHuge);
  CHECK(decimal("1e99999999999999999999999").magnitude() >= kBeyondMagnitude);
}

TEST_CASE("the canonical form of a number is its shortest") {
  CHECK(number_text(decimal("1.500")) == "1.5");
  CHECK(number_text(decimal("100")) == "100");
  CHECK(number_text(decimal("-0.0050")) == "-0.005");
  CHECK(number_text(decimal("-0")) == "0");
  CHECK(number_text(decimal("123456.78e-2")) == "1234.5678");
  CHECK(number_text(decimal("1.5e300")) == "1.5e300");
  CHECK(number_text(decimal("2e-9")) == "2e-9");
}

TEST_CASE("only numbers beyond double are tamed, never what stands in a text") {
  CHECK(with_numbers_tamed(R"({"a":1e400,"b":"1e400 \" 1e400","c":[1e5,-1e999]})") ==
        R"({"a":9e307,"b":"1e400 \" 1e400","c":[1e5,9e307 ]})");
}

TEST_CASE("units are written in the shortest form") {
  CHECK(units_text(Units{100}) == "1");
  CHECK(units_text(Units{50}) == "0.5");
  CHECK(units_text(Units{1225}) == "12.25");
  CHECK(units_text(Units{7}) == "0.07");
  CHECK(units_text(kNoUnits) == "0");
}

TEST_CASE("a shortfall is never below zero") {
  CHECK(shortfall(Units{500}, Units{300}) == Units{200});
  CHECK(shortfall(Units{500}, Units{900}) == kNoUnits);
}

}  // namespace
}  // namespace kensan
