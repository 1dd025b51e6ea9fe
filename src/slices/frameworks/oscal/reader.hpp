#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/failure.hpp"
#include "json/json.hpp"

namespace sigill::frameworks::oscal {

// A place in the document, as a chain of steps on the stack that becomes a JSON pointer only when
// something is wrong there. A step must not outlive the one it was made from.
class Place {
public:
    explicit Place(std::string_view pointer) : key_(pointer) {}

    [[nodiscard]] Place at(std::string_view key) const& { return {this, key, std::nullopt}; }
    [[nodiscard]] Place at(std::size_t index) const& { return {this, {}, index}; }
    Place at(std::string_view) const&& = delete;
    Place at(std::size_t) const&& = delete;

    [[nodiscard]] std::string pointer() const;

private:
    Place(Place const* parent, std::string_view key, std::optional<std::size_t> index)
        : parent_(parent), key_(key), index_(index) {}

    Place const* parent_ = nullptr;
    std::string_view key_;  // of the root: a whole pointer
    std::optional<std::size_t> index_;
};

// Reads typed values and remembers the first problem. After it no list is walked any further, so
// that callers need not ask after each step.
class Reader {
public:
    void refuse(Place const& place, Phrase phrase, std::string_view value = {});
    [[nodiscard]] bool refused() const { return problem_.has_value(); }
    [[nodiscard]] std::optional<Problem> const& problem() const { return problem_; }

    [[nodiscard]] json::Object const* object(json::Value const& value, Place const& place);
    [[nodiscard]] json::Object const* required_object(json::Object const& parent,
                                                      std::string_view key, Place const& place);
    [[nodiscard]] std::string text(json::Value const& value, Place const& place);
    [[nodiscard]] std::string required_text(json::Object const& parent, std::string_view key,
                                            Place const& place);
    // Empty when absent.
    [[nodiscard]] std::string optional_text(json::Object const& parent, std::string_view key,
                                            Place const& place);

    // Calls `each(value, place)` for the items of the list at `key`; an absent list is empty.
    template <typename Each>
    void each_value(json::Object const& parent, std::string_view key, Place const& place,
                    Each each) {
        auto const list_place = place.at(key);
        auto const* const list = optional_list(parent, key, list_place);
        if (list == nullptr) {
            return;
        }
        for (std::size_t i = 0; i < list->size() && !refused(); ++i) {
            each((*list)[i], list_place.at(i));
        }
    }

    // The same for a list of objects.
    template <typename Each>
    void each_object(json::Object const& parent, std::string_view key, Place const& place,
                     Each each) {
        each_value(parent, key, place, [&](json::Value const& value, Place const& at) {
            auto const* const item = object(value, at);
            if (item != nullptr) {
                each(*item, at);
            }
        });
    }

private:
    [[nodiscard]] json::Array const* optional_list(json::Object const& parent, std::string_view key,
                                                   Place const& place);

    std::optional<Problem> problem_;
};

}  // namespace sigill::frameworks::oscal
