// The registers told as JSON: what the page, the manual and the OpenAPI document are made from.

#include "entity/json_text.hpp"
#include "entity/view.hpp"

namespace sigill::entity {

namespace {

std::string_view name_of(Tone tone) {
    switch (tone) {
    case Tone::neutral: return "neutral";
    case Tone::info: return "info";
    case Tone::good: return "good";
    case Tone::warning: return "warning";
    case Tone::bad: return "bad";
    }
    return "neutral";
}

void write_label(JsonText& out, std::string_view key, Label label) {
    out.key(key).open_object().key("sv").string(label.sv).key("en").string(label.en);
    out.close_object();
}

void write_field(JsonText& out, Field const& field) {
    out.open_object().key("key").string(field.key).key("kind").string(entity::name_of(field.kind));
    write_label(out, "label", field.label);
    write_label(out, "help", field.help);
    write_label(out, "group", field.group);
    out.key("required").boolean(field.required).key("max").number(field.max);
    out.key("options").open_array();
    for (auto const& option : field.options) {
        out.open_object().key("value").string(option.value);
        write_label(out, "label", option.label);
        out.close_object();
    }
    out.close_array();
    out.key("target").string_or_null(field.target).key("scale").string_or_null(field.scale);
    out.key("list").boolean(field.in_list).key("sortable").boolean(field.sortable);
    out.key("filterable").boolean(field.filterable || is_many(field.kind));
    out.key("writable").boolean(field.writable).close_object();
}

void write_keys(JsonText& out, std::string_view name, std::span<Field const* const> fields) {
    out.key(name).open_array();
    for (auto const* field : fields) {
        out.string(field->key);
    }
    out.close_array();
}

void write_transition(JsonText& out, Definition const& definition, Transition const& step,
                      access::Rights const& rights) {
    out.open_object().key("name").string(step.name);
    write_label(out, "label", step.label);
    out.key("from").open_array();
    for (auto const state : step.from) {
        out.string(state);
    }
    out.close_array().key("to").string_or_null(step.to);
    out.key("signature").boolean(step.signature);
    write_keys(out, "fields", step.fields);
    write_keys(out, "required", step.required);
    out.key("allowed").boolean(rights.may(permission(definition, step.permission_act)));
    out.close_object();
}

void write_register(JsonText& out, Definition const& definition, access::Rights const& rights) {
    out.open_object().key("name").string(definition.name).key("path").string(definition.path);
    out.key("ref_prefix").string(definition.ref_prefix).key("area").string(definition.area);
    write_label(out, "label", definition.label);
    write_label(out, "label_plural", definition.label_plural);
    write_label(out, "help", definition.help);
    write_label(out, "title_label", definition.title_label);
    out.key("can").open_object();
    for (auto const act : {"read", "create", "update", "archive", "restore"}) {
        auto const reads = std::string_view{act} == "read";
        out.key(act).boolean((reads || !definition.read_only) &&
                             rights.may(permission(definition, act)));
    }
    out.close_object().key("fields").open_array();
    for (auto const* field : definition.fields) {
        write_field(out, *field);
    }
    out.close_array().key("states").open_array();
    for (auto const& state : definition.states) {
        out.open_object().key("name").string(state.name);
        write_label(out, "label", state.label);
        out.key("tone").string(name_of(state.tone)).close_object();
    }
    out.close_array().key("transitions").open_array();
    for (auto const& step : definition.transitions) {
        write_transition(out, definition, step, rights);
    }
    out.close_array().close_object();
}

void write_scale(JsonText& out, Scale const& scale) {
    out.open_object().key("name").string(scale.name);
    write_label(out, "label", scale.label);
    out.key("levels").open_array();
    for (auto const& level : scale.levels) {
        out.open_object().key("value").number(level.value);
        write_label(out, "label", level.name);
        write_label(out, "description", level.description);
        out.key("meanings").open_object();
        for (auto const& meaning : level.meanings) {
            if (!meaning.field.empty()) {
                write_label(out, meaning.field, meaning.text);
            }
        }
        out.close_object().key("color").string(level.color).close_object();
    }
    out.close_array().close_object();
}

}  // namespace

std::string describe(Catalogue const& catalogue, access::Rights const& rights) {
    JsonText out;
    out.open_object().key("items").open_array();
    for (auto const& entry : catalogue.registers()) {
        if (rights.may(permission(*entry.definition, "read"))) {
            write_register(out, *entry.definition, rights);
        }
    }
    out.close_array().key("scales").open_array();
    for (auto const& scale : catalogue.scales()) {
        write_scale(out, scale);
    }
    out.close_array().close_object();
    return out.take();
}

}  // namespace sigill::entity
