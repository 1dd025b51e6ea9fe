#include "slices/frameworks/oscal/properties.hpp"

#include <string_view>
#include <unordered_map>
#include <utility>

namespace sigill::frameworks::oscal {

namespace {

using Numbers = std::unordered_map<std::string, std::string>;

bool is_oscal_namespace(std::string_view name) {
    return name.empty() || name == "http://csrc.nist.gov/ns/oscal";
}

bool is_withdrawn(std::string_view status) {
    return status == "withdrawn" || status == "Withdrawn";
}

// The label of a part follows its control's number: "AC-2" and "k." give "AC-2k".
void collect_part_numbers(std::vector<Part> const& parts, std::string const& prefix,
                          Numbers& numbers) {
    for (auto const& part : parts) {
        auto number = prefix + part.label;
        if (number.ends_with('.')) {
            number.pop_back();
        }
        if (!part.id.empty()) {
            numbers.try_emplace(part.id, number);
        }
        collect_part_numbers(part.parts, prefix + part.label, numbers);
    }
}

void collect_numbers(std::vector<Control> const& controls, Numbers& numbers) {
    for (auto const& control : controls) {
        numbers.insert_or_assign(control.id, control.number);
        collect_part_numbers(control.parts, control.number, numbers);
        collect_numbers(control.children, numbers);
    }
}

std::string statement_of_withdrawn(std::vector<Successor> const& successors) {
    std::string incorporated;
    std::string moved;
    for (auto const& successor : successors) {
        auto& list = successor.moved ? moved : incorporated;
        list += (list.empty() ? "" : ", ") + successor.number;
    }
    std::string text = "[Withdrawn";
    if (!incorporated.empty()) {
        text += ": incorporated into " + incorporated;
    }
    if (!moved.empty()) {
        text += (incorporated.empty() ? ": moved to " : "; moved to ") + moved;
    }
    return text + ".]";
}

void number_successors(std::vector<Control>& controls, Numbers const& numbers) {
    for (auto& control : controls) {
        for (auto& successor : control.withdrawn_into) {
            auto const found = numbers.find(successor.id);
            successor.number = found == numbers.end() ? successor.id : found->second;
        }
        if (control.withdrawn && control.statement.empty()) {
            control.statement = statement_of_withdrawn(control.withdrawn_into);
        }
        number_successors(control.children, numbers);
    }
}

}  // namespace

Properties properties_of(Reader& reader, json::Object const& holder, Place const& place) {
    Properties found;
    auto label_has_class = false;
    reader.each_object(holder, "props", place, [&](json::Object const& item, Place const& at) {
        auto const name = reader.required_text(item, "name", at);
        auto const value = reader.required_text(item, "value", at);
        auto const classed = !reader.optional_text(item, "class", at).empty();
        if (!is_oscal_namespace(reader.optional_text(item, "ns", at))) {
            return;
        }
        if (name == "label" && (found.label.empty() || (label_has_class && !classed))) {
            found.label = value;
            label_has_class = classed;
        }
        if (name == "status" && is_withdrawn(value)) {
            found.withdrawn = true;
        }
    });
    return found;
}

std::vector<Successor> successors_of(Reader& reader, json::Object const& holder,
                                     Place const& place) {
    std::vector<Successor> successors;
    reader.each_object(holder, "links", place, [&](json::Object const& item, Place const& at) {
        auto const target = reader.required_text(item, "href", at);
        auto const relation = reader.optional_text(item, "rel", at);
        auto const moved = relation == "moved-to";
        if ((moved || relation == "incorporated-into") && target.starts_with('#')) {
            successors.push_back({.id = target.substr(1), .moved = moved});
        }
    });
    return successors;
}

void number_successors(Catalog& catalog) {
    Numbers numbers;
    collect_numbers(catalog.groups, numbers);
    number_successors(catalog.groups, numbers);
}

}  // namespace sigill::frameworks::oscal
