#include "stories.h"

#include <array>

#include "app/digest.h"
#include "photo_requests.h"

namespace kensan::faults {

namespace {

using app::Json;
using http::Reply;
using http::Request;

constexpr const char* kPassword = "correct horse battery";

bool answered(const Reply& reply) { return reply.status < 500; }

/// For what changes nothing: every answer is the same.
std::string same_answer(ServerInProcess&, const Request&, const Reply& first, const Reply& again) {
  return answered(first) && first.body != again.body ? "another answer under the fault" : "";
}

bool knows(ServerInProcess& server, const std::string& token) {
  return server.ask(ServerInProcess::with_session(server.get("/api/v1/me"), token)).status == 200;
}

Request fresh_account(ServerInProcess& server) {
  return server.post("/api/v1/register",
                     {{"email", app::random_id() + "@example.jp"}, {"password", kPassword}});
}

std::string one_account(ServerInProcess& server, const Request&, const Reply& first,
                        const Reply& again) {
  if (!answered(first)) {
    if (again.status != 201) return "registering again: " + again.body;
    return knows(server, ServerInProcess::session_of(again)) ? "" : "its session is not known";
  }
  if (again.status != 409) return "registered twice";
  return knows(server, ServerInProcess::session_of(first)) ? "" : "the first session is not known";
}

Request sign_in(ServerInProcess& server) {
  return server.post("/api/v1/login", {{"email", "misaki@example.jp"}, {"password", kPassword}});
}

std::string sessions_known(ServerInProcess& server, const Request&, const Reply& first,
                           const Reply& again) {
  if (!knows(server, ServerInProcess::session_of(again))) return "its session is not known";
  if (answered(first) && !knows(server, ServerInProcess::session_of(first)))
    return "the first session is not known";
  return {};
}

Request sign_out(ServerInProcess& server) {
  return ServerInProcess::with_session(server.post("/api/v1/logout", Json::object()),
                                       server.new_session());
}

std::string session_gone(ServerInProcess& server, const Request& request, const Reply&,
                         const Reply&) {
  Request me = server.get("/api/v1/me");
  me.headers["cookie"] = std::string(request.header("cookie"));
  return server.ask(me).status == 401 ? "" : "the session that was signed out is still known";
}

Request two_operations(ServerInProcess& server) {
  const std::string id = ServerInProcess::new_uuid();
  const Json credit = {{"id", id},          {"date", "2026-05-10"},   {"units", 1},
                       {"provider", "G13"}, {"category", "internet"}, {"title", "在宅医療の基礎"}};
  Json first = server.next_operation("put_credit", id, credit, 0);
  Json second = server.next_operation("delete_credit", ServerInProcess::new_uuid(), nullptr, 0);
  second["seq"] = first["seq"].get<std::int64_t>() + 1;  // of a credit that is not there: rejected
  return server.post("/api/v1/sync", server.sync_request({first, second}));
}

std::string both_judged(ServerInProcess& server, const Request& request, const Reply& first,
                        const Reply& again) {
  const Json acks = Json::parse(again.body).at("acks");
  if (acks.size() != 2 || acks[0].at("state") != "accepted" || acks[1].at("state") != "rejected")
    return "not both judged: " + again.body;
  if (answered(first) && Json::parse(first.body).at("acks") != acks)
    return "acknowledged otherwise under the fault: " + first.body;
  const Json sent = Json::parse(request.body);
  for (const Json& operation : sent.at("ops")) server.acknowledged(operation.at("id"));
  return {};
}

Request evaluation(ServerInProcess& server) {
  return server.post("/api/v1/eval", {{"op", "assess"},
                                      {"as_of", "2026-11-21"},
                                      {"scheme", "G13"},
                                      {"edition", "2024-05-01"},
                                      {"profile", {{"kind", "new"}}},
                                      {"credits", Json::array()}});
}

Request submission(ServerInProcess& server) {
  const Json body = {{"scheme", "G13"},
                     {"edition", "2024-05-01"},
                     {"as_of", "2026-11-21"},
                     {"disputed", false},
                     {"digest", app::sha256("another ledger")},
                     {"verdict", "{}"},
                     {"engine", "0.0.9"}};
  return server.post("/api/v1/sync",
                     server.sync_request({server.next_operation(
                         "submit_application", ServerInProcess::new_uuid(), body, 0)}));
}

std::string one_judged(ServerInProcess& server, const Request& request, const Reply& first,
                       const Reply& again) {
  const Json acks = Json::parse(again.body).at("acks");
  if (acks.size() != 1) return "not judged: " + again.body;
  if (answered(first) && Json::parse(first.body).at("acks") != acks)
    return "acknowledged otherwise under the fault: " + first.body;
  server.acknowledged(Json::parse(request.body).at("ops").at(0).at("id"));
  return {};
}

/// Whole, and under the name of other bytes: examined, refused and given up.
Request wrong_upload(ServerInProcess& server) {
  return put_whole(server, app::sha256(app::random_id()), small_photo("one"));
}

Request upload(ServerInProcess& server) {
  const std::string photo = small_photo(app::random_id());
  return put_whole(server, app::sha256(photo), photo);
}

std::string kept_whole(ServerInProcess& server, const Request& request, const Reply& first,
                       const Reply& again) {
  const Reply kept = server.ask(get_blob(server, app::sha256(request.body)));
  return kept.body == request.body ? same_answer(server, request, first, again) : "not kept";
}

std::string name_of_kept(ServerInProcess& server) {
  const Request request = upload(server);
  server.ask(request);
  return app::sha256(request.body);
}

Request no_upload(ServerInProcess& server) {
  return get_upload(server, app::sha256(app::random_id()));
}

Request known_upload(ServerInProcess& server) { return get_upload(server, name_of_kept(server)); }

Request no_blob(ServerInProcess& server) { return get_blob(server, app::sha256(app::random_id())); }

Request known_blob(ServerInProcess& server) { return get_blob(server, name_of_kept(server)); }

template <const char* path>
Request reading(ServerInProcess& server) {
  return server.get(path);
}

constexpr char kHealth[] = "/api/v1/health";
constexpr char kMe[] = "/api/v1/me";
constexpr char kRules[] = "/api/v1/rules";
constexpr char kPack[] = "/api/v1/rules/G13@2024-05-01";
constexpr char kApplications[] = "/api/v1/applications";

constexpr std::array kStories = {
    Story{"GET", kHealth, 200, reading<kHealth>, same_answer},
    Story{"POST", "/api/v1/register", 201, fresh_account, one_account},
    Story{"POST", "/api/v1/login", 200, sign_in, sessions_known},
    Story{"POST", "/api/v1/logout", 204, sign_out, session_gone},
    Story{"GET", kMe, 200, reading<kMe>, same_answer},
    Story{"POST", "/api/v1/eval", 200, evaluation, same_answer},
    Story{"GET", kRules, 200, reading<kRules>, same_answer},
    Story{"GET", "/api/v1/rules/{edition}", 200, reading<kPack>, same_answer},
    Story{"POST", "/api/v1/sync", 200, two_operations, both_judged},
    Story{"POST", "/api/v1/sync", 200, submission, one_judged},
    Story{"GET", kApplications, 200, reading<kApplications>, same_answer},
    Story{"GET", "/api/v1/uploads/{sha256}", 200, no_upload, same_answer},
    Story{"PUT", "/api/v1/uploads/{sha256}", 422, wrong_upload, same_answer},
    Story{"GET", "/api/v1/uploads/{sha256}", 200, known_upload, same_answer},
    Story{"PUT", "/api/v1/uploads/{sha256}", 200, upload, kept_whole},
    Story{"GET", "/api/v1/blobs/{sha256}", 200, known_blob, same_answer},
    Story{"GET", "/api/v1/blobs/{sha256}", 404, no_blob, same_answer},
};

}  // namespace

std::span<const Story> stories() { return kStories; }

}  // namespace kensan::faults
