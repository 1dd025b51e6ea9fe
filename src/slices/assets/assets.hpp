#pragma once
// Assets: what the organisation's information lives in and depends on.

#include <array>

#include "entity/engine.hpp"

namespace sigill::assets {

inline constexpr std::array<entity::Option, 8> kinds{{
    {"information", {"Information", "Information"}},
    {"system", {"System", "System"}},
    {"service", {"Service", "Tjänst"}},
    {"server", {"Server", "Server"}},
    {"network", {"Network", "Nätverk"}},
    {"facility", {"Facility", "Lokal"}},
    {"supplier_service", {"Supplier's service", "Leverantörstjänst"}},
    {"people", {"People", "Personal"}},
}};
inline constexpr std::array<entity::Option, 3> personal_data_kinds{{
    {"none", {"None", "Inga"}},
    {"ordinary", {"Ordinary", "Vanliga"}},
    {"special", {"Special categories", "Särskilda kategorier"}},
}};

inline constexpr Label about{"About", "Om tillgången"};
inline constexpr Label exposure{"Exposure", "Exponering"};
inline constexpr Label classification{"Classification", "Klassning"};
inline constexpr Label class_help{"Set when a classification is signed.",
                                  "Sätts när en klassning signeras."};

inline constexpr auto kind = entity::choice({.key = "kind",
                                             .label = {"Kind", "Typ"},
                                             .group = about,
                                             .required = true,
                                             .in_list = true,
                                             .filterable = true,
                                             .options = kinds});
inline constexpr auto description = entity::long_text(
    {.key = "description", .label = {"Description", "Beskrivning"}, .group = about});
inline constexpr auto process = entity::reference(
    {.key = "process",
     .label = {"Process", "Process"},
     .help = {"The owner of the process decides on classification and safeguards.",
              "Processens ägare beslutar om klassning och skyddsåtgärder."},
     .group = about,
     .in_list = true,
     .filterable = true,
     .target = "processes"});
inline constexpr auto system_owner = entity::person({.key = "system_owner",
                                                     .label = {"System owner", "Systemägare"},
                                                     .group = about,
                                                     .in_list = true,
                                                     .filterable = true});
inline constexpr auto depends_on =
    entity::references({.key = "depends_on",
                        .label = {"Depends on", "Är beroende av"},
                        .help = {"Other assets that this one cannot do without.",
                                 "Andra tillgångar som den här inte klarar sig utan."},
                        .group = about,
                        .filterable = true,
                        .target = "assets"});
inline constexpr auto personal_data = entity::choice(
    {.key = "personal_data",
     .label = {"Personal data", "Personuppgifter"},
     .help = {"Special categories are those of article 9 of the GDPR, such as data on health.",
              "Särskilda kategorier är de i dataskyddsförordningens artikel 9, till exempel "
              "uppgifter om hälsa."},
     .group = exposure,
     .in_list = true,
     .filterable = true,
     .options = personal_data_kinds});
inline constexpr auto internet_facing =
    entity::yes_no({.key = "internet_facing",
                    .label = {"Reachable from the internet", "Nås från internet"},
                    .group = exposure,
                    .filterable = true});
inline constexpr auto confidentiality =
    entity::scale({.key = "confidentiality",
                   .label = {"Confidentiality", "Konfidentialitet"},
                   .help = class_help,
                   .group = classification,
                   .writable = false,
                   .in_list = true,
                   .sortable = true,
                   .filterable = true,
                   .scale = "krt"});
inline constexpr auto integrity = entity::scale({.key = "integrity",
                                                 .label = {"Integrity", "Riktighet"},
                                                 .help = class_help,
                                                 .group = classification,
                                                 .writable = false,
                                                 .in_list = true,
                                                 .sortable = true,
                                                 .filterable = true,
                                                 .scale = "krt"});
inline constexpr auto availability = entity::scale({.key = "availability",
                                                    .label = {"Availability", "Tillgänglighet"},
                                                    .help = class_help,
                                                    .group = classification,
                                                    .writable = false,
                                                    .in_list = true,
                                                    .sortable = true,
                                                    .filterable = true,
                                                    .scale = "krt"});

inline constexpr std::array<entity::Field const*, 10> fields{
    &kind,          &description,     &process,         &system_owner, &depends_on,
    &personal_data, &internet_facing, &confidentiality, &integrity,    &availability};
inline constexpr std::array<entity::State, 2> states{{
    {"unclassified", {"Not classified", "Oklassad"}, entity::Tone::warning},
    {"classified", {"Classified", "Klassad"}, entity::Tone::good},
}};

inline constexpr entity::Definition definition{
    .name = "asset",
    .path = "assets",
    .table = "assets",
    .ref_prefix = "AST",
    .area = "assets_risk",
    .label = {"Asset", "Tillgång"},
    .label_plural = {"Assets", "Tillgångar"},
    .help = {"Information and everything that handles it: systems, services, servers, networks, "
             "premises, suppliers' services and people. A new asset is to be classified.",
             "Information och allt som hanterar den: system, tjänster, servrar, nätverk, lokaler, "
             "leverantörers tjänster och personal. En ny tillgång ska klassas."},
    .title_label = {"Name", "Namn"},
    .fields = fields,
    .states = states,
    .initial_state = "unclassified",
};

// The process has (another) owner, who is now the one to classify its assets.
void ask_owner(entity::Engine const& engine, tenant::Transaction& tx, entity::Record const& owned);

void register_slice(entity::Catalogue& catalogue, entity::Engine const& engine);

}  // namespace sigill::assets
