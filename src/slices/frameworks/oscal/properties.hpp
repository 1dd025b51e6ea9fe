#pragma once

#include <string>
#include <vector>

#include "json/json.hpp"
#include "slices/frameworks/oscal/catalog.hpp"
#include "slices/frameworks/oscal/reader.hpp"

namespace sigill::frameworks::oscal {

struct Properties {
    std::string label;
    bool withdrawn = false;
};

// What `props` of a group, control or part says in OSCAL's own namespace; other namespaces may
// use the same names for something else. Of several labels the one without a class is the number
// that people use ("AC-1"; NIST adds a zero-padded "AC-01" and one of SP 800-53A).
[[nodiscard]] Properties properties_of(Reader& reader, json::Object const& holder,
                                       Place const& place);

// Where the `links` of a withdrawn control say that its content went, with the ids only.
[[nodiscard]] std::vector<Successor> successors_of(Reader& reader, json::Object const& holder,
                                                   Place const& place);

// Fills in the numbers, once every control of the catalogue is known, and writes the statement of
// each withdrawn control that has none.
void number_successors(Catalog& catalog);

}  // namespace sigill::frameworks::oscal
