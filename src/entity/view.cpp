#include "entity/view.hpp"

#include "entity/json_text.hpp"
#include "entity/sql.hpp"
#include "entity/write_record.hpp"

namespace sigill::entity {

namespace {

// A reference without a target leads to any register: "assets/<id>".
struct AnyReference {
    std::string_view path;
    std::string_view id;
};

AnyReference split(std::string_view held) {
    auto const slash = held.find('/');
    return slash == std::string_view::npos
               ? AnyReference{{}, held}
               : AnyReference{held.substr(0, slash), held.substr(slash + 1)};
}

}  // namespace

void Links::want(std::string_view target, std::string_view id) {
    if (target.empty()) {
        auto const any = split(id);
        target = any.path;
        id = any.id;
    }
    if (!id.empty() && !found_.contains(std::string{id})) {
        wanted_[std::string{target}].emplace_back(id);
    }
}

void Links::want_all(Record const& record) {
    want("people", record.owner);
    want("units", record.unit);
    want("people", record.created_by);
    want("people", record.updated_by);
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        auto const& field = *record.definition->fields[i];
        if (!is_reference(field.kind)) {
            continue;
        }
        if (auto const* one = std::get_if<std::string>(&record.values[i])) {
            want(field.target, *one);
        }
        if (auto const* many = std::get_if<std::vector<std::string>>(&record.values[i])) {
            for (auto const& id : *many) {
                want(field.target, id);
            }
        }
    }
}

void Links::fetch() {
    for (auto& [target, ids] : wanted_) {
        auto const* entry = engine_.catalogue().find(target);
        std::ranges::sort(ids);
        auto const repeated = std::ranges::unique(ids);
        ids.erase(repeated.begin(), repeated.end());
        // In pieces: a statement has a limit of bound values.
        for (std::size_t from = 0; entry != nullptr && from < ids.size(); from += 500) {
            auto const count = std::min<std::size_t>(500, ids.size() - from);
            SqlText sql;
            sql.add("SELECT r.id, r.ref, r.title FROM ").add(entry->definition->table);
            sql.add(" r WHERE r.id IN ").bind_all(std::span{ids}.subspan(from, count));
            add_reach(sql, tx_, *entry->definition, "read");
            tx_.query(sql.sql(), sql.values(), [&](db::Row const& row) {
                found_[std::string{row.text(0)}] = {std::string{row.text(1)},
                                                    std::string{row.text(2)}};
                return true;
            });
        }
    }
    wanted_.clear();
}

Link const* Links::find(std::string_view id) const {
    auto const place = found_.find(std::string{id});
    return place == found_.end() ? nullptr : &place->second;
}

void Links::write(JsonText& out, std::string_view target, std::string_view id) const {
    if (id.empty()) {
        out.null();
        return;
    }
    out.open_object();
    if (target.empty()) {
        auto const any = split(id);
        out.key("register").string(any.path);
        id = any.id;
    }
    auto const* link = find(id);
    out.key("id").string(id).key("ref").string_or_null(link ? link->ref : "");
    out.key("title").string_or_null(link ? link->title : "").close_object();
}

void write_value(JsonText& out, Links const& links, Field const& field, FieldValue const& value) {
    if (is_many(field.kind)) {
        out.open_array();
        if (auto const* many = std::get_if<std::vector<std::string>>(&value)) {
            for (auto const& id : *many) {
                links.write(out, field.target, id);
            }
        }
        out.close_array();
    } else if (auto const* text = std::get_if<std::string>(&value)) {
        if (is_reference(field.kind)) {
            links.write(out, field.target, *text);
        } else {
            out.string(*text);
        }
    } else if (auto const* number = std::get_if<std::int64_t>(&value)) {
        if (field.kind == Kind::instant) {
            out.string(format_instant(*number));
        } else {
            out.number(*number);
        }
    } else if (auto const* yes = std::get_if<bool>(&value)) {
        out.boolean(*yes);
    } else {
        out.null();
    }
}

void write_record(JsonText& out, Links const& links, Record const& record) {
    out.open_object();
    out.key("id").string(record.id).key("ref").string(record.ref);
    out.key("title").string(record.title).key("state").string_or_null(record.state);
    out.key("owner");
    links.write(out, "people", record.owner);
    out.key("unit");
    links.write(out, "units", record.unit);
    out.key("audience").string_or_null(record.audience);
    out.key("version").number(record.version);
    out.key("created_at").string(format_instant(record.created_at)).key("created_by");
    links.write(out, "people", record.created_by);
    out.key("updated_at").string(format_instant(record.updated_at)).key("updated_by");
    links.write(out, "people", record.updated_by);
    out.key("archived_at")
        .string_or_null(record.archived_at ? format_instant(*record.archived_at) : "");
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        auto const& field = *record.definition->fields[i];
        out.key(field.key);
        write_value(out, links, field, record.values[i]);
    }
    out.close_object();
}

std::string record_json(Engine const& engine, tenant::Transaction& tx, Record const& record) {
    Links links{engine, tx};
    links.want_all(record);
    links.fetch();
    JsonText out;
    write_record(out, links, record);
    return out.take();
}

}  // namespace sigill::entity
