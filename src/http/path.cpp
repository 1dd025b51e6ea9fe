#include "http/path.hpp"

#include "http/ascii.hpp"
#include "http/percent.hpp"

namespace sigill::http {

namespace {

constexpr std::size_t most_parameters = 256;

// The "pchar" of RFC 3986, section 3.3; anything else must come escaped.
bool is_path_character(char c) {
    return ascii::is_alphanumeric(c) ||
           std::string_view{"-._~!$&'()*+,;=:@%"}.find(c) != std::string_view::npos;
}

std::optional<std::string> canonical_segment(std::string_view raw) {
    for (auto const c : raw) {
        if (!is_path_character(c)) {
            return std::nullopt;
        }
    }
    auto decoded = percent_decode(raw);
    if (!decoded || *decoded == "." || *decoded == "..") {
        return std::nullopt;
    }
    for (auto const c : *decoded) {
        if (ascii::is_control(c) || c == '/' || c == '\\') {
            return std::nullopt;
        }
    }
    return decoded;
}

}  // namespace

std::optional<std::string> canonical_path(std::string_view raw) {
    if (raw.empty() || raw.front() != '/') {
        return std::nullopt;
    }
    auto rest = raw.substr(1);
    std::string path;
    path.reserve(raw.size());
    while (!rest.empty()) {
        auto const had = rest.size();
        auto const part = ascii::take_part(rest, '/');
        if (part.empty()) {
            return std::nullopt;
        }
        auto const segment = canonical_segment(part);
        if (!segment) {
            return std::nullopt;
        }
        path += '/';
        path += *segment;
        auto const slash_at_end = rest.empty() && had > part.size();
        if (slash_at_end) {
            path += '/';
        }
    }
    return path.empty() ? std::string{"/"} : path;
}

std::optional<Query> parse_query(std::string_view raw) {
    Query query;
    while (!raw.empty()) {
        auto part = ascii::take_part(raw, '&');
        if (part.empty()) {
            continue;
        }
        auto const equals = part.find('=');
        auto name = percent_decode(part.substr(0, equals), Plus::space);
        auto value = equals == std::string_view::npos
                         ? std::optional<std::string>{std::string{}}
                         : percent_decode(part.substr(equals + 1), Plus::space);
        if (!name || !value || query.size() == most_parameters) {
            return std::nullopt;
        }
        query.emplace_back(std::move(*name), std::move(*value));
    }
    return query;
}

}  // namespace sigill::http
