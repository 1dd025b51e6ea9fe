#include "api/openapi_schema.hpp"

namespace sigill::api {

namespace {

using entity::Definition;
using entity::Field;
using entity::JsonText;
using entity::Kind;

void write_type(JsonText& out, std::string_view type, bool or_null) {
    out.key("type");
    if (or_null) {
        out.open_array().string(type).string("null").close_array();
    } else {
        out.string(type);
    }
}

void write_nullable_reference(JsonText& out, std::string_view name) {
    out.key("anyOf").open_array();
    write_schema_reference(out, name);
    out.open_object().key("type").string("null").close_object().close_array();
}

void write_choice(JsonText& out, Field const& field) {
    out.key("enum").open_array();
    for (auto const& option : field.options) {
        out.string(option.value);
    }
    out.null().close_array();
}

void write_ids(JsonText& out, bool writing) {
    // Nothing empties the field, in a body.
    write_type(out, "array", writing);
    out.key("items");
    if (writing) {
        out.open_object().key("type").string("string").close_object();
    } else {
        write_schema_reference(out, "Link");
    }
}

void write_text(JsonText& out, std::string_view format, std::int64_t longest) {
    write_type(out, "string", true);
    if (!format.empty()) {
        out.key("format").string(format);
    }
    if (longest > 0) {
        out.key("maxLength").number(longest);
    }
}

void write_range(JsonText& out, std::int64_t least, std::int64_t most) {
    write_type(out, "integer", true);
    out.key("minimum").number(least).key("maximum").number(most);
}

void write_kind(JsonText& out, Field const& field, bool writing) {
    switch (field.kind) {
    case Kind::text: return write_text(out, "", field.max > 0 ? field.max : 500);
    case Kind::long_text: return write_text(out, "", field.max > 0 ? field.max : 100'000);
    case Kind::choice: return write_choice(out, field);
    case Kind::scale: return write_range(out, 0, 4);
    case Kind::day: return write_text(out, "date", 0);
    case Kind::instant: return write_text(out, "date-time", 0);
    case Kind::number:
        return write_range(out, field.min, field.max > 0 ? field.max : 1'000'000'000);
    case Kind::yes_no: return write_type(out, "boolean", true);
    case Kind::reference:
    case Kind::person:
        return writing ? write_type(out, "string", true)
                       : write_nullable_reference(out, field.target.empty() ? "AnyLink" : "Link");
    case Kind::references:
    case Kind::people: return write_ids(out, writing);
    }
}

void write_member(JsonText& out, std::string_view key, std::string_view type, bool or_null,
                  std::string_view format = {}) {
    out.key(key).open_object();
    write_type(out, type, or_null);
    if (!format.empty()) {
        out.key("format").string(format);
    }
    out.close_object();
}

void write_link_member(JsonText& out, std::string_view key) {
    out.key(key).open_object();
    write_nullable_reference(out, "Link");
    out.close_object();
}

void write_record_schema(JsonText& out, Definition const& definition) {
    out.key(schema_name(definition)).open_object().key("type").string("object");
    out.key("description").string(definition.help.en);
    out.key("additionalProperties").boolean(false).key("properties").open_object();
    write_member(out, "id", "string", false, "uuid");
    write_member(out, "ref", "string", false);
    write_member(out, "title", "string", false);
    write_member(out, "state", "string", true);
    write_link_member(out, "owner");
    write_link_member(out, "unit");
    write_member(out, "audience", "string", true);
    write_member(out, "version", "integer", false);
    write_member(out, "created_at", "string", false, "date-time");
    write_link_member(out, "created_by");
    write_member(out, "updated_at", "string", false, "date-time");
    write_link_member(out, "updated_by");
    write_member(out, "archived_at", "string", true, "date-time");
    for (auto const* field : definition.fields) {
        out.key(field->key);
        write_field_schema(out, *field, false);
    }
    out.close_object().key("required").open_array();
    for (auto const* key : {"id", "ref", "title", "state", "version", "updated_at"}) {
        out.string(key);
    }
    for (auto const* field : definition.fields) {
        out.string(field->key);
    }
    out.close_array().close_object();
}

void write_body_schema(JsonText& out, Definition const& definition) {
    out.key(schema_name(definition) + "Write").open_object().key("type").string("object");
    out.key("description").string("What is left out of a change stays; null empties a field.");
    out.key("additionalProperties").boolean(false).key("properties").open_object();
    out.key("title").open_object().key("type").string("string").key("maxLength").number(300);
    out.key("description").string(definition.title_label.en).close_object();
    write_member(out, "owner", "string", true);
    write_member(out, "unit", "string", true);
    write_member(out, "audience", "string", true);
    for (auto const* field : definition.fields) {
        if (field->writable) {
            out.key(field->key);
            write_field_schema(out, *field, true);
        }
    }
    out.close_object().close_object();
}

}  // namespace

std::string schema_name(Definition const& definition) {
    std::string name;
    bool upper = true;
    for (auto const c : definition.name) {
        if (c == '_' || c == '-') {
            upper = true;
            continue;
        }
        name += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        upper = false;
    }
    return name;
}

void write_schema_reference(JsonText& out, std::string_view name) {
    out.open_object().key("$ref").string("#/components/schemas/" + std::string{name});
    out.close_object();
}

void write_field_schema(JsonText& out, Field const& field, bool writing) {
    out.open_object();
    write_kind(out, field, writing);
    out.key("title").string(field.label.en);
    std::string description{field.help.en};
    for (auto const& option : field.options) {
        description += (description.empty()          ? ""
                        : description.ends_with('.') ? " "
                                                     : "; ") +
                       std::string{option.value} + ": " + std::string{option.label.en};
    }
    if (!description.empty()) {
        out.key("description").string(description);
    }
    out.close_object();
}

void write_register_schemas(JsonText& out, Definition const& definition) {
    write_record_schema(out, definition);
    if (!definition.read_only) {
        write_body_schema(out, definition);
    }
    auto const name = schema_name(definition);
    out.key(name + "Page").open_object().key("type").string("object");
    out.key("properties").open_object().key("items").open_object().key("type").string("array");
    out.key("items");
    write_schema_reference(out, name);
    out.close_object();
    write_member(out, "next", "string", true);
    write_member(out, "total", "integer", false);
    out.close_object().key("required").open_array().string("items").string("next").close_array();
    out.close_object();
}

void write_step_schema(JsonText& out, entity::Transition const& step) {
    out.open_object().key("type").string("object").key("additionalProperties").boolean(false);
    out.key("properties").open_object();
    std::vector<Field const*> fields{step.fields.begin(), step.fields.end()};
    for (auto const* field : step.required) {
        if (std::ranges::find(fields, field) == fields.end()) {
            fields.push_back(field);
        }
    }
    for (auto const* field : fields) {
        out.key(field->key);
        write_field_schema(out, *field, true);
    }
    if (step.signature) {
        out.key("signature").open_object().key("type").string("string");
        out.key("description").string("From POST /session/signature; good for one act.");
        out.close_object();
    }
    out.close_object();
    if (step.signature) {
        out.key("required").open_array().string("signature").close_array();
    }
    out.close_object();
}

void write_shared_schemas(JsonText& out) {
    out.key("Link").open_object().key("type").string("object");
    out.key("description").string("Ref and title are null where the record may not be read.");
    out.key("properties").open_object();
    write_member(out, "id", "string", false);
    write_member(out, "ref", "string", true);
    write_member(out, "title", "string", true);
    out.close_object().key("required").open_array().string("id").string("ref").string("title");
    out.close_array().close_object();

    out.key("AnyLink").open_object().key("allOf").open_array();
    write_schema_reference(out, "Link");
    out.open_object().key("type").string("object").key("properties").open_object();
    write_member(out, "register", "string", false);
    out.close_object().key("required").open_array().string("register").close_array();
    out.close_object().close_array().close_object();

    out.key("EntryPage").open_object().key("type").string("object");
    out.key("description").string("Entries of the log, the newest first.");
    out.key("properties").open_object().key("items").open_object().key("type").string("array");
    out.key("items").open_object().key("type").string("object").close_object().close_object();
    write_member(out, "next", "string", true);
    out.close_object().key("required").open_array().string("items").string("next").close_array();
    out.close_object();

    out.key("Problem").open_object().key("type").string("object");
    out.key("description").string("RFC 9457: what is wrong, where, and what to do.");
    out.key("properties").open_object();
    for (auto const* key : {"type", "title", "detail", "request_id"}) {
        write_member(out, key, "string", false);
    }
    write_member(out, "status", "integer", false);
    out.key("errors").open_object().key("type").string("array").key("items").open_object();
    out.key("type").string("object").key("properties").open_object();
    for (auto const* key : {"field", "code", "message"}) {
        write_member(out, key, "string", false);
    }
    out.close_object().close_object().close_object().close_object();
    out.key("required").open_array().string("title").string("status").close_array();
    out.close_object();
}

}  // namespace sigill::api
