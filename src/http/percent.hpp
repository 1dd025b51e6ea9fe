#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sigill::http {

enum class Plus { literal, space };

// Undoes %XX once. Nothing when an escape is broken, a byte decodes to NUL, or the outcome is no
// UTF-8. `plus` says what '+' means: a space in query strings and forms, itself in paths.
[[nodiscard]] std::optional<std::string> percent_decode(std::string_view text,
                                                        Plus plus = Plus::literal);

// Escapes all but the unreserved characters of RFC 3986, section 2.3.
[[nodiscard]] std::string percent_encode(std::string_view text);

// Strict UTF-8: no over-long forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view text);

}  // namespace sigill::http
