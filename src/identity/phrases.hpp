#pragma once
// What this folder says to people.

#include "base/phrase.hpp"

namespace sigill::identity::phrases {

// One sentence for an unknown account, a disabled one and a wrong password.
inline constexpr Phrase log_in_refused{"log_in_refused",
                                       "The e-mail address or the password is wrong.",
                                       "E-postadressen eller lösenordet stämmer inte."};
inline constexpr Phrase locked{"too_many_attempts",
                               "Too many failed attempts. Try again in {} minutes.",
                               "För många misslyckade försök. Försök igen om {} minuter."};
inline constexpr Phrase wrong_password{"wrong_password", "The password is wrong.",
                                       "Lösenordet stämmer inte."};
inline constexpr Phrase session_ended{"session_ended", "You are no longer logged in. Log in again.",
                                      "Du är inte längre inloggad. Logga in igen."};
inline constexpr Phrase signature_invalid{
    "signature_invalid", "The signature is no longer valid. Give your password again.",
    "Signaturen gäller inte längre. Ange ditt lösenord igen."};
inline constexpr Phrase password_short{"password_short", "must have at least 12 characters",
                                       "måste ha minst 12 tecken"};
inline constexpr Phrase password_long{"password_long", "may have at most 1,000 characters",
                                      "får ha högst 1 000 tecken"};
inline constexpr Phrase password_like_email{"password_like_email",
                                            "must not be your name or e-mail address",
                                            "får inte vara ditt namn eller din e-postadress"};
inline constexpr Phrase password_monotone{"password_monotone",
                                          "must have more than a few different characters",
                                          "måste ha fler än några få olika tecken"};
inline constexpr Phrase bad_email{"bad_email", "must be an e-mail address such as name@example.se",
                                  "ska vara en e-postadress, till exempel namn@exempel.se"};
inline constexpr Phrase email_taken{"email_taken", "already belongs to an account",
                                    "hör redan till ett konto"};
inline constexpr Phrase person_has_account{"person_has_account", "already has an account",
                                           "har redan ett konto"};
inline constexpr Phrase no_person{"no_person", "there is no such person", "personen finns inte"};
inline constexpr Phrase no_account{"no_account", "there is no account with this e-mail address",
                                   "det finns inget konto med den e-postadressen"};
inline constexpr Phrase no_role{"no_role", "there is no role “{}”", "rollen ”{}” finns inte"};
inline constexpr Phrase no_permissions{"no_permissions", "must name at least one permission",
                                       "måste ange minst en behörighet"};
inline constexpr Phrase beyond_own_rights{"beyond_own_rights",
                                          "you cannot give {}, because you do not hold it yourself",
                                          "du kan inte ge {} eftersom du inte har det själv"};
inline constexpr Phrase bad_token_name{"bad_token_name", "must have between 1 and 200 characters",
                                       "ska ha mellan 1 och 200 tecken"};

}  // namespace sigill::identity::phrases
