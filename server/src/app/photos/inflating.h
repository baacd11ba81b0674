// Decompressing under a bound (zlib, RFC 1950).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

namespace kensan::app {

class Inflating {
 public:
  /// `most`: bytes that all streams together may come to, what is read for them among it: streams
  /// of nothing that lie in each other would else be read for ever.
  explicit Inflating(std::uint64_t most);
  ~Inflating();
  Inflating(const Inflating&) = delete;
  Inflating& operator=(const Inflating&) = delete;

  enum class Outcome { whole, broken, bomb };

  /// Gives out, part by part, what one stream at the beginning of `bytes` decompresses to; what
  /// follows the stream is left alone. `broken`: it is none, or ends too early; what came before
  /// was given out. `bomb`: it is more than one stream may come to (64 MiB, and of more than 32 MiB
  /// the hundredfold of what it was), or all together are.
  Outcome run(std::string_view bytes, const std::function<void(std::string_view)>& part);

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
  std::uint64_t left_;
};

}  // namespace kensan::app
