#pragma once

#include "base/phrase.hpp"

namespace sigill::frameworks::oscal {

inline constexpr Phrase missing{"oscal.missing", "This is missing.", "Uppgiften saknas."};
inline constexpr Phrase empty{"oscal.empty", "This must not be empty.",
                              "Uppgiften får inte vara tom."};
inline constexpr Phrase expected_text{"oscal.expected_text", "Expected a text.",
                                      "Här ska det stå en text."};
inline constexpr Phrase expected_object{"oscal.expected_object", "Expected an object.",
                                        "Här ska det stå ett objekt."};
inline constexpr Phrase expected_list{"oscal.expected_list", "Expected a list.",
                                      "Här ska det stå en lista."};
inline constexpr Phrase null_character{"oscal.null_character", "The text holds a null character.",
                                       "Texten innehåller ett nolltecken."};
inline constexpr Phrase too_long{"oscal.too_long",
                                 "The text is longer than {} bytes with its parameters inserted.",
                                 "Texten är längre än {} byte när parametrarna har fogats in."};
inline constexpr Phrase too_deep{"oscal.too_deep", "Nested deeper than {} levels.",
                                 "Nästlat djupare än {} nivåer."};
inline constexpr Phrase repeated_id{"oscal.repeated_id",
                                    "The id “{}” is used more than once in the catalogue.",
                                    "Identiteten ”{}” används mer än en gång i katalogen."};
inline constexpr Phrase not_a_catalog{"oscal.not_a_catalog",
                                      "The document is an OSCAL {}, not a catalogue.",
                                      "Dokumentet är av OSCAL-typen {} och inte en katalog."};
inline constexpr Phrase is_a_profile{
    "oscal.is_a_profile",
    "The document is an OSCAL profile. It only selects controls from a catalogue; import the "
    "catalogue, or the profile in its resolved form.",
    "Dokumentet är en OSCAL-profil. Den väljer bara ut krav ur en katalog; läs in katalogen, eller "
    "profilen i upplöst form."};
inline constexpr Phrase not_oscal{"oscal.not_oscal", "The document is no OSCAL catalogue.",
                                  "Dokumentet är ingen OSCAL-katalog."};
inline constexpr Phrase unsupported_version{
    "oscal.unsupported_version", "OSCAL version “{}” is not supported; versions 1.x are.",
    "OSCAL-version ”{}” stöds inte, bara version 1.x."};
inline constexpr Phrase invalid_uuid{"oscal.invalid_uuid", "“{}” is no UUID.",
                                     "”{}” är inget UUID."};
inline constexpr Phrase no_controls{"oscal.no_controls", "The catalogue holds no controls.",
                                    "Katalogen innehåller inga krav."};
inline constexpr Phrase unknown_how_many{"oscal.unknown_how_many",
                                         "“{}” is neither “one” nor “one-or-more”.",
                                         "”{}” är varken ”one” eller ”one-or-more”."};
inline constexpr Phrase unknown_parameter{"oscal.unknown_parameter",
                                          "There is no parameter “{}” in the catalogue.",
                                          "Parametern ”{}” finns inte i katalogen."};
inline constexpr Phrase cyclic_parameter{"oscal.cyclic_parameter",
                                         "The parameter “{}” is inserted into itself.",
                                         "Parametern ”{}” fogas in i sig själv."};
inline constexpr Phrase broken_insertion{"oscal.broken_insertion",
                                         "The insertion “{}” cannot be read.",
                                         "Infogningen ”{}” kan inte tolkas."};

}  // namespace sigill::frameworks::oscal
