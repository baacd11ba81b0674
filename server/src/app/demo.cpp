#include "app/demo.h"

#include <stdexcept>
#include <utility>
#include <vector>

#include "app/demo_ledger.h"
#include "app/digest.h"
#include "app/passwords.h"
#include "app/sync.h"
#include "kensan/date.h"

namespace kensan::app {

namespace {

// The certificate runs out so many days after the ledger is made: the renewal window, three months
// before, is open.
constexpr int kDaysLeft = 74;
constexpr int kPeriodMonths = 36;
constexpr const char* kDevice = "00000000-0000-7000-8000-000000000000";

/// Days in demo/ledger.json are [months, days] after the first day of the certification period;
/// months may be negative.
Date day_at(Date base, const Json& at) {
  const int months = at.at(0);
  const Date month = months < 0 ? months_before(base, -months) : period_end(base, months);
  return month + days{at.at(1).get<int>()};
}

/// A UUIDv7 in form, made from the credit's place, so that the same ledger is made each time.
std::string id_at(std::size_t place) {
  const std::string digits = std::to_string(100 + place);
  return "01900000-0000-7000-8000-000000000" + digits;
}

std::vector<PhoneOperation> operations(const Json& ledger, Date today, const std::string& now) {
  const Date base = months_before(today + days{kDaysLeft}, kPeriodMonths);
  std::vector<PhoneOperation> list;
  const auto add = [&](const char* kind, const std::string& entity, Json body) {
    const auto seq = static_cast<std::int64_t>(list.size()) + 1;
    const std::string hash = content_hash(kind, entity, body);
    list.push_back({id_at(500 + list.size()), seq, kind, entity, 0, std::move(body), now, hash});
  };
  Json profile = ledger.at("profile");
  profile["base"] = date_text(base);
  add("set_profile", "profile", profile);
  add("set_person", "person", ledger.at("person"));
  for (Json credit : ledger.at("credits")) {
    credit["date"] = date_text(day_at(base, credit.at("at")));
    credit.erase("at");
    credit["id"] = id_at(list.size());
    add("put_credit", credit.at("id"), credit);
  }
  return list;
}

std::string make_account(const Installation& here, const std::string& hash) {
  std::string user;
  here.store.write([&](store::Transaction& transaction) {
    if (const auto account = transaction.account_by_email(kDemoEmail)) {
      if (!account->demo)
        throw std::runtime_error(std::string(kDemoEmail) + " is somebody's own account here");
      user = account->user_id;
      transaction.set_password(user, hash);
    } else {
      user = random_id();
      transaction.add_account({user, kDemoEmail, hash, true}, here.clock.now());
    }
  });
  return user;
}

}  // namespace

std::string open_demo_account(const Installation& here) {
  std::string password = random_password();
  const std::string user = make_account(here, password_hash(password).value());
  std::int64_t version = 0;
  here.store.read([&](store::View& view) { version = view.ledger_version(user); });
  if (version > 0) return password;

  const std::string now = here.clock.now();
  const auto made = operations(Json::parse(demo_ledger()), *parse_date(now.substr(0, 10)), now);
  const SyncAnswer answer = sync(here, user, {.device = kDevice, .operations = made});
  for (const std::string& acknowledgement : answer.acknowledgements) {
    if (Json::parse(acknowledgement).at("state") != "accepted") {
      throw std::runtime_error("the demo ledger is not accepted: " + acknowledgement);
    }
  }
  return password;
}

}  // namespace kensan::app
