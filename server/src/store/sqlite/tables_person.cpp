// All of one owner: to hand it out, and to forget it.
#include "store/sqlite/tables.h"

namespace kensan::store {

std::vector<Operation> Tables::operations(std::string_view user) {
  Query query = connection_.query(
      "SELECT operation_id, device_id, seq, kind, entity_id, base_version, body, payload_hash, "
      "state, answer, client_time, received_at FROM operation WHERE user_id = ? "
      "ORDER BY received_at, device_id, seq");
  query.with(user);
  std::vector<Operation> rows;
  while (query.next()) {
    rows.push_back({query.text(0), query.text(1), query.number(2), query.text(3), query.text(4),
                    query.number(5), query.optional_text(6), query.text(7), query.text(8),
                    query.text(9), query.text(10), query.text(11)});
  }
  return rows;
}

std::vector<RefusedOperation> Tables::refused(std::string_view user) {
  Query query = connection_.query(
      "SELECT operation_id, payload_hash, device_id, seq, reason, at FROM refused "
      "WHERE user_id = ? ORDER BY at, operation_id, payload_hash");
  query.with(user);
  std::vector<RefusedOperation> rows;
  while (query.next()) {
    rows.push_back({query.text(0), query.text(1), query.text(2), query.number(3), query.text(4),
                    query.text(5)});
  }
  return rows;
}

std::vector<AuditEntry> Tables::audit(std::string_view user) {
  Query query = connection_.query(
      "SELECT at, action, subject, digest FROM audit WHERE user_id = ? ORDER BY entry");
  query.with(user);
  std::vector<AuditEntry> rows;
  while (query.next()) rows.push_back({query.text(0), query.text(1), query.text(2), query.text(3)});
  return rows;
}

void Tables::erase(std::string_view user) {
  for (const char* sql : {
           "DELETE FROM account_email WHERE user_id = ?",
           "UPDATE account SET email = '', password_hash = '' WHERE user_id = ?",
           "DELETE FROM session WHERE user_id = ?",
           "DELETE FROM device WHERE user_id = ?",
           "DELETE FROM entity WHERE user_id = ?",
           "UPDATE operation SET body = NULL, answer = '{}', client_time = '' WHERE user_id = ?",
           "UPDATE application SET record = '{}', phone_verdict = '', server_verdict = '' "
           "WHERE user_id = ?",
       }) {
    connection_.query(sql).with(user).run();
  }
}

}  // namespace kensan::store
