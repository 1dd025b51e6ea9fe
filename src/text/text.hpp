#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.hpp"

namespace sigill::text {

// Well-formed as in RFC 3629: no overlong form, no surrogate, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view text);
// Normal form C of `text`; `text` must be UTF-8. Characters are composed, none is left out.
[[nodiscard]] std::string normalised(std::string_view text);
// True when it holds a control character (U+0000 to U+001F, U+007F to U+009F) other than newline
// and tab, or a bidirectional embedding, override or isolate (U+202A to U+202E, U+2066 to U+2069).
// `text` must be UTF-8.
[[nodiscard]] bool has_control(std::string_view text);
// Length in code points; `text` must be UTF-8.
[[nodiscard]] std::size_t length(std::string_view text);

// Bytes that sort like the language does (å, ä, ö last in Swedish; digits by value), as hex text so
// that both engines compare them alike. Holds the collation's version in front: keys of two
// versions must not be compared, and are made anew when sort_key_version changes.
[[nodiscard]] std::string sort_key(std::string_view text, Language language);
// The first 8 characters of every sort key of that language.
[[nodiscard]] std::string sort_key_version(Language language);

// Search words: split by ICU, folded to lower case (and compatible characters to plain ones), å ä ö
// and every other mark kept, each as it is and as its Swedish and English stem where those differ,
// joined by spaces. The same for stored text and for what a person types.
[[nodiscard]] std::string search_tokens(std::string_view text);
inline constexpr std::size_t query_word_limit = 16;
// For a query: one group per typed word, each group the alternatives of which one must be found;
// the last word also as prefix, written with a '*' at its end (no token holds one otherwise). Words
// after the first 16 are left out.
[[nodiscard]] std::vector<std::vector<std::string>> query_tokens(std::string_view text);

}  // namespace sigill::text
