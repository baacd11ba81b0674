// The server without its sockets: the routes over a real store, and a phone's side of them.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/fields.h"
#include "app/installation.h"
#include "http/site.h"

namespace kensan::faults {

/// It is always the same day; between two questions an hour elapses, so that failed attempts to
/// log in are forgotten.
class HourlyClock final : public app::Clock {
 public:
  std::string now() const override { return "2026-11-21T08:24:00"; }
  std::chrono::seconds elapsed() const override { return std::chrono::hours{++asked_}; }

 private:
  mutable std::atomic<int> asked_ = 0;
};

class ServerInProcess {
 public:
  /// A new database in `folder`, with one account that is signed in.
  explicit ServerInProcess(std::filesystem::path folder);

  /// Throws what open_sqlite_store throws.
  void open();
  void close();
  /// open() was called, and writing works.
  bool serves() const;

  http::Reply ask(const http::Request& request);
  http::Request get(const std::string& path) const;
  http::Request post(const std::string& path, const app::Json& body) const;
  /// As somebody with that session, "" for nobody.
  static http::Request with_session(http::Request request, const std::string& token);
  static std::string session_of(const http::Reply& reply);
  std::string new_session();
  static std::string new_uuid();

  store::Store& store() { return *store_; }
  std::filesystem::path file() const { return folder_ / "kensan.sqlite"; }
  const std::string& user() const { return user_; }

  /// One that comes next in the device's sequence; sent() once it is acknowledged.
  app::Json next_operation(const std::string& kind, const std::string& entity, app::Json body,
                           std::int64_t base_version);
  app::Json sync_request(const std::vector<app::Json>& operations);
  void acknowledged(const std::string& operation) { acknowledged_.push_back(operation); }
  /// "" or what is wrong: an acknowledged operation that is gone, a page that is damaged.
  std::string lost();

 private:
  std::filesystem::path folder_;
  HourlyClock clock_;
  Rulebook rulebook_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<store::Blobs> blobs_;
  std::unique_ptr<app::Installation> here_;
  std::unique_ptr<http::Site> site_;
  std::string user_;
  std::string token_;
  std::string device_;
  std::vector<std::string> acknowledged_;
};

}  // namespace kensan::faults
