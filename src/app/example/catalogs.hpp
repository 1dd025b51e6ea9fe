#pragma once

#include <string_view>

namespace sigill::app::example {

// OSCAL JSON, in Swedish: the ten measures of NIS2 (Directive (EU) 2022/2555), article 21.2 a–j, in
// our own words. Embedded in the program from catalogs/nis2-article-21.sv.json.
[[nodiscard]] std::string_view nis2_catalog();

}  // namespace sigill::app::example
