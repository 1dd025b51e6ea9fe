#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.hpp"

namespace sigill::text {

[[nodiscard]] bool is_utf8(std::string_view text);
// Well-formed, NFC, without control characters but newline and tab, and without U+0000.
// Normal form C of `text`; `text` must be UTF-8.
[[nodiscard]] std::string normalised(std::string_view text);
// True when it holds a control character other than newline and tab, or a bidirectional override.
[[nodiscard]] bool has_control(std::string_view text);
// Length in code points.
[[nodiscard]] std::size_t length(std::string_view text);

// Bytes that sort like the language does (å, ä, ö last in Swedish; digits by value), as hex text so
// that both engines compare them alike. Holds the collation's version in front.
[[nodiscard]] std::string sort_key(std::string_view text, Language language);

// Search words: split by ICU, folded to lower case, å ä ö kept, each as it is and as its Swedish
// and English stem, joined by spaces. The same for stored text and for what a person types.
[[nodiscard]] std::string search_tokens(std::string_view text);
// For a query: one group per typed word, each group the alternatives; the last word also as prefix.
[[nodiscard]] std::vector<std::vector<std::string>> query_tokens(std::string_view text);

}  // namespace sigill::text
