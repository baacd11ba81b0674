#include "store/sqlite/tables.h"

namespace kensan::store {

namespace {

Entity entity_of(const Query& row) {
  return {row.text(0), row.text(1), row.number(2), row.optional_text(3)};
}

std::vector<Entity> all_of(Query& query) {
  std::vector<Entity> rows;
  while (query.next()) rows.push_back(entity_of(query));
  return rows;
}

}  // namespace

std::optional<Entity> Tables::entity(std::string_view user, std::string_view kind,
                                     std::string_view id) {
  Query query = connection_.query(
      "SELECT kind, entity_id, version, body FROM entity WHERE user_id = ?1 AND kind = ?2 AND "
      "entity_id = ?3 "
      "UNION ALL SELECT 'application', application_id, version, record FROM application "
      "WHERE ?2 = 'application' AND user_id = ?1 AND application_id = ?3");
  query.with(user).with(kind).with(id);
  if (!query.next()) return std::nullopt;
  return entity_of(query);
}

std::vector<Entity> Tables::credits(std::string_view user) {
  Query query = connection_.query(
      "SELECT kind, entity_id, version, body FROM entity "
      "WHERE user_id = ? AND kind = 'credit' AND body IS NOT NULL ORDER BY entity_id");
  query.with(user);
  return all_of(query);
}

std::int64_t Tables::entity_count(std::string_view user, std::string_view kind) {
  Query query = connection_.query(
      "SELECT COUNT(*) FROM entity WHERE user_id = ? AND kind = ? AND body IS NOT NULL");
  query.with(user).with(kind);
  return query.next() ? query.number(0) : 0;
}

Held Tables::held(std::string_view user) {
  Query query = connection_.query(
      "SELECT COUNT(*), COALESCE(SUM(version), 0) FROM "
      "(SELECT version FROM entity WHERE user_id = ?1 "
      "UNION ALL SELECT version FROM application WHERE user_id = ?1)");
  query.with(user);
  return query.next() ? Held{query.number(0), query.number(1)} : Held{};
}

std::int64_t Tables::ledger_version(std::string_view user) {
  Query query = connection_.query("SELECT ledger_version FROM account WHERE user_id = ?");
  query.with(user);
  return query.next() ? query.number(0) : 0;
}

std::vector<Entity> Tables::changes(std::string_view user, std::int64_t version,
                                    std::int64_t limit) {
  Query query = connection_.query(
      "SELECT kind, entity_id, version, body FROM entity WHERE user_id = ?1 AND version > ?2 "
      "UNION ALL SELECT 'application', application_id, version, record FROM application "
      "WHERE user_id = ?1 AND version > ?2 ORDER BY 3 LIMIT ?3");
  query.with(user).with(version).with(limit);
  return all_of(query);
}

std::optional<Operation> Tables::operation(std::string_view user, std::string_view id) {
  Query query = connection_.query(
      "SELECT operation_id, device_id, seq, kind, entity_id, base_version, body, payload_hash, "
      "state, answer, client_time, "
      "received_at FROM operation WHERE user_id = ? AND operation_id = ?");
  query.with(user).with(id);
  if (!query.next()) return std::nullopt;
  return Operation{query.text(0), query.text(1),   query.number(2),        query.text(3),
                   query.text(4), query.number(5), query.optional_text(6), query.text(7),
                   query.text(8), query.text(9),   query.text(10),         query.text(11)};
}

std::int64_t Tables::last_seq(std::string_view user, std::string_view device) {
  Query query =
      connection_.query("SELECT last_seq FROM device WHERE user_id = ? AND device_id = ?");
  query.with(user).with(device);
  return query.next() ? query.number(0) : 0;
}

std::int64_t Tables::next_version(std::string_view user) {
  Query query = connection_.query(
      "UPDATE account SET ledger_version = ledger_version + 1 WHERE user_id = ? RETURNING "
      "ledger_version");
  query.with(user);
  if (!query.next()) throw Fault("database: the owner's row is gone", false);
  return query.number(0);
}

void Tables::put_entity(std::string_view user, const Entity& entity) {
  connection_
      .query(
          "INSERT INTO entity (user_id, kind, entity_id, version, body) VALUES (?, ?, ?, ?, ?) "
          "ON CONFLICT (user_id, kind, entity_id) DO UPDATE SET version = excluded.version, body = "
          "excluded.body")
      .with(user)
      .with(entity.kind)
      .with(entity.id)
      .with(entity.version)
      .with_optional(entity.body)
      .run();
}

void Tables::add_operation(std::string_view user, const Operation& operation) {
  connection_
      .query(
          "INSERT INTO operation (user_id, operation_id, device_id, seq, kind, entity_id, "
          "base_version, body, payload_hash, "
          "state, answer, client_time, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .with(user)
      .with(operation.id)
      .with(operation.device)
      .with(operation.seq)
      .with(operation.kind)
      .with(operation.entity)
      .with(operation.base_version)
      .with_optional(operation.body)
      .with(operation.payload_hash)
      .with(operation.state)
      .with(operation.answer)
      .with(operation.client_time)
      .with(operation.received_at)
      .run();
}

void Tables::add_refused(std::string_view user, const RefusedOperation& operation) {
  connection_
      .query(
          "INSERT INTO refused (user_id, operation_id, payload_hash, device_id, seq, reason, at) "
          "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
      .with(user)
      .with(operation.id)
      .with(operation.payload_hash)
      .with(operation.device)
      .with(operation.seq)
      .with(operation.reason)
      .with(operation.at)
      .run();
}

void Tables::set_last_seq(std::string_view user, std::string_view device, std::int64_t seq) {
  connection_
      .query(
          "INSERT INTO device (user_id, device_id, last_seq) VALUES (?, ?, ?) "
          "ON CONFLICT (user_id, device_id) DO UPDATE SET last_seq = excluded.last_seq")
      .with(user)
      .with(device)
      .with(seq)
      .run();
}

}  // namespace kensan::store
