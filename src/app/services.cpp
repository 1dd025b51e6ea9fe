#include "app/services.hpp"

#include "api/core_routes.hpp"
#include "api/openapi.hpp"
#include "slices/slices.hpp"

namespace sigill::app {

Program::Program(bool secure_cookies) : engine_(catalogue_), router_(engine_) {
    slices::fill(catalogue_, engine_);
    api::register_session_routes(router_, secure_cookies);
    api::register_ledger_routes(router_);
    api::register_my_routes(router_);
    api::register_openapi_route(router_);
    slices::register_routes(router_);
}

Services::Services(ServicesOptions options)
    : options_(std::move(options)),
      clock_(options_.clock == nullptr ? &system_clock_ : options_.clock),
      program_(options_.secure_cookies),
      files_(options_.data + "/files", random_),
      workers_(db::make_worker_pool(options_.database_threads)),
      // Each hash takes 64 MiB and a core for a tenth of a second: two at a time leave room for
      // everybody else.
      password_pool_(db::make_worker_pool(2)),
      stream_pool_(db::make_worker_pool(2)),
      outbound_(options_.outbound_allowed) {
    tenant::RegistryOptions registry;
    registry.data = options_.data;
    registry.master_key = options_.master_key;
    registry.create = options_.create;
    registry_ = std::make_unique<tenant::Registry>(
        std::move(registry), tenant::Environment{clock_, &random_, workers_.get()});
    if (!options_.witnesses.empty()) {
        witnesses_.emplace(options_.witnesses,
                           [this](std::string const& url, std::string_view body) {
                               auto answer = outbound_.post(url, "text/plain; charset=utf-8", body);
                               return tenant::WitnessAnswer{answer.status, std::move(answer.body)};
                           });
    }
}

Services::~Services() {
    db::drain(*stream_pool_);
    db::drain(*password_pool_);
    if (registry_) {
        registry_->close_all();
    }
    db::drain(*workers_);
    registry_.reset();
}

}  // namespace sigill::app
