#pragma once
// Frameworks and their requirements: what others demand, as a tree that safeguards point into.

#include <array>
#include <cstddef>

#include "api/router.hpp"
#include "entity/engine.hpp"
#include "slices/frameworks/oscal/catalog.hpp"

namespace sigill::frameworks {

inline constexpr auto edition = entity::text({.key = "edition",
                                              .label = {"Edition", "Utgåva"},
                                              .in_list = true,
                                              .filterable = true,
                                              .published = true});
inline constexpr auto publisher = entity::text({.key = "publisher",
                                                .label = {"Publisher", "Utgivare"},
                                                .in_list = true,
                                                .filterable = true,
                                                .published = true});
inline constexpr auto source = entity::text(
    {.key = "source",
     .label = {"Source", "Källa"},
     .help = {"The document that it was imported from.", "Dokumentet som det lästes in från."},
     .published = true,
     .max = 500});

inline constexpr std::array<entity::Field const*, 3> fields{&edition, &publisher, &source};
inline constexpr std::array<entity::State, 1> states{{{"active", {"In use", "Används"}}}};

inline constexpr entity::Definition definition{
    .name = "framework",
    .path = "frameworks",
    .table = "frameworks",
    .ref_prefix = "FRW",
    .area = "compliance",
    .label = {"Framework", "Ramverk"},
    .label_plural = {"Frameworks", "Ramverk"},
    .help = {"Standards, laws and customers' demands that the organisation follows. Import a "
             "catalogue in OSCAL format to get its requirements as a tree.",
             "Standarder, lagar och kundkrav som verksamheten följer. Läs in en katalog i "
             "OSCAL-format så kommer kraven med som ett träd."},
    .title_label = {"Name", "Namn"},
    .fields = fields,
    .states = states,
    .initial_state = "active",
    .common = true,
};

namespace requirements {

inline constexpr std::array<entity::Option, 3> kinds{{
    {"group", {"Group", "Grupp"}},
    {"control", {"Requirement", "Krav"}},
    {"enhancement", {"Enhancement", "Förstärkning"}},
}};

inline constexpr auto framework = entity::reference({.key = "framework",
                                                     .label = {"Framework", "Ramverk"},
                                                     .required = true,
                                                     .in_list = true,
                                                     .filterable = true,
                                                     .target = "frameworks"});
inline constexpr auto number = entity::text({.key = "number",
                                             .label = {"Number", "Nummer"},
                                             .required = true,
                                             .in_list = true,
                                             .sortable = true,
                                             .filterable = true,
                                             .published = true,
                                             .max = 60});
inline constexpr auto parent = entity::reference({.key = "parent",
                                                  .label = {"Part of", "Ingår i"},
                                                  .in_list = true,
                                                  .filterable = true,
                                                  .target = "requirements"});
inline constexpr auto kind = entity::choice({.key = "kind",
                                             .label = {"Kind", "Typ"},
                                             .required = true,
                                             .in_list = true,
                                             .filterable = true,
                                             .options = kinds});
inline constexpr auto withdrawn =
    entity::yes_no({.key = "withdrawn",
                    .label = {"Withdrawn", "Indraget"},
                    .help = {"No longer part of the framework. Cannot be chosen for a safeguard.",
                             "Ingår inte längre i ramverket. Kan inte väljas för en skyddsåtgärd."},
                    .filterable = true});
inline constexpr auto statement = entity::long_text(
    {.key = "statement", .label = {"Text", "Lydelse"}, .published = true, .max = 100'000});
inline constexpr auto guidance = entity::long_text(
    {.key = "guidance", .label = {"Guidance", "Vägledning"}, .published = true, .max = 100'000});
inline constexpr auto identifier =
    entity::text({.key = "identifier",
                  .label = {"Identifier in the source", "Beteckning i källan"},
                  .group = {"Source", "Källa"},
                  .writable = false,
                  .published = true});
inline constexpr auto content_hash = entity::text(
    {.key = "content_hash",
     .label = {"Fingerprint of the parts", "Delarnas fingeravtryck"},
     .help = {"SHA-256 of the imported parts and parameters: shows in the log when any changed.",
              "SHA-256 av de inlästa delarna och parametrarna: visar i loggen när något ändrats."},
     .group = {"Source", "Källa"},
     .writable = false,
     .published = true});

inline constexpr std::array<entity::Field const*, 9> fields{&framework, &number,     &parent,
                                                            &kind,      &withdrawn,  &statement,
                                                            &guidance,  &identifier, &content_hash};
inline constexpr std::array<entity::State, 1> states{{{"active", {"Listed", "Upptaget"}}}};

inline constexpr entity::Definition definition{
    .name = "requirement",
    .path = "requirements",
    .table = "requirements",
    .ref_prefix = "REQ",
    .area = "compliance",
    .label = {"Requirement", "Krav"},
    .label_plural = {"Requirements", "Krav"},
    .help = {"The requirements of the frameworks, with their text. Safeguards point to those that "
             "they meet.",
             "Ramverkens krav med sin lydelse. Skyddsåtgärder pekar på de krav de uppfyller."},
    .title_label = {"Title", "Rubrik"},
    .fields = fields,
    .states = states,
    .initial_state = "active",
    .common = true,
};

}  // namespace requirements

struct ImportResult {
    std::string framework_id;
    std::string framework_ref;
    std::size_t created = 0;  // requirements, groups among them
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    oscal::Counts counts;
};

// Stores a catalogue: the framework is known by title and edition, a requirement by its identifier
// in the catalogue, else by its number. Run again with the same catalogue, nothing changes. One
// ledger entry for each record created or changed. A requirement that the catalogue no longer
// holds is left as it is: safeguards may point to it.
ImportResult import_catalog(entity::Engine const& engine, tenant::Transaction& tx,
                            oscal::Catalog const& catalog);

void register_slice(entity::Catalogue& catalogue, entity::Engine const& engine);
// GET /frameworks/{id}/tree, GET /requirements/{id}/parts, POST /frameworks/import
void register_routes(api::Router& router);

}  // namespace sigill::frameworks
