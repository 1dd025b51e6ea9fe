#pragma once

#include "app/example/content.hpp"
#include "app/example/demo_assets_it.hpp"
#include "app/example/demo_assets_office.hpp"
#include "app/example/demo_assets_welfare.hpp"
#include "app/example/demo_classifications.hpp"
#include "app/example/demo_organisation.hpp"
#include "app/example/demo_processes.hpp"
#include "app/example/demo_safeguards.hpp"
#include "app/example/demo_tasks.hpp"

namespace sigill::app::example::demo {

inline constexpr auto assets = joined(assets_it, assets_office, assets_welfare);

inline constexpr Content content{
    .slug = "demo",
    .name = "Almviks kommun",
    .units = units,
    .people = people,
    .processes = processes,
    .assets = assets,
    .classifications = classifications,
    .safeguards = safeguards,
    .tasks = tasks,
};

}  // namespace sigill::app::example::demo
