#include "server_in_process.h"

#include "app/digest.h"
#include "connections.h"
#include "store/files/blob_files.h"
#include "store/sqlite/sqlite_store.h"

namespace kensan::faults {

using app::Json;

namespace {

constexpr std::string_view kCookie = "__Host-sid=";

}  // namespace

ServerInProcess::ServerInProcess(std::filesystem::path folder)
    : folder_(std::move(folder)), rulebook_(embedded_rulebook()), device_(new_uuid()) {
  open();
  const http::Reply reply = ask(post(
      "/api/v1/register", {{"email", "misaki@example.jp"}, {"password", "correct horse battery"}}));
  token_ = session_of(reply);
  user_ = Json::parse(reply.body).at("account").at("id");
}

void ServerInProcess::open() {
  close();
  forget_connections();
  store_ = store::open_sqlite_store(file());
  // So that pages are read again, and the log is carried into the database, at almost every change.
  on_each_connection("PRAGMA cache_size=4");
  on_each_connection("PRAGMA wal_autocheckpoint=8");
  blobs_ = store::open_blob_files(folder_ / "photos");
  here_ = std::make_unique<app::Installation>(app::Installation{
      *store_, *blobs_, clock_, rulebook_, app::published_rules(rulebook_), {"G13"}, false});
  site_ = std::make_unique<http::Site>(*here_, http::Files({}), "");
}

void ServerInProcess::close() {
  site_.reset();
  here_.reset();
  blobs_.reset();
  store_.reset();
}

bool ServerInProcess::serves() const { return store_ != nullptr && !store_->read_only(); }

http::Reply ServerInProcess::ask(const http::Request& request) {
  return site_->answer(request, [&](std::size_t limit) -> Result<std::string, http::BodyFault> {
    if (request.body.size() > limit) return Unexpected{http::BodyFault::too_long};
    return request.body;
  });
}

http::Request ServerInProcess::get(const std::string& path) const {
  http::Request request;
  request.method = "GET";
  request.path = path;
  request.address = "127.0.0.1";
  request.headers["host"] = "localhost:8080";
  return with_session(request, token_);
}

http::Request ServerInProcess::post(const std::string& path, const Json& body) const {
  http::Request request = get(path);
  request.method = "POST";
  request.headers["x-kensan"] = "1";
  request.headers["content-type"] = "application/json";
  request.body = body.dump();
  request.length = request.body.size();
  return request;
}

http::Request ServerInProcess::with_session(http::Request request, const std::string& token) {
  request.headers["cookie"] = std::string(kCookie) + token;
  return request;
}

std::string ServerInProcess::session_of(const http::Reply& reply) {
  for (const auto& [name, value] : reply.headers) {
    if (name == "Set-Cookie" && value.starts_with(kCookie))
      return value.substr(kCookie.size(), value.find(';') - kCookie.size());
  }
  return {};
}

std::string ServerInProcess::new_session() {
  const std::string token = app::random_token();
  store_->write([&](store::Transaction& transaction) {
    transaction.add_session({app::sha256(token), user_, "2026-12-21T08:24:00"});
  });
  return token;
}

std::string ServerInProcess::new_uuid() {
  const std::string hex = app::sha256(app::random_id());
  return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-7" + hex.substr(12, 3) + "-8" +
         hex.substr(15, 3) + "-" + hex.substr(18, 12);
}

Json ServerInProcess::next_operation(const std::string& kind, const std::string& entity, Json body,
                                     std::int64_t base_version) {
  std::int64_t last = 0;
  store_->read([&](store::View& view) { last = view.last_seq(user_, device_); });
  return {{"id", new_uuid()},
          {"seq", last + 1},
          {"kind", kind},
          {"entity", entity},
          {"base_version", base_version},
          {"body", std::move(body)},
          {"client_time", clock_.now()}};
}

Json ServerInProcess::sync_request(const std::vector<Json>& operations) {
  Json request;
  store_->read([&](store::View& view) {
    request = {{"epoch", view.epoch()},
               {"schema", 2},
               {"rules", Json::array()},
               {"device", device_},
               {"cursor", view.ledger_version(user_)},
               {"ops", operations}};
  });
  return request;
}

std::string ServerInProcess::lost() {
  std::string wrong = integrity_of(file());
  if (wrong != "ok") return "integrity_check: " + wrong;
  wrong.clear();
  store_->read([&](store::View& view) {
    for (const std::string& id : acknowledged_) {
      if (!view.operation(user_, id)) wrong = "an acknowledged operation is gone";
    }
    const std::size_t there = view.operations(user_).size();
    if (there != acknowledged_.size())
      wrong = std::to_string(there) + " operations, of which " +
              std::to_string(acknowledged_.size()) + " were acknowledged";
  });
  return wrong;
}

}  // namespace kensan::faults
