// The storage that the server needs, free of any database's words. Every key but two begins with
// the owner's id (an e-mail and a session's token are how an owner is found), so that the data of
// one pharmacist can live on one machine.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace kensan::store {

/// The storage failed (disk, permission, corruption). Nothing of the transaction has happened.
struct Fault : std::runtime_error {
  enum class Kind {
    failed,     // anything else
    full,       // no room on the disk
    busy,       // another program holds it for too long
    read_only,  // nothing can be written, reading goes on
    corrupt,    // what was read is damaged
  };
  /// `passes`: the same request may succeed later (disk full, busy), so the caller is asked to come
  /// back.
  Fault(const std::string& what, bool may_pass, Kind is = Kind::failed)
      : std::runtime_error(what), passes(may_pass), kind(is) {}
  bool passes;
  Kind kind;
};

struct Account {
  std::string user_id;
  std::string email;  // lower case
  std::string password_hash;
  bool demo = false;
};

struct Session {
  std::string token_hash;
  std::string user_id;
  std::string expires_at;  // instant, Japan; instants compare as text
};

/// One row of a ledger: a credit, the profile, the person, or an application as the applicant sees
/// it.
struct Entity {
  std::string kind;
  std::string id;
  std::int64_t version = 0;         // the owner's version that this row was written at
  std::optional<std::string> body;  // canonical JSON; none: deleted
};

struct Operation {
  std::string id;
  std::string device;
  std::int64_t seq = 0;
  std::string kind;
  std::string entity;
  std::int64_t base_version = 0;
  std::optional<std::string> body;
  std::string payload_hash;
  std::string state;   // accepted | conflict | rejected
  std::string answer;  // the acknowledgement's JSON, given again whenever the operation comes again
  std::string client_time;
  std::string received_at;
};

/// An operation that was refused because its id or its number was used before by another one. The
/// first stands; of this one only who it was and its hash are kept.
struct RefusedOperation {
  std::string id;
  std::string payload_hash;
  std::string device;
  std::int64_t seq = 0;
  std::string reason;
  std::string at;
};

/// How many rows an owner has, deleted ones and applications among them, and the sum of the
/// versions they were written at: two that hold the same rows have the same two numbers.
struct Held {
  std::int64_t rows = 0;
  std::int64_t versions = 0;
};

struct Application {
  std::string id;
  std::int64_t version = 0;
  std::string scheme;
  std::string status;                 // received | not_received
  std::optional<std::string> number;  // only of a received one
  std::string record;                 // JSON as the applicant sees it
  std::string phone_verdict;
  std::string server_verdict;
};

struct AuditEntry {
  std::string at;
  std::string action;
  std::string subject;  // an id
  std::string digest;   // of what was done; never the thing itself
};

/// What can be read; everything read in one go is of one moment.
class View {
 public:
  virtual ~View() = default;
  virtual std::string epoch() = 0;
  virtual std::optional<Account> account(std::string_view user) = 0;
  virtual std::optional<Account> account_by_email(std::string_view email) = 0;
  virtual std::optional<Session> session(std::string_view token_hash) = 0;

  virtual std::optional<Entity> entity(std::string_view user, std::string_view kind,
                                       std::string_view id) = 0;
  /// The credits that are not deleted, by id.
  virtual std::vector<Entity> credits(std::string_view user) = 0;
  /// Of those that are not deleted.
  virtual std::int64_t entity_count(std::string_view user, std::string_view kind) = 0;
  virtual Held held(std::string_view user) = 0;
  virtual std::int64_t ledger_version(std::string_view user) = 0;
  /// Rows newer than `version`, oldest first, at most `limit`.
  virtual std::vector<Entity> changes(std::string_view user, std::int64_t version,
                                      std::int64_t limit) = 0;
  virtual std::optional<Operation> operation(std::string_view user, std::string_view id) = 0;
  /// 0 for a device that has sent nothing yet.
  virtual std::int64_t last_seq(std::string_view user, std::string_view device) = 0;

  virtual std::vector<Application> applications(std::string_view user) = 0;  // newest first
  virtual bool has_received_application(std::string_view user, std::string_view scheme) = 0;
  virtual std::int64_t applications_version(std::string_view user) = 0;

  // All of an owner, in the order in which it came; beside `changes`, what an export holds.
  virtual std::vector<Operation> operations(std::string_view user) = 0;
  virtual std::vector<RefusedOperation> refused(std::string_view user) = 0;
  virtual std::vector<AuditEntry> audit(std::string_view user) = 0;
};

class Transaction : public View {
 public:
  /// False if the e-mail is taken: nothing is written then.
  virtual bool add_account(const Account& account, std::string_view created_at) = 0;
  virtual void set_password(std::string_view user, std::string_view password_hash) = 0;
  virtual void add_session(const Session& session) = 0;
  virtual void extend_session(std::string_view token_hash, std::string_view expires_at) = 0;
  virtual void delete_session(std::string_view token_hash) = 0;
  virtual void delete_sessions_expired(std::string_view now) = 0;

  /// Raises the owner's version by one and returns it.
  virtual std::int64_t next_version(std::string_view user) = 0;
  virtual void put_entity(std::string_view user, const Entity& entity) = 0;
  virtual void add_operation(std::string_view user, const Operation& operation) = 0;
  /// Does nothing where the same one was refused before.
  virtual void add_refused(std::string_view user, const RefusedOperation& operation) = 0;
  virtual void set_last_seq(std::string_view user, std::string_view device, std::int64_t seq) = 0;
  virtual void add_application(std::string_view user, const Application& application) = 0;
  /// The next running number of a scheme's applications in a year, from 1.
  virtual std::int64_t next_application_number(std::string_view scheme, int year) = 0;
  virtual void add_audit(std::string_view user, const AuditEntry& entry) = 0;

  /// Forgets who an owner is and what they wrote: e-mail (free again), password, sessions, devices,
  /// ledger, the operations' bodies and answers, the applications' records and verdicts. What stays
  /// says nothing about a person: ids, hashes, states, instants, application numbers, the audit.
  /// From then on there is no `account` of that id.
  virtual void erase(std::string_view user) = 0;
};

class Store {
 public:
  virtual ~Store() = default;
  virtual void read(const std::function<void(View&)>& work) = 0;
  /// Returns once everything that `work` wrote is durable. If `work` throws, none of it is written.
  /// `work` may be run more than once, what an earlier run wrote having been undone: it has to
  /// begin anew each time, so what it tells its caller is set, never added to, and it has no other
  /// effect.
  virtual void write(const std::function<void(Transaction&)>& work) = 0;
  /// Why nothing can be written from now on (read_only, corrupt), until the server is started again
  /// with what is wrong put right; none where writing works.
  virtual std::optional<Fault::Kind> read_only() const = 0;
};

}  // namespace kensan::store
