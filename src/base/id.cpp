#include "base/id.hpp"

#include <array>

#include "base/bytes.hpp"

namespace sigill {

std::string make_id(Clock const& clock, Random& random) {
    std::array<std::uint8_t, 16> bytes{};
    random.fill(bytes);
    auto const milliseconds = static_cast<std::uint64_t>(clock.now() / 1000);
    for (std::size_t i = 0; i < 6; ++i) {
        bytes[i] = static_cast<std::uint8_t>(milliseconds >> (8 * (5 - i)));
    }
    bytes[6] = static_cast<std::uint8_t>(0x70 | (bytes[6] & 0x0f));
    bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3f));
    auto text = to_hex(bytes);
    for (auto const place : {8, 13, 18, 23}) {
        text.insert(static_cast<std::size_t>(place), 1, '-');
    }
    return text;
}

bool is_id(std::string_view text) {
    if (text.size() != 36) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const c = text[i];
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (c != '-') {
                return false;
            }
        } else if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
            return false;
        }
    }
    return true;
}

}  // namespace sigill
