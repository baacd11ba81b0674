// kensan eval: requests of the contract in, answers out.
#include <array>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>

#include "commands/commands.h"
#include "commands/rule_folder.h"

namespace kensan::commands {

namespace {

constexpr std::array kOptions = {
    Option{"--lines", nullptr, "one request a line, one answer a line; blank lines are skipped"},
    Option{"--rules", "DIR", kRulesHelp},
};

/// Whether the answer is one, and not errors.
bool answer(const Rulebook& rulebook, const std::string& request) {
  const std::string text = evaluate(rulebook, request);
  std::cout << text << '\n';
  return !is_errors(text);
}

bool answer_all(const Rulebook& rulebook, std::istream& in, bool lines) {
  if (!lines) return answer(rulebook, std::string(std::istreambuf_iterator<char>(in), {}));
  bool all_answered = true;
  for (std::string line; std::getline(in, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    if (!answer(rulebook, line)) all_answered = false;
  }
  return all_answered;
}

int run(const Arguments& arguments) {
  if (arguments.rest().size() > 1) return fail(kUsage, "eval takes one file");
  const auto rulebook = rulebook_with(arguments.value("--rules"));
  if (!rulebook) return kFailed;
  const std::string file = arguments.rest().empty() ? "-" : arguments.rest().front();
  std::ios::sync_with_stdio(false);
  bool all_answered = false;
  if (file == "-") {
    all_answered = answer_all(*rulebook, std::cin, arguments.has("--lines"));
  } else {
    std::ifstream in(file, std::ios::binary);
    if (!in || in.peek() == std::ifstream::traits_type::eof()) {
      if (!file_text(file)) return fail(kUsage, "cannot read " + file);
      in.clear();
    }
    all_answered = answer_all(*rulebook, in, arguments.has("--lines"));
  }
  std::cout.flush();
  if (!std::cout) return fail(kFailed, "cannot write the answers");
  return all_answered ? kDone : kFailed;
}

}  // namespace

const Command kEval = {
    "eval", "[--lines] [FILE|-]",
    "answer requests in JSON (standard input by default); status 1 where an answer is an error",
    kOptions, run};

}  // namespace kensan::commands
