#pragma once
// Registers as JSON Schemas (draft 2020-12, as OpenAPI 3.1 takes them).

#include <string>

#include "entity/json_text.hpp"
#include "entity/view.hpp"

namespace sigill::api {

// "threat_model" → "ThreatModel"
[[nodiscard]] std::string schema_name(entity::Definition const& definition);
// "#/components/schemas/<name>" as {"$ref": …}
void write_schema_reference(entity::JsonText& out, std::string_view name);
void write_field_schema(entity::JsonText& out, entity::Field const& field, bool writing);
// A record as it is read, the body that makes or changes one, and a page of a list.
void write_register_schemas(entity::JsonText& out, entity::Definition const& definition);
// The fields that a step takes.
void write_step_schema(entity::JsonText& out, entity::Transition const& step);
// What all registers use: Problem, Link, AnyLink, EntryPage.
void write_shared_schemas(entity::JsonText& out);

}  // namespace sigill::api
