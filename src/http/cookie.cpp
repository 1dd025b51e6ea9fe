#include "http/cookie.hpp"

#include "base/assert.hpp"
#include "http/ascii.hpp"

namespace sigill::http {

namespace {

// RFC 6265, section 4.1.1, "cookie-octet".
bool is_cookie_value(std::string_view text) {
    for (auto const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte >= 0x7f || c == '"' || c == ',' || c == ';' || c == '\\') {
            return false;
        }
    }
    return true;
}

std::string_view word_of(SameSite same_site) {
    switch (same_site) {
    case SameSite::strict: return "Strict";
    case SameSite::lax: return "Lax";
    case SameSite::none: return "None";
    }
    return "Strict";
}

}  // namespace

std::string to_header(SetCookie const& cookie) {
    SIGILL_ASSERT(ascii::is_token(cookie.name) && is_cookie_value(cookie.value));
    SIGILL_ASSERT(is_cookie_value(cookie.path));
    auto text = cookie.name + "=" + cookie.value + "; Path=" + cookie.path;
    if (cookie.max_age) {
        text += "; Max-Age=" + std::to_string(cookie.max_age->count());
    }
    text += "; SameSite=";
    text += word_of(cookie.same_site);
    if (cookie.secure) {
        text += "; Secure";
    }
    if (cookie.http_only) {
        text += "; HttpOnly";
    }
    return text;
}

std::optional<std::string_view> cookie_in(std::string_view header, std::string_view name) {
    std::optional<std::string_view> found;
    while (!header.empty()) {
        auto const pair = ascii::trimmed(ascii::take_part(header, ';'));
        auto const equals = pair.find('=');
        if (equals == std::string_view::npos || pair.substr(0, equals) != name) {
            continue;
        }
        if (found) {
            return std::nullopt;
        }
        found = pair.substr(equals + 1);
    }
    return found;
}

}  // namespace sigill::http
