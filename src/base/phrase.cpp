#include "base/phrase.hpp"

namespace sigill {

std::string filled(Phrase phrase, Language language, std::string_view value) {
    std::string text{phrase.in(language)};
    auto const place = text.find("{}");
    if (place != std::string::npos) {
        text.replace(place, 2, value);
    }
    return text;
}

Language language_of(std::string_view tag) {
    return tag.starts_with("en") ? Language::english : Language::swedish;
}

std::string_view tag_of(Language language) {
    return language == Language::swedish ? "sv" : "en";
}

}  // namespace sigill
