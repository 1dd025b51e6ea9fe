#pragma once

#include <string>
#include <string_view>

namespace sigill {

enum class Language { swedish, english };

// A label or a sentence shown to people. Both languages stand side by side, so that a text
// without a translation does not compile.
struct Label {
    std::string_view en;
    std::string_view sv;

    [[nodiscard]] constexpr std::string_view in(Language language) const {
        return language == Language::swedish ? sv : en;
    }
    [[nodiscard]] constexpr bool empty() const { return en.empty(); }
};

// A message with a stable code for programs. "{}" stands for the value given beside it.
struct Phrase {
    std::string_view code;
    std::string_view en;
    std::string_view sv;

    [[nodiscard]] constexpr std::string_view in(Language language) const {
        return language == Language::swedish ? sv : en;
    }
};

// The phrase in one language with its first "{}" replaced by `value`.
[[nodiscard]] std::string filled(Phrase phrase, Language language, std::string_view value);

// "sv" or "en"; anything else is Swedish, the product's first language.
[[nodiscard]] Language language_of(std::string_view tag);
[[nodiscard]] std::string_view tag_of(Language language);

}  // namespace sigill
