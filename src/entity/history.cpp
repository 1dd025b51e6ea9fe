// Ledger entries for people: before and after, sealed values opened, references named.

#include <charconv>
#include <set>

#include "entity/json_text.hpp"
#include "entity/phrases.hpp"
#include "entity/sql.hpp"
#include "entity/store.hpp"
#include "entity/view.hpp"

namespace sigill::entity {

namespace {

struct Line {
    ledger::Stored const* stored = nullptr;
    json::Object leaf;
    Definition const* definition = nullptr;
    std::string record_id;
    std::string record_ref;
    bool readable = true;
    bool withheld = false;  // confidential, and not opened: only that it happened is told
};

std::string text_at(json::Object const& object, std::string_view key) {
    return std::string{json::string_at(object, key).value_or("")};
}

Line read_line(Engine const& engine, tenant::Transaction& tx, ledger::Stored const& stored) {
    Line line;
    line.stored = &stored;
    // Of one whose bytes were dropped it is still told who did what to which record, and when.
    auto const text = stored.leaf.empty()
                          ? ledger::leaf_line(ledger::outline(tx.connection(), stored.index))
                          : stored.leaf;
    auto parsed = json::parse(text, {.bytes = 2 << 20, .depth = 32});
    if (auto* value = std::get_if<json::Value>(&parsed); value != nullptr && value->is_object()) {
        line.leaf = std::move(value->get_object());
    }
    if (auto const* record = line.leaf.if_contains("record"); record && record->is_object()) {
        auto const* entry = engine.catalogue().find(text_at(record->get_object(), "register"));
        line.definition = entry == nullptr ? nullptr : entry->definition;
        line.record_id = text_at(record->get_object(), "id");
        line.record_ref = text_at(record->get_object(), "ref");
    }
    return line;
}

Record confidential_of(Definition const& definition, db::Row const& row) {
    Record record;
    record.definition = &definition;
    record.id = row.text(0);
    record.ref = row.text(1);
    record.version = row.integer(2);
    record.audience = row.text(3);
    return record;
}

// Which of the records that the lines are about the principal may read: one question a register.
// What a page about one record tells of a confidential one is an opening, and is logged; the whole
// log's list withholds it instead, as each look at the log would else lengthen it.
void mark_readable(tenant::Transaction& tx, std::vector<Line>& lines, bool opens) {
    std::map<Definition const*, std::vector<std::string>> wanted;
    for (auto const& line : lines) {
        if (line.definition != nullptr) {
            wanted[line.definition].push_back(line.record_id);
        }
    }
    std::set<std::string, std::less<>> readable;
    std::set<std::string, std::less<>> withheld;
    for (auto const& group : wanted) {
        auto const* definition = group.first;
        SqlText sql;
        sql.add("SELECT r.id, r.ref, r.version, r.audience FROM ")
            .add(definition->table)
            .add(" r WHERE r.id IN ")
            .bind_all(group.second);
        add_reach(sql, tx, *definition, "read");
        std::vector<Record> found;
        tx.query(sql.sql(), sql.values(), [&](db::Row const& row) {
            readable.emplace(row.text(0));
            if (!row.text(3).empty() || tx.logs_every_read()) {
                found.push_back(confidential_of(*definition, row));
            }
            return true;
        });
        for (auto const& record : found) {
            if (opens) {
                Engine::note_opening(tx, record);
            } else if (Engine::is_opening_logged(tx, record)) {
                withheld.insert(record.id);
            }
        }
    }
    for (auto& line : lines) {
        line.readable = line.definition == nullptr || readable.contains(line.record_id);
        line.withheld = line.definition != nullptr && withheld.contains(line.record_id);
    }
}

std::string_view target_of(Line const& line, std::string_view key) {
    if (key == "owner") {
        return "people";
    }
    if (key == "unit") {
        return "units";
    }
    auto const* field = line.definition == nullptr ? nullptr : find_field(*line.definition, key);
    return field == nullptr || !is_reference(field->kind) ? std::string_view{} : field->target;
}

void want_value(Links& links, std::string_view target, json::Value const& value) {
    if (value.is_string()) {
        links.want(target, json::view(value.get_string()));
    } else if (value.is_array()) {
        for (auto const& item : value.get_array()) {
            want_value(links, target, item);
        }
    }
}

void want_line(Links& links, Line const& line) {
    if (line.definition != nullptr) {
        links.want(line.definition->path, line.record_id);
    }
    if (auto const* actor = line.leaf.if_contains("actor");
        actor != nullptr && actor->is_object()) {
        links.want("people", text_at(actor->get_object(), "id"));
    }
    auto const* changes = line.leaf.if_contains("changes");
    if (changes == nullptr || !changes->is_object()) {
        return;
    }
    for (auto const& change : changes->get_object()) {
        auto const target = target_of(line, {change.key().data(), change.key().size()});
        if (!target.empty() && change.value().is_object()) {
            for (auto const& side : change.value().get_object()) {
                want_value(links, target, side.value());
            }
        }
    }
}

struct Writer {
    tenant::Transaction& tx;
    Links& links;
    JsonText& out;

