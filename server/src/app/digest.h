// SHA-256 and random texts, from libsodium.
#pragma once

#include <string>
#include <string_view>

namespace kensan::app {

/// Must have returned true once before anything else here is used.
bool start_cryptography();

/// Lower-case hexadecimal SHA-256.
std::string sha256(std::string_view bytes);
/// Whether a text has its form.
bool is_sha256(std::string_view text);

/// 256 random bits in letters that stand in a cookie.
std::string random_token();
/// A random id of 128 bits, hexadecimal.
std::string random_id();
/// To be read off a screen and typed: 12 letters and digits without those that look alike (59
/// bits).
std::string random_password();

}  // namespace kensan::app
