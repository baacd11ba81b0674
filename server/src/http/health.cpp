// Whether the server and its database answer, and whether it takes anything.
#include "http/replies.h"
#include "http/routes.h"

namespace kensan::http {

Reply health(const Visit& visit) {
  visit.here.store.read([](store::View& view) { view.epoch(); });
  // Why is the operator's to know: standard error has it.
  return replies::json(
      200, visit.here.store.read_only() ? R"({"ok":true,"read_only":true})" : R"({"ok":true})");
}

}  // namespace kensan::http
