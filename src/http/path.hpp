#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sigill::http {

// The one path that permission, dispatch and log all use: decoded once, UTF-8, beginning with '/'.
// Nothing when it is ambiguous: broken escapes, control bytes, an encoded slash or backslash, dot
// segments, empty segments. A trailing slash stays ("/assets/" is not "/assets").
[[nodiscard]] std::optional<std::string> canonical_path(std::string_view raw);

using Query = std::vector<std::pair<std::string, std::string>>;

// "a=1&b=2" decoded, in order, '+' as a space. Nothing when an escape is broken, the outcome is no
// UTF-8, or there are more than 256 parameters.
[[nodiscard]] std::optional<Query> parse_query(std::string_view raw);

}  // namespace sigill::http
