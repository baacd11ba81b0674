// Connections that read beside the writer, lent to one thread at a time.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "store/sqlite/connection.h"
#include "store/store.h"

namespace kensan::store {

class Readers {
 public:
  Readers(const std::filesystem::path& file, Connection::Mode mode);

  /// Everything asked in `work` is of one moment.
  void read(const std::function<void(View&)>& work);

 private:
  struct GiveBack {
    Readers* readers;
    void operator()(Connection* reader) const {
      readers->take_back(std::unique_ptr<Connection>(reader));
    }
  };
  using Lent = std::unique_ptr<Connection, GiveBack>;

  Lent lend();
  void take_back(std::unique_ptr<Connection> reader);

  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace kensan::store
