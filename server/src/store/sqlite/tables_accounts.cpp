#include "store/sqlite/tables.h"

namespace kensan::store {

namespace {

std::optional<Account> only_account(Query& query) {
  if (!query.next()) return std::nullopt;
  return Account{query.text(0), query.text(1), query.text(2), query.number(3) != 0};
}

}  // namespace

std::string Tables::epoch() {
  Query query = connection_.query("SELECT epoch FROM installation");
  if (!query.next()) throw Fault("database: the installation's row is gone", false);
  return query.text(0);
}

std::optional<Account> Tables::account(std::string_view user) {
  Query query = connection_.query(
      // Of an erased one the row is left without an e-mail: what stays of it points there.
      "SELECT user_id, email, password_hash, demo FROM account WHERE user_id = ? AND email <> ''");
  query.with(user);
  return only_account(query);
}

std::optional<Account> Tables::account_by_email(std::string_view email) {
  Query query = connection_.query(
      "SELECT account.user_id, account.email, password_hash, demo "
      "FROM account_email JOIN account ON account.user_id = account_email.user_id WHERE "
      "account_email.email = ?");
  query.with(email);
  return only_account(query);
}

bool Tables::add_account(const Account& account, std::string_view created_at) {
  if (account_by_email(account.email)) return false;
  connection_.query("INSERT INTO account_email (email, user_id) VALUES (?, ?)")
      .with(account.email)
      .with(account.user_id)
      .run();
  connection_
      .query(
          "INSERT INTO account (user_id, email, password_hash, demo, created_at) VALUES (?, ?, ?, "
          "?, ?)")
      .with(account.user_id)
      .with(account.email)
      .with(account.password_hash)
      .with(std::int64_t{account.demo})
      .with(created_at)
      .run();
  return true;
}

void Tables::set_password(std::string_view user, std::string_view password_hash) {
  connection_.query("UPDATE account SET password_hash = ? WHERE user_id = ?")
      .with(password_hash)
      .with(user)
      .run();
}

std::optional<Session> Tables::session(std::string_view token_hash) {
  Query query =
      connection_.query("SELECT token_hash, user_id, expires_at FROM session WHERE token_hash = ?");
  query.with(token_hash);
  if (!query.next()) return std::nullopt;
  return Session{query.text(0), query.text(1), query.text(2)};
}

void Tables::add_session(const Session& session) {
  connection_.query("INSERT INTO session (token_hash, user_id, expires_at) VALUES (?, ?, ?)")
      .with(session.token_hash)
      .with(session.user_id)
      .with(session.expires_at)
      .run();
}

void Tables::extend_session(std::string_view token_hash, std::string_view expires_at) {
  connection_.query("UPDATE session SET expires_at = ? WHERE token_hash = ?")
      .with(expires_at)
      .with(token_hash)
      .run();
}

void Tables::delete_session(std::string_view token_hash) {
  connection_.query("DELETE FROM session WHERE token_hash = ?").with(token_hash).run();
}

void Tables::delete_sessions_expired(std::string_view now) {
  connection_.query("DELETE FROM session WHERE expires_at <= ?").with(now).run();
}

void Tables::add_audit(std::string_view user, const AuditEntry& entry) {
  connection_
      .query(
          "INSERT INTO audit (user_id, entry, at, action, subject, digest) "
          "VALUES (?1, (SELECT COALESCE(MAX(entry), 0) + 1 FROM audit WHERE user_id = ?1), ?2, ?3, "
          "?4, ?5)")
      .with(user)
      .with(entry.at)
      .with(entry.action)
      .with(entry.subject)
      .with(entry.digest)
      .run();
}

}  // namespace kensan::store
