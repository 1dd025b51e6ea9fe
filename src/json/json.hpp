#pragma once
// The one door to Boost.JSON: reading with limits, writing deterministically.

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/phrase.hpp"

namespace sigill::json {

using Value = boost::json::value;
using Object = boost::json::object;
using Array = boost::json::array;
using String = boost::json::string;

struct Limits {
    std::size_t bytes = 1 << 20;
    std::size_t depth = 32;
};

struct ParseError {
    Phrase phrase;
    std::string value;       // what replaces "{}" in the phrase
    std::size_t offset = 0;  // byte at which reading stopped
};

using ParseResult = std::variant<Value, ParseError>;

// Strict RFC 8259: UTF-8 checked, no comments, no trailing text, no repeated key in an object.
// Never throws.
[[nodiscard]] ParseResult parse(std::string_view text, Limits limits = {});

[[nodiscard]] inline std::string to_text(Value const& value) {
    return boost::json::serialize(value);
}

// Appends `text` to `out` as a JSON string with quotes. `text` must be valid UTF-8.
void append_quoted(std::string& out, std::string_view text);

[[nodiscard]] inline std::string_view view(String const& text) {
    return {text.data(), text.size()};
}

// The string at `key`, or nothing when it is absent or no string.
[[nodiscard]] std::optional<std::string_view> string_at(Object const& object, std::string_view key);

}  // namespace sigill::json
