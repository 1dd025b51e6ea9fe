#pragma once

#include "entity/json_text.hpp"
#include "entity/view.hpp"

namespace sigill::entity {

// `links` must have fetched what the record refers to.
void write_record(JsonText& out, Links const& links, Record const& record);
void write_value(JsonText& out, Links const& links, Field const& field, FieldValue const& value);

}  // namespace sigill::entity
