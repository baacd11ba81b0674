#include "http/routes.h"

#include <array>

#include "app/oversize.h"
#include "app/photos/uploads.h"

namespace kensan::http {

namespace {

constexpr std::size_t kNoBody = 0;
constexpr std::size_t kKilobyte = 1024;
constexpr std::size_t kMegabyte = 1024 * kKilobyte;

constexpr std::array kRoutes = {
    Route{"GET", "/api/v1/health", Who::anyone, Effect::none, kNoBody, Asks::server, health},
    Route{"POST", "/api/v1/register", Who::anyone, Effect::change, 4 * kKilobyte, Asks::server,
          sign_up},
    Route{"POST", "/api/v1/login", Who::anyone, Effect::change, 4 * kKilobyte, Asks::server,
          sign_in},
    Route{"POST", "/api/v1/logout", Who::anyone, Effect::change, 4 * kKilobyte, Asks::server,
          sign_out},
    Route{"GET", "/api/v1/me", Who::account, Effect::none, kNoBody, Asks::server, own_account},
    Route{"POST", "/api/v1/eval", Who::anyone, Effect::none, app::kMostRequestBytes, Asks::engine,
          eval},
    Route{"GET", "/api/v1/rules", Who::anyone, Effect::none, kNoBody, Asks::server, rule_list},
    Route{"GET", "/api/v1/rules/{edition}", Who::anyone, Effect::none, kNoBody, Asks::server,
          rule_pack},
    Route{"POST", "/api/v1/sync", Who::account, Effect::change, 16 * kMegabyte, Asks::server, sync},
    Route{"GET", "/api/v1/applications", Who::account, Effect::none, kNoBody, Asks::server,
          applications},
    Route{"GET", "/api/v1/uploads/{sha256}", Who::account, Effect::none, kNoBody, Asks::server,
          upload},
    Route{"PUT", "/api/v1/uploads/{sha256}", Who::account, Effect::change, app::kMostChunkBytes,
          Asks::server, put_upload, "application/octet-stream"},
    Route{"GET", "/api/v1/blobs/{sha256}", Who::account, Effect::none, kNoBody, Asks::server, blob},
};

}  // namespace

std::span<const Route> routes() { return kRoutes; }

}  // namespace kensan::http
