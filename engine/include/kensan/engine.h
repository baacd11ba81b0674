// The engine's door: JSON text in, JSON text out, the same bytes natively and in WebAssembly.
// Pure: no I/O, no clock, no exceptions, no global state.
#pragma once

#include "kensan/result.h"
#include "kensan/rulebook.h"

namespace kensan {

/// One thing wrong with a text: a code of the contract, a JSON Pointer (RFC 6901) to the value or
/// to where it should be, and an English sentence for developers.
struct Problem {
  std::string code;
  std::string at;
  std::string message;
};

/// Decodes and checks one rule pack; on failure everything that is wrong with it.
[[nodiscard]] Result<RulePack, std::vector<Problem>> read_pack(std::string_view json);

/// The packs built into this engine (engine/rules).
[[nodiscard]] Rulebook embedded_rulebook();

/// Adds a pack to the others: "" where it is there now (the same one twice does no harm), else
/// {"errors":[...]}; `edited` where that edition is known with another content.
[[nodiscard]] std::string add_pack(Rulebook& rulebook, std::string_view json);

/// Answers one request of the contract. Never fails: what is not understood is answered with
/// {"errors":[...]}. Requests above 8 MiB are answered `too_large` unread.
[[nodiscard]] std::string evaluate(const Rulebook& rulebook, std::string_view request);

/// Whether an answer of evaluate() says that the request was not understood.
[[nodiscard]] bool is_errors(std::string_view answer);

/// The same JSON value in one canonical form, for digests: keys by code point, numbers by value in
/// shortest form, no white space. Empty where `json` is not JSON (or above 8 MiB).
[[nodiscard]] std::string canonical_json(std::string_view json);

/// Version of the engine, not of the rules: "0.1.0".
[[nodiscard]] std::string_view engine_version();

}  // namespace kensan
