#include "http/language.hpp"

#include <algorithm>

#include "http/ascii.hpp"

namespace sigill::http {

namespace {

// "q=0.8" in thousandths; -1 when it cannot be read.
int weight_of(std::string_view parameter) {
    if (parameter.size() < 3 || ascii::lower(parameter[0]) != 'q' || parameter[1] != '=') {
        return -1;
    }
    auto const number = parameter.substr(2);
    if (number.size() > 5 || (number[0] != '0' && number[0] != '1') ||
        (number.size() > 1 && number[1] != '.')) {
        return -1;
    }
    int weight = (number[0] - '0') * 1000;
    int unit = 100;
    for (auto const c : number.substr(number.size() > 1 ? 2 : 1)) {
        if (!ascii::is_digit(c)) {
            return -1;
        }
        weight += (c - '0') * unit;
        unit /= 10;
    }
    return weight > 1000 ? -1 : weight;
}

bool names(std::string_view tag, std::string_view language) {
    auto const primary = tag.substr(0, tag.find('-'));
    return ascii::same_without_case(primary, language);
}

}  // namespace

Language preferred_language(std::string_view accept_language, Language otherwise) {
    int best = 0;
    auto chosen = otherwise;
    while (!accept_language.empty()) {
        auto part = ascii::take_part(accept_language, ',');
        auto const tag = ascii::trimmed(ascii::take_part(part, ';'));
        auto const parameter = ascii::trimmed(part);
        auto const weight = parameter.empty() ? 1000 : weight_of(parameter);
        auto const swedish = names(tag, "sv");
        if (weight > best && (swedish || names(tag, "en"))) {
            best = weight;
            chosen = swedish ? Language::swedish : Language::english;
        }
    }
    return chosen;
}

Language language_in_raw(std::string_view raw) {
    constexpr std::string_view name = "\r\naccept-language:";
    auto const found = std::search(raw.begin(), raw.end(), name.begin(), name.end(),
                                   [](char a, char b) { return ascii::lower(a) == b; });
    if (found == raw.end()) {
        return Language::swedish;
    }
    auto const rest = raw.substr(static_cast<std::size_t>(found - raw.begin()) + name.size());
    return preferred_language(rest.substr(0, rest.find('\r')));
}

bool is_content_type(std::string_view value, std::string_view type) {
    auto const named = ascii::trimmed(ascii::take_part(value, ';'));
    if (!ascii::same_without_case(named, type)) {
        return false;
    }
    while (!value.empty()) {
        auto parameter = ascii::trimmed(ascii::take_part(value, ';'));
        auto const name = ascii::take_part(parameter, '=');
        if (!ascii::same_without_case(name, "charset")) {
            continue;
        }
        if (!ascii::same_without_case(parameter, "utf-8") &&
            !ascii::same_without_case(parameter, "\"utf-8\"")) {
            return false;
        }
    }
    return true;
}

}  // namespace sigill::http
