#include "tenant/zone.hpp"

#include <array>
#include <chrono>

#include "base/assert.hpp"

namespace sigill::tenant {

namespace {

using std::chrono::last;
using std::chrono::Sunday;
using std::chrono::sys_days;

struct Zone {
    std::string_view name;
    Instant offset = 0;
    bool summer_time = false;
};

constexpr std::array zones{
    Zone{"Europe/Stockholm", one_hour, true},
    Zone{"Europe/Helsinki", 2 * one_hour, true},
    Zone{"UTC", 0, false},
};

Zone const* find_zone(std::string_view name) {
    auto const* const found = std::ranges::find(zones, name, &Zone::name);
    return found == zones.end() ? nullptr : found;
}

Instant one_o_clock_on(sys_days day) {
    return day.time_since_epoch().count() * one_day + one_hour;
}

// Directive 2000/84/EC, articles 2 and 3: from 01:00 UTC on the last Sunday of March until 01:00
// UTC on the last Sunday of October.
bool is_summer(Instant at) {
    auto const days = std::chrono::floor<std::chrono::days>(std::chrono::microseconds{at});
    auto const year = std::chrono::year_month_day{sys_days{days}}.year();
    auto const begins = sys_days{year / std::chrono::March / Sunday[last]};
    auto const ends = sys_days{year / std::chrono::October / Sunday[last]};
    return at >= one_o_clock_on(begins) && at < one_o_clock_on(ends);
}

}  // namespace

bool is_zone(std::string_view name) {
    return find_zone(name) != nullptr;
}

std::string day_in(std::string_view name, Instant at) {
    auto const* const zone = find_zone(name);
    SIGILL_ASSERT(zone != nullptr);
    auto const summer = zone->summer_time && is_summer(at) ? one_hour : 0;
    return format_day(at + zone->offset + summer);
}

}  // namespace sigill::tenant
