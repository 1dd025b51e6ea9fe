#pragma once

#include <array>

#include "app/example/content.hpp"

namespace sigill::app::example::demo {

inline constexpr auto tasks = std::to_array<Task>({
    {"Skriv under klassningen av betalfilerna", "classify", "assets", "fakturor",
     "jonas.ekelund", 5},
    {"Slutför klassningen av de digitala låsen", "classify", "assets", "las", "susanne.ahlm", 3},
    {"Kalla till klassning av digitala nationella prov", "classify", "assets", "provplattform",
     "anders.holmgren", 12},
    {"Klassa bygglovssystemet", "classify", "assets", "bygglovsystem", "linnea.fors", 21},
    {"Besluta om övervakning dygnet runt", "decide", "safeguards", "intrangsdetektering",
     "daniel.kvist", 7},
    {"Besluta om säkerhetstest av låsen", "decide", "safeguards", "lasprov", "susanne.ahlm", 4},
    {"Besluta om behörigheter i elevhälsans journal", "decide", "safeguards", "segmentjournal",
     "elin.rosen", 10},
    {"Se över klassningen av ärende- och diariesystemet", "review", "assets", "diarium",
     "katarina.wallgren", 15},
    {"Följ upp rutinen för skyddade personuppgifter", "review", "safeguards", "skyddade",
     "anders.holmgren", -4},
    {"Intyga att behandlingen av personuppgifter i socialtjänsten följer reglerna", "review",
     "processes", "ifo", "robert.frisk", 30},
    {"Uppdatera larmlistorna inför vintern", "other", "assets", "kontaktlistor",
     "stefan.rydell", 9},
    {"Prova reservkraften i stadshuset", "other", "safeguards", "ups", "niklas.sjodin", -10,
     true},
});

}  // namespace sigill::app::example::demo
