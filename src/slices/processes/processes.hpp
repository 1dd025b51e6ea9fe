#pragma once
// Processes: what the organisation does. The owner of a process decides on what it uses.

#include <array>

#include "entity/engine.hpp"

namespace sigill::processes {

inline constexpr auto purpose =
    entity::long_text({.key = "purpose",
                       .label = {"Purpose", "Syfte"},
                       .help = {"What the process is to achieve, and for whom.",
                                "Vad processen ska åstadkomma, och för vem."}});
inline constexpr auto personal_data =
    entity::yes_no({.key = "personal_data",
                    .label = {"Processes personal data", "Behandlar personuppgifter"},
                    .help = {"The owner answers for the processing following the GDPR.",
                             "Ägaren svarar för att behandlingen följer dataskyddsförordningen."},
                    .in_list = true,
                    .filterable = true});
inline constexpr auto parent = entity::reference({.key = "parent",
                                                  .label = {"Part of", "Ingår i"},
                                                  .in_list = true,
                                                  .filterable = true,
                                                  .target = "processes"});

inline constexpr std::array<entity::Field const*, 3> fields{&purpose, &personal_data, &parent};
inline constexpr std::array<entity::State, 1> states{{{"active", {"Active", "Aktiv"}}}};

inline constexpr entity::Definition definition{
    .name = "process",
    .path = "processes",
    .table = "processes",
    .ref_prefix = "PROC",
    .area = "governance",
    .label = {"Process", "Process"},
    .label_plural = {"Processes", "Processer"},
    .help = {"What the organisation does. Each process has an owner who answers for its security "
             "and decides on classification and safeguards. A process without an owner is a gap.",
             "Vad verksamheten gör. Varje process har en ägare som ansvarar för säkerheten och "
             "beslutar om klassning och skyddsåtgärder. En process utan ägare är en brist."},
    .title_label = {"Name", "Namn"},
    .fields = fields,
    .states = states,
    .initial_state = "active",
};

// `owner_may_differ` runs after each change of a process: what its owner is asked follows the owner.
void register_slice(entity::Catalogue& catalogue, entity::Engine const& engine,
                    entity::Behaviour::Effect owner_may_differ);

}  // namespace sigill::processes
