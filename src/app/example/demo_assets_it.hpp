#pragma once
// What everything else stands on: sites, networks, servers and common services.

#include <array>

#include "app/example/content.hpp"

namespace sigill::app::example::demo {

inline constexpr auto assets_it = std::to_array<Asset>({
    {.key = "hall.stadshuset", .title = "Datorhallen i stadshuset", .kind = "facility",
     .process = "itdrift", .system_owner = "niklas.sjodin",
     .description = "Kommunens primära datorhall i källarplanet, med UPS, kyla, brandlarm och "
                    "släckning."},
    {.key = "hall.brandstationen", .title = "Reservhallen på brandstationen", .kind = "facility",
     .process = "itdrift", .system_owner = "niklas.sjodin",
     .description = "Andra platsen för säkerhetskopior och reservdrift, med eget elverk."},
    {.key = "stomnat", .title = "Stamnätet", .kind = "network", .process = "itdrift",
     .system_owner = "emma.thorell", .depends_on = {"hall.stadshuset", "hall.brandstationen"},
     .description = "Fibernät mellan kommunens 34 verksamhetsställen, i två ringar."},
    {.key = "internet", .title = "Internetförbindelsen", .kind = "supplier_service",
     .process = "itdrift", .system_owner = "emma.thorell", .depends_on = {"hall.stadshuset"},
     .internet_facing = true,
     .description = "Två skilda förbindelser från olika operatörer med automatisk omkoppling."},
    {.key = "brandvagg", .title = "Brandväggarna", .kind = "network", .process = "itdrift",
     .system_owner = "oskar.lundmark", .depends_on = {"stomnat", "internet"},
     .internet_facing = true,
     .description = "Klustrade brandväggar mellan internet, verksamhetsnät, skolnät och "
                    "styrsystemnät."},
    {.key = "wifi", .title = "De trådlösa näten", .kind = "network", .process = "itdrift",
     .system_owner = "emma.thorell", .depends_on = {"stomnat"},
     .description = "Skilda trådlösa nät för personal, elever och besökare."},
    {.key = "virtuell", .title = "Virtualiseringsklustret", .kind = "server",
     .process = "itdrift", .system_owner = "niklas.sjodin",
     .depends_on = {"hall.stadshuset", "stomnat"},
     .description = "Sex värdar som kör merparten av kommunens servrar."},
    {.key = "lagring", .title = "Lagringssystemet", .kind = "server", .process = "itdrift",
     .system_owner = "niklas.sjodin", .depends_on = {"hall.stadshuset"},
     .description = "Gemensam lagring för servrar och databaser, krypterad i vila."},
    {.key = "katalog", .title = "Katalogtjänsten", .kind = "service", .process = "itdrift",
     .system_owner = "niklas.sjodin", .depends_on = {"virtuell", "stomnat"},
     .personal_data = "ordinary",
     .description = "Konton, grupper och lösenord för medarbetare och elever. Nästan all "
                    "inloggning beror på den."},
    {.key = "inloggning", .title = "Federerad inloggning", .kind = "service",
     .process = "itdrift", .system_owner = "oskar.lundmark",
     .depends_on = {"katalog", "brandvagg"}, .personal_data = "ordinary",
     .internet_facing = true,
     .description = "Inloggning med flera faktorer och e-legitimation till interna system och "
                    "molntjänster."},
    {.key = "backup", .title = "Säkerhetskopieringen", .kind = "service", .process = "itdrift",
     .system_owner = "amir.rahimi", .depends_on = {"hall.brandstationen", "lagring", "stomnat"},
     .personal_data = "special",
     .description = "Nattliga kopior av alla servrar till reservhallen, varav en kopia inte kan "
                    "ändras i 30 dagar."},
    {.key = "databas", .title = "Databasplattformen", .kind = "server", .process = "itdrift",
     .system_owner = "amir.rahimi", .depends_on = {"virtuell", "lagring", "backup"},
     .personal_data = "special",
     .description = "Gemensamma databasservrar för verksamhetssystemen."},
    {.key = "epost", .title = "E-post och kalender", .kind = "supplier_service",
     .process = "itdrift", .system_owner = "johanna.berglund",
     .depends_on = {"inloggning", "internet"}, .personal_data = "ordinary",
     .internet_facing = true,
     .description = "Molntjänst för e-post, kalender och videomöten."},
    {.key = "filytor", .title = "Gemensamma filytor", .kind = "system", .process = "itdrift",
     .system_owner = "niklas.sjodin", .depends_on = {"virtuell", "lagring", "katalog", "backup"},
     .personal_data = "ordinary",
     .description = "Förvaltningarnas filytor. Handlingar som hör till ett ärende ska inte "
                    "förvaras här."},
    {.key = "klienter", .title = "Medarbetarnas datorer", .kind = "system", .process = "itdrift",
     .system_owner = "johanna.berglund", .depends_on = {"katalog", "wifi"},
     .personal_data = "ordinary",
     .description = "Omkring 900 bärbara datorer med diskkryptering och central hantering."},
    {.key = "loggar", .title = "Centrala loggar", .kind = "system", .process = "itdrift",
     .system_owner = "oskar.lundmark", .depends_on = {"virtuell", "lagring"},
     .personal_data = "ordinary",
     .description = "Säkerhetsloggar från brandväggar, servrar och inloggning, sparade i tolv "
                    "månader."},
    {.key = "itpersonal", .title = "Driftpersonalen", .kind = "people", .process = "itdrift",
     .system_owner = "daniel.kvist",
     .description = "Fem tekniker. Två av dem kan ensamma återställa katalogtjänsten."},
    {.key = "servicedesk", .title = "Servicedesken", .kind = "service", .process = "itdrift",
     .system_owner = "johanna.berglund", .depends_on = {"epost", "katalog", "itpersonal"},
     .personal_data = "ordinary",
     .description = "Felanmälan och beställningar från verksamheterna, vardagar 7–17."},
});

}  // namespace sigill::app::example::demo
