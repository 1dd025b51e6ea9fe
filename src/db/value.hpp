#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/bytes.hpp"

namespace sigill::db {

// What can be bound to a statement. Times are 64-bit microseconds, days and ids are text,
// yes/no is 0 or 1.
using Value = std::variant<std::monostate, std::int64_t, double, std::string, Bytes>;
using Values = std::vector<Value>;

// The text of a statement: a compile-time constant, or made by the entity engine from definitions
// (S5). Nothing that came from a request can become one. Parameters are $1, $2 … on both engines.
class Sql {
public:
    consteval Sql(char const* text) : constant_(text) {}  // NOLINT: meant to convert
    // For generators that build from definitions only (entity, migrations).
    [[nodiscard]] static Sql generated(std::string text) { return Sql(std::move(text), 0); }

    [[nodiscard]] std::string_view text() const {
        return generated_.empty() ? constant_ : std::string_view{generated_};
    }

private:
    Sql(std::string text, int) : generated_(std::move(text)) {}

    std::string_view constant_;
    std::string generated_;
};

}  // namespace sigill::db
