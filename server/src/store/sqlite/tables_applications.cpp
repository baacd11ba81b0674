#include "store/sqlite/tables.h"

namespace kensan::store {

std::vector<Application> Tables::applications(std::string_view user) {
  Query query = connection_.query(
      "SELECT application_id, version, scheme, status, number, record, phone_verdict, "
      "server_verdict FROM application "
      "WHERE user_id = ? ORDER BY version DESC");
  query.with(user);
  std::vector<Application> rows;
  while (query.next()) {
    rows.push_back({query.text(0), query.number(1), query.text(2), query.text(3),
                    query.optional_text(4), query.text(5), query.text(6), query.text(7)});
  }
  return rows;
}

bool Tables::has_received_application(std::string_view user, std::string_view scheme) {
  Query query = connection_.query(
      "SELECT 1 FROM application WHERE user_id = ? AND scheme = ? AND status = 'received' LIMIT 1");
  query.with(user).with(scheme);
  return query.next();
}

std::int64_t Tables::applications_version(std::string_view user) {
  Query query =
      connection_.query("SELECT COALESCE(MAX(version), 0) FROM application WHERE user_id = ?");
  query.with(user);
  return query.next() ? query.number(0) : 0;
}

void Tables::add_application(std::string_view user, const Application& application) {
  connection_
      .query(
          "INSERT INTO application (user_id, application_id, version, scheme, status, number, "
          "record, phone_verdict, "
          "server_verdict) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .with(user)
      .with(application.id)
      .with(application.version)
      .with(application.scheme)
      .with(application.status)
      .with_optional(application.number)
      .with(application.record)
      .with(application.phone_verdict)
      .with(application.server_verdict)
      .run();
}

std::int64_t Tables::next_application_number(std::string_view scheme, int year) {
  Query query = connection_.query(
      // The row without a scheme: where a restored database begins (backup.h).
      "INSERT INTO application_number (scheme, year, last) VALUES (?1, ?2, 1 + COALESCE((SELECT "
      "MAX(last) FROM application_number WHERE scheme = '' AND year >= ?2), 0)) "
      "ON CONFLICT (scheme, year) DO UPDATE SET last = last + 1 RETURNING last");
  query.with(scheme).with(std::int64_t{year});
  if (!query.next()) throw Fault("database: no application number", false);
  return query.number(0);
}

}  // namespace kensan::store
