// The rule packs as others can fetch and compare them. A digest is the SHA-256 of a pack's
// canonical JSON, which are also the bytes that are sent, so that whoever has the bytes can check
// the digest.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kensan/engine.h"

namespace kensan::app {

struct PublishedPack {
  std::string name;  // "G13@2024-05-01"
  std::string text;  // canonical JSON
  std::string digest;
};

struct PublishedRules {
  std::vector<PublishedPack> packs;  // by scheme, then edition
  std::string list;                  // {"rules":[{"scheme","edition","status","digest"}...]}
  std::string list_digest;

  /// Null where there is none of that name.
  const PublishedPack* find(std::string_view name) const;
};

PublishedRules published_rules(const Rulebook& rulebook);

/// "G13@2024-05-01"
std::string edition_name(const RulePack& pack);
/// "confirmed" or "provisional"
const char* status_word(Status status);
std::string pack_digest(const RulePack& pack);

}  // namespace kensan::app
