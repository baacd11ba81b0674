#include "commands/request_input.h"

#include <unistd.h>

#include <string_view>
#include <utility>

#include "app/oversize.h"

namespace kensan::commands {

namespace {

/// A text that grows up to the limit; beyond it nothing of it is kept.
class Growing {
 public:
  void add(std::string_view part) {
    if (!text_ || part.size() > app::kMostRequestBytes - text_->size()) {
      text_.reset();
    } else {
      text_->append(part);
    }
  }
  bool too_large() const { return !text_; }
  std::optional<std::string> take() { return std::move(text_); }

 private:
  std::optional<std::string> text_ = std::string();
};

bool is_blank(std::string_view part) {
  return part.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

bool RequestInput::fill() {
  if (from_ < to_) return true;
  answers_.flush();
  const ssize_t count = read(descriptor_, buffer_.data(), buffer_.size());
  failed_ = count < 0;
  from_ = 0;
  to_ = failed_ ? 0 : static_cast<std::size_t>(count);
  return to_ > 0;
}

std::optional<std::string> RequestInput::whole() {
  Growing text;
  while (!text.too_large() && fill()) {
    text.add({buffer_.data() + from_, to_ - from_});
    from_ = to_;
  }
  return text.take();
}

std::optional<RequestInput::Line> RequestInput::next_line() {
  Growing text;
  bool blank = true;
  while (fill()) {
    const std::string_view rest(buffer_.data() + from_, to_ - from_);
    const std::string_view part = rest.substr(0, rest.find('\n'));
    text.add(part);
    blank = blank && is_blank(part);
    const bool ended = part.size() < rest.size();
    from_ += part.size() + (ended ? 1 : 0);
    if (!ended) continue;
    if (!blank) return Line{text.take()};
    text = Growing();
  }
  if (blank) return std::nullopt;
  return Line{text.take()};
}

}  // namespace kensan::commands
