#pragma once

#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/random.hpp"

namespace sigill {

// UUIDv7 (RFC 9562) as 36 characters of lower-case text: sorts by time of creation.
[[nodiscard]] std::string make_id(Clock const& clock, Random& random);

// True for 36 characters of canonical lower-case UUID text, of any version.
[[nodiscard]] bool is_id(std::string_view text);

}  // namespace sigill
