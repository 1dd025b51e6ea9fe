#include "entity/definition.hpp"

#include <algorithm>
#include <string>

#include "base/assert.hpp"

namespace sigill::entity {

std::string_view name_of(Kind kind) {
    switch (kind) {
    case Kind::text: return "text";
    case Kind::long_text: return "long_text";
    case Kind::choice: return "choice";
    case Kind::scale: return "scale";
    case Kind::day: return "day";
    case Kind::instant: return "instant";
    case Kind::number: return "number";
    case Kind::yes_no: return "yes_no";
    case Kind::reference: return "reference";
    case Kind::references: return "references";
    case Kind::person: return "person";
    case Kind::people: return "people";
    }
    return "text";
}

Field const* find_field(Definition const& definition, std::string_view key) {
    for (auto const* field : definition.fields) {
        if (field->key == key) {
            return field;
        }
    }
    return nullptr;
}

std::size_t index_of(Definition const& definition, Field const& field) {
    for (std::size_t i = 0; i < definition.fields.size(); ++i) {
        if (definition.fields[i]->key == field.key) {
            return i;
        }
    }
    SIGILL_ASSERT(false && "the field belongs to another register");
    return 0;
}

State const* find_state(Definition const& definition, std::string_view name) {
    auto const place = std::ranges::find(definition.states, name, &State::name);
    return place == definition.states.end() ? nullptr : &*place;
}

Transition const* find_transition(Definition const& definition, std::string_view name) {
    auto const place = std::ranges::find(definition.transitions, name, &Transition::name);
    return place == definition.transitions.end() ? nullptr : &*place;
}

std::string permission(Definition const& definition, std::string_view act) {
    return std::string{definition.path} + "." + std::string{act};
}

}  // namespace sigill::entity
