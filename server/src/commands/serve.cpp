// kensan serve: the server.
#include <malloc.h>
#include <pthread.h>
#include <sys/stat.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <thread>

#include "app/demo.h"
#include "app/digest.h"
#include "commands/backup_timer.h"
#include "commands/commands.h"
#include "commands/daily_sweep.h"
#include "commands/rule_folder.h"
#include "commands/settings.h"
#include "http/listener.h"
#include "store/files/blob_files.h"
#include "store/sqlite/backup.h"
#include "store/sqlite/sqlite_store.h"

namespace kensan::commands {

namespace {

constexpr std::array kOptions = {
    Option{"--port", "N", "8080 by default; 0: any free one"},
    Option{"--host", "ADDRESS",
           "127.0.0.1 by default; only loopback, since this server does not speak TLS"},
    Option{"--data", "DIR|FILE.sqlite", "where the database is or is to be made (kensan-data)"},
    Option{"--www", "DIR", "the app's files; without it there is the API alone"},
    Option{"--office", "G13[,G01]",
           "the schemes whose applications are received here; none by default"},
    Option{"--origin", "https://HOST",
           "the public address of the TLS proxy in front of this server"},
    Option{"--rules", "DIR", kRulesHelp},
    Option{"--backups", "DIR", "where backups are made by themselves; none without it"},
    Option{"--backup-every", "HOURS", "24 by default"},
    Option{"--backup-keep", "N", "so many of the newest backups are kept: 14 by default"},
    Option{"--config", "FILE",
           "the same as JSON: office (a list), port, host, data, www, origin, rules, backups, "
           "backup_every, backup_keep"},
    Option{"--demo", nullptr,
           "a demo account with a ledger, its password printed; office G13; this machine alone"},
    Option{"--fixed-clock", "TIME", "for tests: it is always 2026-11-21T08:24:00 in Japan"},
};

sigset_t ending_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGUSR1);  // from EndingBySignal itself
  return set;
}

/// Ends the listener at SIGTERM or SIGINT; the signals are blocked in every thread and waited for
/// in this one.
class EndingBySignal {
 public:
  explicit EndingBySignal(http::Listener& listener)
      : thread_([&listener] {
          const sigset_t set = ending_signals();
          int signal = 0;
          sigwait(&set, &signal);
          listener.stop();
        }) {}
  ~EndingBySignal() {
    pthread_kill(thread_.native_handle(), SIGUSR1);  // where the listener ended by itself
    thread_.join();
  }
  EndingBySignal(const EndingBySignal&) = delete;
  EndingBySignal& operator=(const EndingBySignal&) = delete;

 private:
  std::thread thread_;
};

/// "G99@2026-11-01, ...": a file that was passed over is missed here.
std::string added_packs(const Rulebook& rulebook) {
  const Rulebook built_in = embedded_rulebook();
  std::string names;
  for (const RulePack& pack : rulebook.packs()) {
    if (built_in.find(pack.scheme, pack.effective) != nullptr) continue;
    names += (names.empty() ? "" : ", ") + app::edition_name(pack);
  }
  return names.empty() ? "nothing new" : names;
}

int listen(const Settings& settings, const app::Installation& here) {
  http::Site site(here, http::Files(settings.www), settings.origin);
  http::Listener listener(site);
  const int port = listener.bind(settings.host, settings.port);
  if (port == 0) {
    return fail(kFailed, "cannot listen on " + settings.host + ":" + std::to_string(settings.port) +
                             ": the port is taken or not allowed (another one: --port N)");
  }
  std::printf("listening on %s:%d\n", settings.host.c_str(), port);
  if (settings.rules)
    std::printf("Rules of %s: %s\n", settings.rules->c_str(), added_packs(here.rulebook).c_str());
  std::printf("Kensan %s  http://localhost:%d/\n", std::string(engine_version()).c_str(), port);
  if (here.demo)
    std::printf("Demo login: %s  password: %s\n", app::kDemoEmail,
                app::open_demo_account(here).c_str());
  std::fflush(stdout);
  const EndingBySignal ending(listener);
  return listener.run() ? kDone : fail(kFailed, "the listener failed");
}

int start(const Settings& settings) {
  if (!app::start_cryptography()) return fail(kFailed, "no source of cryptography");
  const auto rulebook = rulebook_with(settings.rules);
  if (!rulebook) return kFailed;
  umask(077);  // what is written here is personal data
  const auto store = store::open_sqlite_store(settings.database());
  const auto blobs = store::open_blob_files(store::photos_of(settings.database()));
  if (store->read_only())
    std::fprintf(stderr, "kensan: %s is damaged or protected: it is read, nothing new is kept\n",
                 settings.database().c_str());
  const auto clock =
      settings.fixed_clock ? app::fixed_clock(*settings.fixed_clock) : app::system_clock();
  const app::Installation here{*store,
                               *blobs,
                               *clock,
                               *rulebook,
                               app::published_rules(*rulebook),
                               settings.office.value_or(std::vector<std::string>()),
                               settings.demo};
  for (const std::string& scheme : here.office) {
    if (!rulebook->knows(*parse_provider(scheme)))
      return fail(kFailed, "there are no rules for the office's scheme " + scheme);
  }
  std::optional<BackupTimer> backups;
  if (settings.backups) backups.emplace(settings.database(), *settings.backups, *clock);
  std::optional<DailySweep> sweep;  // what is damaged cannot say what is referred to
  if (!store->read_only()) sweep.emplace(here);
  return listen(settings, here);
}

int run(const Arguments& arguments) {
  if (!arguments.rest().empty()) return fail(kUsage, "serve takes no " + arguments.rest().front());
  const auto settings = commands::settings(arguments);
  if (!settings) return fail(settings.error().usage ? kUsage : kFailed, settings.error().line);
  if (!is_loopback(settings->host)) {
    return fail(
        kFailed,
        "will not listen on " + settings->host +
            ": this server does not speak TLS, and passwords must not cross a network in clear; "
            "listen on loopback and put a TLS proxy in front (--origin)");
  }
  if (!settings->origin.empty() && !http::library_is_maintained()) {
    return fail(kFailed,
                "this build's HTTP library has known faults, so it serves this machine alone; "
                "build it with the maintained one");
  }
  // Else each of the 64 threads that ever had a large request keeps some of what that took: with a
  // few heaps for all of them, and large blocks outside these, it goes back.
  mallopt(M_ARENA_MAX, 4);
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
  const sigset_t signals = ending_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  // A caller who went away and a file that may not grow are errors of one request, not ends of the
  // server.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return start(*settings);
  } catch (const std::exception& problem) {
    return fail(kFailed, problem.what());
  }
}

}  // namespace

const Command kServe = {"serve", "[OPTION...]", "serve the app and its API until SIGTERM or SIGINT",
                        kOptions, run};

}  // namespace kensan::commands
