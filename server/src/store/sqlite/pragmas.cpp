#include "store/sqlite/pragmas.h"

#include <array>
#include <cstdint>

namespace kensan::store {

namespace {

constexpr std::uint8_t kRead = 1;
constexpr std::uint8_t kWrite = 2;
constexpr std::uint8_t kFile = 4;
constexpr std::uint8_t kAll = kRead | kWrite | kFile;

struct Pragma {
  std::uint8_t uses;
  const char* sql;
};

constexpr std::array kPragmas = {
    // Within this server nobody else writes; `kensan backup` and `erase` come from beside it.
    Pragma{kAll, "PRAGMA busy_timeout=5000"},
    // A row that belongs to nobody is a fault at once, not a surprise later.
    Pragma{kAll, "PRAGMA foreign_keys=ON"},
    // A file from elsewhere can hold views and triggers; they call no function with effects.
    Pragma{kAll, "PRAGMA trusted_schema=OFF"},
    // A damaged page is found when it is read, before what it says is believed.
    Pragma{kAll, "PRAGMA cell_size_check=ON"},
    // Reading a bad block is then an error code; through mapped memory it would end the process.
    Pragma{kAll, "PRAGMA mmap_size=0"},
    // Nothing of a person goes into temporary files.
    Pragma{kAll, "PRAGMA temp_store=MEMORY"},
    // A question that writes by mistake is refused.
    Pragma{kRead, "PRAGMA query_only=ON"},
    // Readers go on while one writes, and many operations share one fsync.
    Pragma{kFile, "PRAGMA journal_mode=WAL"},
    // NORMAL would lose acknowledged work when the power fails: it syncs no commit in WAL mode.
    Pragma{kWrite | kFile, "PRAGMA synchronous=FULL"},
    // What is erased is not left in the file's free places.
    Pragma{kWrite | kFile, "PRAGMA secure_delete=ON"},
};

}  // namespace

void set_up(Connection& connection, Use use) {
  const std::uint8_t wanted = use == Use::read ? kRead : use == Use::write ? kWrite : kFile;
  for (const Pragma& pragma : kPragmas) {
    if ((pragma.uses & wanted) != 0) connection.execute(pragma.sql);
  }
}

}  // namespace kensan::store
