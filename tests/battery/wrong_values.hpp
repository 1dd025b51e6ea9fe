#pragma once
// What must be refused, what must just be taken, and what must come back as it was: from the field's
// kind and limits.

#include <string>
#include <vector>

#include "entity/definition.hpp"
#include "json/json.hpp"

namespace sigill::battery {

struct Value {
    std::string key;
    json::Value value;
};

// Wrong types, values out of range, one more than each limit, and fields that are not there.
[[nodiscard]] std::vector<Value> wrong_values(entity::Definition const& definition);
// The longest texts, the largest and smallest numbers.
[[nodiscard]] std::vector<Value> limit_values(entity::Definition const& definition);
[[nodiscard]] std::vector<std::string> const& naughty_strings();

struct BrokenBody {
    std::string what;
    std::string body;
    int status;
};
[[nodiscard]] std::vector<BrokenBody> const& broken_bodies();

}  // namespace sigill::battery
