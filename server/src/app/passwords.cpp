#include "app/passwords.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <new>
#include <semaphore>
#include <thread>

#include "app/fields.h"

namespace kensan::app {

namespace {

constexpr unsigned long long kPasses = 2;
constexpr std::size_t kMemory = std::size_t{19} * 1024 * 1024;
constexpr std::chrono::seconds kPatience{5};

// Of the passwords that leak most, those of 8 letters and more.
constexpr std::array<std::string_view, 56> kCommon = {
    "12345678",     "123456789", "1234567890", "11111111",  "00000000",   "88888888",
    "87654321",     "12341234",  "123123123",  "1q2w3e4r",  "1qaz2wsx",   "1q2w3e4r5t",
    "1qazxsw2",     "abcd1234",  "abc12345",   "abcdefgh",  "asdfghjk",   "asdfghjkl",
    "asdf1234",     "baseball",  "computer",   "corvette",  "dragon123",  "football",
    "iloveyou",     "iloveyou1", "internet",   "jennifer",  "letmein1",   "liverpool",
    "michelle",     "monkey123", "password",   "password1", "password12", "password123",
    "password1234", "passw0rd",  "p@ssw0rd",   "p@ssword",  "princess",   "princess1",
    "q1w2e3r4",     "qwer1234",  "qwerty12",   "qwerty123", "qwertyui",   "qwertyuiop",
    "samantha",     "sakura123", "starwars",   "sunshine",  "superman",   "trustno1",
    "welcome1",     "yakuzaishi"};

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return result;
}

/// 50 hashes at once would take 950 MiB.
class Turn {
 public:
  Turn() : mine_(turns().try_acquire_for(kPatience)) {}
  ~Turn() {
    if (mine_) turns().release();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  explicit operator bool() const { return mine_; }

 private:
  static std::counting_semaphore<>& turns() {
    const std::ptrdiff_t cores = std::max(1U, std::thread::hardware_concurrency());
    static std::counting_semaphore<> semaphore(2 * cores);
    return semaphore;
  }
  bool mine_;
};

std::string hash_of(std::string_view password) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  const int failed = crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), kPasses,
                                           kMemory, crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) throw std::bad_alloc();  // its only failure
  return hash.data();
}

const std::string& hash_of_nobody() {
  static const std::string kHash = hash_of("nobody has this password");
  return kHash;
}

}  // namespace

std::optional<Problem> password_problem(std::string_view password, std::string_view email) {
  const std::size_t length = code_points(password);
  if (length < 8 || length > 200)
    return Problem{"range", "/password", "a password has 8 to 200 characters"};
  const std::string plain = lower(password);
  if (plain == email || std::find(kCommon.begin(), kCommon.end(), plain) != kCommon.end()) {
    return Problem{"too_common", "/password", "this password is among the first that are tried"};
  }
  return std::nullopt;
}

std::optional<std::string> password_hash(std::string_view password) {
  const Turn turn;
  if (!turn) return std::nullopt;
  return hash_of(password);
}

std::optional<bool> password_matches(std::string_view password,
                                     const std::optional<std::string>& hash) {
  const Turn turn;
  if (!turn) return std::nullopt;
  const std::string& against = hash ? *hash : hash_of_nobody();
  const bool same =
      crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
  return same && hash.has_value();
}

}  // namespace kensan::app
