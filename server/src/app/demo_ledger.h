#pragma once

#include <string_view>

namespace kensan::app {

/// demo/ledger.json, embedded when the server is built.
std::string_view demo_ledger();

}  // namespace kensan::app
