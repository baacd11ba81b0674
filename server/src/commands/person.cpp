// kensan export, kensan erase: what a person may ask of whoever runs the server.
#include <sys/stat.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <map>
#include <stdexcept>

#include "app/accounts.h"
#include "app/clock.h"
#include "app/digest.h"
#include "app/person_files.h"
#include "commands/commands.h"
#include "commands/settings.h"
#include "store/durable_files.h"
#include "store/sqlite/backup.h"
#include "store/sqlite/sqlite_store.h"

namespace kensan::commands {

namespace fs = std::filesystem;

namespace {

constexpr std::array kEraseOptions = {
    kDatabaseOptions[0],
    kDatabaseOptions[1],
    Option{"--yes", nullptr, "really; it cannot be undone"},
};

void write_file(const fs::path& file, const std::string& content) {
  std::ofstream out(file, std::ios::binary);
  out.write(content.data(), static_cast<std::streamsize>(content.size()));
  out.close();
  if (!out) throw std::runtime_error("cannot write " + file.string());
}

/// Of the folder in which a person's photos are; unfinished ones are none.
void copy_photos(const fs::path& from, const fs::path& to,
                 const std::vector<app::NamedPhoto>& named) {
  if (!fs::is_directory(from)) return;
  std::map<std::string, std::string> names;
  for (const app::NamedPhoto& photo : named) names[photo.sha256] = photo.name;
  fs::create_directories(to);
  for (const fs::directory_entry& entry : fs::directory_iterator(from)) {
    const std::string sha256 = entry.path().filename().string();
    if (!entry.is_regular_file() || !app::is_sha256(sha256)) continue;
    const auto name = names.find(sha256);
    fs::copy_file(entry.path(), to / (name == names.end() ? sha256 : name->second));
  }
}

/// By e-mail or by id: an erased one has only an id.
std::optional<store::Account> find(store::View& view, const std::string& who) {
  const auto email = app::normal_email(who);
  return email ? view.account_by_email(*email) : view.account(who);
}

/// A folder under another name; what a failure leaves of it goes.
class Unfinished {
 public:
  explicit Unfinished(const fs::path& folder) : path_(folder.string() + ".part") {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Unfinished() {
    std::error_code gone;
    fs::remove_all(path_, gone);
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  const fs::path& path() const { return path_; }

 private:
  const fs::path path_;
};

int export_person(const std::string& who, fs::path folder, const fs::path& database) {
  if (!folder.has_filename()) folder = folder.parent_path();  // "DIR/"
  std::error_code error;
  if (fs::exists(folder, error)) return fail(kFailed, folder.string() + " is there already");
  const auto opened = store::join_sqlite_store(database);
  std::optional<store::Account> account;
  app::PersonFiles person;
  opened->read([&](store::View& view) {
    account = find(view, who);
    if (account) person = app::person_files(view, *account, app::system_clock()->now());
  });
  if (!account) return fail(kFailed, "there is no account of " + who);

  const Unfinished unfinished(folder);
  for (const app::NamedFile& file : person.files)
    write_file(unfinished.path() / file.name, file.content);
  copy_photos(store::photos_of(database) / account->user_id, unfinished.path() / "attachments",
              person.photos);
  store::put_in_place(unfinished.path(), folder);
  std::printf("%s: all that is kept of %s\n", folder.c_str(), who.c_str());
  return kDone;
}

void print_what_is_kept(const std::string& user) {
  std::printf(
      "%s is erased: e-mail, password, sessions, devices, ledger, photos, and what its operations\n"
      "and applications said. The e-mail can be registered again; a phone of this account is "
      "asked\n"
      "to log in, and keeps what it holds until its owner logs out there.\n"
      "Kept, because the same thing sent again must not become a second one, and because the "
      "audit\n"
      "must stay whole:\n"
      "  operations: id, device, number, kind, what row, hash, state, when received\n"
      "  applications: id, scheme, status, application number; the numbers go on\n"
      "  audit: when, what action, which id, hash\n"
      "Backups made before hold the account until they are removed (--backup-keep), and so does a\n"
      "database that a restore kept aside. Where a law asks that an application's papers be kept\n"
      "for years, that is for whoever runs this server to do before: kensan export.\n",
      user.c_str());
}

int erase_person(const std::string& who, const fs::path& database) {
  const auto opened = store::join_sqlite_store(database);
  std::optional<std::string> user;
  opened->write([&](store::Transaction& transaction) {
    const auto account = find(transaction, who);
    user = account ? std::optional(account->user_id) : std::nullopt;
    // One that was interrupted before the photos were gone is done to its end by the id.
    if (!user && !transaction.audit(who).empty()) user = who;
    if (!account) return;
    transaction.erase(*user);
    transaction.add_audit(*user, {app::system_clock()->now(), "erase", *user, ""});
  });
  if (!user) return fail(kFailed, "there is no account of " + who);
  fs::remove_all(store::photos_of(database) / *user);
  print_what_is_kept(*user);
  if (!store::empty_log(database))
    std::printf("The database's log is in use and may hold the old rows for a while yet.\n");
  return kDone;
}

int run_export(const Arguments& arguments) {
  if (arguments.rest().size() != 2) return fail(kUsage, "which USER, into which DIR?");
  const auto settings = commands::settings(arguments);
  if (!settings) return fail(settings.error().usage ? kUsage : kFailed, settings.error().line);
  umask(077);
  return export_person(arguments.rest()[0], arguments.rest()[1], settings->database());
}

int run_erase(const Arguments& arguments) {
  if (arguments.rest().size() != 1) return fail(kUsage, "which USER? one");
  if (!arguments.has("--yes"))
    return fail(kUsage, "erasing cannot be undone; export first, then say --yes");
  const auto settings = commands::settings(arguments);
  if (!settings) return fail(settings.error().usage ? kUsage : kFailed, settings.error().line);
  umask(077);
  return erase_person(arguments.rest().front(), settings->database());
}

}  // namespace

const Command kExport = {"export", "USER DIR [OPTION...]",
                         "all that is kept of a person (e-mail or id) as JSON, CSV and photos; the "
                         "server may be running",
                         kDatabaseOptions, run_export};

const Command kErase = {"erase", "USER --yes [OPTION...]",
                        "forget a person (e-mail or id); says what is kept and why; the server may "
                        "be running",
                        kEraseOptions, run_erase};

}  // namespace kensan::commands
