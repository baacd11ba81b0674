// A storage that runs a transaction again, as one on several machines does, changes nothing of what
// the server answers.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/accounts.h"
#include "app/clock.h"
#include "app/digest.h"
#include "app/operation.h"
#include "app/sync.h"
#include "own_folder.h"
#include "store/sqlite/sqlite_store.h"

namespace {

using namespace kensan;

/// Runs every piece of work twice: the first time it comes to nothing.
class RetryingStore final : public store::Store {
 public:
  explicit RetryingStore(store::Store& real) : real_(real) {}
  void read(const std::function<void(store::View&)>& work) override {
    real_.read(work);
    real_.read(work);
  }
  void write(const std::function<void(store::Transaction&)>& work) override {
    try {
      real_.write([&](store::Transaction& transaction) {
        work(transaction);
        throw Undone{};
      });
    } catch (const Undone&) {
      real_.write(work);
    }
  }

 private:
  struct Undone {};
  store::Store& real_;
};

app::PhoneOperation operation(int seq, const std::string& kind, const std::string& entity,
                              const app::Json& body, std::int64_t base = 0) {
  const std::string id = "01900000-0000-7000-8000-00000000000" + std::to_string(seq);
  return {id,
          seq,
          kind,
          entity,
          base,
          body,
          "2026-11-21T08:24:00",
          app::content_hash(kind, entity, body)};
}

std::vector<app::PhoneOperation> operations() {
  const app::Json credit = {{"id", "a"},
                            {"date", "2026-10-18"},
                            {"units", 1},
                            {"provider", "G13"},
                            {"category", "internet"}};
  const app::Json submission = {
      {"scheme", "G13"},  {"edition", "2024-05-01"},        {"as_of", "2026-11-21"},
      {"disputed", true}, {"digest", std::string(64, '0')}, {"verdict", "{}"},
      {"engine", "x"}};
  return {operation(1, "set_profile", "profile", {{"kind", "new"}}),
          operation(2, "put_credit", "a", credit),
          operation(3, "put_credit", "a", credit, 7),
          operation(4, "delete_credit", "none", nullptr),
          operation(5, "submit_application", "01900000-0000-7000-8000-0000000000aa", submission),
          operation(1, "put_credit", "b", credit)};
}

/// All that the server says to a phone, twice.
std::vector<std::string> said(store::Store& store) {
  const auto clock = app::fixed_clock("2026-11-21T08:24:00");
  const Rulebook rules = embedded_rulebook();
  const app::Installation here{store, *clock, rules, app::published_rules(rules), {"G13"}};
  app::Accounts accounts(here);
  const auto signed_in = accounts.sign_up({"a@example.jp", "correct horse battery"}, "127.0.0.1");
  REQUIRE(signed_in);
  std::vector<std::string> all;
  for (int time = 0; time < 2; ++time) {
    const auto answer = app::sync(here, signed_in->account.user_id,
                                  {.device = "device", .operations = operations()});
    all.insert(all.end(), answer.acknowledgements.begin(), answer.acknowledgements.end());
    for (const auto& change : answer.changes)
      all.push_back(std::to_string(change.version) + change.kind + change.body.value_or("-"));
  }
  return all;
}

}  // namespace

TEST_CASE(
    "a storage that runs every transaction twice leads to the same answers and the same rows") {
  REQUIRE(app::start_cryptography());
  const OwnFolder one;
  const OwnFolder other;
  const auto plain = store::open_sqlite_store(one.database());
  const auto real = store::open_sqlite_store(other.database());
  RetryingStore retrying(*real);
  const auto expected = said(*plain);
  CHECK(expected.size() == 18);
  CHECK(said(retrying) == expected);
}
