#pragma once

#include "base/phrase.hpp"

namespace sigill::safeguards::phrases {

inline constexpr Phrase withdrawn_requirement{
    "withdrawn_requirement", "{} is withdrawn from its framework and cannot be chosen",
    "{} är indraget ur sitt ramverk och kan inte väljas"};
inline constexpr Phrase process_without_owner{"process_without_owner",
                                              "the process has no owner who can decide",
                                              "processen har ingen ägare som kan besluta"};
inline constexpr Phrase not_process_owner{
    "not_process_owner", "Only the owner of the process decides on its safeguards.",
    "Bara processens ägare beslutar om dess skyddsåtgärder."};
inline constexpr Phrase reason_needed{"required", "say why the safeguard is not to be implemented",
                                      "skriv varför åtgärden inte ska genomföras"};
inline constexpr Phrase responsible_needed{"required", "name who sees that it is done",
                                           "ange vem som ser till att det blir gjort"};
inline constexpr Phrase due_needed{"required", "say when it is to be done",
                                   "ange när åtgärden ska vara klar"};
inline constexpr Phrase due_in_the_past{"due_in_the_past", "must not lie in the past",
                                        "får inte ligga i det förflutna"};
inline constexpr Phrase verified_by_another{
    "verified_by_another",
    "The safeguard is verified by a person other than the one responsible for it.",
    "Åtgärden verifieras av någon annan än den som är ansvarig för den."};

}  // namespace sigill::safeguards::phrases
