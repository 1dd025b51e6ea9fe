#include "base/failure.hpp"

namespace sigill {

Failure Failure::invalid(std::string field, Phrase phrase, std::string value) {
    return {FailureKind::invalid, {{std::move(field), phrase, std::move(value)}}};
}

Failure Failure::of(FailureKind kind, Phrase phrase, std::string value) {
    return {kind, {{{}, phrase, std::move(value)}}};
}

Failure Failure::missing() {
    return of(FailureKind::missing,
              {"missing", "There is nothing here, or it is not for you to see.",
               "Här finns inget, eller så är det inte till för dig att se."});
}

Failure Failure::forbidden(std::string permission) {
    return of(FailureKind::forbidden,
              {"forbidden", "This needs the permission {}.", "Det här kräver behörigheten {}."},
              std::move(permission));
}

std::string Failure::sentence(Language language) const {
    if (problems_.empty()) {
        return language == Language::swedish ? "Okänt fel" : "Unknown failure";
    }
    auto const& first = problems_.front();
    auto const text = filled(first.phrase, language, first.value);
    return first.field.empty() ? text : first.field + ": " + text;
}

char const* Failure::what() const noexcept {
    try {
        what_ = sentence(Language::english);
        return what_.c_str();
    } catch (...) {
        return "failure";
    }
}

}  // namespace sigill
