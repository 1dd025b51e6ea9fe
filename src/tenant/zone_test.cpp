#include "tenant/zone.hpp"

#include <gtest/gtest.h>

namespace sigill::tenant {

namespace {

TEST(Zone, a_day_begins_at_midnight_of_the_place) {
    struct Case {
        char const* at;
        char const* zone;
        char const* day;
    };
    // Summer time 2026: from 29 March 01:00 UTC to 25 October 01:00 UTC.
    for (auto const& [at, zone, day] :
         std::initializer_list<Case>{{"2026-01-31T22:59:59Z", "Europe/Stockholm", "2026-01-31"},
                                     {"2026-01-31T23:00:00Z", "Europe/Stockholm", "2026-02-01"},
                                     {"2026-03-28T23:00:00Z", "Europe/Stockholm", "2026-03-29"},
                                     {"2026-03-29T21:59:59Z", "Europe/Stockholm", "2026-03-29"},
                                     {"2026-03-29T22:00:00Z", "Europe/Stockholm", "2026-03-30"},
                                     {"2026-10-24T22:00:00Z", "Europe/Stockholm", "2026-10-25"},
                                     {"2026-10-25T22:59:59Z", "Europe/Stockholm", "2026-10-25"},
                                     {"2026-10-25T23:00:00Z", "Europe/Stockholm", "2026-10-26"},
                                     {"2026-07-01T21:00:00Z", "Europe/Helsinki", "2026-07-02"},
                                     {"2026-12-31T23:59:59Z", "UTC", "2026-12-31"},
                                     {"1969-12-31T23:30:00Z", "UTC", "1969-12-31"}}) {
        EXPECT_EQ(day_in(zone, parse_instant(at).value()), day) << at << " " << zone;
    }
    EXPECT_FALSE(is_zone("Europe/Nowhere"));
}

}  // namespace

}  // namespace sigill::tenant
