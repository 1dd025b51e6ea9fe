#include "slices/frameworks/parts.hpp"

#include "base/bytes.hpp"
#include "crypto/crypto.hpp"
#include "json/json.hpp"

namespace sigill::frameworks {

namespace {

// Each value with its length before it: no two contents make the same text.
void append(std::string& text, std::string_view value) {
    text += std::to_string(value.size());
    text += ':';
    text += value;
}

void append(std::string& text, std::vector<oscal::Part> const& parts) {
    text += '(';
    for (auto const& part : parts) {
        append(text, part.name);
        append(text, part.label);
        append(text, part.title);
        append(text, part.prose);
        append(text, part.parts);
    }
    text += ')';
}

db::Value text_or_null(std::string const& text) {
    return text.empty() ? db::Value{} : db::Value{text};
}

std::int64_t insert_parts(tenant::Transaction& tx, std::string const& requirement_id,
                          std::vector<oscal::Part> const& parts, std::int64_t position,
                          std::int64_t depth) {
    for (auto const& part : parts) {
        tx.run(
            "INSERT INTO requirement_parts (requirement, position, depth, name, label, title, "
            "prose) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            {requirement_id, position++, depth, part.name, text_or_null(part.label),
             text_or_null(part.title), text_or_null(part.prose)});
        position = insert_parts(tx, requirement_id, part.parts, position, depth + 1);
    }
    return position;
}

json::Value nullable(db::Row const& row, int column) {
    // Parentheses: with braces Boost.JSON would make an array of one.
    return row.is_null(column) ? json::Value(nullptr) : json::Value(row.text(column));
}

}  // namespace

std::string content_hash_of(oscal::Control const& control) {
    if (control.parts.empty() && control.parameters.empty()) {
        return {};
    }
    std::string text;
    append(text, control.parts);
    for (auto const& parameter : control.parameters) {
        append(text, parameter.id);
        append(text, parameter.label);
        append(text, parameter.value_text);
    }
    auto const digest = crypto::sha256(text);
    return to_hex(digest);
}

void replace_parts(tenant::Transaction& tx, std::string const& requirement_id,
                   std::vector<oscal::Part> const& parts) {
    tx.run("DELETE FROM requirement_parts WHERE requirement = $1", {requirement_id});
    insert_parts(tx, requirement_id, parts, 0, 0);
}

void replace_parameters(tenant::Transaction& tx, std::string const& requirement_id,
                        std::vector<oscal::Parameter> const& parameters) {
    tx.run("DELETE FROM requirement_parameters WHERE requirement = $1", {requirement_id});
    std::int64_t position = 0;
    for (auto const& parameter : parameters) {
        tx.run(
            "INSERT INTO requirement_parameters (requirement, position, name, label, value) "
            "VALUES ($1, $2, $3, $4, $5)",
            {requirement_id, position++, parameter.id, text_or_null(parameter.label),
             text_or_null(parameter.value_text)});
    }
}

std::string parts_json(tenant::Transaction& tx, std::string const& requirement_id) {
    json::Array parts;
    tx.query(
        "SELECT name, label, title, prose, depth FROM requirement_parts WHERE "
        "requirement = $1 ORDER BY position",
        {requirement_id}, [&](db::Row const& row) {
            parts.push_back(json::Object{{"name", row.text(0)},
                                         {"label", nullable(row, 1)},
                                         {"title", nullable(row, 2)},
                                         {"prose", nullable(row, 3)},
                                         {"depth", row.integer(4)}});
            return true;
        });
    json::Array parameters;
    tx.query(
        "SELECT name, label, value FROM requirement_parameters WHERE requirement = $1 "
        "ORDER BY position",
        {requirement_id}, [&](db::Row const& row) {
            parameters.push_back(json::Object{
                {"name", row.text(0)}, {"label", nullable(row, 1)}, {"value", nullable(row, 2)}});
            return true;
        });
    return json::to_text(json::Object{{"parts", parts}, {"parameters", parameters}});
}

}  // namespace sigill::frameworks
