#include "ledger/log.hpp"
#include "text/text.hpp"

namespace sigill::ledger {

namespace {

constexpr Phrase too_large{"ledger.too_large", "The log entry would be longer than {} bytes.",
                           "Loggposten skulle bli längre än {} byte."};
constexpr Phrase not_utf8{"ledger.not_utf8", "The log entry {} would not be valid UTF-8.",
                          "Loggposten {} skulle inte bli giltig UTF-8."};

void append_key(std::string& line, std::string_view key) {
    line += ',';
    json::append_quoted(line, key);
    line += ':';
}

void append_text(std::string& line, std::string_view key, std::string_view value) {
    append_key(line, key);
    json::append_quoted(line, value);
}

void append_record(std::string& line, Entry const& entry) {
    append_key(line, "record");
    line += "{\"register\":";
    json::append_quoted(line, entry.register_name);
    append_text(line, "id", entry.record_id);
    if (!entry.record_ref.empty()) {
        append_text(line, "ref", entry.record_ref);
    }
    if (entry.record_version != 0) {
        append_key(line, "version");
        line += std::to_string(entry.record_version);
    }
    line += '}';
}

void append_json(std::string& line, std::string_view key, json::Value const& value) {
    append_key(line, key);
    line += json::to_text(value);
}

bool holds_something(json::Value const& value) {
    return !value.is_null() && !(value.is_object() && value.get_object().empty());
}

}  // namespace

std::string leaf_line(Entry const& entry) {
    std::string line{"{\"v\":1"};
    append_text(line, "id", entry.id);
    append_text(line, "at", format_instant(entry.at));
    append_text(line, "event", entry.event);
    append_key(line, "actor");
    line += "{\"kind\":";
    json::append_quoted(line, entry.actor_kind);
    if (!entry.actor_id.empty()) {
        append_text(line, "id", entry.actor_id);
    }
    line += '}';
    if (!entry.on_behalf_of.empty()) {
        append_text(line, "on_behalf_of", entry.on_behalf_of);
    }
    if (!entry.register_name.empty() || !entry.record_id.empty()) {
        append_record(line, entry);
    }
    if (entry.signature) {
        append_key(line, "signature");
        line += "true";
    }
    if (!entry.request_id.empty()) {
        append_text(line, "request_id", entry.request_id);
    }
    if (holds_something(entry.changes)) {
        append_json(line, "changes", entry.changes);
    }
    if (holds_something(entry.details)) {
        append_json(line, "details", entry.details);
    }
    line += '}';
    if (line.size() > leaf_limit_bytes) {
        throw Failure::of(FailureKind::too_large, too_large, std::to_string(leaf_limit_bytes));
    }
    if (!text::is_utf8(line)) {
        throw Failure::of(FailureKind::invalid, not_utf8, entry.id);
    }
    return line;
}

}  // namespace sigill::ledger
