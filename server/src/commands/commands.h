// What `kensan` can do. Each command returns the exit status.
#pragma once

#include <span>

#include "commands/arguments.h"

namespace kensan::commands {

constexpr int kDone = 0;
constexpr int kFailed = 1;  // an answer was an error, or it cannot start
constexpr int kUsage = 2;

struct Command {
  const char* name;
  const char* usage;    // after the name
  const char* summary;  // one line
  std::span<const Option> options;
  int (*run)(const Arguments& arguments);
};

extern const Command kServe;
extern const Command kEval;
extern const Command kRules;
extern const Command kBackup;
extern const Command kRestore;
extern const Command kExport;
extern const Command kErase;

/// Prints one line to standard error and gives back the status.
int fail(int status, const std::string& line);

}  // namespace kensan::commands
