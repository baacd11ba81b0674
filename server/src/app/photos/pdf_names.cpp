#include "app/photos/pdf_names.h"

#include <algorithm>
#include <array>

#include "app/photos/hexadecimal.h"

namespace kensan::app {

namespace {

using namespace std::string_view_literals;

// ISO 32000-2, 12.6 (actions), 7.11.4 (embedded files), 13.7 (rich media). A name of 7 letters
// stands in 10 MiB of random bytes once in 10^9 files, /JS once in 25: what it belongs to has
// /JavaScript beside it.
constexpr std::array kActive = {"JavaScript"sv,    "Launch"sv,          "EmbeddedFile"sv,
                                "EmbeddedFiles"sv, "RichMedia"sv,       "SubmitForm"sv,
                                "ImportData"sv,    "RichMediaExecute"sv};
constexpr std::array kActiveAndShort = {"JS"sv, "XFA"sv, "GoToE"sv, "GoToR"sv};
constexpr std::size_t kLongest = 24;  // letters of a name that are worth keeping

bool is_delimiter(char c) { return "\0\t\n\f\r ()<>[]{}/%"sv.find(c) != std::string_view::npos; }

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void PdfNames::read(std::string_view text) {
  while (!text.empty()) {
    if (!inside_) {
      const std::size_t slash = text.find('/');
      if (slash == std::string_view::npos) return;
      text.remove_prefix(slash + 1);
      inside_ = true;
      continue;
    }
    const char c = text.front();
    if (is_delimiter(c)) {
      close();  // a slash is seen again, as the next name's beginning
    } else {
      take(c);
      text.remove_prefix(1);
    }
  }
}

void PdfNames::take(char c) {
  if (escape_ < 0 && c == '#') {
    escape_ = 2;
    code_ = 0;
    return;
  }
  if (escape_ > 0) {
    code_ = code_ * 16 + std::max(0, digit(c));
    if (--escape_ > 0) return;
    c = static_cast<char>(code_);
    escape_ = -1;
  }
  if (name_.size() < kLongest) name_ += c;
}

void PdfNames::close() {
  inside_ = false;
  escape_ = -1;
  active_ = active_ || contains(kActive, name_) || (objects_ && contains(kActiveAndShort, name_));
  encryption_ = encryption_ || (objects_ && name_ == "Encrypt");
  name_.clear();
}

}  // namespace kensan::app
