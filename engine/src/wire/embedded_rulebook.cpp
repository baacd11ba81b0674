#include <cassert>
#include <utility>

#include "kensan/engine.h"
#include "wire/embedded_packs.h"

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

std::string_view engine_version() { return KENSAN_VERSION; }

}  // namespace kensan