    void value(std::string_view target, json::Value const* held) {
        if (held == nullptr || held->is_null()) {
            out.null();
        } else if (held->is_object() && held->get_object().contains("sealed")) {
            auto const opened = tx.unseal(held->get_object());
            if (opened) {
                out.string(*opened);
            } else {
                out.open_object().key("destroyed").boolean(true).close_object();
            }
        } else if (!target.empty() && held->is_string()) {
            links.write(out, target, json::view(held->get_string()));
        } else if (!target.empty() && held->is_array()) {
            out.open_array();
            for (auto const& item : held->get_array()) {
                value(target, &item);
            }
            out.close_array();
        } else {
            out.raw(json::to_text(*held));
        }
    }

    void changes(Line const& line) {
        out.key("changes").open_array();
        auto const* all = line.leaf.if_contains("changes");
        if (line.readable && !line.withheld && all != nullptr && all->is_object()) {
            for (auto const& change : all->get_object()) {
                std::string_view const key{change.key().data(), change.key().size()};
                if (!change.value().is_object()) {
                    continue;
                }
                auto const target = target_of(line, key);
                out.open_object().key("field").string(key).key("before");
                value(target, change.value().get_object().if_contains("before"));
                out.key("after");
                value(target, change.value().get_object().if_contains("after"));
                out.close_object();
            }
        }
        out.close_array();
    }

    void actor(Line const& line) {
        auto const* held = line.leaf.if_contains("actor");
        auto const object =
            held != nullptr && held->is_object() ? held->get_object() : json::Object{};
        auto const id = text_at(object, "id");
        auto const* link = links.find(id);
        out.key("actor").open_object().key("kind").string(text_at(object, "kind"));
        out.key("id").string_or_null(id).key("title").string_or_null(link ? link->title : "");
        out.close_object().key("on_behalf_of").string_or_null(text_at(line.leaf, "on_behalf_of"));
    }

    void record(Line const& line) {
        out.key("record");
        if (line.definition == nullptr || !line.readable) {
            out.null();
            return;
        }
        auto const* link = links.find(line.record_id);
        out.open_object().key("register").string(line.definition->path);
        out.key("id").string(line.record_id);
        out.key("ref").string_or_null(line.record_ref);
        out.key("title").string_or_null(link ? link->title : "").close_object();
    }

    void line(Line const& line) {
        auto const& stored = *line.stored;
        auto const* details = line.leaf.if_contains("details");
        auto const* is_signed = line.leaf.if_contains("signature");
        out.open_object().key("id").string(stored.id);
        out.key("index").number(static_cast<std::int64_t>(stored.index));
        out.key("at")
            .string(text_at(line.leaf, "at"))
            .key("event")
            .string(text_at(line.leaf, "event"));
        actor(line);
        record(line);
        changes(line);
        out.key("details");
        auto const is_shown = line.readable && !line.withheld;
        value({}, is_shown ? details : nullptr);
        out.key("signature")
            .boolean(is_signed != nullptr && is_signed->is_bool() && is_signed->get_bool());
        out.key("leaf").string_or_null(is_shown ? std::string_view{stored.leaf} : "");
        out.key("dropped").boolean(stored.leaf.empty());
        out.key("leaf_hash").string(to_hex(stored.hash)).close_object();
    }
};

}  // namespace

std::string entries_json(Engine const& engine, tenant::Transaction& tx,
                         std::vector<ledger::Stored> const& entries, int limit,
                         bool only_readable) {
    auto more = entries.size() > static_cast<std::size_t>(limit);
    std::vector<Line> lines;
    for (auto const& stored : entries) {
        if (lines.size() < static_cast<std::size_t>(limit)) {
            lines.push_back(read_line(engine, tx, stored));
        }
    }
    mark_readable(tx, lines, only_readable);
    if (only_readable) {
        std::erase_if(lines, [](Line const& line) { return !line.readable; });
        more = more && !lines.empty();
    }
    Links links{engine, tx};
    for (auto const& line : lines) {
        want_line(links, line);
    }
    links.fetch();
    JsonText out;
    Writer writer{tx, links, out};
    out.open_object().key("items").open_array();
    for (auto const& line : lines) {
        writer.line(line);
    }
    out.close_array().key("next");
    out.string_or_null(more ? std::to_string(lines.back().stored->index) : "");
    out.close_object();
    return out.take();
}

std::string history(Engine const& engine, tenant::Transaction& tx, Definition const& definition,
                    std::string_view id_or_ref, std::string_view after, int limit) {
    auto const record = engine.load(tx, definition, id_or_ref, "read");
    ledger::Filter filter;
    filter.record_id = record.id;
    filter.limit = limit + 1;
    if (!after.empty()) {
        std::uint64_t index = 0;
        auto const [end, error] = std::from_chars(after.data(), after.data() + after.size(), index);
        if (error != std::errc{} || end != after.data() + after.size()) {
            throw Failure::invalid("after", phrases::bad_cursor);
        }
        filter.before_index = index;
    }
    return entries_json(engine, tx, ledger::entries(tx.connection(), filter), limit, true);
}

}  // namespace sigill::entity
