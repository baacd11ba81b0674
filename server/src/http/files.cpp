#include "http/files.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <regex>
#include <system_error>

#include "app/digest.h"
#include "http/replies.h"

namespace kensan::http {

namespace fs = std::filesystem;

namespace {

struct Type {
  std::string_view extension;
  std::string_view name;
};

constexpr std::array kTypes = {
    Type{".html", "text/html; charset=utf-8"},
    Type{".js", "text/javascript; charset=utf-8"},
    Type{".mjs", "text/javascript; charset=utf-8"},
    Type{".css", "text/css; charset=utf-8"},
    Type{".json", "application/json"},
    Type{".map", "application/json"},
    Type{".webmanifest", "application/manifest+json"},
    Type{".wasm", "application/wasm"},
    Type{".svg", "image/svg+xml"},
    Type{".png", "image/png"},
    Type{".webp", "image/webp"},
    Type{".ico", "image/vnd.microsoft.icon"},
    Type{".woff2", "font/woff2"},
    Type{".txt", "text/plain; charset=utf-8"},
};

std::string type_of(const fs::path& file) {
  const std::string extension = file.extension().string();
  const auto* type = std::find_if(kTypes.begin(), kTypes.end(),
                                  [&](const Type& known) { return known.extension == extension; });
  return std::string(type == kTypes.end() ? "application/octet-stream" : type->name);
}

/// Below the folder and nothing hidden: no part begins with a dot, so none is "..".
bool is_plain(std::string_view path) {
  if (!path.starts_with('/') || path.find("/.") != std::string_view::npos) return false;
  return std::none_of(path.begin(), path.end(), [](char c) { return c == '\0' || c == '\\'; });
}

/// The name ends in its content's hash, as the app's build writes it: what lies behind the name
/// never changes.
bool is_hashed(const std::string& name) {
  static const std::regex kForm(R"(-([0-9A-Z]{8}|[0-9a-f]{8})\.[a-z0-9]+$)");
  return std::regex_search(name, kForm);
}

/// Links are not followed: they could lead out of the folder.
std::optional<std::string> content(const fs::path& file) {
  std::error_code error;
  if (fs::symlink_status(file, error).type() != fs::file_type::regular) return std::nullopt;
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

bool takes_brotli(const Request& request) {
  return request.header("accept-encoding").find("br") != std::string_view::npos;
}

/// The file, compressed where that lies ready beside it.
std::optional<Reply> reply_of(const fs::path& file, const Request& request) {
  std::optional<std::string> bytes =
      takes_brotli(request) ? content(file.string() + ".br") : std::nullopt;
  const bool compressed = bytes.has_value();
  if (!compressed) bytes = content(file);
  if (!bytes) return std::nullopt;

  const std::string tag = app::sha256(*bytes).substr(0, 32);
  const bool hashed = is_hashed(file.filename().string());
  Reply reply = replies::tagged(request, type_of(file), std::move(*bytes), tag,
                                hashed ? replies::kForEver : "no-cache");
  reply.headers.emplace_back("Vary", "Accept-Encoding");
  if (compressed && reply.status == 200) reply.headers.emplace_back("Content-Encoding", "br");
  return reply;
}

}  // namespace

Reply Files::answer(const Request& request) const {
  std::optional<Reply> found;
  if (!folder_.empty() && is_plain(request.path)) {
    const fs::path asked(request.path.substr(1));
    found = reply_of(folder_ / asked, request);
    if (!found && !asked.has_extension()) found = reply_of(folder_ / "index.html", request);
  }
  Reply reply = found ? std::move(*found) : replies::error("not_found", "there is nothing here");
  reply.route = "files";
  return reply;
}

}  // namespace kensan::http
