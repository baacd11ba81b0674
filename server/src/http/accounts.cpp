// register, login, logout, me
#include "app/fields.h"
#include "http/cookie.h"
#include "http/replies.h"
#include "http/routes.h"

namespace kensan::http {

namespace {

using app::OrderedJson;

OrderedJson account_json(const store::Account& account) {
  return {{"id", account.user_id}, {"email", account.email}, {"demo", account.demo}};
}

Result<app::Credentials, Reply> credentials(const std::string& body) {
  const auto json = app::read_json(body);
  if (!json) return Unexpected{replies::error("syntax", "not JSON")};
  std::vector<Problem> problems;
  app::Fields fields(*json, "", problems);
  // How long they may be is judged where the reason can be told apart; here only what no form would
  // send is refused.
  app::Credentials given{fields.text("email", 0, 1000), fields.text("password", 0, 1000)};
  fields.finish();
  if (!problems.empty()) return Unexpected{replies::errors(problems)};
  return given;
}

Reply signed_in(int status, const Result<app::SignedIn, app::Refusal>& result) {
  if (!result) return replies::refused(result.error());
  const OrderedJson body = {{"account", account_json(result->account)}};
  Reply reply = replies::json(status, body.dump());
  reply.headers.push_back(cookie::given(result->token));
  return reply;
}

}  // namespace

Reply sign_up(const Visit& visit) {
  const auto given = credentials(visit.request.body);
  return given ? signed_in(201, visit.accounts.sign_up(*given, visit.request.address))
               : given.error();
}

Reply sign_in(const Visit& visit) {
  const auto given = credentials(visit.request.body);
  return given ? signed_in(200, visit.accounts.sign_in(*given, visit.request.address))
               : given.error();
}

Reply sign_out(const Visit& visit) {
  visit.accounts.sign_out(cookie::token(visit.request));
  Reply reply = replies::nothing();
  reply.headers.push_back(cookie::taken());
  return reply;
}

Reply own_account(const Visit& visit) {
  std::string epoch;
  visit.here.store.read([&](store::View& view) { epoch = view.epoch(); });
  const std::string now = visit.here.clock.now();
  const OrderedJson body = {{"account", account_json(visit.signed_in->account)},
                            {"today", now.substr(0, 10)},
                            {"now", now},
                            {"office", visit.here.office},
                            {"engine", engine_version()},
                            {"epoch", epoch}};
  return replies::json(200, body.dump());
}

}  // namespace kensan::http
