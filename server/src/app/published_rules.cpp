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

std::optional<KnownPack> parse_known_pack(std::string_view text) {
  const std::size_t at = text.find('@');
  const std::size_t hash = std::min(text.find('#'), text.size());
  if (at >= hash || !parse_provider(text.substr(0, at)) ||
      !parse_date(text.substr(at + 1, hash - at - 1)))
    return std::nullopt;
  KnownPack pack{std::string(text.substr(0, hash)), std::nullopt};
  if (hash < text.size()) pack.digest = text.substr(hash + 1);
  if (pack.digest && !is_sha256(*pack.digest)) return std::nullopt;
  return pack;
}

RuleDifferences rule_differences(const PublishedRules& own, const std::vector<KnownPack>& phones) {
  RuleDifferences differences;
  for (const PublishedPack& pack : own.packs) {
    const auto same = [&](const KnownPack& known) { return known.name == pack.name; };
    const auto known = std::find_if(phones.begin(), phones.end(), same);
    if (known == phones.end()) {
      differences.missing.push_back(pack.name);
    } else if (known->digest && *known->digest != pack.digest) {
      differences.other.push_back(pack.name);
    }
  }
  for (const KnownPack& known : phones) {
    if (own.find(known.name) == nullptr) differences.unknown.push_back(known.name);
  }
  return differences;
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
