#include "kensan/rulebook.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace kensan {
namespace {

bool before(const RulePack& a, const RulePack& b) {
  if (a.scheme == b.scheme) return a.effective < b.effective;
  return a.scheme.code < b.scheme.code;
}

}  // namespace

const Certification* RulePack::certification(CertificationKind kind) const {
  const auto& wanted = kind == CertificationKind::first_time ? first_time : renewal;
  return wanted ? &*wanted : nullptr;
}

void Rulebook::add(RulePack pack) {
  assert(find(pack.scheme, pack.effective) == nullptr);
  const auto place = std::upper_bound(packs_.begin(), packs_.end(), pack, before);
  packs_.insert(place, std::move(pack));
}

bool Rulebook::knows(Provider scheme) const {
  return std::any_of(packs_.begin(), packs_.end(),
                     [scheme](const RulePack& pack) { return pack.scheme == scheme; });
}

const RulePack* Rulebook::find(Provider scheme, Date effective) const {
  for (const RulePack& pack : packs_) {
    if (pack.scheme == scheme && pack.effective == effective) return &pack;
  }
  return nullptr;
}

const RulePack* Rulebook::in_force(Provider scheme, Date as_of) const {
  const RulePack* newest = nullptr;
  for (const RulePack& pack : packs_) {
    if (pack.scheme == scheme && pack.status == Status::confirmed && pack.effective <= as_of) {
      newest = &pack;
    }
  }
  return newest;
}

std::optional<Date> Rulebook::newer_provisional(const RulePack& pack, Date as_of) const {
  std::optional<Date> newest;
  for (const RulePack& other : packs_) {
    if (other.scheme == pack.scheme && other.status == Status::provisional &&
        other.effective <= as_of && other.effective > pack.effective) {
      newest = other.effective;
    }
  }
  return newest;
}

std::optional<Provider> Rulebook::owner_of(std::string_view system) const {
  for (const RulePack& pack : packs_) {
    if (pack.system == system) return pack.scheme;
  }
  return std::nullopt;
}

std::string_view Rulebook::system_of(Provider scheme) const {
  for (const RulePack& pack : packs_) {
    if (pack.scheme == scheme) return pack.system;
  }
  return {};
}

}  // namespace kensan
