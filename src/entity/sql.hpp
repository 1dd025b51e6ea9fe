#pragma once
// Statements made from definitions: text from constants only, values only as parameters.

#include <string>
#include <string_view>

#include "db/value.hpp"
#include "entity/record.hpp"
#include "tenant/transaction.hpp"

namespace sigill::entity {

class SqlText {
public:
    SqlText& add(std::string_view text) {
        text_ += text;
        return *this;
    }
    SqlText& bind(db::Value value) {
        values_.push_back(std::move(value));
        text_ += '$';
        text_ += std::to_string(values_.size());
        return *this;
    }
    // (…, …) of bound values; an empty list matches nothing.
    template <class Range>
    SqlText& bind_all(Range const& range) {
        text_ += '(';
        bool first = true;
        for (auto const& value : range) {
            if (!first) {
                text_ += ", ";
            }
            first = false;
            bind(db::Value{std::string{value}});
        }
        if (first) {
            text_ += "NULL";
        }
        text_ += ')';
        return *this;
    }

    [[nodiscard]] db::Sql sql() const { return db::Sql::generated(text_); }
    [[nodiscard]] db::Values const& values() const { return values_; }

private:
    std::string text_;
    db::Values values_;
};

// " AND (…)": the one filter for scope and audience (alias r). Serves lists, counts, reads and
// links alike.
void add_reach(SqlText& sql, tenant::Transaction const& tx, Definition const& definition,
               std::string_view act);

// "r.id, r.ref, …": what read_row expects.
[[nodiscard]] std::string select_columns(Definition const& definition);
[[nodiscard]] Record read_row(Definition const& definition, db::Row const& row);
// Fills the many-reference fields of records of one register.
void read_references(tenant::Transaction& tx, Definition const& definition,
                     std::vector<Record>& records);

[[nodiscard]] db::Value to_db(FieldValue const& value);

// Search words of a record.
void index_record(tenant::Transaction& tx, Record const& record);
// " AND r.id IN (…)" for a typed text.
void add_search(SqlText& sql, std::string_view text);

}  // namespace sigill::entity
