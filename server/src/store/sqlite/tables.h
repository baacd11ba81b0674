// The Store's questions and changes as SQL on one connection.
#pragma once

#include "store/sqlite/connection.h"
#include "store/store.h"

namespace kensan::store {

class Tables final : public Transaction {
 public:
  explicit Tables(Connection& connection) : connection_(connection) {}

  // tables_accounts.cpp
  std::string epoch() override;
  std::optional<Account> account(std::string_view user) override;
  std::optional<Account> account_by_email(std::string_view email) override;
  std::optional<Session> session(std::string_view token_hash) override;
  bool add_account(const Account& account, std::string_view created_at) override;
  void set_password(std::string_view user, std::string_view password_hash) override;
  void add_session(const Session& session) override;
  void extend_session(std::string_view token_hash, std::string_view expires_at) override;
  void delete_session(std::string_view token_hash) override;
  void delete_sessions_expired(std::string_view now) override;
  void add_audit(std::string_view user, const AuditEntry& entry) override;

  // tables_ledger.cpp
  std::optional<Entity> entity(std::string_view user, std::string_view kind,
                               std::string_view id) override;
  std::vector<Entity> credits(std::string_view user) override;
  std::int64_t entity_count(std::string_view user, std::string_view kind) override;
  Held held(std::string_view user) override;
  std::int64_t ledger_version(std::string_view user) override;
  std::vector<Entity> changes(std::string_view user, std::int64_t version,
                              std::int64_t limit) override;
  std::optional<Operation> operation(std::string_view user, std::string_view id) override;
  std::int64_t last_seq(std::string_view user, std::string_view device) override;
  std::int64_t next_version(std::string_view user) override;
  void put_entity(std::string_view user, const Entity& entity) override;
  void add_operation(std::string_view user, const Operation& operation) override;
  void add_refused(std::string_view user, const RefusedOperation& operation) override;
  void set_last_seq(std::string_view user, std::string_view device, std::int64_t seq) override;

  // tables_applications.cpp
  std::vector<Application> applications(std::string_view user) override;
  bool has_received_application(std::string_view user, std::string_view scheme) override;
  std::int64_t applications_version(std::string_view user) override;
  void add_application(std::string_view user, const Application& application) override;
  std::int64_t next_application_number(std::string_view scheme, int year) override;

  // tables_person.cpp
  std::vector<Operation> operations(std::string_view user) override;
  std::vector<RefusedOperation> refused(std::string_view user) override;
  std::vector<AuditEntry> audit(std::string_view user) override;
  void erase(std::string_view user) override;

 private:
  Connection& connection_;
};

}  // namespace kensan::store
