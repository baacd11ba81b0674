// The names (/Word) in a PDF's objects, by which it says what acts.
#pragma once

#include <string>
#include <string_view>

namespace kensan::app {

/// Reads names out of text that comes in parts. "/J#61vaScript" is /JavaScript.
class PdfNames {
 public:
  /// `objects`: the text is objects alone, not the bytes of a picture or a font, in which a short
  /// name may stand by chance.
  explicit PdfNames(bool objects) : objects_(objects) {}

  void read(std::string_view text);
  /// The text has ended.
  void end() { close(); }
  bool found_active() const { return active_; }
  bool found_encryption() const { return encryption_; }

 private:
  void take(char c);
  void close();

  bool objects_;
  bool inside_ = false;
  std::string name_;  // what has come of the present one, its escapes undone
  int escape_ = -1;   // digits of "#61" that are still to come; -1: none has begun
  int code_ = 0;
  bool active_ = false;
  bool encryption_ = false;
};

}  // namespace kensan::app
