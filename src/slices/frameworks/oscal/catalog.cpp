#include "slices/frameworks/oscal/catalog.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "json/json.hpp"
#include "slices/frameworks/oscal/builder.hpp"
#include "slices/frameworks/oscal/phrases.hpp"
#include "slices/frameworks/oscal/properties.hpp"
#include "slices/frameworks/oscal/reader.hpp"
#include "slices/frameworks/oscal/reading_text.hpp"

namespace sigill::frameworks::oscal {

namespace {

// NIST's largest catalogue is 10 MB. The nesting allowed here is above what twelve levels need, so
// that a document nested too deep is told so with its place.
constexpr json::Limits limits{.bytes = std::size_t{32} << 20, .depth = 64};

bool is_uuid(std::string_view text) {
    if (text.size() != 36) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const c = text[i];
        auto const is_hex =
            (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        auto const wants_dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (wants_dash ? c != '-' : !is_hex) {
            return false;
        }
    }
    return true;
}

void refuse_other_document(Reader& reader, json::Object const& root) {
    constexpr std::array<std::string_view, 7> others{"component-definition",
                                                     "system-security-plan",
                                                     "assessment-plan",
                                                     "assessment-results",
                                                     "plan-of-action-and-milestones",
                                                     "mapping-collection",
                                                     "profile"};
    for (auto const other : others) {
        if (!root.contains({other.data(), other.size()})) {
            continue;
        }
        auto const pointer = "/" + std::string{other};
        Place const place{pointer};
        if (other == "profile") {
            reader.refuse(place, is_a_profile);
        } else {
            reader.refuse(place, not_a_catalog, other);
        }
        return;
    }
    reader.refuse(Place{"/catalog"}, not_oscal);
}

struct Publisher {
    std::string party_uuid;
    bool by_role = false;  // named as publisher, not only as creator
};

Publisher publisher_uuid(Reader& reader, json::Object const& metadata, Place const& place) {
    Publisher found;
    reader.each_object(metadata, "responsible-parties", place,
                       [&](json::Object const& item, Place const& at) {
                           auto const role = reader.required_text(item, "role-id", at);
                           auto const publishes = role == "publisher" && !found.by_role;
                           if (!publishes && !(role == "creator" && found.party_uuid.empty())) {
                               return;
                           }
                           auto first = true;
                           reader.each_value(item, "party-uuids", at,
                                             [&](json::Value const& value, Place const& here) {
                                                 auto const uuid = reader.text(value, here);
                                                 if (std::exchange(first, false)) {
                                                     found = {uuid, publishes};
                                                 }
                                             });
                       });
    return found;
}

std::string publisher_of(Reader& reader, json::Object const& metadata, Place const& place) {
    auto const wanted = publisher_uuid(reader, metadata, place).party_uuid;
    std::string name;
    reader.each_object(metadata, "parties", place, [&](json::Object const& item, Place const& at) {
        auto const uuid = reader.required_text(item, "uuid", at);
        auto const party_name = reader.optional_text(item, "name", at);
        if (!wanted.empty() && uuid == wanted) {
            name = party_name;
        }
    });
    return name;
}

void read_metadata(Reader& reader, json::Object const& document, Place const& place,
                   Catalog& catalog) {
    catalog.uuid = reader.required_text(document, "uuid", place);
    if (!is_uuid(catalog.uuid)) {
        reader.refuse(place.at("uuid"), invalid_uuid, catalog.uuid);
    }
    auto const* const metadata = reader.required_object(document, "metadata", place);
    if (metadata == nullptr) {
        return;
    }
    auto const at = place.at("metadata");
    catalog.title = plain_text(reader.required_text(*metadata, "title", at));
    catalog.last_modified = reader.required_text(*metadata, "last-modified", at);
    catalog.version = reader.required_text(*metadata, "version", at);
    catalog.oscal_version = reader.required_text(*metadata, "oscal-version", at);
    if (!catalog.oscal_version.starts_with("1.")) {
        reader.refuse(at.at("oscal-version"), unsupported_version, catalog.oscal_version);
    }
    catalog.publisher = publisher_of(reader, *metadata, at);
}

}  // namespace

std::string_view name_of(Kind kind) {
    switch (kind) {
    case Kind::group: return "group";
    case Kind::control: return "control";
    case Kind::enhancement: return "enhancement";
    }
    return {};
}

Result parse(std::string_view text) {
    auto parsed = json::parse(text, limits);
    if (auto const* const error = std::get_if<json::ParseError>(&parsed)) {
        return Problem{"byte " + std::to_string(error->offset), error->phrase, error->value};
    }
    Reader reader;
    Catalog catalog;
    auto const* const root = reader.object(std::get<json::Value>(parsed), Place{""});
    if (root == nullptr) {
        return *reader.problem();
    }
    if (!root->contains("catalog")) {
        refuse_other_document(reader, *root);
        return *reader.problem();
    }
    Place const root_place{""};
    auto const* const document = reader.required_object(*root, "catalog", root_place);
    if (document != nullptr) {
        Place const place{"/catalog"};
        read_metadata(reader, *document, place, catalog);
        Builder{reader}.build(*document, place, catalog);
    }
    if (reader.refused()) {
        return *reader.problem();
    }
    number_successors(catalog);
    return catalog;
}

}  // namespace sigill::frameworks::oscal
