#pragma once
// Bodies that nobody would write by hand: a right one, damaged by chance, the same at every run.

#include <cstdint>
#include <string>
#include <vector>

#include "json/json.hpp"

namespace sigill::battery {

// `count` texts made of `right`: values of other kinds, keys doubled or strange, bytes changed,
// pieces missing or repeated.
[[nodiscard]] std::vector<std::string> fuzzed_bodies(json::Object const& right, std::uint32_t seed,
                                                     int count);

}  // namespace sigill::battery
