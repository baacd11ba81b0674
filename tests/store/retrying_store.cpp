// A storage whose every transaction is undone once and run again, as one does that finds out at its
// end that another was faster. Linked into the real server in the place of the real storage.
#include <cstdio>
#include <filesystem>
#include <memory>

#include "store/sqlite/sqlite_store.h"

namespace kensan::store {

namespace {

struct Undone {};

class RetryingStore final : public Store {
 public:
  explicit RetryingStore(std::unique_ptr<Store> store) : store_(std::move(store)) {}

  void read(const std::function<void(View&)>& work) override {
    store_->read(work);
    store_->read(work);
  }

  void write(const std::function<void(Transaction&)>& work) override {
    try {
      store_->write([&](Transaction& transaction) {
        work(transaction);
        throw Undone{};
      });
    } catch (const Undone&) {
      // As if it had never run.
    }
    store_->write(work);
  }

  std::optional<Fault::Kind> read_only() const override { return store_->read_only(); }

 private:
  std::unique_ptr<Store> store_;
};

}  // namespace

}  // namespace kensan::store

// The linker's names: --wrap calls the first where the second is asked for under its own name.
extern "C" {
std::unique_ptr<kensan::store::Store>
__real__ZN6kensan5store17open_sqlite_storeERKNSt10filesystem7__cxx114pathE(
    const std::filesystem::path& file);

std::unique_ptr<kensan::store::Store>
__wrap__ZN6kensan5store17open_sqlite_storeERKNSt10filesystem7__cxx114pathE(
    const std::filesystem::path& file) {
  std::puts("every transaction is run twice");
  return std::make_unique<kensan::store::RetryingStore>(
      __real__ZN6kensan5store17open_sqlite_storeERKNSt10filesystem7__cxx114pathE(file));
}
}
