#pragma once

#include <array>

#include "app/example/content.hpp"

namespace sigill::app::example::demo {

inline constexpr auto processes = std::to_array<Process>({
    {"arende", "Ärendehantering och nämndadministration", "klf", "katarina.wallgren", true,
     "Ta emot, registrera, bereda och besluta i kommunens ärenden, och hålla allmänna handlingar "
     "ordnade och sökbara."},
    {"ekonomi", "Ekonomistyrning och redovisning", "klf", "jonas.ekelund", true,
     "Budgetera, följa upp, betala och redovisa så att varje krona kan följas från beslut till "
     "bokslut."},
    {"lon", "Lön och personaladministration", "hr", "ingrid.melander", true,
     "Anställa, schemalägga och betala rätt lön i rätt tid till kommunens 1 150 medarbetare."},
    {"itdrift", "Drift av it-miljön", "it", "daniel.kvist", true,
     "Hålla nät, servrar, konton och arbetsplatser tillgängliga och skyddade för alla "
     "verksamheter."},
    {"skola", "Undervisning och elevadministration", "buf", "anders.holmgren", true,
     "Planera och dokumentera undervisning, frånvaro och betyg i förskola, grundskola och "
     "gymnasium."},
    {"elevhalsa", "Elevhälsa", "buf", "elin.rosen", true,
     "Ge elever medicinska, psykologiska och psykosociala insatser och föra journal över dem."},
    {"ifo", "Individ- och familjeomsorg", "soc", "robert.frisk", true,
     "Utreda, besluta om och följa upp stöd till barn, unga och vuxna enligt socialtjänstlagen."},
    {"omsorg", "Hemtjänst och särskilt boende", "soc", "susanne.ahlm", true,
     "Planera och utföra omsorg dygnet runt hemma hos brukare och på kommunens boenden."},
    {"hsl", "Kommunal hälso- och sjukvård", "soc", "birgitta.noren", true,
     "Ge säker vård i ordinärt och särskilt boende, med läkemedel, delegeringar och journal."},
    {"bygglov", "Bygglov och tillsyn", "sbf", "linnea.fors", true,
     "Handlägga ansökningar om lov och utöva tillsyn över byggande, med lagstadgade tidsfrister."},
    {"vatten", "Dricksvattenförsörjning", "va", "bengt.alsterlund", false,
     "Producera och leverera dricksvatten av god kvalitet till 11 000 anslutna, utan avbrott."},
    {"kris", "Krisledning och kriskommunikation", "klf", "stefan.rydell", true,
     "Leda kommunen vid samhällsstörningar och snabbt nå invånare, medarbetare och "
     "samverkande aktörer."},
});

}  // namespace sigill::app::example::demo
