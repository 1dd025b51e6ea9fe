#pragma once
// Answers that the server itself gives, before any handler is asked.

#include <string>
#include <string_view>

#include "base/phrase.hpp"
#include "http/message.hpp"

namespace sigill::http {

// "Not Found" for the status line; empty for a status we never send.
[[nodiscard]] std::string_view reason(int status);

// RFC 9457 problem document with no-store and nosniff; 503 also says when to come again.
[[nodiscard]] Response problem(int status, Phrase phrase, std::string_view value, Language language,
                               std::string_view request_id);

namespace problems {

inline constexpr Phrase line_ending{"http.line_ending",
                                    "A line of the request does not end in CR LF.",
                                    "En rad i begäran slutar inte med CR LF."};
inline constexpr Phrase request_line{"http.request_line", "The request line cannot be read.",
                                     "Begärans första rad går inte att läsa."};
inline constexpr Phrase method{"http.method", "The method is not supported here.",
                               "Metoden stöds inte här."};
inline constexpr Phrase version{"http.version", "Only HTTP/1.1 and HTTP/1.0 are spoken here.",
                                "Här talas bara HTTP/1.1 och HTTP/1.0."};
inline constexpr Phrase target{"http.target", "The address of the request cannot be read.",
                               "Adressen i begäran går inte att läsa."};
inline constexpr Phrase target_too_long{"http.target_too_long",
                                        "The address of the request is too long.",
                                        "Adressen i begäran är för lång."};
inline constexpr Phrase path{"http.path", "The path is ambiguous or wrongly escaped.",
                             "Sökvägen är tvetydig eller felkodad."};
inline constexpr Phrase query{"http.query", "The query string is wrongly escaped or too long.",
                              "Frågedelen av adressen är felkodad eller för lång."};
inline constexpr Phrase field_line{"http.field_line", "A header line cannot be read.",
                                   "En rad i sidhuvudet går inte att läsa."};
inline constexpr Phrase field_value{"http.field_value",
                                    "The header “{}” holds forbidden characters.",
                                    "Sidhuvudet ”{}” innehåller otillåtna tecken."};
inline constexpr Phrase folded{"http.folded", "A header is continued on a second line.",
                               "Ett sidhuvud fortsätter på en andra rad."};
inline constexpr Phrase head_too_large{"http.head_too_large",
                                       "The headers are too large or too many.",
                                       "Sidhuvudena är för stora eller för många."};
inline constexpr Phrase host{"http.host", "Exactly one valid Host header is needed.",
                             "Exakt ett giltigt Host-huvud krävs."};
inline constexpr Phrase absolute{"http.absolute",
                                 "The address and the Host header name different hosts.",
                                 "Adressen och Host-huvudet anger olika värdar."};
inline constexpr Phrase length{"http.length", "The Content-Length is not a plain number.",
                               "Content-Length är inte ett vanligt tal."};
inline constexpr Phrase two_framings{"http.two_framings",
                                     "The length of the body is given more than once.",
                                     "Innehållets längd anges mer än en gång."};
inline constexpr Phrase repeated{"http.repeated", "The header “{}” is repeated.",
                                 "Sidhuvudet ”{}” förekommer flera gånger."};
inline constexpr Phrase coding{"http.coding", "The only Transfer-Encoding spoken here is chunked.",
                               "Den enda Transfer-Encoding som stöds är chunked."};
inline constexpr Phrase expectation{"http.expectation", "The expectation cannot be met.",
                                    "Förväntan i Expect kan inte uppfyllas."};
inline constexpr Phrase body{"http.body", "The framing of the body is broken.",
                             "Innehållet är felaktigt uppdelat."};
inline constexpr Phrase body_too_large{"http.body_too_large", "The body is larger than {} bytes.",
                                       "Innehållet är större än {} byte."};
inline constexpr Phrase slow{"http.slow", "The request did not arrive in time.",
                             "Begäran kom inte fram i tid."};
inline constexpr Phrase busy{"http.busy", "The server receives too much at once just now.",
                             "Servern tar emot för mycket på en gång just nu."};
inline constexpr Phrase internal{
    "http.internal", "Something went wrong with us. The request id helps to find it.",
    "Något gick fel hos oss. Begärans id hjälper oss att hitta felet."};

}  // namespace problems

}  // namespace sigill::http
