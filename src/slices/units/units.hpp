#pragma once
// Organisation units: the tree that permissions are scoped by.

#include <array>

#include "entity/engine.hpp"

namespace sigill::units {

inline constexpr auto parent = entity::reference(
    {.key = "parent",
     .label = {"Part of", "Ingår i"},
     .help = {"The unit above. Rights given for a unit also reach the units below it.",
              "Enheten ovanför. Behörighet till en enhet omfattar även enheterna under den."},
     .in_list = true,
     .filterable = true,
     .target = "units"});
inline constexpr auto head =
    entity::person({.key = "head", .label = {"Head", "Chef"}, .in_list = true, .filterable = true});

inline constexpr std::array<entity::Field const*, 2> fields{&parent, &head};
inline constexpr std::array<entity::State, 1> states{{{"active", {"Active", "Aktiv"}}}};

inline constexpr entity::Definition definition{
    .name = "unit",
    .path = "units",
    .table = "units",
    .ref_prefix = "UNIT",
    .area = "governance",
    .label = {"Organisation unit", "Organisationsenhet"},
    .label_plural = {"Organisation units", "Organisationsenheter"},
    .help = {"How the organisation is divided. Processes, people and assets belong to a unit, and "
             "roles are given for a unit and all below it.",
             "Hur verksamheten är indelad. Processer, personer och tillgångar hör till en enhet, "
             "och roller ges för en enhet och alla under den."},
    .title_label = {"Name", "Namn"},
    .fields = fields,
    .states = states,
    .initial_state = "active",
    .common = true,
};

void register_slice(entity::Catalogue& catalogue, entity::Engine const& engine);

}  // namespace sigill::units
