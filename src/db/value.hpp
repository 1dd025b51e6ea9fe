#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
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
    consteval Sql(char const* text) : text_(text) {}  // NOLINT: meant to convert
    // For generators that build from definitions only (entity, migrations).
    [[nodiscard]] static Sql generated(std::string text) {
        return Sql(std::make_unique<std::string>(std::move(text)).release());
    }

    Sql(Sql const& other) : Sql(other.owned_ ? generated(*other.owned_) : Sql(other.text_)) {}
    constexpr Sql(Sql&& other) noexcept : text_(other.text_), owned_(other.owned_) {
        other.owned_ = nullptr;
    }
    Sql& operator=(Sql const&) = delete;
    Sql& operator=(Sql&&) = delete;
    constexpr ~Sql() { delete owned_; }

    [[nodiscard]] std::string_view text() const { return text_; }

private:
    explicit Sql(std::string* owned) : text_(*owned), owned_(owned) {}
    constexpr explicit Sql(std::string_view text) : text_(text) {}

    std::string_view text_;
    // A plain pointer, because a constant expression may hold no string in GCC 12.
    std::string* owned_ = nullptr;
};

}  // namespace sigill::db
