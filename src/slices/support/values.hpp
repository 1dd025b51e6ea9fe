#pragma once
// Reading what a change will leave behind: the draft's value where it has one, else the record's.

#include "entity/engine.hpp"

namespace sigill::support {

// The draft's value; empty, 0 or no items where it has none.
template <entity::Kind K, class V>
[[nodiscard]] V given(entity::Draft const& draft, entity::TypedField<K, V> const& field) {
    auto const* value = draft.find(field.key);
    auto const* held = value == nullptr ? nullptr : std::get_if<V>(value);
    return held == nullptr ? V{} : *held;
}

template <entity::Kind K, class V>
[[nodiscard]] V after(entity::Record const& before, entity::Draft const& draft,
                      entity::TypedField<K, V> const& field) {
    return draft.find(field.key) == nullptr ? before[field] : given(draft, field);
}

// Where the draft names no owner, unit or audience it takes these: a record made about another is
// seen by those who see that one, and no wider.
inline void inherit(entity::Draft& draft, std::string const& owner, entity::Record const& source) {
    auto const set = [&](std::string_view key, std::string const& value) {
        if (draft.find(key) == nullptr && !value.empty()) {
            draft.set(key, value);
        }
    };
    set("owner", owner);
    set("unit", source.unit);
    set("audience", source.audience);
}

}  // namespace sigill::support
