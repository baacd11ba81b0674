#include "http/linger.h"

#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <chrono>
#include <cstddef>

namespace kensan::http {

namespace {

using std::chrono::steady_clock;

constexpr std::chrono::seconds kTime{30};
constexpr std::chrono::milliseconds kSilence{1000};
constexpr std::size_t kMost = std::size_t{64} << 20U;  // bytes

}  // namespace

void linger(int socket, const std::function<bool()>& goes_on) {
  if (shutdown(socket, SHUT_WR) != 0) return;
  std::array<char, std::size_t{16} * 1024> dropped{};
  const auto deadline = steady_clock::now() + kTime;
  for (std::size_t total = 0; total < kMost && steady_clock::now() < deadline && goes_on();) {
    pollfd waiting{socket, POLLIN, 0};
    if (poll(&waiting, 1, static_cast<int>(kSilence.count())) <= 0) return;
    const ssize_t count = recv(socket, dropped.data(), dropped.size(), 0);
    if (count <= 0) return;
    total += static_cast<std::size_t>(count);
  }
}

}  // namespace kensan::http
