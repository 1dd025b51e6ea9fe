#include "slices/frameworks/oscal/builder.hpp"

#include <algorithm>
#include <utility>

#include "slices/frameworks/oscal/phrases.hpp"
#include "slices/frameworks/oscal/properties.hpp"
#include "slices/frameworks/oscal/reading_text.hpp"

namespace sigill::frameworks::oscal {

namespace {

constexpr std::size_t deepest_level = 12;

// NIST gives its families an id ("ac") but no label, though everyone writes "AC".
std::string family_number(std::string const& id) {
    auto const is_lower_case = [](char c) { return c >= 'a' && c <= 'z'; };
    if (id.size() > 3 || !std::all_of(id.begin(), id.end(), is_lower_case)) {
        return id;
    }
    auto number = id;
    for (auto& c : number) {
        c = static_cast<char>(c - 'a' + 'A');
    }
    return number;
}

}  // namespace

void Builder::build(json::Object const& document, Place const& place, Catalog& catalog) {
    collect_parameters(document, place, 0);
    parameters_.resolve();
    if (reader_.refused()) {
        return;
    }
    catalog.parameters = parameters_.of(document, place);
    children(document, place, Kind::control, 0, catalog.groups);
    counts_.parameters = parameters_.count();
    catalog.counts = counts_;
    if (counts_.controls == 0) {
        reader_.refuse(place, no_controls);
    }
}

void Builder::collect_parameters(json::Object const& holder, Place const& place,
                                 std::size_t level) {
    if (too_deep_at(level, place)) {
        return;
    }
    parameters_.collect(holder, place);
    for (auto const* const key : {"groups", "controls"}) {
        reader_.each_object(holder, key, place, [&](json::Object const& item, Place const& at) {
            collect_parameters(item, at, level + 1);
        });
    }
}

void Builder::children(json::Object const& holder, Place const& place, Kind control_kind,
                       std::size_t level, std::vector<Control>& into) {
    if (control_kind == Kind::control) {
        reader_.each_object(holder, "groups", place,
                            [&](json::Object const& item, Place const& at) {
                                into.push_back(group(item, at, level + 1));
                            });
    }
    reader_.each_object(holder, "controls", place, [&](json::Object const& item, Place const& at) {
        into.push_back(control(item, at, control_kind, level + 1));
    });
}

Control Builder::group(json::Object const& item, Place const& place, std::size_t level) {
    Control made{.kind = Kind::group};
    made.title = marked_up(item, "title", place);
    auto const properties = properties_of(reader_, item, place);
    made.id = reader_.optional_text(item, "id", place);
    made.number = properties.label;
    if (made.id.empty()) {
        // OSCAL lets a group go without an id; the import needs a name that is the same next time.
        made.id = properties.label.empty() ? made.title : properties.label;
    }
    if (made.number.empty()) {
        made.number = family_number(made.id);
    }
    claim(control_ids_, made.id, place.at("id"));
    ++counts_.groups;
    made.parameters = parameters_.of(item, place);
    made.parts = parts(item, place, level, counts_.group_parts);
    made.statement = flattened(made.parts, "overview");
    made.guidance = flattened(made.parts, "guidance");
    children(item, place, Kind::control, level, made.children);
    return made;
}

Control Builder::control(json::Object const& item, Place const& place, Kind kind,
                         std::size_t level) {
    Control made{.kind = kind};
    made.id = reader_.required_text(item, "id", place);
    claim(control_ids_, made.id, place.at("id"));
    made.title = marked_up(item, "title", place);
    auto const properties = properties_of(reader_, item, place);
    made.number = properties.label.empty() ? made.id : properties.label;
    made.withdrawn = properties.withdrawn;
    ++(kind == Kind::control ? counts_.controls : counts_.enhancements);
    auto successors = successors_of(reader_, item, place);
    if (made.withdrawn) {
        ++counts_.withdrawn;
        made.withdrawn_into = std::move(successors);
    }
    made.parameters = parameters_.of(item, place);
    made.parts = parts(item, place, level, counts_.parts);
    made.statement = flattened(made.parts, "statement");
    made.guidance = flattened(made.parts, "guidance");
    children(item, place, Kind::enhancement, level, made.children);
    return made;
}

std::vector<Part> Builder::parts(json::Object const& holder, Place const& place, std::size_t level,
                                 std::size_t& counted) {
    std::vector<Part> made;
    reader_.each_object(holder, "parts", place, [&](json::Object const& item, Place const& at) {
        if (too_deep_at(level + 1, at)) {
            return;
        }
        Part part;
        part.name = reader_.required_text(item, "name", at);
        part.id = reader_.optional_text(item, "id", at);
        if (!part.id.empty()) {
            claim(part_ids_, part.id, at.at("id"));
        }
        part.label = properties_of(reader_, item, at).label;
        part.title = item.contains("title") ? marked_up(item, "title", at) : std::string{};
        part.prose =
            parameters_.reading_text(reader_.optional_text(item, "prose", at), at.at("prose"));
        part.parts = parts(item, at, level + 1, counted);
        ++counted;
        made.push_back(std::move(part));
    });
    return made;
}

std::string Builder::marked_up(json::Object const& item, std::string_view key, Place const& place) {
    return parameters_.reading_text(reader_.required_text(item, key, place), place.at(key));
}

void Builder::claim(std::unordered_set<std::string>& ids, std::string const& id,
                    Place const& place) {
    if (!ids.insert(id).second) {
        reader_.refuse(place, repeated_id, id);
    }
}

bool Builder::too_deep_at(std::size_t level, Place const& place) {
    if (level > deepest_level) {
        reader_.refuse(place, too_deep, std::to_string(deepest_level));
    }
    return level > deepest_level;
}

}  // namespace sigill::frameworks::oscal
