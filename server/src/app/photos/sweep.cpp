#include "app/photos/sweep.h"

#include <cstdint>
#include <cstdio>
#include <exception>
#include <set>
#include <string>

#include "app/fields.h"
#include "app/kinds.h"

namespace kensan::app {

namespace {

constexpr std::int64_t kDay = std::int64_t{24} * 60 * 60;
constexpr std::int64_t kUnreferenced = 30 * kDay;
constexpr std::int64_t kUnfinished = 7 * kDay;

/// The names that an owner's attachments refer to.
std::set<std::string> referenced(store::Store& store, const std::string& user) {
  constexpr std::int64_t kAtOnce = 1000;
  std::set<std::string> names;
  store.read([&](store::View& view) {
    std::int64_t version = 0;
    for (auto rows = view.changes(user, version, kAtOnce); !rows.empty();
         rows = view.changes(user, version, kAtOnce)) {
      for (const store::Entity& row : rows) {
        if (row.kind == kAttachment && row.body)
          names.insert(Json::parse(*row.body).at("sha256").get<std::string>());
      }
      version = rows.back().version;
    }
  });
  return names;
}

std::size_t sweep_owner(const Installation& here, const std::string& user) {
  std::size_t removed = 0;
  here.blobs.alone(user, [&] {
    const std::set<std::string> names = referenced(here.store, user);
    for (const store::Blob& blob : here.blobs.of(user)) {
      if (blob.complete && names.contains(blob.name)) {
        here.blobs.touch(user, blob.name);
      } else if (blob.age > (blob.complete ? kUnreferenced : kUnfinished)) {
        here.blobs.remove(user, blob.name);
        ++removed;
      }
    }
  });
  return removed;
}

}  // namespace

std::size_t sweep(const Installation& here) {
  std::size_t removed = 0;
  for (const std::string& user : here.blobs.owners()) {
    try {
      removed += sweep_owner(here, user);
    } catch (const store::Fault& fault) {
      std::fprintf(stderr, "fault: %s\n", fault.what());
    } catch (const std::exception&) {
      // Its text may quote what a person wrote.
      std::fprintf(stderr, "fault: an owner's photos could not be swept\n");
    }
  }
  return removed;
}

}  // namespace kensan::app
