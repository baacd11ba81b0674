// Requests from a file or standard input, never more of them in memory than the contract allows.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <ostream>
#include <string>

namespace kensan::commands {

class RequestInput {
 public:
  /// `answers` is flushed before more input is waited for. Closes nothing.
  RequestInput(int descriptor, std::ostream& answers)
      : descriptor_(descriptor), answers_(answers) {}

  /// Everything up to the end as one request; none where it is too large, and then the rest is left
  /// unread.
  std::optional<std::string> whole();

  struct Line {
    std::optional<std::string> request;  // none where it is too large
  };
  /// The next line that is not blank; none at the end.
  std::optional<Line> next_line();

  /// Whether reading failed before the end.
  bool failed() const { return failed_; }

 private:
  bool fill();

  int descriptor_;
  std::ostream& answers_;
  bool failed_ = false;
  std::array<char, std::size_t{64} * 1024> buffer_{};
  std::size_t from_ = 0;  // what is not taken yet: buffer_[from_, to_)
  std::size_t to_ = 0;
};

}  // namespace kensan::commands
