// Whether the server and its database answer.
#include "http/replies.h"
#include "http/routes.h"

namespace kensan::http {

Reply health(const Visit& visit) {
  visit.here.store.read([](store::View& view) { view.epoch(); });
  return replies::json(200, R"({"ok":true})");
}

}  // namespace kensan::http
