#pragma once
// Safeguards: what protects an asset, proposed by anyone and decided by the owner of the process.

#include <array>

#include "entity/engine.hpp"

namespace sigill::safeguards {

inline constexpr std::array<entity::Option, 3> kinds{{
    {"preventive", {"Preventive", "Förebyggande"}},
    {"detective", {"Detective", "Upptäckande"}},
    {"corrective", {"Corrective", "Avhjälpande"}},
}};
inline constexpr std::array<entity::Option, 4> natures{{
    {"organisational", {"Organisational", "Organisatorisk"}},
    {"people", {"People", "Personrelaterad"}},
    {"physical", {"Physical", "Fysisk"}},
    {"technical", {"Technical", "Teknisk"}},
}};
inline constexpr std::array<entity::Option, 3> decisions{{
    {"implement", {"Implement", "Genomför"}},
    {"accept", {"Accept the risk", "Acceptera risken"}},
    {"not", {"Do not implement", "Genomför inte"}},
}};

inline constexpr Label about{"About", "Om åtgärden"};
inline constexpr Label protects{"Protects and meets", "Skyddar och uppfyller"};
inline constexpr Label decided{"Decision", "Beslut"};

inline constexpr auto description = entity::long_text(
    {.key = "description", .label = {"Description", "Beskrivning"}, .group = about});
inline constexpr auto kind = entity::choice({.key = "kind",
                                             .label = {"Effect", "Verkan"},
                                             .group = about,
                                             .in_list = true,
                                             .filterable = true,
                                             .options = kinds});
inline constexpr auto nature = entity::choice({.key = "nature",
                                               .label = {"Nature", "Slag"},
                                               .group = about,
                                               .in_list = true,
                                               .filterable = true,
                                               .options = natures});
inline constexpr auto process = entity::reference(
    {.key = "process",
     .label = {"Process", "Process"},
     .help = {"Its owner decides on the safeguard.", "Processens ägare beslutar om åtgärden."},
     .group = protects,
     .required = true,
     .in_list = true,
     .filterable = true,
     .target = "processes"});
inline constexpr auto assets = entity::references({.key = "assets",
                                                   .label = {"Assets", "Tillgångar"},
                                                   .group = protects,
                                                   .filterable = true,
                                                   .target = "assets"});
inline constexpr auto requirements = entity::references(
    {.key = "requirements",
     .label = {"Requirements", "Krav"},
     .help = {"The requirements of frameworks that the safeguard meets, wholly or in part.",
              "De krav i ramverken som åtgärden uppfyller, helt eller delvis."},
     .group = protects,
     .filterable = true,
     .target = "requirements"});
inline constexpr auto decision = entity::choice({.key = "decision",
                                                 .label = {"Decision", "Beslut"},
                                                 .group = decided,
                                                 .writable = false,
                                                 .in_list = true,
                                                 .filterable = true,
                                                 .options = decisions});
inline constexpr auto decision_reason = entity::long_text(
    {.key = "decision_reason",
     .label = {"Reason", "Motivering"},
     .help = {"Needed when the risk is accepted or the safeguard is not implemented.",
              "Behövs när risken accepteras eller åtgärden inte genomförs."},
     .group = decided,
     .writable = false});
inline constexpr auto responsible =
    entity::person({.key = "responsible",
                    .label = {"Responsible", "Genomförandeansvarig"},
                    .help = {"Sees that it is done. Somebody else verifies it.",
                             "Ser till att det blir gjort. Någon annan verifierar."},
                    .group = decided,
                    .writable = false,
                    .in_list = true,
                    .filterable = true});
inline constexpr auto due = entity::day({.key = "due",
                                         .label = {"Due", "Klar senast"},
                                         .group = decided,
                                         .writable = false,
                                         .in_list = true,
                                         .sortable = true,
                                         .filterable = true});

inline constexpr std::array<entity::Field const*, 10> fields{
    &description,  &kind,     &nature,          &process,     &assets,
    &requirements, &decision, &decision_reason, &responsible, &due};
inline constexpr std::array<entity::Field const*, 4> decided_with{&decision, &decision_reason,
                                                                  &responsible, &due};
inline constexpr std::array<entity::Field const*, 1> needed_to_decide{&decision};

inline constexpr std::array<entity::State, 7> states{{
    {"proposed", {"Proposed", "Föreslagen"}, entity::Tone::info},
    {"decided", {"To be implemented", "Ska genomföras"}, entity::Tone::info},
    {"in_progress", {"In progress", "Pågår"}, entity::Tone::warning},
    {"implemented", {"Implemented", "Genomförd"}, entity::Tone::good},
    {"verified", {"Verified", "Verifierad"}, entity::Tone::good},
    {"accepted", {"Risk accepted", "Risken accepterad"}, entity::Tone::warning},
    {"rejected", {"Rejected", "Avslagen"}, entity::Tone::bad},
}};

inline constexpr std::array<std::string_view, 1> from_proposed{"proposed"};
inline constexpr std::array<std::string_view, 1> from_decided{"decided"};
inline constexpr std::array<std::string_view, 1> from_in_progress{"in_progress"};
inline constexpr std::array<std::string_view, 1> from_implemented{"implemented"};
inline constexpr std::array<std::string_view, 6> from_any_decided{
    "decided", "in_progress", "implemented", "verified", "accepted", "rejected"};

inline constexpr std::array<entity::Transition, 5> transitions{{
    {.name = "decide",
     .label = {"Decide and sign", "Besluta och signera"},
     .from = from_proposed,
     .to = "",  // by the decision: decided, accepted or rejected
     .permission_act = "decide",
     .signature = true,
     .fields = decided_with,
     .required = needed_to_decide},
    {.name = "start",
     .label = {"Start", "Påbörja"},
     .from = from_decided,
     .to = "in_progress",
     .permission_act = "start"},
    {.name = "complete",
     .label = {"Mark as implemented", "Markera som genomförd"},
     .from = from_in_progress,
     .to = "implemented",
     .permission_act = "implement"},
    {.name = "verify",
     .label = {"Verify", "Verifiera"},
     .from = from_implemented,
     .to = "verified",
     .permission_act = "verify"},
    {.name = "reconsider",
     .label = {"Reconsider", "Ompröva"},
     .from = from_any_decided,
     .to = "proposed",
     .permission_act = "decide"},
}};

inline constexpr entity::Definition definition{
    .name = "safeguard",
    .path = "safeguards",
    .table = "safeguards",
    .ref_prefix = "SAFE",
    .area = "assets_risk",
    .label = {"Safeguard", "Skyddsåtgärd"},
    .label_plural = {"Safeguards", "Skyddsåtgärder"},
    .help = {"What protects the assets. Anyone may propose one; the owner of the process decides "
             "whether it is implemented, and signs.",
             "Det som skyddar tillgångarna. Vem som helst kan föreslå en åtgärd; processens ägare "
             "beslutar om den ska genomföras och signerar."},
    .title_label = {"Name", "Namn"},
    .fields = fields,
    .states = states,
    .initial_state = "proposed",
    .transitions = transitions,
};

// The asset's class changed: the owners of the processes are asked to look again at every decided
// safeguard that protects it.
void review_for_asset(entity::Engine const& engine, tenant::Transaction& tx,
                      std::string_view asset_id);

// The process has (another) owner, who is now the one to decide on its safeguards.
void ask_owner(entity::Engine const& engine, tenant::Transaction& tx, entity::Record const& owned);

void register_slice(entity::Catalogue& catalogue, entity::Engine const& engine);

}  // namespace sigill::safeguards
