#pragma once
// What this folder says to people. Values: a path, an organisation's short name.

#include "base/phrase.hpp"

namespace sigill::tenant::phrases {

inline constexpr Phrase directory_in_use{"data_in_use",
                                         "The data directory {} is in use by another Sigill.",
                                         "Datakatalogen {} används redan av en annan Sigill."};
inline constexpr Phrase no_directory{"data_missing",
                                     "There is no Sigill data in {}. Run “sigill init” first.",
                                     "Det finns inga Sigill-data i {}. Kör ”sigill init” först."};
inline constexpr Phrase file_failed{"data_file", "The file {} cannot be read or written.",
                                    "Filen {} går inte att läsa eller skriva."};
inline constexpr Phrase key_missing{"master_key_missing", "The master key {} is missing.",
                                    "Huvudnyckeln {} saknas."};
inline constexpr Phrase key_readable{
    "master_key_readable",
    "Others than its owner may read or change the master key {}. Set its mode to 0600.",
    "Andra än ägaren kan läsa eller ändra huvudnyckeln {}. Sätt filens rättigheter till 0600."};
inline constexpr Phrase key_malformed{
    "master_key_malformed",
    "The master key {} is not a key: it must hold 32 bytes, or 64 hexadecimal digits.",
    "Huvudnyckeln {} är ingen nyckel. Filen ska innehålla 32 byte eller 64 hexadecimala siffror."};
inline constexpr Phrase key_wrong{
    "master_key_wrong",
    "The master key is not the one that {} was made with. Nothing is damaged; use the right key.",
    "Huvudnyckeln är inte den som {} skapades med. Inget är skadat; använd rätt nyckel."};
inline constexpr Phrase wrapped_key_damaged{
    "wrapped_key_damaged",
    "A wrapped key of {} cannot be opened: the key store is damaged, or of another installation.",
    "En inlåst nyckel för {} går inte att öppna. Nyckellagret är skadat eller hör till en annan "
    "installation."};
inline constexpr Phrase bad_slug{
    "bad_slug", "2 to 40 characters: a–z, 0–9 and hyphens, but no hyphen at either end",
    "2–40 tecken: a–z, 0–9 och bindestreck, men inte bindestreck först eller sist"};
inline constexpr Phrase slug_taken{"slug_taken", "“{}” is already taken", "”{}” är upptaget"};
inline constexpr Phrase bad_name{"bad_name", "must be filled in, with at most 200 characters",
                                 "måste fyllas i, med högst 200 tecken"};
inline constexpr Phrase bad_language{"bad_language", "must be sv or en", "ska vara sv eller en"};
inline constexpr Phrase tenant_damaged{
    "tenant_damaged",
    "The data of {} cannot be opened. The operator has to look at it; other organisations are not "
    "affected.",
    "Data för {} går inte att öppna. Driften behöver titta på det; andra organisationer påverkas "
    "inte."};
inline constexpr Phrase no_entry{
    "no_entry", "A command changed something without writing it to the log; it was undone.",
    "Ett kommando ändrade något utan att skriva i loggen. Ändringen togs tillbaka."};
inline constexpr Phrase read_only{"read_only_transaction", "A reading request tried to write.",
                                  "En läsande begäran försökte skriva."};
inline constexpr Phrase unknown_zone{"unknown_zone", "the time zone “{}” is not known",
                                     "tidszonen ”{}” är okänd"};

inline constexpr Phrase bad_months{"bad_months", "must be a whole number of months; 0: for ever",
                                   "ska vara ett helt antal månader; 0 betyder för alltid"};

}  // namespace sigill::tenant::phrases
