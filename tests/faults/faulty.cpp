#include "faulty.h"

#include <sqlite3.h>

#include <cstdlib>

namespace kensan::faults {

namespace {

sqlite3_mem_methods memory;
Faulty* machine = nullptr;

void* take(int bytes) { return machine->fails(Failing::memory) ? nullptr : memory.xMalloc(bytes); }

void* resize(void* block, int bytes) {
  return machine->fails(Failing::memory) ? nullptr : memory.xRealloc(block, bytes);
}

int code_of(Failing kind) {
  switch (kind) {
    case Failing::read:
      return SQLITE_IOERR_READ;
    case Failing::write:
      return SQLITE_IOERR_WRITE;
    case Failing::full:
      return SQLITE_FULL;
    case Failing::sync:
      return SQLITE_IOERR_FSYNC;
    case Failing::open:
      return SQLITE_CANTOPEN;
    case Failing::truncate:
      return SQLITE_IOERR_TRUNCATE;
    default:
      return SQLITE_IOERR_SHMMAP;
  }
}

}  // namespace

const char* name_of(Failing kind) {
  constexpr std::array kNames = {"memory", "read", "write",    "full",
                                 "sync",   "open", "truncate", "map"};
  return kNames.at(static_cast<std::size_t>(kind));
}

void Faulty::take_over() {
  machine = this;
  // Small blocks come from a connection's own reserve, so that their want would never be seen.
  const bool taken = sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory) == SQLITE_OK &&
                     sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0) == SQLITE_OK;
  sqlite3_mem_methods methods = memory;
  methods.xMalloc = take;
  methods.xRealloc = resize;
  if (!taken || sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) != SQLITE_OK) std::abort();
  watch(*this);
}

void Faulty::begin(Failing kind, std::int64_t at, bool lasts) {
  kind_ = kind;
  at_ = at;
  lasts_ = lasts;
  calls_ = 0;
  on_ = true;
}

std::int64_t Faulty::end() {
  on_ = false;
  return calls_;
}

bool Faulty::fails(Failing kind) {
  if (!on_ || kind_ != kind) return false;
  const std::int64_t call = ++calls_;
  const std::int64_t at = at_;
  return at > 0 && (call == at || (lasts_ && call > at));
}

int Faulty::before(Call call) {
  const auto one = [this](Failing kind) { return fails(kind) ? code_of(kind) : SQLITE_OK; };
  switch (call) {
    case Call::open:
      return one(Failing::open);
    case Call::read:
      return one(Failing::read);
    case Call::write:
      return one(kind_ == Failing::full ? Failing::full : Failing::write);
    case Call::sync:
      return one(Failing::sync);
    case Call::truncate:
      return one(Failing::truncate);
    case Call::map:
      return one(Failing::map);
    default:
      return SQLITE_OK;
  }
}

}  // namespace kensan::faults
