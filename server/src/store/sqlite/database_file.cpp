#include "store/sqlite/database_file.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <string_view>
#include <system_error>

#include "store/durable_files.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/pragmas.h"

namespace kensan::store {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kMagic("SQLite format 3\0", 16);

// Places in the header of every SQLite file (the format's section 1.3).
constexpr std::size_t kUserVersionAt = 60;
constexpr std::size_t kApplicationIdAt = 68;
using Header = std::array<char, 100>;

std::int64_t big_endian(const Header& header, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = at; i < at + 4; ++i)
    value = (value << 8U) | static_cast<unsigned char>(header[i]);
  return value;
}

void refuse_newer(const fs::path& file, std::int64_t version) {
  if (version <= newest_version()) return;
  throw Refused(file.string() + " was written by a newer Kensan (shape " + std::to_string(version) +
                ", this program knows " + std::to_string(newest_version()) +
                "); nothing was changed");
}

/// Whoever closes the database last takes its log away: one that is there was left by a program
/// that was killed, or by a machine that failed.
bool has_log(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file.string() + "-wal", error);
  return !error && size > 0;
}

/// Under another name first: a half-made database never bears the real one.
void create(const fs::path& file) {
  // SQLite would carry it into the new one; and it may be all that is left of what was
  // acknowledged.
  if (has_log(file))
    throw Refused(file.string() + " is gone, but its log " + file.string() +
                  "-wal is there; bring the database back, restore a backup, or remove the log");
  const fs::path unfinished = file.string() + ".new";
  std::error_code error;
  fs::remove(unfinished, error);
  {
    Connection connection(unfinished, Connection::Mode::write);
    migrate(connection);
  }
  put_in_place(unfinished, file);
}

/// The log was made with the rights that the database had then; these may have been put right
/// since.
void give_log_the_rights_of(const fs::path& file) {
  std::error_code error;
  const fs::perms rights = fs::status(file, error).permissions();
  if (error) return;
  for (const char* end : {"-wal", "-shm"}) fs::permissions(file.string() + end, rights, error);
}

void bring_up_to_date(const fs::path& file) {
  give_log_the_rights_of(file);
  const bool to_be_checked = has_log(file);
  Connection connection(file, Connection::Mode::write);
  // A newer program may have been killed before its version reached the header: then only the log
  // knows it, and closing must not carry the log into the file. Nor must it into a damaged one.
  sqlite3_db_config(connection.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  refuse_newer(file, connection.number("PRAGMA user_version"));
  if (to_be_checked) {
    if (const std::string found = damage(connection); !found.empty())
      throw Fault(file.string() + " is damaged: " + found, false, Fault::Kind::corrupt);
  }
  set_up(connection, Use::file);
  migrate(connection);
}

}  // namespace

void refuse_foreign(const fs::path& file) {
  if (!fs::is_regular_file(file)) throw Refused(file.string() + " is not a file");
  std::ifstream in(file, std::ios::binary);
  Header header{};
  if (!in) throw Refused("cannot read " + file.string());
  in.read(header.data(), static_cast<std::streamsize>(header.size()));
  if (in.gcount() != static_cast<std::streamsize>(header.size()) ||
      std::string_view(header.data(), kMagic.size()) != kMagic) {
    throw Refused(file.string() + " is not a database; nothing was changed");
  }
  if (big_endian(header, kApplicationIdAt) != kApplicationId) {
    throw Refused(file.string() + " is another program's database; nothing was changed");
  }
  refuse_newer(file, big_endian(header, kUserVersionAt));
}

bool empty_log(const fs::path& file) {
  try {
    Connection connection(file, Connection::Mode::write);
    return connection.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
  } catch (const Fault&) {
    return false;
  }
}

void make_folder(const fs::path& folder) {
  if (folder.empty()) return;
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Refused("cannot create the folder " + folder.string() + ": " + error.message());
}

std::string damage(Connection& connection) {
  try {
    Query query = connection.query("PRAGMA quick_check(1)");
    std::string found = query.next() ? query.text(0) : "nothing to check";
    std::replace(found.begin(), found.end(), '\n', ' ');
    return found == "ok" ? "" : found;
  } catch (const Fault& fault) {
    return fault.what();
  }
}

Prepared prepare_file(const fs::path& file) {
  std::error_code error;
  make_folder(file.parent_path());
  if (fs::exists(file, error)) {
    refuse_foreign(file);
  } else {
    create(file);
  }
  Prepared prepared{std::make_unique<FileLock>(file), std::nullopt};
  if (!can_write_in_folder_of(file)) {
    prepared.trouble = Fault("database: its folder is protected", true, Fault::Kind::read_only);
    return prepared;
  }
  try {
    bring_up_to_date(file);
  } catch (const Fault& fault) {
    if (fault.kind != Fault::Kind::corrupt && fault.kind != Fault::Kind::read_only) throw;
    prepared.trouble = fault;
  }
  return prepared;
}

}  // namespace kensan::store
