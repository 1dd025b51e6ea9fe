#pragma once
// Classifications: how much an asset's confidentiality, integrity and availability (K/R/T) matter,
// worked out together and decided by the owner of the asset's process.

#include <array>

#include "entity/engine.hpp"

namespace sigill::classifications {

inline constexpr Label scope{"What and who", "Vad och vilka"};
inline constexpr Label levels{"Levels", "Nivåer"};
inline constexpr Label continuity{"Continuity and follow-up", "Kontinuitet och uppföljning"};
inline constexpr Label reason_help{
    "What happens to people, the organisation and others if it fails?",
    "Vad händer för enskilda, verksamheten och andra om den brister?"};

inline constexpr auto asset = entity::reference({.key = "asset",
                                                 .label = {"Asset", "Tillgång"},
                                                 .group = scope,
                                                 .required = true,
                                                 .in_list = true,
                                                 .filterable = true,
                                                 .target = "assets"});
inline constexpr auto ciso = entity::person(
    {.key = "ciso", .label = {"CISO", "Informationssäkerhetschef (CISO)"}, .group = scope});
inline constexpr auto process_owner =
    entity::person({.key = "process_owner",
                    .label = {"Process owner", "Processägare"},
                    .help = {"Signs the classification. Must own the asset's process.",
                             "Signerar klassningen. Ska äga tillgångens process."},
                    .group = scope,
                    .in_list = true});
inline constexpr auto specialists = entity::people(
    {.key = "specialists",
     .label = {"Specialists", "Sakkunniga"},
     .help = {"At least one who knows the information or the system, besides the CISO and the "
              "process owner.",
              "Minst en som kan informationen eller systemet, utöver CISO och processägaren."},
     .group = scope});
inline constexpr auto confidentiality =
    entity::scale({.key = "confidentiality",
                   .label = {"Confidentiality", "Konfidentialitet"},
                   .group = levels,
                   .in_list = true,
                   .filterable = true,
                   .scale = "krt"});
inline constexpr auto confidentiality_reason =
    entity::long_text({.key = "confidentiality_reason",
                       .label = {"Reason for confidentiality", "Motivering till konfidentialitet"},
                       .help = reason_help,
                       .group = levels});
inline constexpr auto integrity = entity::scale({.key = "integrity",
                                                 .label = {"Integrity", "Riktighet"},
                                                 .group = levels,
                                                 .in_list = true,
                                                 .filterable = true,
                                                 .scale = "krt"});
inline constexpr auto integrity_reason =
    entity::long_text({.key = "integrity_reason",
                       .label = {"Reason for integrity", "Motivering till riktighet"},
                       .help = reason_help,
                       .group = levels});
inline constexpr auto availability = entity::scale({.key = "availability",
                                                    .label = {"Availability", "Tillgänglighet"},
                                                    .group = levels,
                                                    .in_list = true,
                                                    .filterable = true,
                                                    .scale = "krt"});
inline constexpr auto availability_reason =
    entity::long_text({.key = "availability_reason",
                       .label = {"Reason for availability", "Motivering till tillgänglighet"},
                       .help = reason_help,
                       .group = levels});
inline constexpr auto rto_hours =
    entity::number({.key = "rto_hours",
                    .label = {"Recovery time (RTO), hours", "Återställningstid (RTO), timmar"},
                    .help = {"The longest time that the process can do without it.",
                             "Så länge klarar sig processen högst utan den."},
                    .group = continuity,
                    .max = 8760});
inline constexpr auto rpo_hours =
    entity::number({.key = "rpo_hours",
                    .label = {"Recovery point (RPO), hours", "Tillåten dataförlust (RPO), timmar"},
                    .help = {"The most work that may be lost, counted in time.",
                             "Så mycket arbete får högst gå förlorat, räknat i tid."},
                    .group = continuity,
                    .max = 8760});
inline constexpr auto next_review = entity::day({.key = "next_review",
                                                 .label = {"Next review", "Nästa översyn"},
                                                 .group = continuity,
                                                 .in_list = true,
                                                 .sortable = true,
                                                 .filterable = true});

inline constexpr std::array<entity::Field const*, 13> fields{
    &asset,           &ciso,
    &process_owner,   &specialists,
    &confidentiality, &confidentiality_reason,
    &integrity,       &integrity_reason,
    &availability,    &availability_reason,
    &rto_hours,       &rpo_hours,
    &next_review};
inline constexpr std::array<entity::Field const*, 9> needed_to_decide{
    &ciso,      &process_owner,    &specialists,  &confidentiality,    &confidentiality_reason,
    &integrity, &integrity_reason, &availability, &availability_reason};

inline constexpr std::array<entity::State, 3> states{{
    {"draft", {"Draft", "Utkast"}, entity::Tone::info},
    {"decided", {"Decided", "Beslutad"}, entity::Tone::good},
    {"superseded", {"Superseded", "Ersatt"}, entity::Tone::neutral},
}};
inline constexpr std::array<std::string_view, 1> from_draft{"draft"};
inline constexpr std::array<entity::Transition, 1> transitions{{
    {.name = "decide",
     .label = {"Decide and sign", "Besluta och signera"},
     .from = from_draft,
     .to = "decided",
     .permission_act = "decide",
     .signature = true,
     .required = needed_to_decide},
}};

inline constexpr entity::Definition definition{
    .name = "classification",
    .path = "classifications",
    .table = "classifications",
    .ref_prefix = "CLS",
    .area = "assets_risk",
    .label = {"Classification", "Klassning"},
    .label_plural = {"Classifications", "Klassningar"},
    .help = {"How serious it would be if an asset's confidentiality, integrity or availability "
             "failed. Worked out by the CISO, the process owner and specialists together, and "
             "signed by the process owner.",
             "Hur allvarligt det vore om en tillgångs konfidentialitet, riktighet eller "
             "tillgänglighet brast. Görs av CISO, processägare och sakkunniga tillsammans och "
             "signeras av processägaren."},
    .title_label = {"Title", "Rubrik"},
    .fields = fields,
    .states = states,
    .initial_state = "draft",
    .transitions = transitions,
};

void register_slice(entity::Catalogue& catalogue, entity::Engine const& engine);

}  // namespace sigill::classifications
