// kensan eval: requests of the contract in, answers out.
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <iostream>

#include "app/oversize.h"
#include "commands/commands.h"
#include "commands/request_input.h"
#include "commands/rule_folder.h"

namespace kensan::commands {

namespace {

constexpr std::array kOptions = {
    Option{"--lines", nullptr, "one request a line, one answer a line; blank lines are skipped"},
    Option{"--rules", "DIR", kRulesHelp},
};

/// Whether the answer is one, and not errors. No request: one that is too large.
bool answer(const Rulebook& rulebook, const std::optional<std::string>& request) {
  const std::string text = request ? evaluate(rulebook, *request) : app::too_large_answer();
  std::cout << text << '\n';
  return !is_errors(text);
}

bool answer_all(const Rulebook& rulebook, RequestInput& input, bool lines) {
  if (!lines) {
    const auto request = input.whole();
    return !input.failed() && answer(rulebook, request);
  }
  bool all_answered = true;
  while (const auto line = input.next_line()) {
    if (!answer(rulebook, line->request)) all_answered = false;
  }
  return all_answered;
}

int run(const Arguments& arguments) {
  if (arguments.rest().size() > 1) return fail(kUsage, "eval takes one file");
  const auto rulebook = rulebook_with(arguments.value("--rules"));
  if (!rulebook) return kFailed;
  const std::string file = arguments.rest().empty() ? "-" : arguments.rest().front();
  const int descriptor = file == "-" ? STDIN_FILENO : open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return fail(kUsage, "cannot read " + file);
  std::ios::sync_with_stdio(false);
  RequestInput input(descriptor, std::cout);
  const bool all_answered = answer_all(*rulebook, input, arguments.has("--lines"));
  std::cout.flush();
  if (input.failed()) return fail(kUsage, "cannot read " + file);
  if (!std::cout) return fail(kFailed, "cannot write the answers");
  return all_answered ? kDone : kFailed;
}

}  // namespace

const Command kEval = {
    "eval", "[--lines] [FILE|-]",
    "answer requests in JSON (standard input by default); status 1 where an answer is an error",
    kOptions, run};

}  // namespace kensan::commands
