#include <cassert>
#include <utility>

#include "kensan/engine.h"
#include "wire/embedded_packs.h"
#include "wire/problems.h"

namespace kensan {

Rulebook embedded_rulebook() {
  Rulebook rulebook;
  for (const std::string_view json : embedded_packs()) {
    Result<RulePack, std::vector<Problem>> pack = read_pack(json);
    assert(pack.has_value() && "a pack in engine/rules is wrong: kensan rules --check");
    if (pack) rulebook.add(*std::move(pack));
  }
  return rulebook;
}

std::string add_pack(Rulebook& rulebook, std::string_view json) {
  Result<RulePack, std::vector<Problem>> pack = read_pack(json);
  if (!pack) return errors_text(pack.error());
  const RulePack* known = rulebook.find(pack->scheme, pack->effective);
  if (known == nullptr) {
    rulebook.add(*std::move(pack));
    return {};
  }
  if (canonical_json(known->text) == canonical_json(json)) return {};
  return errors_text({{"edited", "", "this edition is known with another content"}});
}

std::string_view engine_version() { return KENSAN_VERSION; }

}  // namespace kensan
