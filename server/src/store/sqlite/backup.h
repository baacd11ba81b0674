// A backup is a database file of its own, and the folder `photos` beside it.
#pragma once

#include <filesystem>
#include <string>

namespace kensan::store {

/// Where a database's photos are.
std::filesystem::path photos_of(const std::filesystem::path& database);

/// Writes `file`, the database as of one moment, while a server may go on writing to it; then it
/// is checked, and only then does it bear its name. `earlier`: a backup whose photos need not be
/// copied again. SQLite alone opens the database, so a server may call this about its own. Throws
/// Refused (no such database, `file` is there already or lies beside the database) or Fault; then
/// there is no `file`.
void back_up(const std::filesystem::path& database, const std::filesystem::path& file,
             const std::filesystem::path& earlier = {});

/// Begins a new life of the database from a backup: under a new epoch, so that phones send again
/// what the backup lacks, and with versions and application numbers further on (the latter by
/// `kNumbersSkipped`), so that none of those given since is given twice. What was at `database` is
/// kept beside it under the name that is returned (empty: there was nothing). `now` is an instant,
/// Japan. Throws Refused (a server has the database, the backup is not ours, newer, or damaged) or
/// Fault; then everything is as it was, but photos may have been added.
std::filesystem::path restore(const std::filesystem::path& backup,
                              const std::filesystem::path& database, const std::string& now);

constexpr int kNumbersSkipped = 1000;

}  // namespace kensan::store
