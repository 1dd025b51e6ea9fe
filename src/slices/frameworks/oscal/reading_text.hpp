#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "slices/frameworks/oscal/catalog.hpp"

namespace sigill::frameworks::oscal {

// OSCAL's markup as plain text: links inside the document and emphasis give way to their words,
// runs of spaces become one, and no space is left between an insertion and a punctuation mark.
[[nodiscard]] std::string plain_text(std::string_view markup);

// All parts of that name as one text: labelled parts a line each, indented by depth, others a
// paragraph each.
[[nodiscard]] std::string flattened(std::vector<Part> const& parts, std::string_view name);

}  // namespace sigill::frameworks::oscal
