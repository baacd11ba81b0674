#include "app/csv.h"

#include <string_view>

namespace kensan::app {

namespace {

std::string quoted(const std::string& text) {
  std::string cell = "\"";
  for (const char c : text) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + '"';
}

/// Spreadsheets also look past spaces in front, and take some full-width signs for the same.
bool looks_like_a_formula(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return false;
  text.remove_prefix(first);
  if (std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos) return true;
  for (const std::string_view sign : {"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
    if (text.starts_with(sign)) return true;
  }
  return false;
}

std::string cell(const Json& value) {
  if (value.is_null()) return "";
  if (!value.is_string()) return value.is_structured() ? quoted(value.dump()) : value.dump();
  const std::string& text = value.get_ref<const std::string&>();
  return quoted(looks_like_a_formula(text) ? '\'' + text : text);
}

}  // namespace

std::string csv(const std::vector<std::string>& columns, const std::vector<Json>& rows) {
  std::string text = "\xEF\xBB\xBF";
  for (const std::string& column : columns)
    text += (&column == &columns.front() ? "" : ",") + column;
  text += "\r\n";
  for (const Json& row : rows) {
    for (const std::string& column : columns) {
      if (&column != &columns.front()) text += ',';
      if (row.contains(column)) text += cell(row[column]);
    }
    text += "\r\n";
  }
  return text;
}

}  // namespace kensan::app
