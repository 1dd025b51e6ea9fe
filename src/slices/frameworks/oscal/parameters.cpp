#include "slices/frameworks/oscal/parameters.hpp"

#include <optional>
#include <utility>

#include "slices/frameworks/oscal/phrases.hpp"
#include "slices/frameworks/oscal/reading_text.hpp"

namespace sigill::frameworks::oscal {

namespace {

// A parameter may insert others that insert others; without these limits a page of text could
// grow without bound.
constexpr std::size_t longest_text = 200'000;
constexpr std::size_t longest_total = 64'000'000;
constexpr std::size_t deepest_insertion = 16;

std::string_view trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool opens_insertion(std::string_view text) {
    return trimmed(text.substr(2)).starts_with("insert:");
}

// "insert: param, ac-1_prm_1" gives "ac-1_prm_1". OSCAL knows no other kind of insertion.
std::optional<std::string_view> parameter_named(std::string_view insertion) {
    constexpr std::string_view opening = "insert:";
    auto const rest = trimmed(insertion).substr(opening.size());
    auto const comma = rest.find(',');
    if (comma == std::string_view::npos || trimmed(rest.substr(0, comma)) != "param") {
        return std::nullopt;
    }
    auto const id = trimmed(rest.substr(comma + 1));
    return id.empty() ? std::nullopt : std::optional{id};
}

}  // namespace

void Parameters::collect(json::Object const& holder, Place const& place) {
    reader_.each_object(holder, "params", place, [&](json::Object const& item, Place const& at) {
        auto id = reader_.required_text(item, "id", at);
        Declaration declaration{.pointer = at.pointer(),
                                .label = plain_text(reader_.optional_text(item, "label", at))};
        reader_.each_value(item, "values", at, [&](json::Value const& value, Place const& here) {
            declaration.values.push_back(reader_.text(value, here));
        });
        read_selection(item, at, declaration);
        if (!declared_.try_emplace(id, std::move(declaration)).second) {
            reader_.refuse(at.at("id"), repeated_id, id);
        }
        order_.push_back(std::move(id));
    });
}

void Parameters::read_selection(json::Object const& parameter, Place const& place,
                                Declaration& declaration) {
    if (!parameter.contains("select")) {
        return;
    }
    auto const* const selection = reader_.required_object(parameter, "select", place);
    if (selection == nullptr) {
        return;
    }
    auto const at = place.at("select");
    auto const how_many = reader_.optional_text(*selection, "how-many", at);
    if (selection->contains("how-many") && how_many != "one" && how_many != "one-or-more") {
        reader_.refuse(at.at("how-many"), unknown_how_many, how_many);
    }
    declaration.selects = true;
    declaration.several = how_many == "one-or-more";
    reader_.each_value(*selection, "choice", at, [&](json::Value const& value, Place const& here) {
        declaration.choices.push_back(reader_.text(value, here));
    });
}

void Parameters::resolve() {
    for (auto const& id : order_) {
        if (reader_.refused()) {
            return;
        }
        resolve(id, declared_.at(id), 0);
    }
}

void Parameters::resolve(std::string const& id, Declaration& declaration, std::size_t depth) {
    if (declaration.state == State::resolved) {
        return;
    }
    Place const place{declaration.pointer};
    if (declaration.state == State::being_resolved) {
        reader_.refuse(place, cyclic_parameter, id);
        return;
    }
    if (depth > deepest_insertion) {
        reader_.refuse(place, too_deep, std::to_string(deepest_insertion));
        return;
    }
    declaration.state = State::being_resolved;
    declaration.value_text = reading_form(id, declaration, depth);
    declaration.state = State::resolved;
}

std::string Parameters::reading_form(std::string const& id, Declaration const& declaration,
                                     std::size_t depth) {
    Place const place{declaration.pointer};
    if (!declaration.values.empty()) {
        return joined(declaration.values, ", ", place.at("values"), depth);
    }
    if (declaration.selects && !declaration.choices.empty()) {
        auto const select = place.at("select");
        auto const choices = joined(declaration.choices, "; ", select.at("choice"), depth);
        return (declaration.several ? "[Selection (one or more): " : "[Selection (one): ") +
               choices + ']';
    }
    if (declaration.label.empty()) {
        return "[Assignment: " + id + ']';
    }
    return "[Assignment: " + inserted(declaration.label, place.at("label"), depth) + ']';
}

std::string Parameters::joined(std::vector<std::string> const& texts, std::string_view separator,
                               Place const& place, std::size_t depth) {
    std::string all;
    for (std::size_t i = 0; i < texts.size() && !reader_.refused(); ++i) {
        if (i > 0) {
            all += separator;
        }
        auto const at = place.at(i);
        all += plain_text(inserted(texts[i], at, depth));
        if (all.size() > longest_text) {
            reader_.refuse(at, too_long, std::to_string(longest_text));
        }
    }
    return all;
}

std::string Parameters::inserted(std::string_view markup, Place const& place, std::size_t depth) {
    std::string text;
    while (!reader_.refused()) {
        auto const start = markup.find("{{");
        if (start == std::string_view::npos) {
            text += markup;
            break;
        }
        if (!opens_insertion(markup.substr(start))) {
            text += markup.substr(0, start + 2);
            markup.remove_prefix(start + 2);
            continue;
        }
        auto const end = markup.find("}}", start);
        if (end == std::string_view::npos) {
            reader_.refuse(place, broken_insertion, std::string{markup.substr(start)});
            break;
        }
        text += markup.substr(0, start);
        text += value_of(markup.substr(start + 2, end - start - 2), place, depth);
        markup.remove_prefix(end + 2);
        if (text.size() > longest_text) {
            reader_.refuse(place, too_long, std::to_string(longest_text));
        }
    }
    characters_made_ += text.size();
    if (text.size() > longest_text || characters_made_ > longest_total) {
        reader_.refuse(place, too_long,
                       std::to_string(text.size() > longest_text ? longest_text : longest_total));
    }
    return text;
}

std::string_view Parameters::value_of(std::string_view insertion, Place const& place,
                                      std::size_t depth) {
    auto const name = parameter_named(insertion);
    if (!name) {
        reader_.refuse(place, broken_insertion, std::string{insertion});
        return {};
    }
    auto const found = declared_.find(std::string{*name});
    if (found == declared_.end()) {
        reader_.refuse(place, unknown_parameter, std::string{*name});
        return {};
    }
    resolve(found->first, found->second, depth + 1);
    return found->second.value_text;
}

std::vector<Parameter> Parameters::of(json::Object const& holder, Place const& place) {
    std::vector<Parameter> own;
    reader_.each_object(holder, "params", place, [&](json::Object const& item, Place const& at) {
        auto const id = reader_.required_text(item, "id", at);
        auto const found = declared_.find(id);
        if (found != declared_.end()) {
            own.push_back(
                {id, reading_text(found->second.label, at.at("label")), found->second.value_text});
        }
    });
    return own;
}

std::string Parameters::reading_text(std::string_view markup, Place const& place) {
    return plain_text(inserted(markup, place, 0));
}

}  // namespace sigill::frameworks::oscal
