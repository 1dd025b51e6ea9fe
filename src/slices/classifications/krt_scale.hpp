#pragma once
// The scale for consequence in confidentiality (K), integrity (R, riktighet) and availability (T).
// Five levels; the class of a thing is what the worst plausible loss of each would mean.

#include <array>
#include <string_view>

#include "base/phrase.hpp"

namespace sigill::classifications {

struct KrtLevel {
    int value = 0;
    Label name;
    Label description;      // the consequence in general
    Label confidentiality;  // what it means when somebody learns what they must not
    Label integrity;        // when a fact is wrong or has been altered
    Label availability;     // when it cannot be reached in time
    std::string_view color;
};

inline constexpr std::string_view krt_name = "krt";
inline constexpr Label krt_label{"Consequence (K/R/T)", "Konsekvens (K/R/T)"};

inline constexpr std::array<KrtLevel, 5> krt_levels{{
    {.value = 0,
     .name = {"None or negligible", "Ingen eller försumbar"},
     .description = {"No harm, or harm that nobody notices.",
                     "Ingen skada, eller en skada som ingen märker."},
     .confidentiality = {"The information is public or may be read by anyone.",
                         "Uppgifterna är offentliga eller får läsas av vem som helst."},
     .integrity = {"An error has no effect or is put right at once.",
                   "Ett fel saknar betydelse eller rättas genast."},
     .availability = {"The work can do without it for weeks.",
                      "Verksamheten klarar sig utan i veckor."},
     .color = "#868e96"},
    {.value = 1,
     .name = {"Moderate", "Måttlig"},
     .description = {"Limited harm that the organisation handles in its daily work.",
                     "Begränsad skada som verksamheten hanterar i vardagen."},
     .confidentiality = {"Disclosure is awkward, but hardly harms anyone.",
                         "Ett röjande är besvärande men skadar knappast någon."},
     .integrity = {"An error costs extra work and is found before it does harm.",
                   "Ett fel ger merarbete och upptäcks innan det gör skada."},
     .availability = {"An outage of some days delays the work.",
                      "Ett avbrott på några dagar försenar arbetet."},
     .color = "#2f9e44"},
    {.value = 2,
     .name = {"Significant", "Betydande"},
     .description = {"Noticeable harm to persons, finances or trust that takes effort to repair.",
                     "Kännbar skada för enskilda, ekonomi eller förtroende, som kräver insatser "
                     "att reparera."},
     .confidentiality = {"Disclosure harms individuals or the organisation noticeably.",
                         "Ett röjande skadar enskilda eller verksamheten kännbart."},
     .integrity = {"An error leads to wrong decisions that can be corrected.",
                   "Ett fel leder till felaktiga beslut som går att rätta."},
     .availability = {"An outage of a day stops important tasks.",
                      "Ett avbrott på ett dygn stoppar viktiga uppgifter."},
     .color = "#f08c00"},
    {.value = 3,
     .name = {"Serious", "Allvarlig"},
     .description = {"Serious harm to persons or to the duties that the organisation has by law.",
                     "Allvarlig skada för enskilda eller för uppgifter som följer av lag."},
     .confidentiality = {"Disclosure harms individuals seriously and lastingly, or breaks secrecy "
                         "laid down by law.",
                         "Ett röjande skadar enskilda allvarligt och varaktigt, eller bryter mot "
                         "lagstadgad sekretess."},
     .integrity = {"An error leads to serious harm or to loss of rights before it is found.",
                   "Ett fel leder till allvarlig skada eller rättsförlust innan det upptäcks."},
     .availability = {"An outage of a few hours endangers people or essential services.",
                      "Ett avbrott på några timmar äventyrar människor eller samhällsviktig "
                      "verksamhet."},
     .color = "#e8590c"},
    {.value = 4,
     .name = {"Very serious", "Mycket allvarlig"},
     .description = {"Danger to life and health, or harm that cannot be undone.",
                     "Fara för liv och hälsa, eller skada som inte går att ogöra."},
     .confidentiality = {"Disclosure endangers someone's life or safety.",
                         "Ett röjande sätter någons liv eller säkerhet i fara."},
     .integrity = {"An error may kill, or mislead many people in a crisis.",
                   "Ett fel kan få dödlig utgång eller vilseleda många i en kris."},
     .availability = {"It must always work; minutes may decide over life.",
                      "Det måste alltid fungera; minuter kan vara livsavgörande."},
     .color = "#c92a2a"},
}};

}  // namespace sigill::classifications
