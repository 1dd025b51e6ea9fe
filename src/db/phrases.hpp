#pragma once

#include "base/phrase.hpp"

// What the storage says to people. Values: a file's path, a table and column, or the engine's words.
namespace sigill::db::phrases {

inline constexpr Phrase disk_full{
    "storage_full", "The storage is full; nothing was saved. Reading still works.",
    "Lagringsutrymmet är slut och inget sparades. Det går fortfarande att läsa."};
inline constexpr Phrase not_unique{"not_unique", "There is one already with the same {}.",
                                   "Det finns redan en post med samma {}."};
inline constexpr Phrase broken_reference{
    "broken_reference", "It refers to something that is not there, or something else refers to it.",
    "Posten hänvisar till något som saknas, eller så hänvisar något annat till den."};
inline constexpr Phrase rule_broken{"storage_rule", "The storage refused the value: {}",
                                    "Lagringen tog inte emot värdet: {}"};
inline constexpr Phrase unreadable{
    "storage_unreadable",
    "The database {} cannot be opened: the key is wrong, or the beginning of the file is damaged.",
    "Databasen {} går inte att öppna: nyckeln är fel eller så är filens början skadad."};
inline constexpr Phrase damaged{"storage_damaged", "The database {} is damaged.",
                                "Databasen {} är skadad."};
inline constexpr Phrase no_file{"storage_missing", "The database {} is missing.",
                                "Databasen {} saknas."};
inline constexpr Phrase file_exists{"storage_exists", "The file {} is there already.",
                                    "Filen {} finns redan."};
inline constexpr Phrase device_failed{
    "storage_failed",
    "Reading or writing the storage failed ({}). The server takes no changes until it has been "
    "checked and restarted.",
    "Det gick inte att läsa eller skriva på lagringen ({}). Servern tar inte emot ändringar "
    "förrän den har kontrollerats och startats om."};
inline constexpr Phrase writes_stopped{
    "writes_stopped",
    "No changes are taken since the storage failed; the server must be checked and restarted.",
    "Inga ändringar tas emot sedan lagringen slutade fungera. Servern behöver kontrolleras och "
    "startas om."};
inline constexpr Phrase too_slow{"storage_deadline", "It took too long and was stopped. Try again.",
                                 "Det tog för lång tid och avbröts. Försök igen."};
inline constexpr Phrase batch_lost{
    "storage_batch_lost",
    "It was undone together with another change saved at the same moment. Try again.",
    "Ändringen togs tillbaka tillsammans med en annan som sparades samtidigt. Försök igen."};
inline constexpr Phrase queue_full{"storage_busy", "There is too much to do right now. Try again.",
                                   "Det är för mycket att göra just nu. Försök igen om en stund."};
inline constexpr Phrase closing{"storage_closing", "The server is closing down. Try again.",
                                "Servern stängs ned. Försök igen om en stund."};
inline constexpr Phrase busy{"storage_locked", "The database is held by something else: {}",
                             "Databasen hålls av något annat: {}"};
inline constexpr Phrase out_of_memory{"storage_memory", "There is too little memory. Try again.",
                                      "Minnet räcker inte just nu. Försök igen om en stund."};
inline constexpr Phrase too_big{"storage_too_big", "The value is too large to store.",
                                "Värdet är för stort för att lagras."};
inline constexpr Phrase misused{"storage_misused", "The program used its storage wrongly: {}",
                                "Programmet använde sin lagring fel: {}"};
inline constexpr Phrase newer_schema{
    "storage_newer", "The database was made by a newer version of the program (step {}).",
    "Databasen har skapats av en nyare version av programmet (steg {})."};

}  // namespace sigill::db::phrases
