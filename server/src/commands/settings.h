// How a server is set up: the command line over the configuration file over what is usual.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "commands/arguments.h"
#include "commands/backup_timer.h"
#include "kensan/result.h"

namespace kensan::commands {

struct Settings {
  std::string host = "127.0.0.1";
  int port = 8080;
  std::filesystem::path data = "kensan-data";  // a folder, or a file that ends in .sqlite
  std::string www;                             // the app's folder; empty: none
  std::string origin;                          // of the TLS proxy in front; empty: none
  std::optional<std::string> rules;
  std::optional<std::vector<std::string>> office;
  std::optional<BackupPlan> backups;
  bool demo = false;
  std::optional<std::string> fixed_clock;

  std::filesystem::path database() const;
};

/// What goes wrong is said in one line for the operator; `usage`: the command line itself is wrong.
struct SettingsError {
  std::string line;
  bool usage;
};

Result<Settings, SettingsError> settings(const Arguments& arguments);

/// Of the commands that are about a database: which one.
inline constexpr std::array kDatabaseOptions = {
    Option{"--data", "DIR|FILE.sqlite", "where the database is (kensan-data)"},
    Option{"--config", "FILE", "the server's configuration, for `data`"},
};

bool is_loopback(const std::string& host);

}  // namespace kensan::commands
