// The rule packs as others can fetch and compare them. A digest is the SHA-256 of a pack's
// canonical JSON, which are also the bytes that are sent, so that whoever has the bytes can check
// the digest.
#pragma once

#include <optional>
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

/// A pack as a phone names it, with its digest where it says that, too.
struct KnownPack {
  std::string name;
  std::optional<std::string> digest;
};

/// From "G13@2024-05-01" or "G13@2024-05-01#<digest>"; none for another form.
std::optional<KnownPack> parse_known_pack(std::string_view text);

/// In what a phone's packs are not the server's, by name.
struct RuleDifferences {
  std::vector<std::string> missing;  // which the phone does not have
  std::vector<std::string> unknown;  // which the server does not have
  std::vector<std::string> other;    // which both have, with another content
};

RuleDifferences rule_differences(const PublishedRules& own, const std::vector<KnownPack>& phones);

PublishedRules published_rules(const Rulebook& rulebook);

/// "G13@2024-05-01"
std::string edition_name(const RulePack& pack);
/// "confirmed" or "provisional"
const char* status_word(Status status);
std::string pack_digest(const RulePack& pack);

}  // namespace kensan::app
