#include "bad_packs.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace kensan::test {
namespace {

namespace fs = std::filesystem;
using Pointer = Json::json_pointer;

const fs::path kSource = KENSAN_SOURCE_DIR;

std::vector<std::string> json_files(const fs::path& folder) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string provider = entry.path().parent_path().filename();
    const bool is_pack = provider.size() == 3 && (provider[0] == 'G' || provider[0] == 'P');
    if (is_pack && entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// Copies of the list's last element until it has so many.
void fill(Json& pack, const Json& filling) {
  Json& list = pack.at(Pointer(filling.at("at").get<std::string>()));
  const Json last = list.back();
  while (list.size() < filling.at("to").get<std::size_t>()) list.push_back(last);
}

/// An object within an object within an object, and so on.
void nest(Json& pack, const Json& nesting) {
  Json inner = "inside";
  for (int depth = nesting.at("depth"); depth > 0; --depth) inner = Json{{"in", inner}};
  pack.at(Pointer(nesting.at("at").get<std::string>())) = inner;
}

std::string patched_text(const Json& row) {
  Json pack = pack_named(row.at("base")).patch(row.at("patch"));
  if (row.contains("fill")) fill(pack, row["fill"]);
  if (row.contains("nest")) nest(pack, row["nest"]);
  std::string text = pack.dump();
  if (row.contains("replace")) {
    const std::string part = row["replace"].at(0);
    const std::size_t at = text.find(part);
    if (at == std::string::npos) throw std::runtime_error("nothing to replace: " + part);
    text.replace(at, part.size(), row["replace"].at(1).get<std::string>());
  }
  if (row.contains("pad")) text.resize(std::max(text.size(), row["pad"].get<std::size_t>()), ' ');
  return text;
}

std::string raw_text(const Json& row) {
  std::string text = row.at("text");
  if (!row.contains("repeat")) return text;
  const std::string piece = row["repeat"].at(0);
  for (int times = row["repeat"].at(1); times > 0; --times) text += piece;
  return text;
}

BadPack read_row(const Json& row) {
  BadPack pack;
  pack.name = row.at("name");
  pack.text = row.contains("base") ? patched_text(row) : raw_text(row);
  pack.known = row.value("known", false);
  pack.schema = row.at("schema");
  for (const Json& problem : row.at("expected")) {
    pack.expected.push_back(problem.at(0).get<std::string>() + " " +
                            problem.at(1).get<std::string>());
  }
  return pack;
}

}  // namespace

std::string file_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

Json pack_named(const std::string& edition) {
  const std::string scheme = edition.substr(0, 3);
  return Json::parse(file_text(kSource / "engine/rules" / scheme / (edition.substr(4) + ".json")));
}

std::vector<std::string> good_packs() {
  std::vector<std::string> files = json_files(kSource / "engine/rules");
  const std::vector<std::string> others = json_files(kSource / "tests/packs");
  files.insert(files.end(), others.begin(), others.end());
  return files;
}

std::vector<BadPack> bad_packs() {
  std::vector<BadPack> packs;
  for (const auto& entry : fs::directory_iterator(kSource / "tests/packs/bad")) {
    for (const Json& row : Json::parse(file_text(entry.path()))) packs.push_back(read_row(row));
  }
  return packs;
}

}  // namespace kensan::test
