// kensan_fault_loops [--most N]: each route while the Nth call to the disk or for memory fails, for
// every N, once and lastingly. `--most`: at most so many Ns a route and kind, spread over all.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "faulty.h"
#include "http/routes.h"
#include "server_in_process.h"
#include "store/sqlite/sqlite_store.h"
#include "stories.h"

namespace {

namespace fs = std::filesystem;
using namespace kensan;
using namespace kensan::faults;

struct Loops {
  Faulty& machine;
  ServerInProcess& server;
  std::int64_t most;
  std::int64_t faults = 0;
  std::int64_t refused = 0;  // of those, answered with 5xx
  int wrong = 0;

  void tell(std::string_view where, Failing kind, std::int64_t at, bool lasts,
            const std::string& what) {
    if (what.empty()) return;
    ++wrong;
    std::printf("WRONG  %s, %s call %lld %s: %s\n", std::string(where).c_str(), name_of(kind),
                static_cast<long long>(at), lasts ? "and all later ones" : "alone", what.c_str());
  }
};

/// A refusal says why in the contract's words; anything else is the right answer.
std::string unclean(const Story& story, const http::Reply& reply) {
  if (reply.status == story.status) return {};
  if (reply.status < 500) return "answered " + std::to_string(reply.status) + " " + reply.body;
  const auto body = app::Json::parse(reply.body, nullptr, false);
  const bool named = body.is_object() && body.contains("errors") && !body["errors"].empty();
  return named ? "" : "refused without a reason: " + reply.body;
}

/// One request under one fault; how many calls of that kind there were.
std::int64_t attempt(Loops& loops, const Story& story, Failing kind, std::int64_t at, bool lasts) {
  const http::Request request = story.next(loops.server);
  loops.machine.begin(kind, at, lasts);
  const http::Reply first = loops.server.ask(request);
  const std::int64_t calls = loops.machine.end();
  const http::Reply again = loops.server.ask(request);
  if (at > 0 && calls >= at) {
    ++loops.faults;
    loops.refused += first.status >= 500 ? 1 : 0;
  }
  std::string wrong = unclean(story, first);
  const bool taken = first.status == 201 && again.status == 409;
  if (wrong.empty() && again.status != story.status && !taken)
    wrong = "afterwards " + std::to_string(again.status) + " " + again.body;
  if (wrong.empty()) wrong = story.wrong(loops.server, request, first, again);
  loops.tell(story.path, kind, at, lasts, wrong);
  return calls;
}

void loop(Loops& loops, const Story& story, Failing kind, bool lasts) {
  const std::int64_t calls = attempt(loops, story, kind, 0, false);
  const std::int64_t step = std::max<std::int64_t>(1, calls / loops.most);
  for (std::int64_t at = 1;; at += step) {
    if (attempt(loops, story, kind, at, lasts) < at || loops.wrong > 20) break;
  }
  loops.tell(story.path, kind, 0, lasts, loops.server.lost());
}

/// The server's start, on its own database or on none.
std::int64_t start(Loops& loops, bool anew, Failing kind, std::int64_t at, bool lasts) {
  const fs::path folder = loops.server.file().parent_path() / "new";
  fs::remove_all(folder);
  std::string wrong;
  std::int64_t calls = 0;
  const fs::path file = anew ? folder / "kensan.sqlite" : loops.server.file();
  loops.server.close();
  loops.machine.begin(kind, at, lasts);
  try {
    store::open_sqlite_store(file);
  } catch (const store::Fault&) {
    ++loops.refused;
  } catch (const store::Refused&) {
    ++loops.refused;
  }
  calls = loops.machine.end();
  if (at > 0 && calls >= at) ++loops.faults;
  try {
    if (anew) {
      const auto store = store::open_sqlite_store(file);
      if (store->read_only()) wrong = "a new one is read-only";
    }
    loops.server.open();
    if (!loops.server.serves()) wrong = "it stays read-only";
  } catch (const std::exception& problem) {
    wrong = std::string("it does not start again: ") + problem.what();
  }
  loops.tell(anew ? "first start" : "start", kind, at, lasts, wrong);
  return calls;
}

void loop_starts(Loops& loops, bool anew, Failing kind, bool lasts) {
  const std::int64_t calls = start(loops, anew, kind, 0, false);
  const std::int64_t step = std::max<std::int64_t>(1, calls / loops.most);
  for (std::int64_t at = 1;; at += step) {
    if (start(loops, anew, kind, at, lasts) < at || loops.wrong > 20) break;
  }
  loops.tell("start", kind, 0, lasts, loops.server.lost());
}

/// A route that nobody asks here would never be tried.
int routes_left_out() {
  int left_out = 0;
  for (const http::Route& route : http::routes()) {
    const auto same = [&](const Story& story) {
      return story.path == route.path && story.method == route.method;
    };
    if (std::any_of(stories().begin(), stories().end(), same)) continue;
    ++left_out;
    std::printf("WRONG  no story asks %s\n", std::string(route.path).c_str());
  }
  return left_out;
}

fs::path make_folder() {
  std::string name =
      (fs::exists("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path()) / "kensan-XXXXXX";
  if (mkdtemp(name.data()) == nullptr) std::abort();
  return name;
}

}  // namespace

int main(int count, char** arguments) {
  const bool bounded = count == 3 && std::string_view(arguments[1]) == "--most";
  static Faulty machine;  // SQLite asks it for memory until the very end
  machine.take_over();
  const fs::path folder = make_folder();
  int wrong = routes_left_out();
  {
    ServerInProcess server(folder);
    Loops loops{machine, server, bounded ? std::atoll(arguments[2]) : 1'000'000};
    for (const Failing kind : kAllFailing) {
      for (const bool lasts : {false, true}) {
        for (const Story& story : stories()) loop(loops, story, kind, lasts);
        loop_starts(loops, false, kind, lasts);
        loop_starts(loops, true, kind, lasts);
      }
    }
    wrong += loops.wrong;
    std::printf("%lld faults, %lld of them refused with a reason, %d wrong\n",
                static_cast<long long>(loops.faults), static_cast<long long>(loops.refused), wrong);
  }
  fs::remove_all(folder);
  return wrong == 0 ? 0 : 1;
}
