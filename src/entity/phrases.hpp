#pragma once
// What the engine says when something is wrong.

#include "base/phrase.hpp"

namespace sigill::entity::phrases {

inline constexpr Phrase not_text{"type.text", "must be text", "ska vara text"};
inline constexpr Phrase not_utf8{"type.utf8", "is not valid UTF-8", "är inte giltig UTF-8"};
inline constexpr Phrase too_long{"too_long", "may be at most {} characters",
                                 "får vara högst {} tecken"};
inline constexpr Phrase control_character{"control_character",
                                          "holds a control character or a line break",
                                          "innehåller ett styrtecken eller en radbrytning"};
inline constexpr Phrase no_such_choice{"no_such_choice", "“{}” is not one of the choices",
                                       "”{}” är inget av valen"};
inline constexpr Phrase not_whole_number{"type.number", "must be a whole number",
                                         "ska vara ett heltal"};
inline constexpr Phrase out_of_range{"out_of_range", "must lie in {}", "ska ligga inom {}"};
inline constexpr Phrase not_day{"type.day", "must be a day such as 2026-11-24",
                                "ska vara en dag, till exempel 2026-11-24"};
inline constexpr Phrase not_instant{"type.instant", "must be a time such as 2026-11-24T08:15:00Z",
                                    "ska vara en tidpunkt, till exempel 2026-11-24T08:15:00Z"};
inline constexpr Phrase not_yes_no{"type.yes_no", "must be true or false",
                                   "ska vara true eller false"};
inline constexpr Phrase not_reference{"type.reference", "must be the id or reference of a record",
                                      "ska vara en posts id eller beteckning"};
inline constexpr Phrase not_references{"type.references",
                                       "must be a list of at most {} ids or references",
                                       "ska vara en lista med högst {} id eller beteckningar"};
inline constexpr Phrase unknown_field{"unknown_field", "there is no such field",
                                      "det finns inget sådant fält"};
inline constexpr Phrase not_writable{"not_writable", "cannot be changed here",
                                     "kan inte ändras här"};
inline constexpr Phrase required{"required", "must be filled in", "måste fyllas i"};
inline constexpr Phrase unknown_reference{"unknown_reference",
                                          "refers to a record that does not exist",
                                          "hänvisar till en post som inte finns"};
inline constexpr Phrase archived_reference{"archived_reference", "refers to an archived record",
                                           "hänvisar till en arkiverad post"};
inline constexpr Phrase outside_scope{"outside_scope", "lies outside what you may change",
                                      "ligger utanför det du får ändra"};
inline constexpr Phrase archived{"archived", "The record is archived. Restore it first.",
                                 "Posten är arkiverad. Återställ den först."};
inline constexpr Phrase not_archived{"not_archived", "The record is not archived.",
                                     "Posten är inte arkiverad."};
inline constexpr Phrase stale{"stale",
                              "Somebody else has changed the record since you read it. It now has "
                              "version {}.",
                              "Någon annan har ändrat posten sedan du läste den. Den har nu "
                              "version {}."};
inline constexpr Phrase wrong_state{"wrong_state", "This cannot be done in the state “{}”.",
                                    "Det här går inte att göra i läget ”{}”."};
inline constexpr Phrase needs_signature{"signature_required", "Give your password again to sign",
                                        "Ange ditt lösenord igen för att signera"};
inline constexpr Phrase read_only{"read_only", "This register is written by Sigill only.",
                                  "Det här registret skrivs bara av Sigill."};
inline constexpr Phrase unknown_parameter{"unknown_parameter", "there is no such parameter",
                                          "det finns ingen sådan parameter"};
inline constexpr Phrase bad_parameter{"bad_parameter", "the value “{}” cannot be used",
                                      "värdet ”{}” går inte att använda"};
inline constexpr Phrase bad_cursor{"bad_cursor", "does not belong to this list",
                                   "hör inte till den här listan"};
inline constexpr Phrase not_sortable{"not_sortable", "the list cannot be sorted by this",
                                     "listan kan inte sorteras efter detta"};
inline constexpr Phrase not_filterable{"not_filterable", "the list cannot be filtered by this",
                                       "listan kan inte filtreras på detta"};

}  // namespace sigill::entity::phrases
