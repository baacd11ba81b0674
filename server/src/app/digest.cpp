#include "app/digest.h"

#include <sodium.h>

#include <array>
#include <vector>

namespace kensan::app {

namespace {

template <std::size_t N>
std::string hexadecimal(const std::array<unsigned char, N>& bytes) {
  std::array<char, 2 * N + 1> text{};
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  return text.data();
}

}  // namespace

bool start_cryptography() { return sodium_init() >= 0; }

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
  return hexadecimal(hash);
}

bool is_sha256(std::string_view text) {
  return text.size() == 2 * std::size_t{crypto_hash_sha256_BYTES} &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string random_token() {
  constexpr int kForm = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char, sodium_base64_ENCODED_LEN(32, kForm)> text{};
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kForm);
  return text.data();
}

std::string random_id() {
  std::array<unsigned char, 16> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return hexadecimal(bytes);
}

std::string random_password() {
  constexpr std::string_view kLetters = "abcdefghjkmnpqrstuvwxyz23456789";
  std::string password;
  for (int i = 0; i < 12; ++i) {
    if (i > 0 && i % 4 == 0) password += '-';
    password += kLetters[randombytes_uniform(static_cast<std::uint32_t>(kLetters.size()))];
  }
  return password;
}

}  // namespace kensan::app
