// The applications that an applicant has sent, newest first.
#include "http/replies.h"
#include "http/routes.h"

namespace kensan::http {

Reply applications(const Visit& visit) {
  std::vector<store::Application> sent;
  visit.here.store.read(
      [&](store::View& view) { sent = view.applications(visit.signed_in->account.user_id); });
  std::string body = R"({"applications":[)";
  for (const store::Application& application : sent) {
    if (!body.ends_with('[')) body += ',';
    body += application.record;
  }
  return replies::json(200, body + "]}");
}

}  // namespace kensan::http
