#pragma once
// Decisions: who decided what, when, on which grounds and on which version of the record. A row is
// written once and has no step that changes it.

#include <array>

#include "entity/engine.hpp"

namespace sigill::work::decisions {

inline constexpr std::array<entity::Option, 2> kinds{{
    {"classification", {"Classification", "Klassning"}},
    {"safeguard", {"Safeguard", "Skyddsåtgärd"}},
}};
inline constexpr std::array<entity::Option, 4> outcomes{{
    {"classified", {"Classified", "Klassad"}},
    {"implement", {"Implement", "Genomförs"}},
    {"accept", {"Accept the risk", "Risken accepteras"}},
    {"not", {"Do not implement", "Genomförs inte"}},
}};

inline constexpr auto record = entity::reference({.key = "record",
                                                  .label = {"Concerns", "Gäller"},
                                                  .writable = false,
                                                  .in_list = true,
                                                  .filterable = true});
inline constexpr auto kind = entity::choice({.key = "kind",
                                             .label = {"Decision on", "Beslut om"},
                                             .required = true,
                                             .writable = false,
                                             .in_list = true,
                                             .filterable = true,
                                             .options = kinds});
inline constexpr auto outcome = entity::choice({.key = "outcome",
                                                .label = {"Outcome", "Utfall"},
                                                .required = true,
                                                .writable = false,
                                                .in_list = true,
                                                .filterable = true,
                                                .options = outcomes});
inline constexpr auto reason =
    entity::long_text({.key = "reason", .label = {"Grounds", "Motivering"}, .writable = false});
inline constexpr auto decided_by = entity::person({.key = "decided_by",
                                                   .label = {"Decided by", "Beslutat av"},
                                                   .writable = false,
                                                   .in_list = true,
                                                   .filterable = true});
inline constexpr auto decided_at = entity::instant({.key = "decided_at",
                                                    .label = {"Decided at", "Beslutat"},
                                                    .required = true,
                                                    .writable = false,
                                                    .in_list = true,
                                                    .sortable = true});
inline constexpr auto record_version = entity::number(
    {.key = "record_version",
     .label = {"Version of the record", "Postens version"},
     .help = {"What the record held when the decision was made can be read from its history.",
              "Vad posten innehöll när beslutet fattades går att läsa i dess historik."},
     .group = {"Proof", "Bevis"},
     .required = true,
     .writable = false});
inline constexpr auto entry = entity::text({.key = "entry",
                                            .label = {"Entry in the log", "Rad i loggen"},
                                            .help = {"The signed entry that proves the decision.",
                                                     "Den signerade raden som bevisar beslutet."},
                                            .group = {"Proof", "Bevis"},
                                            .required = true,
                                            .writable = false,
                                            .published = true});

inline constexpr std::array<entity::Field const*, 8> fields{
    &record, &kind, &outcome, &reason, &decided_by, &decided_at, &record_version, &entry};
inline constexpr std::array<entity::State, 1> states{
    {{"made", {"Made", "Fattat"}, entity::Tone::good}}};

inline constexpr entity::Definition definition{
    .name = "decision",
    .path = "decisions",
    .table = "decisions",
    .ref_prefix = "DEC",
    .area = "governance",
    .label = {"Decision", "Beslut"},
    .label_plural = {"Decisions", "Beslut"},
    .help = {"Every signed decision, with who made it, when and why. Written when something is "
             "decided, and never changed.",
             "Alla signerade beslut, med vem som fattat dem, när och varför. Skrivs när något "
             "beslutas och ändras aldrig."},
    .title_label = {"Subject", "Ärende"},
    .fields = fields,
    .states = states,
    .initial_state = "made",
    .read_only = true,
};

}  // namespace sigill::work::decisions
