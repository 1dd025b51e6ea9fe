#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "entity/field.hpp"

namespace sigill::entity {

enum class Tone { neutral, info, good, warning, bad };

struct State {
    std::string_view name;
    Label label;
    Tone tone = Tone::neutral;
};

// A named step between states. Guards and effects are functions (behaviour.hpp).
struct Transition {
    std::string_view name;
    Label label;
    std::span<std::string_view const> from;    // state names
    std::string_view to;                       // empty: the effect chooses by its result
    std::string_view permission_act;           // "decide" → "safeguards.decide"
    bool signature = false;                    // the person re-authenticates
    std::span<Field const* const> fields{};    // may be filled in with the step
    std::span<Field const* const> required{};  // must be, by now or before
};

// A register. Everything generic follows from it: table, validation, routes, permissions, ledger
// diffs, search, and in the page list, form and filters. No expressions, no queries, no computed
// values: those are functions.
struct Definition {
    std::string_view name;  // "asset"
    std::string_view path;  // "assets": route, table (with _ for -), permission prefix
    std::string_view table;
    std::string_view ref_prefix;  // "AST"
    std::string_view area;        // navigation area of the page
    Label label;
    Label label_plural;
    Label help;  // what the register is for: shown when it is empty
    Label title_label;
    std::span<Field const* const> fields{};
    std::span<State const> states{};
    std::string_view initial_state{};
    std::span<Transition const> transitions{};
    bool common = false;     // belongs to the whole organisation: unit scope does not narrow it
    bool read_only = false;  // no create, update or archive by API: written by functions only
    bool title_personal = false;  // the title is the subject's name (people)
    bool title_published = true;
};

[[nodiscard]] Field const* find_field(Definition const& definition, std::string_view key);
[[nodiscard]] std::size_t index_of(Definition const& definition, Field const& field);
[[nodiscard]] State const* find_state(Definition const& definition, std::string_view name);
[[nodiscard]] Transition const* find_transition(Definition const& definition,
                                                std::string_view name);
// "assets.read"
[[nodiscard]] std::string permission(Definition const& definition, std::string_view act);

}  // namespace sigill::entity
