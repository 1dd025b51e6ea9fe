#pragma once

#include <string_view>

#include "base/phrase.hpp"

namespace sigill::http {

// The better of Swedish and English by an Accept-Language header (RFC 9110, section 12.5.4);
// `otherwise` when it names neither or cannot be read.
[[nodiscard]] Language preferred_language(std::string_view accept_language,
                                          Language otherwise = Language::swedish);

// The same from the raw bytes of a request whose head could not be read.
[[nodiscard]] Language language_in_raw(std::string_view raw);

// True when a Content-Type names `type` ("application/json"), whatever its parameters, unless it
// declares another character set than UTF-8.
[[nodiscard]] bool is_content_type(std::string_view value, std::string_view type);

}  // namespace sigill::http
