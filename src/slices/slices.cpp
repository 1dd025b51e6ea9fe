#include "slices/slices.hpp"

#include "slices/assets/assets.hpp"
#include "slices/classifications/classifications.hpp"
#include "slices/frameworks/frameworks.hpp"
#include "slices/people/people.hpp"
#include "slices/processes/processes.hpp"
#include "slices/safeguards/safeguards.hpp"
#include "slices/units/units.hpp"
#include "work/work.hpp"

namespace sigill::slices {

void fill(entity::Catalogue& catalogue, entity::Engine const& engine) {
    units::register_slice(catalogue, engine);
    people::register_slice(catalogue, engine);
    processes::register_slice(catalogue, engine,
                              [&engine](tenant::Transaction& tx, entity::Record const& process) {
                                  assets::ask_owner(engine, tx, process);
                                  safeguards::ask_owner(engine, tx, process);
                              });
    assets::register_slice(catalogue, engine);
    classifications::register_slice(catalogue, engine);
    safeguards::register_slice(catalogue, engine);
    frameworks::register_slice(catalogue, engine);
    work::register_slice(catalogue, engine);
}

void register_routes(api::Router& router) {
    router.crud(units::definition);
    router.crud(people::definition);
    router.crud(processes::definition);
    router.crud(assets::definition);
    router.crud(classifications::definition);
    router.crud(safeguards::definition);
    router.crud(frameworks::definition);
    router.crud(frameworks::requirements::definition);
    router.crud(work::tasks::definition);
    router.crud(work::decisions::definition);
    frameworks::register_routes(router);
}

}  // namespace sigill::slices
