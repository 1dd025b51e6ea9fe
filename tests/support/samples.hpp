#pragma once
// Values that fit a field, made from its kind alone, so that a new register needs no line here.

#include <map>
#include <string>
#include <string_view>

#include "entity/engine.hpp"
#include "json/json.hpp"

namespace sigill::test_support {

struct Samples {
    // Where references point: register path → a record's id.
    std::map<std::string, std::string, std::less<>> targets;
    // Stands in every text, so that the record is known again wherever it shows.
    std::string label = "sample";
    // Another number gives other values.
    int variant = 0;
};

// Nothing where a reference has no record to point to.
[[nodiscard]] entity::FieldValue sample(entity::Definition const& definition,
                                        entity::Field const& field, Samples const& samples);

[[nodiscard]] json::Value to_json(entity::Field const& field, entity::FieldValue const& value);

// All fields, for Engine::insert.
[[nodiscard]] entity::Draft sample_draft(entity::Definition const& definition,
                                         Samples const& samples);
// Title and all writable fields, for POST and PATCH.
[[nodiscard]] json::Object sample_body(entity::Definition const& definition,
                                       Samples const& samples);

// The registers that `field` can point to: its target, or those of any register.
[[nodiscard]] std::string_view target_of(entity::Field const& field);

}  // namespace sigill::test_support
