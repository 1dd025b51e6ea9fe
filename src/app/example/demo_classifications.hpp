#pragma once
// The outcome of the first workshops. The drafts are left for whoever tries the product.

#include <array>

#include "app/example/content.hpp"

namespace sigill::app::example::demo {

inline constexpr auto classifications = std::to_array<Classification>({
    {.asset = "personakter", .decided = true, .ciso = "mikael.norling",
     .process_owner = "robert.frisk", .specialists = {"samira.haddad", "helena.bystrom"},
     .confidentiality = {4, "Röjda uppgifter om skyddat boende kan kosta liv. Nästan allt i en "
                            "akt omfattas av socialtjänstsekretess."},
     .integrity = {3, "Ett felaktigt underlag kan leda till att ett barn far illa eller att ett "
                      "beslut fattas på fel grund."},
     .availability = {3, "Utan akten kan akuta skyddsbedömningar inte göras. Reservrutin finns "
                         "för en arbetsdag."},
     .rto_hours = 8, .rpo_hours = 4, .next_review_in_days = 290},
    {.asset = "hsljournaler", .decided = true, .ciso = "mikael.norling",
     .process_owner = "birgitta.noren", .specialists = {"samira.haddad", "helena.bystrom"},
     .confidentiality = {3, "Uppgifter om hälsa för hundratals patienter. Ett röjande skadar den "
                            "enskilde allvarligt och varaktigt."},
     .integrity = {4, "Fel läkemedel eller fel dos på grund av en felaktig journal kan få dödlig "
                      "utgång."},
     .availability = {3, "Vården kan bedrivas med utskrivna listor i några timmar, därefter ökar "
                         "patientrisken snabbt."},
     .rto_hours = 4, .rpo_hours = 1, .next_review_in_days = 200},
    {.asset = "trygghetslarm", .decided = true, .ciso = "mikael.norling",
     .process_owner = "susanne.ahlm", .specialists = {"ulrika.stenberg", "oskar.lundmark"},
     .confidentiality = {2, "Visar vem som bor ensam och behöver hjälp, vilket kan utnyttjas av "
                            "bedragare."},
     .integrity = {3, "Ett larm från fel adress fördröjer hjälpen."},
     .availability = {4, "Ett larm som inte kommer fram kan leda till dödsfall. Det finns ingen "
                         "annan väg för den som har fallit."},
     .rto_hours = 1, .rpo_hours = 24, .next_review_in_days = 120},
    {.asset = "styrsystem", .decided = true, .ciso = "mikael.norling",
     .process_owner = "bengt.alsterlund", .specialists = {"josefin.moller", "emma.thorell"},
     .confidentiality = {2, "Kunskap om hur anläggningen styrs underlättar sabotage."},
     .integrity = {4, "Fel dosering eller dolda larm kan göra tusentals invånare sjuka."},
     .availability = {3, "Verket kan köras för hand ungefär ett dygn med personal på plats."},
     .rto_hours = 24, .rpo_hours = 24, .next_review_in_days = 330},
    {.asset = "katalog", .decided = true, .ciso = "mikael.norling",
     .process_owner = "daniel.kvist", .specialists = {"niklas.sjodin", "oskar.lundmark"},
     .confidentiality = {3, "Den som tar över katalogen tar över alla system som litar på den."},
     .integrity = {4, "En manipulerad grupp ger obehörig åtkomst till samtliga verksamheters "
                      "uppgifter."},
     .availability = {4, "Utan inloggning stannar vård, omsorg, skola och förvaltning samtidigt."},
     .rto_hours = 4, .rpo_hours = 4, .next_review_in_days = 45},
    {.asset = "diarium", .decided = true, .ciso = "mikael.norling",
     .process_owner = "katarina.wallgren", .specialists = {"maria.hedstrom", "gunilla.astrom"},
     .confidentiality = {3, "Sekretessbelagda ärenden från alla nämnder ligger i samma system."},
     .integrity = {3, "Felaktiga eller försvunna handlingar gör att beslut inte kan prövas och att "
                      "offentligheten sätts ur spel."},
     .availability = {2, "Registrering kan skötas för hand i några dagar, men svar på begäran om "
                         "handlingar fördröjs."},
     .rto_hours = 48, .rpo_hours = 12, .next_review_in_days = 15},
    {.asset = "lonesystem", .decided = true, .ciso = "mikael.norling",
     .process_owner = "ingrid.melander", .specialists = {"patrik.soderlund", "fatima.nouri"},
     .confidentiality = {2, "Sjukfrånvaro och facklig tillhörighet kan utläsas för alla "
                            "anställda."},
     .integrity = {3, "Ändrade kontonummer kan leda löner fel för hela kommunen."},
     .availability = {2, "Löner kan betalas ut efter föregående månads fil om systemet är nere."},
     .rto_hours = 72, .rpo_hours = 24, .next_review_in_days = 260},
    {.asset = "elevjournaler", .decided = true, .ciso = "mikael.norling",
     .process_owner = "elin.rosen", .specialists = {"tove.hallin", "helena.bystrom"},
     .confidentiality = {3, "Känsliga uppgifter om barns hälsa och familjeförhållanden."},
     .integrity = {2, "Fel i vaccinationsuppgifter kan leda till uteblivet eller dubbelt skydd."},
     .availability = {1, "Besök kan dokumenteras på papper och föras in senare."},
     .rto_hours = 72, .rpo_hours = 24, .next_review_in_days = 310},
    {.asset = "webb", .decided = true, .ciso = "mikael.norling",
     .process_owner = "stefan.rydell", .specialists = {"sofia.lindell", "emma.thorell"},
     .confidentiality = {0, "Allt innehåll är offentligt."},
     .integrity = {3, "Falska råd under en kris, till exempel om dricksvatten, kan skada många."},
     .availability = {2, "Andra kanaler finns, men invånarna söker sig först till webbplatsen."},
     .rto_hours = 8, .rpo_hours = 24, .next_review_in_days = 180},
    {.asset = "fakturor", .ciso = "mikael.norling", .process_owner = "jonas.ekelund",
     .specialists = {"ahmed.karimi"},
     .confidentiality = {1, "Uppgifterna är till största delen offentliga. Enstaka fakturor rör "
                            "enskildas insatser."},
     .integrity = {3, "En ändrad betalfil kan leda miljonbelopp till fel mottagare."},
     .availability = {2, "Försenade betalningar ger räntekostnader och drabbar små leverantörer."},
     .rto_hours = 48, .rpo_hours = 24, .next_review_in_days = 365},
    {.asset = "las", .ciso = "mikael.norling", .process_owner = "susanne.ahlm",
     .specialists = {"ulrika.stenberg", "samira.haddad"},
     .confidentiality = {3, "Den som ser vem som har åtkomst till vilket lås vet var det går att "
                            "ta sig in."},
     .integrity = {4, "En obehörig öppning utsätter brukaren för fara i det egna hemmet."},
     .availability = {3, "Personalen kommer inte in vid ett larm. Fysiska nycklar finns bara för "
                         "en tredjedel av hemmen."},
     .rto_hours = 2, .rpo_hours = 24, .next_review_in_days = 365},
    {.asset = "provplattform", .ciso = "mikael.norling", .process_owner = "anders.holmgren",
     .specialists = {"jesper.dahlen"},
     .confidentiality = {1, "Elevsvaren är personuppgifter av vanligt slag."},
     .integrity = {2, "Ett förväxlat svar påverkar betyget men kan rättas."},
     .availability = {2, "Under provdagarna drabbas alla elever i en årskurs samtidigt."},
     .rto_hours = 4, .rpo_hours = 1, .next_review_in_days = 365},
});

}  // namespace sigill::app::example::demo
