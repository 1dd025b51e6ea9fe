#include "http/message.hpp"

#include "http/cookie.hpp"

namespace sigill::http {

std::optional<std::string_view> Request::header(std::string_view lower_case_name) const {
    for (auto const& [name, value] : headers) {
        if (name == lower_case_name) {
            return value;
        }
    }
    return std::nullopt;
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
    std::optional<std::string_view> found;
    for (auto const& [key, value] : headers) {
        if (key != "cookie") {
            continue;
        }
        auto const here = cookie_in(value, name);
        if (here && found) {
            return std::nullopt;
        }
        found = here ? here : found;
    }
    return found;
}

}  // namespace sigill::http
