#pragma once
// Character classes of the protocol. The standard library's depend on the locale.

#include <string>
#include <string_view>

namespace sigill::http::ascii {

[[nodiscard]] constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_alphanumeric(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
[[nodiscard]] constexpr bool is_control(char c) {
    auto const byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
}
[[nodiscard]] constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
[[nodiscard]] constexpr int hex_value(char c) {
    if (is_digit(c)) {
        return c - '0';
    }
    auto const letter = lower(c);
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}
// RFC 9110, section 5.6.2.
[[nodiscard]] constexpr bool is_token_character(char c) {
    return is_alphanumeric(c) ||
           std::string_view{"!#$%&'*+-.^_`|~"}.find(c) != std::string_view::npos;
}
[[nodiscard]] constexpr bool is_token(std::string_view text) {
    for (auto const c : text) {
        if (!is_token_character(c)) {
            return false;
        }
    }
    return !text.empty();
}
[[nodiscard]] inline std::string lowered(std::string_view text) {
    std::string result{text};
    for (auto& c : result) {
        c = lower(c);
    }
    return result;
}
[[nodiscard]] constexpr bool same_without_case(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (lower(a[i]) != lower(b[i])) {
            return false;
        }
    }
    return true;
}
// Without the spaces and tabs at both ends.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    return text;
}
// Takes the part before the next `separator` off `rest`; the last part leaves `rest` empty.
[[nodiscard]] constexpr std::string_view take_part(std::string_view& rest, char separator) {
    auto const end = rest.find(separator);
    auto const part = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    return part;
}

}  // namespace sigill::http::ascii
