// Headers that every reply carries.
#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace kensan::http {

// 'wasm-unsafe-eval' is what compiling WebAssembly needs; it does not allow eval.
constexpr std::string_view kContentSecurityPolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src "
    "'self'; "
    "img-src 'self' blob:; style-src 'self'; font-src 'self'; manifest-src 'self'; base-uri "
    "'none'; object-src 'none'; "
    "frame-ancestors 'none'; form-action 'self'";

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kSecurityHeaders = {{
    {"Content-Security-Policy", kContentSecurityPolicy},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
}};

}  // namespace kensan::http
