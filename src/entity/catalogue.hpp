#pragma once

#include <array>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entity/definition.hpp"
#include "entity/record.hpp"
#include "tenant/transaction.hpp"

namespace sigill::entity {

// What a register does beyond its data: plain functions of its slice.
struct Behaviour {
    using Check = std::function<void(tenant::Transaction&, Record const& before, Draft const&)>;
    using Effect = std::function<void(tenant::Transaction&, Record const& after)>;
    using Choose = std::function<std::string(tenant::Transaction&, Record const& after)>;

    std::function<void(tenant::Transaction&, Draft&)> before_create;
    Effect after_create;
    Check before_update;
    Effect after_update;
    std::map<std::string, Check, std::less<>> guards;    // by transition
    std::map<std::string, Choose, std::less<>> targets;  // where Transition::to is empty
    std::map<std::string, Effect, std::less<>> effects;  // after the step is stored
};

struct Register {
    Definition const* definition;
    Behaviour behaviour;
};

// What a level means for one field that uses the scale, told in place of its general description.
struct Meaning {
    std::string_view field;
    Label text;
};
struct Level {
    int value;
    Label name;
    Label description;
    std::string_view color;
    std::array<Meaning, 3> meanings{};
};
struct Scale {
    std::string_view name;
    Label label;
    std::span<Level const> levels;
};

// All registers and scales of the program, filled by the slices at start-up from one explicit list.
class Catalogue {
public:
    void add(Definition const& definition, Behaviour behaviour = {});
    void add_scale(Scale scale) { scales_.push_back(scale); }

    [[nodiscard]] std::vector<Register> const& registers() const { return registers_; }
    [[nodiscard]] Register const* find(std::string_view path) const;
    [[nodiscard]] Register const& at(Definition const& definition) const;
    [[nodiscard]] std::vector<Scale> const& scales() const { return scales_; }
    [[nodiscard]] Scale const* scale(std::string_view name) const;

private:
    std::vector<Register> registers_;
    std::vector<Scale> scales_;
};

}  // namespace sigill::entity
