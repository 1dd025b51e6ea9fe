#pragma once

#include "base/phrase.hpp"

namespace sigill::files::phrases {

inline constexpr Phrase full{"files.full", "The disk with the files is full. Nothing was stored.",
                             "Disken med filerna är full. Inget har sparats."};
inline constexpr Phrase stopped{
    "files.stopped", "After a fault of the storage no file is taken until the server is restarted.",
    "Efter ett lagringsfel tas inga filer emot förrän servern har startats om."};
inline constexpr Phrase failed{"files.failed", "The file store cannot be used: {}",
                               "Fillagret går inte att använda: {}"};
inline constexpr Phrase damaged{"files.damaged", "The stored file {} is damaged.",
                                "Den sparade filen {} är skadad."};
inline constexpr Phrase gone{"files.gone", "The stored file {} is not there.",
                             "Den sparade filen {} saknas."};
inline constexpr Phrase no_key{"files.no_key", "The organisation's key is destroyed.",
                               "Organisationens nyckel är förstörd."};

}  // namespace sigill::files::phrases
