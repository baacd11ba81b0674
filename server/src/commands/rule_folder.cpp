#include "commands/rule_folder.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "commands/commands.h"

namespace kensan::commands {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> json_files(const std::string& folder, std::error_code& error) {
  std::vector<std::string> files;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".json") files.push_back(entry->path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool add_pack(Rulebook& rulebook, const std::string& file) {
  const auto text = file_text(file);
  if (!text) {
    fail(kFailed, "cannot read " + file);
    return false;
  }
  auto pack = read_pack(*text);
  if (!pack) {
    print_problems(file, pack.error());
    return false;
  }
  if (rulebook.find(pack->scheme, pack->effective) != nullptr) {
    fail(kFailed, file + ": " + edition_name(*pack) +
                      " is there already; a published edition is never replaced");
    return false;
  }
  rulebook.add(std::move(*pack));
  return true;
}

}  // namespace

std::optional<Rulebook> rulebook_with(const std::optional<std::string>& folder) {
  Rulebook rulebook = embedded_rulebook();
  if (!folder) return rulebook;
  std::error_code error;
  const auto files = json_files(*folder, error);
  if (error) {
    fail(kFailed, "cannot read the folder " + *folder + ": " + error.message());
    return std::nullopt;
  }
  for (const std::string& file : files) {
    if (!add_pack(rulebook, file)) return std::nullopt;
  }
  return rulebook;
}

std::optional<std::string> file_text(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

void print_problems(const std::string& file, const std::vector<Problem>& problems) {
  for (const Problem& problem : problems) {
    std::fprintf(stderr, "%s: %s at \"%s\": %s\n", file.c_str(), problem.code.c_str(),
                 problem.at.c_str(), problem.message.c_str());
  }
}

std::string edition_name(const RulePack& pack) {
  return provider_text(pack.scheme) + "@" + date_text(pack.effective);
}

}  // namespace kensan::commands
