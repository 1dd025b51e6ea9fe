#pragma once
// Chancery, finance, staff, emergency management and building permits.

#include <array>

#include "app/example/content.hpp"

namespace sigill::app::example::demo {

inline constexpr auto assets_office = std::to_array<Asset>({
    {.key = "diarium", .title = "Ärende- och diariesystemet", .kind = "system",
     .process = "arende", .system_owner = "maria.hedstrom",
     .depends_on = {"databas", "katalog", "filytor"}, .personal_data = "special",
     .description = "Diarieföring, beredning, kallelser och protokoll för samtliga nämnder."},
    {.key = "handlingar", .title = "Allmänna handlingar i pågående ärenden",
     .kind = "information", .process = "arende", .system_owner = "maria.hedstrom",
     .depends_on = {"diarium"}, .personal_data = "special",
     .description = "Inkomna och upprättade handlingar, varav en del omfattas av sekretess."},
    {.key = "earkiv", .title = "E-arkivet", .kind = "supplier_service", .process = "arende",
     .system_owner = "gunilla.astrom", .depends_on = {"inloggning", "internet"},
     .personal_data = "special",
     .description = "Bevarande av avslutade ärenden, delat med fem grannkommuner."},
    {.key = "etjanster", .title = "E-tjänster och Mina sidor", .kind = "service",
     .process = "arende", .system_owner = "maria.hedstrom",
     .depends_on = {"inloggning", "brandvagg", "diarium"}, .personal_data = "special",
     .internet_facing = true,
     .description = "Invånarnas ansökningar och anmälningar med e-legitimation."},
    {.key = "webb", .title = "Webbplatsen almvik.example", .kind = "supplier_service",
     .process = "kris", .system_owner = "sofia.lindell", .depends_on = {"internet"},
     .internet_facing = true,
     .description = "Kommunens webbplats, som också är huvudkanal vid en kris."},
    {.key = "ekonomisystem", .title = "Ekonomisystemet", .kind = "system", .process = "ekonomi",
     .system_owner = "ahmed.karimi", .depends_on = {"databas", "katalog"},
     .personal_data = "ordinary",
     .description = "Redovisning, reskontra, budget och uppföljning."},
    {.key = "fakturor", .title = "Leverantörsfakturor och betalfiler", .kind = "information",
     .process = "ekonomi", .system_owner = "ahmed.karimi", .depends_on = {"ekonomisystem"},
     .personal_data = "ordinary",
     .description = "Underlag för omkring 45 000 betalningar om året. Omfattas av "
                    "bokföringslagens krav."},
    {.key = "betalning", .title = "Bankens betaltjänst", .kind = "supplier_service",
     .process = "ekonomi", .system_owner = "ahmed.karimi",
     .depends_on = {"internet", "ekonomisystem"}, .internet_facing = true,
     .description = "Filöverföring av löner och leverantörsbetalningar, attesterad av två i "
                    "förening."},
    {.key = "lonesystem", .title = "Lönesystemet", .kind = "supplier_service", .process = "lon",
     .system_owner = "patrik.soderlund", .depends_on = {"inloggning", "betalning"},
     .personal_data = "special", .internet_facing = true,
     .description = "Lön, frånvaro och resor som molntjänst."},
    {.key = "personalakter", .title = "Personalakter", .kind = "information", .process = "lon",
     .system_owner = "patrik.soderlund", .depends_on = {"lonesystem", "diarium"},
     .personal_data = "special",
     .description = "Anställningsavtal, rehabiliteringsärenden och fackliga uppgifter."},
    {.key = "schema", .title = "Bemanningsplaneringen", .kind = "supplier_service",
     .process = "lon", .system_owner = "patrik.soderlund",
     .depends_on = {"inloggning", "lonesystem"}, .personal_data = "ordinary",
     .internet_facing = true,
     .description = "Schema och vikariebokning för vård, omsorg och skola."},
    {.key = "rakel", .title = "Radiokommunikation för samverkan", .kind = "supplier_service",
     .process = "kris", .system_owner = "stefan.rydell",
     .description = "Mobil radio för krisledningen, vattenverket och räddningstjänsten."},
    {.key = "krisplats", .title = "Krisledningsplatsen", .kind = "facility", .process = "kris",
     .system_owner = "stefan.rydell", .depends_on = {"rakel", "stomnat"},
     .description = "Rum med reservkraft, eget nät och utskrivna planer."},
    {.key = "kontaktlistor", .title = "Kontaktlistor och krisplaner", .kind = "information",
     .process = "kris", .system_owner = "stefan.rydell", .depends_on = {"filytor", "krisplats"},
     .personal_data = "ordinary",
     .description = "Larmlistor, roller och åtgärdskort. Finns även på papper."},
    {.key = "bygglovsystem", .title = "Bygglovssystemet", .kind = "system", .process = "bygglov",
     .system_owner = "martin.ekberg", .depends_on = {"databas", "katalog", "etjanster"},
     .personal_data = "ordinary",
     .description = "Handläggning av lov, anmälningar och tillsyn med bevakning av tidsfrister."},
    {.key = "karta", .title = "Geografisk databas och kartor", .kind = "system",
     .process = "bygglov", .system_owner = "martin.ekberg", .depends_on = {"databas", "virtuell"},
     .personal_data = "ordinary",
     .description = "Grundkarta, planer, fastigheter och ledningar. Uppgifter om vissa ledningar "
                    "är skyddsvärda."},
    {.key = "ritningar", .title = "Ritningar över skyddsvärda byggnader", .kind = "information",
     .process = "bygglov", .system_owner = "martin.ekberg", .depends_on = {"bygglovsystem"},
     .description = "Ritningar som kan omfattas av sekretess, bland annat för skolor och "
                    "vattenverk."},
});

}  // namespace sigill::app::example::demo
