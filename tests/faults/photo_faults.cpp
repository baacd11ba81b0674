// kensan_photo_faults: each thing that is asked about photos while the Nth call for their files
// fails, for every N, once and lastingly.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>

#include "app/digest.h"
#include "photo_disk.h"
#include "photo_requests.h"
#include "server_in_process.h"
#include "store/files/blob_files.h"
#include "store/store.h"

namespace {

namespace fs = std::filesystem;
using namespace kensan;
using namespace kensan::faults;
using photo_disk::Call;

using Files = std::map<std::string, std::string>;  // an owner's: name and bytes

/// What is asked, and what is right.
struct Asked {
  http::Request request;
  int status;
  std::string body;  // its beginning
  Files left;        // afterwards
};

struct Photo {
  std::string bytes = small_photo("a certificate");
  std::string name = app::sha256(bytes);
  std::string part = name + ".part";

  std::string up_to(std::size_t end) const { return bytes.substr(0, end); }
  std::string from(std::size_t begin, std::size_t end) const {
    return bytes.substr(begin, end - begin);
  }
  http::Request chunk(const ServerInProcess& server, std::size_t begin, std::size_t end) const {
    return put_chunk(server, name, from(begin, end), begin, bytes.size());
  }
  std::string complete() const { return told(bytes.size(), true); }
  static std::string told(std::size_t offset, bool complete) {
    return "{\"offset\":" + std::to_string(offset) +
           (complete ? ",\"complete\":true}" : ",\"complete\":false}");
  }
};

const std::string kOther = app::sha256("other bytes");
const std::string kMismatch = R"({"errors":[{"code":"mismatch")";

Asked whole(ServerInProcess& server, const Photo& photo) {
  return {put_whole(server, photo.name, photo.bytes),
          200,
          photo.complete(),
          {{photo.name, photo.bytes}}};
}

Asked whole_again(ServerInProcess& server, const Photo& photo) {
  server.ask(put_whole(server, photo.name, photo.bytes));
  return whole(server, photo);
}

Asked first_chunk(ServerInProcess& server, const Photo& photo) {
  return {photo.chunk(server, 0, 90), 200, Photo::told(90, false), {{photo.part, photo.up_to(90)}}};
}

Asked next_chunk(ServerInProcess& server, const Photo& photo) {
  server.ask(photo.chunk(server, 0, 90));
  return {
      photo.chunk(server, 90, 150), 200, Photo::told(150, false), {{photo.part, photo.up_to(150)}}};
}

Asked last_chunk(ServerInProcess& server, const Photo& photo) {
  server.ask(photo.chunk(server, 0, 90));
  return {photo.chunk(server, 90, photo.bytes.size()),
          200,
          photo.complete(),
          {{photo.name, photo.bytes}}};
}

Asked wrong_hash(ServerInProcess& server, const Photo& photo) {
  server.ask(put_whole(server, photo.name, photo.bytes));
  return {put_whole(server, kOther, photo.bytes), 422, kMismatch, {{photo.name, photo.bytes}}};
}

Asked wrong_hash_at_last(ServerInProcess& server, const Photo& photo) {
  const std::size_t size = photo.bytes.size();
  server.ask(put_chunk(server, kOther, photo.up_to(90), 0, size));
  return {put_chunk(server, kOther, photo.from(90, size), 90, size), 422, kMismatch, {}};
}

Asked fetched(ServerInProcess& server, const Photo& photo) {
  server.ask(put_whole(server, photo.name, photo.bytes));
  return {get_blob(server, photo.name), 200, photo.bytes, {{photo.name, photo.bytes}}};
}

Asked told_complete(ServerInProcess& server, const Photo& photo) {
  server.ask(put_whole(server, photo.name, photo.bytes));
  return {get_upload(server, photo.name), 200, photo.complete(), {{photo.name, photo.bytes}}};
}

Asked told_in_part(ServerInProcess& server, const Photo& photo) {
  server.ask(photo.chunk(server, 0, 90));
  return {
      get_upload(server, photo.name), 200, Photo::told(90, false), {{photo.part, photo.up_to(90)}}};
}

struct Story {
  const char* name;
  /// On an empty disk.
  Asked (*prepare)(ServerInProcess& server, const Photo& photo);
};

constexpr Story kStories[] = {
    {"a photo in one go", whole},
    {"the same again", whole_again},
    {"a first chunk", first_chunk},
    {"a chunk in the middle", next_chunk},
    {"the last chunk", last_chunk},
    {"another hash", wrong_hash},
    {"another hash at the last chunk", wrong_hash_at_last},
    {"a photo fetched", fetched},
    {"what has arrived: all", told_complete},
    {"what has arrived: a part", told_in_part},
};

struct Loops {
  ServerInProcess& server;
  fs::path photos;
  Photo photo;
  std::int64_t faults = 0;
  std::int64_t refused = 0;
  int wrong = 0;

  fs::path folder() const { return photos / server.user(); }

  Files files() const {
    Files all;
    if (!fs::exists(folder())) return all;
    for (const auto& entry : fs::directory_iterator(folder())) {
      std::ifstream file(entry.path(), std::ios::binary);
      all[entry.path().filename()] = {std::istreambuf_iterator<char>(file), {}};
    }
    return all;
  }

