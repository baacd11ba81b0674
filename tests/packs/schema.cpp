// engine/rules/pack.schema.json against the packs: it accepts what the engine reads, and refuses
// what it can know to be wrong.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "bad_packs.h"

namespace kensan::test {
namespace {

class PackSchema {
 public:
  PackSchema() {
    const auto text = file_text(std::string(KENSAN_SOURCE_DIR) + "/engine/rules/pack.schema.json");
    const nlohmann::json json = nlohmann::json::parse(text);
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(json), schema_);
  }

  /// "" where the schema accepts it, else where it was refused first.
  std::string refusal(const nlohmann::json& pack) {
    const valijson::adapters::NlohmannJsonAdapter document(pack);
    valijson::ValidationResults results;
    if (valijson::Validator().validate(schema_, document, &results)) return {};
    valijson::ValidationResults::Error error;
    if (!results.popError(error)) return "refused";
    std::string place;
    for (const std::string& part : error.context) place += part;
    return place + ": " + error.description;
  }

 private:
  valijson::Schema schema_;
};

std::string verdict(PackSchema& schema, const std::string& text) {
  nlohmann::json pack;
  try {
    pack = nlohmann::json::parse(text);
  } catch (const nlohmann::json::exception&) {
    return "unread";
  }
  return schema.refusal(pack).empty() ? "accepts" : "refuses";
}

TEST_CASE("the schema accepts every pack of engine/rules and tests/packs") {
  PackSchema schema;
  const std::vector<std::string> files = good_packs();
  REQUIRE(files.size() >= 6);
  for (const std::string& file : files) {
    INFO(file);
    CHECK(schema.refusal(nlohmann::json::parse(file_text(file))).empty());
  }
}

TEST_CASE("the schema refuses what it can know to be wrong") {
  PackSchema schema;
  for (const BadPack& bad : bad_packs()) {
    INFO(bad.name);
    CHECK(verdict(schema, bad.text) == bad.schema);
  }
}

}  // namespace
}  // namespace kensan::test
