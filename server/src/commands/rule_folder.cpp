#include "commands/rule_folder.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <system_error>

#include "app/operation.h"
#include "app/oversize.h"
#include "app/published_rules.h"
#include "commands/commands.h"

namespace kensan::commands {

namespace fs = std::filesystem;

namespace {

using Problems = std::vector<Problem>;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

Result<std::vector<std::string>, std::string> json_files(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code unknown;
    const bool below = entry->is_directory(unknown);
    if (below && is_hidden(entry->path())) entry.disable_recursion_pending();
    if (below || is_hidden(entry->path()) || entry->path().extension() != ".json") continue;
    files.push_back(entry->path().string());
  }
  if (error) return Unexpected{error.message()};
  std::sort(files.begin(), files.end());
  return files;
}

/// Rules on their way together; knows from where each edition came.
class Gathering {
 public:
  Gathering() {
    for (const RulePack& pack : rulebook_.packs()) origin_[app::edition_name(pack)] = "built in";
  }

  /// Everything that is wrong with a pack beside those that are there; nothing is added then.
  Problems add(const std::string& file, const std::string& text) {
    const auto pack = read_pack(text);
    if (!pack) return pack.error();
    const std::string name = app::edition_name(*pack);
    const auto owner = rulebook_.owner_of(pack->system);
    if (!origin_.contains(name) && owner && *owner != pack->scheme) {
      return {{"duplicate_id", "/system",
               "the system " + pack->system + " belongs to " + provider_text(*owner)}};
    }
    const std::string answer = add_pack(rulebook_, text);
    if (answer.empty()) {
      origin_.emplace(name, file);
      return {};
    }
    Problems problems = app::problems_in(answer);
    for (Problem& problem : problems) {
      if (problem.code == "edited") problem.message += " (" + origin_.at(name) + ")";
    }
    return problems;
  }

  const Rulebook& rulebook() const { return rulebook_; }

 private:
  Rulebook rulebook_ = embedded_rulebook();
  std::map<std::string, std::string> origin_;
};

/// Whether the pack is there now; if not, everything that is wrong has been said.
bool add_text(Gathering& rules, const std::string& file, const std::string& text) {
  const Problems problems = rules.add(file, text);
  for (const Problem& problem : problems) {
    std::fprintf(stderr, "%s: %s at \"%s\": %s\n", file.c_str(), problem.code.c_str(),
                 problem.at.c_str(), problem.message.c_str());
  }
  return problems.empty();
}

bool add_file(Gathering& rules, const std::string& file) {
  std::error_code error;
  const auto text = fs::is_regular_file(file, error) ? file_text(file) : std::nullopt;
  if (text) return add_text(rules, file, *text);
  std::fprintf(stderr, "%s: cannot be read as a file\n", file.c_str());
  return false;
}

/// Whether all packs of the folder, save one file, are there now.
bool add_folder(Gathering& rules, const std::string& folder, const std::string& save) {
  const auto files = json_files(folder);
  if (!files) {
    fail(kFailed, "cannot read the folder " + folder + ": " + files.error());
    return false;
  }
  std::size_t faulty = 0;
  for (const std::string& file : *files) {
    std::error_code unknown;
    if (!save.empty() && fs::equivalent(file, save, unknown)) continue;
    if (!add_file(rules, file)) ++faulty;
  }
  if (faulty == 0) return true;
  fail(kFailed, "the rules in " + folder + " are not used: " + std::to_string(faulty) + " of " +
                    std::to_string(files->size()) +
                    " rule packs have faults, named above; mend them or take them away "
                    "(a published edition is never edited: a newer one supersedes it)");
  return false;
}

}  // namespace

std::optional<Rulebook> rulebook_with(const std::optional<std::string>& folder) {
  Gathering rules;
  if (folder && !add_folder(rules, *folder, "")) return std::nullopt;
  return rules.rulebook();
}

int check_pack(const std::string& file, const std::optional<std::string>& folder) {
  const auto text = file_text(file);
  if (!text) return fail(kUsage, "cannot read " + file);
  Gathering rules;
  const bool others_sound = !folder || add_folder(rules, *folder, file);
  const std::size_t before = rules.rulebook().packs().size();
  if (!add_text(rules, file, *text)) return kFailed;
  const bool is_new = rules.rulebook().packs().size() > before;
  std::printf("%s: sound: %s, %s\n", file.c_str(), app::edition_name(*read_pack(*text)).c_str(),
              is_new ? "a new edition" : "as it is published");
  return others_sound ? kDone : kFailed;
}

std::optional<std::string> file_text(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  std::string text(app::kMostRequestBytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!in.is_open() || in.bad()) return std::nullopt;
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

}  // namespace kensan::commands
