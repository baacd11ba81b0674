// kensan rules: which editions there are, and whether a new one is sound.
#include <array>
#include <cstdio>

#include "app/digest.h"
#include "app/published_rules.h"
#include "commands/commands.h"
#include "commands/rule_folder.h"

namespace kensan::commands {

namespace {

constexpr std::array kOptions = {
    Option{"--check", "FILE",
           "instead say everything that is wrong with one rule pack, also beside the others"},
    Option{"--rules", "DIR", kRulesHelp},
};

void print_row(const RulePack& pack) {
  std::printf("%-6s  %-10s  %-11s  %s\n", provider_text(pack.scheme).c_str(),
              date_text(pack.effective).c_str(), app::status_word(pack.status),
              app::pack_digest(pack).c_str());
}

int run(const Arguments& arguments) {
  if (!arguments.rest().empty()) return fail(kUsage, "rules takes no " + arguments.rest().front());
  if (!app::start_cryptography()) return fail(kFailed, "no source of cryptography");
  const auto folder = arguments.value("--rules");
  if (const auto file = arguments.value("--check")) return check_pack(*file, folder);
  const auto rulebook = rulebook_with(folder);
  if (!rulebook) return kFailed;
  std::printf("%-6s  %-10s  %-11s  %s\n", "scheme", "edition", "status", "digest");
  for (const RulePack& pack : rulebook->packs()) print_row(pack);
  return kDone;
}

}  // namespace

const Command kRules = {"rules", "[--rules DIR] [--check FILE]",
                        "list the rule packs: scheme, edition, status, digest", kOptions, run};

}  // namespace kensan::commands
