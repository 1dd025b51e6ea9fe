#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace sigill {

// Randomness is injected. The real source is crypto::SystemRandom.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

}  // namespace sigill
