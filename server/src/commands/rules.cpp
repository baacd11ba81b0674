// kensan rules: which editions there are, and whether a new one is sound.
#include <array>
#include <cstdio>

#include "app/digest.h"
#include "commands/commands.h"
#include "commands/rule_folder.h"

namespace kensan::commands {

namespace {

constexpr std::array kOptions = {
    Option{"--check", "FILE", "say everything that is wrong with one rule pack"},
    Option{"--rules", "DIR", kRulesHelp},
};

void print_row(const RulePack& pack) {
  std::printf("%-6s  %-10s  %-11s  %s\n", provider_text(pack.scheme).c_str(),
              date_text(pack.effective).c_str(),
              pack.status == Status::confirmed ? "confirmed" : "provisional",
              app::sha256(canonical_json(pack.text)).c_str());
}

int check(const std::string& file) {
  const auto text = file_text(file);
  if (!text) return fail(kUsage, "cannot read " + file);
  const auto pack = read_pack(*text);
  if (!pack) {
    print_problems(file, pack.error());
    return kFailed;
  }
  std::printf("%s: sound: %s\n", file.c_str(), edition_name(*pack).c_str());
  return kDone;
}

int run(const Arguments& arguments) {
  if (!arguments.rest().empty()) return fail(kUsage, "rules takes no " + arguments.rest().front());
  if (!app::start_cryptography()) return fail(kFailed, "no source of cryptography");
  if (const auto file = arguments.value("--check")) return check(*file);
  const auto rulebook = rulebook_with(arguments.value("--rules"));
  if (!rulebook) return kFailed;
  std::printf("%-6s  %-10s  %-11s  %s\n", "scheme", "edition", "status", "digest");
  for (const RulePack& pack : rulebook->packs()) print_row(pack);
  return kDone;
}

}  // namespace

const Command kRules = {"rules", "[--check FILE]",
                        "list the rule packs: scheme, edition, status, digest", kOptions, run};

}  // namespace kensan::commands
