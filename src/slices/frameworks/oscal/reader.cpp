#include "slices/frameworks/oscal/reader.hpp"

#include "slices/frameworks/oscal/phrases.hpp"

namespace sigill::frameworks::oscal {

namespace {

constexpr std::size_t longest_excerpt_bytes = 120;

// An error quotes what it found, but not a whole page of it, and never half a character.
std::string excerpt(std::string_view text) {
    if (text.size() <= longest_excerpt_bytes) {
        return std::string{text};
    }
    auto end = longest_excerpt_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) {
        --end;
    }
    return std::string{text.substr(0, end)} + "…";
}

}  // namespace

std::string Place::pointer() const {
    if (parent_ == nullptr) {
        return std::string{key_};
    }
    auto pointer = parent_->pointer() + '/';
    if (index_) {
        return pointer + std::to_string(*index_);
    }
    for (auto const c : key_) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
    return pointer;
}

void Reader::refuse(Place const& place, Phrase phrase, std::string_view value) {
    if (!problem_) {
        problem_ = Problem{place.pointer(), phrase, excerpt(value)};
    }
}

json::Object const* Reader::object(json::Value const& value, Place const& place) {
    auto const* const found = value.if_object();
    if (found == nullptr) {
        refuse(place, expected_object);
    }
    return found;
}

json::Object const* Reader::required_object(json::Object const& parent, std::string_view key,
                                            Place const& place) {
    auto const* const value = parent.if_contains({key.data(), key.size()});
    if (value == nullptr) {
        refuse(place.at(key), missing);
        return nullptr;
    }
    return object(*value, place.at(key));
}

std::string Reader::text(json::Value const& value, Place const& place) {
    auto const* const found = value.if_string();
    if (found == nullptr) {
        refuse(place, expected_text);
        return {};
    }
    auto const characters = json::view(*found);
    if (characters.find('\0') != std::string_view::npos) {
        refuse(place, null_character);
        return {};
    }
    return std::string{characters};
}

std::string Reader::required_text(json::Object const& parent, std::string_view key,
                                  Place const& place) {
    auto const at = place.at(key);
    auto const* const value = parent.if_contains({key.data(), key.size()});
    if (value == nullptr) {
        refuse(at, missing);
        return {};
    }
    auto found = text(*value, at);
    if (found.find_first_not_of(" \t\r\n") == std::string::npos) {
        refuse(at, empty);
    }
    return found;
}

std::string Reader::optional_text(json::Object const& parent, std::string_view key,
                                  Place const& place) {
    auto const* const value = parent.if_contains({key.data(), key.size()});
    return value == nullptr ? std::string{} : text(*value, place.at(key));
}

json::Array const* Reader::optional_list(json::Object const& parent, std::string_view key,
                                         Place const& place) {
    auto const* const value = parent.if_contains({key.data(), key.size()});
    if (value == nullptr) {
        return nullptr;
    }
    auto const* const list = value->if_array();
    if (list == nullptr) {
        refuse(place, expected_list);
    }
    return list;
}

}  // namespace sigill::frameworks::oscal
