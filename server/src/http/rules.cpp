// The rule packs, for phones that do not have them yet. They are public: nobody logs in for them.
#include "http/replies.h"
#include "http/routes.h"

namespace kensan::http {

namespace {

constexpr std::string_view kJson = "application/json";

}  // namespace

Reply rule_list(const Visit& visit) {
  const app::PublishedRules& rules = visit.here.rules;
  return replies::tagged(visit.request, kJson, rules.list, rules.list_digest, "no-cache");
}

/// A published edition is never edited, so it may be kept for ever.
Reply rule_pack(const Visit& visit) {
  const app::PublishedPack* pack = visit.here.rules.find(visit.named);
  if (pack == nullptr) return replies::error("not_found", "there is no such rule pack");
  return replies::tagged(visit.request, kJson, pack->text, pack->digest, replies::kForEver);
}

}  // namespace kensan::http
