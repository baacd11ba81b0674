#include "app/photos/inflating.h"

#include <zlib.h>

#include <array>
#include <new>

namespace kensan::app {

namespace {

constexpr std::uint64_t kMiB = std::uint64_t{1024} * 1024;
// A page scanned at 300 dots an inch in colour has 26 MiB, and shrinks the more the emptier it is.
constexpr std::uint64_t kMostOfOne = 64 * kMiB;
constexpr std::uint64_t kAnyRatio = 32 * kMiB;
constexpr std::uint64_t kMostRatio = 100;

}  // namespace

struct Inflating::Stream {
  Stream() {
    if (inflateInit(&z) != Z_OK) throw std::bad_alloc();
  }
  ~Stream() { inflateEnd(&z); }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  z_stream z{};
  std::array<char, 64 * 1024> out{};
};

Inflating::Inflating(std::uint64_t most) : stream_(std::make_unique<Stream>()), left_(most) {}

Inflating::~Inflating() = default;

Inflating::Outcome Inflating::run(std::string_view bytes,
                                  const std::function<void(std::string_view)>& part) {
  z_stream& z = stream_->z;
  inflateReset(&z);
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  std::uint64_t came = 0;
  for (;;) {
    z.next_out = reinterpret_cast<Bytef*>(stream_->out.data());
    z.avail_out = static_cast<uInt>(stream_->out.size());
    const std::uint64_t unread = z.avail_in;
    const int code = inflate(&z, Z_NO_FLUSH);
    const std::uint64_t more = stream_->out.size() - z.avail_out;
    const std::uint64_t work = more + (unread - z.avail_in);
    came += more;
    if (came > kMostOfOne || work > left_) return Outcome::bomb;
    if (came > kAnyRatio && came / kMostRatio > bytes.size() - z.avail_in) return Outcome::bomb;
    left_ -= work;
    part({stream_->out.data(), more});
    if (code == Z_STREAM_END) return Outcome::whole;
    if (code != Z_OK) return Outcome::broken;  // Z_BUF_ERROR: it goes on where the bytes end
  }
}

}  // namespace kensan::app
