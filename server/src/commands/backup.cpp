// kensan backup, kensan restore: a database into a file, and a file in a database's place.
#include <sys/stat.h>

#include <array>
#include <cstdio>

#include "app/clock.h"
#include "commands/commands.h"
#include "commands/settings.h"
#include "store/sqlite/backup.h"
#include "store/sqlite/database_file.h"

namespace kensan::commands {

namespace {

/// The database that the command is about, and its one word. Errors are said.
template <typename Work>
int with_file(const Arguments& arguments, const Work& work) {
  if (arguments.rest().size() != 1) return fail(kUsage, "which FILE? one");
  const auto settings = commands::settings(arguments);
  if (!settings) return fail(settings.error().usage ? kUsage : kFailed, settings.error().line);
  umask(077);  // what is written here is personal data
  work(arguments.rest().front(), settings->database());
  return kDone;
}

int run_backup(const Arguments& arguments) {
  return with_file(arguments, [](const std::string& file, const std::filesystem::path& database) {
    store::refuse_foreign(database);
    store::back_up(database, file);
    std::printf("%s: checked and kept\n", file.c_str());
  });
}

int run_restore(const Arguments& arguments) {
  return with_file(arguments, [](const std::string& file, const std::filesystem::path& database) {
    const auto aside = store::restore(file, database, app::system_clock()->now());
    std::printf("%s is now what %s was\n", database.c_str(), file.c_str());
    if (!aside.empty())
      std::printf("the one before is kept: %s; keep it until every phone has synced\n",
                  aside.c_str());
    std::printf("phones send again what the backup lacks; application numbers go on %d further\n",
                store::kNumbersSkipped);
  });
}

}  // namespace

const Command kBackup = {"backup", "FILE [OPTION...]",
                         "the database as of now into a file, and its photos into photos/ beside "
                         "it; the server may be running",
                         kDatabaseOptions, run_backup};

const Command kRestore = {"restore", "FILE [OPTION...]",
                          "go on from a backup, the server having ended; the present database is "
                          "kept beside the restored one",
                          kDatabaseOptions, run_restore};

}  // namespace kensan::commands
