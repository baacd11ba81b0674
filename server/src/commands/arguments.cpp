#include "commands/arguments.h"

#include <algorithm>

namespace kensan::commands {

std::optional<std::string> Arguments::value(const std::string& option) const {
  const auto found = options_.find(option);
  if (found == options_.end()) return std::nullopt;
  return found->second;
}

Result<Arguments, std::string> read_arguments(std::span<const Option> options,
                                              std::span<char*> words) {
  Arguments arguments;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string word = words[i];
    if (!word.starts_with('-') || word == "-") {
      arguments.add(word);
      continue;
    }
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    const auto option = std::find_if(options.begin(), options.end(),
                                     [&](const Option& known) { return known.name == name; });
    if (option == options.end()) return Unexpected{"unknown option " + name};
    if (arguments.has(name)) return Unexpected{name + " is given twice"};
    if (option->value == nullptr) {
      if (equals != std::string::npos) return Unexpected{name + " takes no value"};
      arguments.set(name, "");
    } else if (equals != std::string::npos) {
      arguments.set(name, word.substr(equals + 1));
    } else if (i + 1 < words.size()) {
      arguments.set(name, words[++i]);
    } else {
      return Unexpected{name + " needs a value: " + option->value};
    }
  }
  return arguments;
}

}  // namespace kensan::commands
