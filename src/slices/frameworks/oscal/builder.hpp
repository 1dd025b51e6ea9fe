#pragma once

#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

#include "json/json.hpp"
#include "slices/frameworks/oscal/catalog.hpp"
#include "slices/frameworks/oscal/parameters.hpp"
#include "slices/frameworks/oscal/reader.hpp"

namespace sigill::frameworks::oscal {

// Builds the tree of groups, controls and parts in two walks over the document: the first collects
// the parameters, the second reads the texts into which they are inserted.
class Builder {
public:
    explicit Builder(Reader& reader) : reader_(reader), parameters_(reader) {}

    // Fills `groups`, `parameters` and `counts`.
    void build(json::Object const& document, Place const& place, Catalog& catalog);

private:
    void collect_parameters(json::Object const& holder, Place const& place, std::size_t level);
    [[nodiscard]] Control group(json::Object const& item, Place const& place, std::size_t level);
    [[nodiscard]] Control control(json::Object const& item, Place const& place, Kind kind,
                                  std::size_t level);
    void children(json::Object const& holder, Place const& place, Kind control_kind,
                  std::size_t level, std::vector<Control>& into);
    [[nodiscard]] std::vector<Part> parts(json::Object const& holder, Place const& place,
                                          std::size_t level, std::size_t& counted);
    [[nodiscard]] std::string marked_up(json::Object const& item, std::string_view key,
                                        Place const& place);
    void claim(std::unordered_set<std::string>& ids, std::string const& id, Place const& place);
    [[nodiscard]] bool too_deep_at(std::size_t level, Place const& place);

    Reader& reader_;
    Parameters parameters_;
    Counts counts_;
    std::unordered_set<std::string> control_ids_;
    std::unordered_set<std::string> part_ids_;
};

}  // namespace sigill::frameworks::oscal
