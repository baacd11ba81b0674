// Options of a command: a table to read them by and to print the help from.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kensan/result.h"

namespace kensan::commands {

struct Option {
  const char* name;   // "--port"
  const char* value;  // "N", or nullptr for a switch
  const char* help;
};

class Arguments {
 public:
  bool has(const std::string& option) const { return options_.contains(option); }
  std::optional<std::string> value(const std::string& option) const;
  const std::vector<std::string>& rest() const { return rest_; }

  void set(const std::string& option, const std::string& value) { options_[option] = value; }
  void add(const std::string& word) { rest_.push_back(word); }

 private:
  std::map<std::string, std::string> options_;
  std::vector<std::string> rest_;  // what is no option; "-" alone is one of these
};

/// Takes "--port N" and "--port=N". The error is a sentence for the user.
Result<Arguments, std::string> read_arguments(std::span<const Option> options,
                                              std::span<char*> words);

}  // namespace kensan::commands
