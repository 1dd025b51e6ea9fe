#pragma once
// The parts and parameters of a requirement: tables of this slice, written by the import only.

#include <string>
#include <string_view>
#include <vector>

#include "slices/frameworks/oscal/catalog.hpp"
#include "tenant/transaction.hpp"

namespace sigill::frameworks {

// SHA-256 in hex over all parts and parameters; empty where there are none.
[[nodiscard]] std::string content_hash_of(oscal::Control const& control);

void replace_parts(tenant::Transaction& tx, std::string const& requirement_id,
                   std::vector<oscal::Part> const& parts);
void replace_parameters(tenant::Transaction& tx, std::string const& requirement_id,
                        std::vector<oscal::Parameter> const& parameters);

// {"parts": […], "parameters": […]}
[[nodiscard]] std::string parts_json(tenant::Transaction& tx, std::string const& requirement_id);

}  // namespace sigill::frameworks