  void empty_disk() const {
    fs::remove_all(photos);
    photo_disk::forget();
  }
};

bool is_right(const Asked& asked, const http::Reply& reply) {
  return reply.status == asked.status && reply.body.starts_with(asked.body);
}

bool is_named_refusal(const http::Reply& reply) {
  return reply.status == 503 && reply.body.starts_with(R"({"errors":[{"code":"unavailable")");
}

/// A file that could not be removed stays until the next start; nothing else may.
bool same_files(const Loops& loops, Files there, const Files& right, Call failing) {
  if (failing == Call::remove && right.contains(loops.photo.name)) there.erase(loops.photo.part);
  return there == right;
}

std::string check_first(const Loops& loops, const Asked& asked, const http::Reply& first,
                        const Files& before, Call failing) {
  if (!is_right(asked, first)) {
    if (!is_named_refusal(first)) return "answered " + std::to_string(first.status) + first.body;
    return loops.files() == before ? "" : "refused, and something is left";
  }
  if (!same_files(loops, loops.files(), asked.left, failing)) return "other files than promised";
  for (const auto& [name, bytes] : asked.left) {
    if (!photo_disk::is_safe(loops.folder() / name)) return "promised, and not on the disk";
  }
  return {};
}

std::string check_again(const Loops& loops, const Asked& asked, const http::Reply& first,
                        const http::Reply& again, Call failing) {
  // A chunk that was taken does not fit a second time; what has arrived was told.
  const bool taken = is_right(asked, first) && again.status == 409;
  if (!is_right(asked, again) && !taken)
    return "afterwards " + std::to_string(again.status) + again.body;
  if (!same_files(loops, loops.files(), asked.left, failing)) return "afterwards other files";
  for (const auto& [name, bytes] : asked.left) {
    if (!photo_disk::is_safe(loops.folder() / name)) return "afterwards not on the disk";
  }
  const bool complete = asked.left.contains(loops.photo.name);
  const http::Reply got = loops.server.ask(get_blob(loops.server, loops.photo.name));
  if (complete ? got.body != loops.photo.bytes : got.status != 404)
    return "afterwards it is fetched as " + std::to_string(got.status);
  return {};
}

/// One request under one fault; how many calls of that kind there were.
std::int64_t attempt(Loops& loops, const Story& story, const photo_disk::Failure& failure,
                     std::int64_t at, bool lasts) {
  loops.empty_disk();
  const Asked asked = story.prepare(loops.server, loops.photo);
  const Files before = loops.files();
  photo_disk::begin(failure, at, lasts);
  const http::Reply first = loops.server.ask(asked.request);
  const std::int64_t calls = photo_disk::end();
  std::string wrong = check_first(loops, asked, first, before, failure.call);
  const http::Reply again = loops.server.ask(asked.request);
  if (wrong.empty()) wrong = check_again(loops, asked, first, again, failure.call);
  if (at > 0 && calls >= at) {
    ++loops.faults;
    loops.refused += first.status == 503 ? 1 : 0;
  }
  if (!wrong.empty()) {
    ++loops.wrong;
    std::printf("WRONG  %s, %s, call %lld %s: %s\n", story.name, failure.name,
                static_cast<long long>(at), lasts ? "and all later ones" : "alone", wrong.c_str());
  }
  return calls;
}

/// A start after a kill, with every kind of file that it can find.
std::int64_t start(Loops& loops, const photo_disk::Failure& failure, std::int64_t at, bool lasts) {
  loops.empty_disk();
  loops.server.ask(put_whole(loops.server, loops.photo.name, loops.photo.bytes));
  const Files right = loops.files();
  for (const std::string& left : {loops.photo.part, kOther + ".new.part"})
    std::ofstream(loops.folder() / left) << "half";
  std::string wrong;
  photo_disk::begin(failure, at, lasts);
  try {
    store::open_blob_files(loops.photos);
  } catch (const store::Fault&) {
    ++loops.refused;
  } catch (const std::exception& problem) {
    wrong = problem.what();
  }
  const std::int64_t calls = photo_disk::end();
  if (at > 0 && calls >= at) ++loops.faults;
  store::open_blob_files(loops.photos);
  if (wrong.empty() && loops.files() != right) wrong = "other files than there should be";
  if (!wrong.empty()) {
    ++loops.wrong;
    std::printf("WRONG  a start, %s, call %lld %s: %s\n", failure.name, static_cast<long long>(at),
                lasts ? "and all later ones" : "alone", wrong.c_str());
  }
  return calls;
}

void loop(Loops& loops, const photo_disk::Failure& failure, bool lasts) {
  constexpr std::int64_t kMost = 1000;
  for (const Story& story : kStories) {
    for (std::int64_t at = 0; at < kMost; ++at) {
      if (attempt(loops, story, failure, at, lasts) < at || loops.wrong > 20) break;
    }
  }
  for (std::int64_t at = 0; at < kMost; ++at) {
    if (start(loops, failure, at, lasts) < at || loops.wrong > 20) break;
  }
}

}  // namespace

int main() {
  std::string name =
      (fs::exists("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path()) / "kensan-XXXXXX";
  if (mkdtemp(name.data()) == nullptr) return 1;
  const fs::path folder = name;
  photo_disk::watch(folder / "photos");
  int wrong = 0;
  {
    ServerInProcess server(folder);
    Loops loops{server, folder / "photos", {}};
    for (const photo_disk::Failure& failure : photo_disk::kFailures) {
      for (const bool lasts : {false, true}) loop(loops, failure, lasts);
    }
    wrong = loops.wrong;
    std::printf("%lld faults, %lld of them refused with a reason, %d wrong\n",
                static_cast<long long>(loops.faults), static_cast<long long>(loops.refused), wrong);
  }
  fs::remove_all(folder);
  return wrong == 0 ? 0 : 1;
}
