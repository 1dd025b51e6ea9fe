#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"

namespace sigill::tenant {

// "UTC", "Europe/Stockholm" and "Europe/Helsinki": the zones that customers are in.
[[nodiscard]] bool is_zone(std::string_view name);

// The calendar day at this moment in the zone; `zone` must satisfy is_zone.
[[nodiscard]] std::string day_in(std::string_view zone, Instant at);

}  // namespace sigill::tenant
