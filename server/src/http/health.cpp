// Whether the server and its database answer, and whether what is sent to them can be kept.
#include "http/replies.h"
#include "http/routes.h"

namespace kensan::http {

Reply health(const Visit& visit) {
  visit.here.store.read([](store::View& view) { view.epoch(); });
  const auto why = visit.here.store.read_only();
  if (!why) return replies::json(200, R"({"ok":true})");
  const bool damaged = *why == store::Fault::Kind::corrupt;
  return replies::json(503, damaged ? R"({"ok":false,"read_only":"corrupt"})"
                                    : R"({"ok":false,"read_only":"protected"})");
}

}  // namespace kensan::http
