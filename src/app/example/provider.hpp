#pragma once
// Sigill Drift AB: the made-up supplier that runs Sigill for the municipality, with a management
// system of its own in the same product.

#include <array>

#include "app/example/content.hpp"

namespace sigill::app::example::provider {

inline constexpr auto units = std::to_array<Unit>({
    {"bolaget", "Sigill Drift AB", "", "maja.ahlgren"},
    {"drift", "Drift och support", "bolaget", "erik.tornblad"},
    {"utveckling", "Produktutveckling", "bolaget", "leyla.demir"},
});

inline constexpr auto people = std::to_array<Person>({
    {"maja.ahlgren", "Maja Ahlgren", "maja.ahlgren@sigilldrift.example", "bolaget",
     "Verkställande direktör", "employee", "2020-01-02", {"process_owner"}},
    {"gustav.ledin", "Gustav Ledin", "gustav.ledin@sigilldrift.example", "bolaget",
     "Informationssäkerhetschef (CISO)", "employee", "2020-04-01", {"ciso", "administrator"}},
    {"petra.sundin", "Petra Sundin", "petra.sundin@sigilldrift.example", "bolaget",
     "Dataskyddsombud", "consultant", "2021-02-15", {"dpo"}},
    {"erik.tornblad", "Erik Törnblad", "erik.tornblad@sigilldrift.example", "drift", "Driftchef",
     "employee", "2020-03-16", {"process_owner"}},
    {"nadia.sjostrand", "Nadia Sjöstrand", "nadia.sjostrand@sigilldrift.example", "drift",
     "Drifttekniker", "employee", "2022-06-07", {"system_owner"}},
    {"leyla.demir", "Leyla Demir", "leyla.demir@sigilldrift.example", "utveckling",
     "Utvecklingschef", "employee", "2020-01-02", {"process_owner"}},
    {"axel.wendt", "Axel Wendt", "axel.wendt@sigilldrift.example", "utveckling",
     "Utvecklare och säkerhetsombud", "employee", "2023-08-14", {"system_owner"}},
    {"rebecka.hult", "Rebecka Hult", "rebecka.hult@sigilldrift.example", "drift", "Kundansvarig",
     "employee", "2021-10-11", {"process_owner"}},
});

inline constexpr auto processes = std::to_array<Process>({
    {"leverans", "Drift av kundernas tjänst", "drift", "erik.tornblad", true,
     "Hålla tjänsten tillgänglig och kundernas uppgifter skyddade, åtskilda och "
     "återställningsbara."},
    {"utveckling", "Säker utveckling", "utveckling", "leyla.demir", false,
     "Utveckla och leverera nya versioner som har hotmodellerats, granskats och testats."},
    {"support", "Kundstöd och incidenthantering", "drift", "rebecka.hult", true,
     "Hjälpa kunderna, ta emot rapporter och underrätta i rätt tid när något har hänt."},
    {"ledning", "Ledning och administration", "bolaget", "maja.ahlgren", true,
     "Styra bolaget, sköta avtal, personal och leverantörer."},
});

inline constexpr auto assets = std::to_array<Asset>({
    {.key = "hall", .title = "Den hyrda datorhallen", .kind = "supplier_service", .process = "leverans",
     .system_owner = "nadia.sjostrand",
     .description = "Låst avskilt utrymme i en svensk datorhall med dubbla elmatningar."},
    {.key = "natet", .title = "Produktionsnätet", .kind = "network", .process = "leverans",
     .system_owner = "nadia.sjostrand", .depends_on = {"hall"}, .internet_facing = true,
     .description = "Lastdelare, brandväggar och skilda segment för drift och kunddata."},
    {.key = "databaser", .title = "Databasklustret", .kind = "server", .process = "leverans",
     .system_owner = "nadia.sjostrand", .depends_on = {"hall", "natet"},
     .personal_data = "special",
     .description = "Kundernas uppgifter, krypterade med en nyckel per kund."},
    {.key = "tjansten", .title = "Tjänsten Sigill", .kind = "service", .process = "leverans",
     .system_owner = "nadia.sjostrand", .depends_on = {"databaser", "natet"},
     .personal_data = "special", .internet_facing = true,
     .description = "Den tjänst som kunderna använder."},
    {.key = "kopior", .title = "Säkerhetskopiorna på annan ort", .kind = "supplier_service",
     .process = "leverans", .system_owner = "nadia.sjostrand", .depends_on = {"databaser"},
     .personal_data = "special",
     .description = "Krypterade kopior hos en andra svensk leverantör."},
    {.key = "kod", .title = "Källkoden och byggmiljön", .kind = "system", .process = "utveckling",
     .system_owner = "axel.wendt",
     .description = "Källkod, granskningar och byggen. Den som ändrar här ändrar tjänsten."},
    {.key = "arenden", .title = "Ärendesystemet för kundstöd", .kind = "supplier_service",
     .process = "support", .system_owner = "rebecka.hult", .depends_on = {"natet"},
     .personal_data = "ordinary", .internet_facing = true,
     .description = "Frågor, felanmälningar och säkerhetsrapporter från kunderna."},
    {.key = "avtal", .title = "Kund- och biträdesavtalen", .kind = "information",
     .process = "ledning", .system_owner = "maja.ahlgren", .depends_on = {"arenden"},
     .personal_data = "ordinary",
     .description = "Avtal, instruktioner och kontaktuppgifter till kundernas säkerhetsansvariga."},
});

inline constexpr Content content{
    .slug = "provider",
    .name = "Sigill Drift AB",
    .units = units,
    .people = people,
    .processes = processes,
    .assets = assets,
};

}  // namespace sigill::app::example::provider
