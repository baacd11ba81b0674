#include "app/published_rules.h"

#include <algorithm>

#include "app/digest.h"
#include "app/fields.h"

namespace kensan::app {

const PublishedPack* PublishedRules::find(std::string_view name) const {
  const auto found = std::find_if(packs.begin(), packs.end(),
                                  [&](const PublishedPack& pack) { return pack.name == name; });
  return found == packs.end() ? nullptr : &*found;
}

PublishedRules published_rules(const Rulebook& rulebook) {
  PublishedRules published;
  OrderedJson rows = OrderedJson::array();
  for (const RulePack& pack : rulebook.packs()) {
    published.packs.push_back({edition_name(pack), canonical_json(pack.text), pack_digest(pack)});
    rows.push_back({{"scheme", provider_text(pack.scheme)},
                    {"edition", date_text(pack.effective)},
                    {"status", status_word(pack.status)},
                    {"digest", published.packs.back().digest}});
  }
  published.list = OrderedJson{{"rules", rows}}.dump();
  published.list_digest = sha256(published.list);
  return published;
}

std::string edition_name(const RulePack& pack) {
  return provider_text(pack.scheme) + "@" + date_text(pack.effective);
}

const char* status_word(Status status) {
  return status == Status::confirmed ? "confirmed" : "provisional";
}

std::string pack_digest(const RulePack& pack) { return sha256(canonical_json(pack.text)); }

}  // namespace kensan::app
