#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/clock.hpp"
#include "entity/definition.hpp"

namespace sigill::entity {

// text, long text, choice, day, reference, person: string. scale, instant, number: integer.
// yes/no: bool. many references: strings.
using FieldValue =
    std::variant<std::monostate, std::string, std::int64_t, bool, std::vector<std::string>>;

struct Record {
    Definition const* definition = nullptr;
    std::string id;
    std::string ref;  // "AST-12"
    std::string title;
    std::string state;
    std::string owner;  // person's id or empty
    std::string unit;
    std::string audience;
    std::int64_t version = 0;
    Instant created_at = 0;
    std::string created_by;
    Instant updated_at = 0;
    std::string updated_by;
    std::optional<Instant> archived_at;
    std::vector<FieldValue> values;  // as definition->fields

    [[nodiscard]] FieldValue const& value(Field const& field) const {
        return values[index_of(*definition, field)];
    }
    [[nodiscard]] bool has(Field const& field) const {
        return !std::holds_alternative<std::monostate>(value(field));
    }
    // The field's value in its own type; empty, 0, false or no items where it is not set.
    template <Kind K, class V>
    [[nodiscard]] V operator[](TypedField<K, V> const& field) const {
        auto const* held = std::get_if<V>(&value(field));
        return held == nullptr ? V{} : *held;
    }
};

// New values by key, "title", "owner", "unit" and "audience" among them. monostate empties a field.
class Draft {
public:
    void set(std::string_view key, FieldValue value) {
        values_[std::string{key}] = std::move(value);
    }
    template <Kind K, class V>
    void set(TypedField<K, V> const& field, std::type_identity_t<V> value) {
        values_[std::string{field.key}] = FieldValue{std::move(value)};
    }
    void title(std::string text) { set("title", std::move(text)); }
    [[nodiscard]] FieldValue const* find(std::string_view key) const {
        auto const place = values_.find(key);
        return place == values_.end() ? nullptr : &place->second;
    }
    [[nodiscard]] std::map<std::string, FieldValue, std::less<>> const& values() const {
        return values_;
    }
    [[nodiscard]] bool empty() const { return values_.empty(); }

private:
    std::map<std::string, FieldValue, std::less<>> values_;
};

}  // namespace sigill::entity
