// kensan: one binary, one command each time.
#include <array>
#include <cstdio>
#include <exception>
#include <string>

#include "commands/commands.h"
#include "kensan/engine.h"

namespace kensan::commands {

namespace {

const std::array kCommands = {&kServe, &kEval, &kRules, &kBackup, &kRestore, &kExport, &kErase};

void print_command(const Command& command, std::FILE* to) {
  std::fprintf(to, "\n  kensan %s %s\n      %s\n", command.name, command.usage, command.summary);
  for (const Option& option : command.options) {
    const std::string left =
        std::string(option.name) + (option.value == nullptr ? "" : std::string(" ") + option.value);
    std::fprintf(to, "      %-24s %s\n", left.c_str(), option.help);
  }
}

void print_help(std::FILE* to) {
  std::fprintf(to,
               "Kensan %s: where a pharmacist's training credits stand toward each certification.\n"
               "\nUsage:\n",
               std::string(engine_version()).c_str());
  for (const Command* command : kCommands) print_command(*command, to);
  std::fprintf(
      to,
      "\nExit status: 0 done; 1 an answer is an error, or it cannot start; 2 wrong usage.\n"
      "\nExamples:\n"
      "  kensan serve --demo --www build/www     try it: prints an address and a login\n"
      "  kensan eval request.json                one answer\n"
      "  kensan eval --lines < requests.jsonl    many\n"
      "  kensan rules --check 2027-04-01.json    before a new edition is published\n");
}

int run(std::span<char*> words) {
  const std::string name = words.empty() ? "" : words.front();
  if (name == "--help" || name == "-h" || name == "help") {
    print_help(stdout);
    return kDone;
  }
  if (name == "--version") {
    std::printf("kensan %s\n", std::string(engine_version()).c_str());
    return kDone;
  }
  for (const Command* command : kCommands) {
    if (name != command->name) continue;
    if (words.size() > 1 && std::string(words[1]) == "--help") {
      print_command(*command, stdout);
      return kDone;
    }
    const auto arguments = read_arguments(command->options, words.subspan(1));
    return arguments ? command->run(*arguments) : fail(kUsage, arguments.error());
  }
  return fail(kUsage, name.empty() ? "which command?" : "there is no command " + name);
}

}  // namespace

int fail(int status, const std::string& line) {
  std::fprintf(stderr, "kensan: %s%s\n", line.c_str(), status == kUsage ? " (kensan --help)" : "");
  return status;
}

}  // namespace kensan::commands

int main(int count, char** words) {
  try {
    return kensan::commands::run({words + 1, words + count});
  } catch (const std::exception& problem) {
    return kensan::commands::fail(kensan::commands::kFailed, problem.what());
  }
}
