#include "commands/settings.h"

#include <algorithm>
#include <charconv>

#include "app/clock.h"
#include "app/fields.h"
#include "commands/rule_folder.h"

namespace kensan::commands {

namespace {

using app::Json;

constexpr int kMostHours = 24 * 366;
constexpr int kMostBackups = 10'000;

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= list.size();) {
    const std::size_t comma = std::min(list.find(',', from), list.size());
    parts.push_back(list.substr(from, comma - from));
    from = comma + 1;
  }
  return parts;
}

void take(const Json& config, const char* name, std::string& into) {
  if (config.contains(name)) into = config[name];
}

/// Precondition: read_config found nothing wrong.
Settings from_config(const Json& config) {
  Settings settings;
  std::string data = settings.data.string();
  take(config, "host", settings.host);
  take(config, "data", data);
  take(config, "www", settings.www);
  take(config, "origin", settings.origin);
  settings.data = data;
  if (config.contains("port")) settings.port = config["port"];
  if (config.contains("rules")) settings.rules = config["rules"];
  if (config.contains("backups")) {
    settings.backups = BackupPlan{};
    settings.backups->folder = config["backups"].get<std::string>();
    settings.backups->every_hours = config.value("backup_every", settings.backups->every_hours);
    settings.backups->keep = config.value("backup_keep", settings.backups->keep);
  }
  if (config.contains("office")) settings.office = config["office"].get<std::vector<std::string>>();
  return settings;
}

Result<Settings, SettingsError> read_config(const std::string& file) {
  const auto text = file_text(file);
  if (!text) return Unexpected{SettingsError{"cannot read the configuration " + file, false}};
  const auto config = app::read_json(*text);
  if (!config) return Unexpected{SettingsError{file + " is not JSON", false}};
  std::vector<Problem> problems;
  app::Fields fields(*config, "", problems);
  for (const char* name : {"host", "data", "www", "origin", "rules", "backups"})
    fields.optional_text(name, 1, 4096);
  if (config->contains("port")) fields.integer("port", 0, 65535);
  if (config->contains("backup_every")) fields.integer("backup_every", 1, kMostHours);
  if (config->contains("backup_keep")) fields.integer("backup_keep", 1, kMostBackups);
  if (config->contains("office")) {
    for (const Json& scheme : fields.list("office", 100)) {
      if (!scheme.is_string()) fields.problem("type", "office", "should be a list of schemes");
    }
  }
  fields.finish();
  if (problems.empty()) return from_config(*config);
  const Problem& first = problems.front();
  return Unexpected{
      SettingsError{file + ": " + first.code + " at " + first.at + ": " + first.message, false}};
}

std::optional<std::string> problem_of(const Settings& settings) {
  if (settings.fixed_clock && !app::is_instant(*settings.fixed_clock))
    return "--fixed-clock is a time like 2026-11-21T08:24:00";
  if (!settings.origin.empty() && (!settings.origin.starts_with("https://") ||
                                   settings.origin.find('/', 8) != std::string::npos)) {
    return "--origin is an address like https://kensan.example";
  }
  if (settings.demo && !settings.origin.empty())
    return "--demo is for this machine alone and does not go with --origin";
  if (settings.fixed_clock && !settings.origin.empty())
    return "--fixed-clock is for tests and does not go with --origin";
  for (const std::string& scheme : settings.office.value_or(std::vector<std::string>())) {
    if (!parse_provider(scheme))
      return "--office names schemes like G13,G01; this is none: " + scheme;
  }
  return std::nullopt;
}

bool read_whole(const std::string& text, int least, int most, int& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number >= least &&
         number <= most;
}

std::optional<std::string> read_backups(const Arguments& arguments, Settings& settings) {
  const auto folder = arguments.value("--backups");
  if (folder && !settings.backups) settings.backups = BackupPlan{};
  if (folder) settings.backups->folder = *folder;
  const auto every = arguments.value("--backup-every");
  const auto keep = arguments.value("--backup-keep");
  if (!settings.backups)
    return every || keep
               ? std::optional<std::string>("--backup-every and --backup-keep need --backups DIR")
               : std::nullopt;
  if (every && !read_whole(*every, 1, kMostHours, settings.backups->every_hours))
    return "--backup-every is a number of hours from 1 to " + std::to_string(kMostHours);
  if (keep && !read_whole(*keep, 1, kMostBackups, settings.backups->keep))
    return "--backup-keep is a number from 1 to " + std::to_string(kMostBackups);
  return std::nullopt;
}

}  // namespace

std::filesystem::path Settings::database() const {
  return data.extension() == ".sqlite" ? data : data / "kensan.sqlite";
}

bool is_loopback(const std::string& host) {
  return host == "127.0.0.1" || host == "localhost" || host == "::1";
}

Result<Settings, SettingsError> settings(const Arguments& arguments) {
  Settings settings;
  if (const auto file = arguments.value("--config")) {
    auto config = read_config(*file);
    if (!config) return config;
    settings = std::move(*config);
  }
  if (const auto host = arguments.value("--host")) settings.host = *host;
  if (const auto data = arguments.value("--data")) settings.data = *data;
  if (const auto www = arguments.value("--www")) settings.www = *www;
  if (const auto origin = arguments.value("--origin")) settings.origin = *origin;
  if (const auto rules = arguments.value("--rules")) settings.rules = *rules;
  if (const auto office = arguments.value("--office")) settings.office = split(*office);
  if (const auto port = arguments.value("--port");
      port && !read_whole(*port, 0, 65535, settings.port)) {
    return Unexpected{SettingsError{"--port is a number from 0 to 65535", true}};
  }
  if (const auto problem = read_backups(arguments, settings))
    return Unexpected{SettingsError{*problem, true}};
  settings.demo = arguments.has("--demo");
  settings.fixed_clock = arguments.value("--fixed-clock");
  if (settings.demo && !settings.office) settings.office = {"G13"};
  if (const auto problem = problem_of(settings)) return Unexpected{SettingsError{*problem, true}};
  return settings;
}

}  // namespace kensan::commands
