#include "store/sqlite/backup.h"

#include <algorithm>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "store/durable_files.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/database_file.h"
#include "store/sqlite/file_lock.h"
#include "store/sqlite/migrations.h"
#include "store/store.h"

namespace kensan::store {

namespace fs = std::filesystem;

namespace {

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

/// A file under another name; what a failure leaves of it goes.
class Unfinished {
 public:
  explicit Unfinished(const fs::path& file) : path_(file.string() + ".part") { remove(); }
  ~Unfinished() { remove(); }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  const fs::path& path() const { return path_; }

 private:
  void remove() const {
    std::error_code gone;
    for (const char* end : {"", "-wal", "-shm", "-journal"}) fs::remove(path_.string() + end, gone);
  }
  fs::path path_;
};

/// All pages in one step: one read transaction, which holds up no writer of a WAL database.
void copy_database(Connection& from, Connection& to) {
  sqlite3_backup* copying = sqlite3_backup_init(to.get(), "main", from.get(), "main");
  if (copying == nullptr) to.fail(sqlite3_errcode(to.get()));
  sqlite3_backup_step(copying, -1);
  const int code = sqlite3_backup_finish(copying);
  if (code != SQLITE_OK) to.fail(code);
}

void begin_new_life(Connection& connection, const std::string& now) {
  connection.execute("BEGIN IMMEDIATE");
  connection.execute("UPDATE installation SET epoch = lower(hex(randomblob(16)))");
  // A phone may still send an operation that stands on a version given since the backup; here that
  // version must not come again with another content. By chance, since the same backup may be
  // restored twice.
  connection.execute(
      "UPDATE account SET ledger_version = ledger_version + 1000000 + abs(random() % 1000000000)");
  connection.query("UPDATE application_number SET last = last + ?")
      .with(std::int64_t{kNumbersSkipped})
      .run();
  // A scheme whose first number of the year was given since the backup has no row in it.
  connection
      .query(
          "INSERT INTO application_number (scheme, year, last) VALUES ('', ?, ?) "
          "ON CONFLICT (scheme, year) DO NOTHING")
      .with(std::int64_t{std::stoi(now.substr(0, 4))})
      .with(std::int64_t{kNumbersSkipped})
      .run();
  connection.execute("COMMIT");
}

struct LastNumber {
  std::string scheme;
  std::int64_t year;
  std::int64_t last;
};

/// Those that can be read: of a damaged database kNumbersSkipped has to do.
std::vector<LastNumber> numbers_given(const fs::path& database) {
  std::vector<LastNumber> numbers;
  try {
    Connection connection(database, Connection::Mode::read);
    Query given = connection.query("SELECT scheme, year, last FROM application_number");
    while (given.next()) numbers.push_back({given.text(0), given.number(1), given.number(2)});
  } catch (const Fault&) {
    // It is to be replaced because of just that.
  }
  return numbers;
}

/// The numbers go on behind those of the database that is replaced, too, if it can be read: it may
/// have begun with the same backup.
void skip_numbers_of(const fs::path& database, Connection& connection) {
  for (const LastNumber& given : numbers_given(database)) {
    connection
        .query(
            "INSERT INTO application_number (scheme, year, last) VALUES (?, ?, ?) "
            "ON CONFLICT (scheme, year) DO UPDATE SET last = max(last, excluded.last)")
        .with(given.scheme)
        .with(given.year)
        .with(std::max(given.last, std::int64_t{kNumbersSkipped}))
        .run();
  }
}

/// "kensan.sqlite.until-2026-11-21T082400", not there yet.
fs::path name_aside(const fs::path& database, std::string now) {
  std::erase(now, ':');
  fs::path name = database.string() + ".until-" + now;
  for (int i = 2; fs::exists(name) || fs::exists(name.string() + "-wal"); ++i)
    name = database.string() + ".until-" + now + "-" + std::to_string(i);
  return name;
}

/// The present database under another name too; it bears its own until the new one takes that. A
/// log goes even where its database is gone: SQLite would carry it into the new one.
fs::path keep_aside(const fs::path& database, const std::string& now) {
  const bool replaces = fs::exists(database);
  if (replaces) empty_log(database);
  const fs::path aside = name_aside(database, now);
  for (const char* end : {"-wal", "-shm"}) {
    const fs::path log = database.string() + end;
    if (fs::exists(log)) fs::rename(log, aside.string() + end);
  }
  std::error_code error;
  if (replaces) fs::create_hard_link(database, aside, error);
  if (error) fs::rename(database, aside);  // a disk without links
  sync_to_disk(folder_of(database));
  return replaces ? aside : fs::path();
}

}  // namespace

fs::path photos_of(const fs::path& database) { return folder_of(database) / "photos"; }

void back_up(const fs::path& database, const fs::path& file, const fs::path& earlier) {
  std::error_code error;
  if (fs::exists(file, error)) throw Refused(file.string() + " is there already");
  if (!file.has_filename()) throw Refused(file.string() + " is a folder's name");
  if (!fs::is_regular_file(database, error)) throw Refused("there is no " + database.string());
  make_folder(file.parent_path());
  if (fs::equivalent(folder_of(file), folder_of(database), error))
    throw Refused("a backup beside its database would be lost with it; name another folder");
  const Unfinished unfinished(file);
  {
    Connection from(database, Connection::Mode::write);  // the last to leave takes the log away
    Connection to(unfinished.path(), Connection::Mode::write);
    copy_database(from, to);
    to.execute("PRAGMA journal_mode=DELETE");  // one file, and nothing beside it
    if (const std::string found = damage(to); !found.empty())
      throw Fault(database.string() + " is damaged: " + found, false, Fault::Kind::corrupt);
  }
  copy_missing(photos_of(database), photos_of(file),
               earlier.empty() ? fs::path() : photos_of(earlier));
  put_in_place(unfinished.path(), file);
}

fs::path restore(const fs::path& backup, const fs::path& database, const std::string& now) {
  refuse_foreign(backup);
  make_folder(database.parent_path());
  std::error_code error;
  const bool replaces = fs::exists(database, error);
  if (replaces && fs::equivalent(backup, database, error))
    throw Refused("the backup is the database itself");
  const auto lock = replaces ? std::make_unique<FileLock>(database) : nullptr;
  const Unfinished unfinished(database);
  {
    Connection from(backup, Connection::Mode::read);
    Connection to(unfinished.path(), Connection::Mode::write);
    copy_database(from, to);
    to.execute("PRAGMA journal_mode=DELETE");
    if (const std::string found = damage(to); !found.empty())
      throw Refused(backup.string() + " is damaged; nothing was changed: " + found);
    migrate(to);
    begin_new_life(to, now);
    if (replaces) skip_numbers_of(database, to);
  }
  copy_missing(photos_of(backup), photos_of(database));
  try {
    const fs::path aside = keep_aside(database, now);
    put_in_place(unfinished.path(), database);
    return aside;
  } catch (const fs::filesystem_error& problem) {
    throw Fault(std::string("cannot put the backup in place: ") + problem.what(), true);
  }
}

}  // namespace kensan::store
