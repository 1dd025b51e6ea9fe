#pragma once
// People of the organisation and those of suppliers who work in it. An account is another thing
// (identity); most people here have one.

#include <array>

#include "entity/engine.hpp"

namespace sigill::people {

inline constexpr std::array<entity::Option, 4> employments{{
    {"candidate", {"Candidate", "Kandidat"}},
    {"employee", {"Employee", "Anställd"}},
    {"consultant", {"Consultant", "Konsult"}},
    {"supplier_personnel", {"Supplier's personnel", "Leverantörens personal"}},
}};

inline constexpr auto email = entity::text({.key = "email",
                                            .label = {"E-mail", "E-post"},
                                            .in_list = true,
                                            .filterable = true,
                                            .personal = entity::Personal::self,
                                            .max = 254});
inline constexpr auto position = entity::text({.key = "position",
                                               .label = {"Position", "Befattning"},
                                               .in_list = true,
                                               .personal = entity::Personal::self,
                                               .max = 200});
inline constexpr auto employment = entity::choice({.key = "employment",
                                                   .label = {"Employment", "Anställningsform"},
                                                   .required = true,
                                                   .in_list = true,
                                                   .filterable = true,
                                                   .options = employments});
inline constexpr auto starts_on =
    entity::day({.key = "starts_on", .label = {"First day", "Första dag"}, .sortable = true});
inline constexpr auto ends_on = entity::day(
    {.key = "ends_on",
     .label = {"Last day", "Sista dag"},
     .help = {"Empty while the person works here.", "Tomt så länge personen arbetar här."},
     .sortable = true,
     .filterable = true});

inline constexpr std::array<entity::Field const*, 5> fields{&email, &position, &employment,
                                                            &starts_on, &ends_on};
inline constexpr std::array<entity::State, 1> states{{{"active", {"Active", "Aktiv"}}}};

inline constexpr entity::Definition definition{
    .name = "person",
    .path = "people",
    .table = "people",
    .ref_prefix = "PER",
    .area = "people_access",
    .label = {"Person", "Person"},
    .label_plural = {"People", "Personer"},
    .help = {"Everyone who works in the organisation: employees, consultants and suppliers' "
             "personnel. Owners, decisions and tasks point to a person here.",
             "Alla som arbetar i verksamheten: anställda, konsulter och leverantörers personal. "
             "Ägare, beslut och uppgifter pekar på en person här."},
    .title_label = {"Name", "Namn"},
    .fields = fields,
    .states = states,
    .initial_state = "active",
    .common = true,
    .title_personal = true,
    .title_published = false,
};

void register_slice(entity::Catalogue& catalogue, entity::Engine const& engine);

}  // namespace sigill::people
