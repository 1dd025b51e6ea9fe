#include "ledger/export_format.hpp"

#include <algorithm>

#include "base/bytes.hpp"
#include "json/json.hpp"

namespace sigill::ledger::export_format {

namespace {

constexpr std::string_view index_mark = "{\"from\":";
constexpr std::string_view dropped_mark = "{\"dropped\":\"";
constexpr std::string_view leaf_mark = "{\"v\":1,\"id\":\"";
constexpr std::size_t hash_digits = 2 * std::tuple_size_v<Digest>;

void append_hex(std::string& out, Digest const& digest) {
    constexpr std::string_view digits = "0123456789abcdef";
    for (auto const byte : digest) {
        out += digits[byte >> 4];
        out += digits[byte & 0x0f];
    }
}

std::optional<Digest> parse_hash(std::string_view text) {
    auto const bytes = text.size() == hash_digits ? from_hex(text) : std::nullopt;
    Digest digest;
    if (!bytes || bytes->size() != digest.size()) {
        return std::nullopt;
    }
    std::ranges::copy(*bytes, digest.begin());
    return digest;
}

std::optional<json::Object> parse_object(std::string_view line) {
    auto parsed = json::parse(line);
    auto* const value = std::get_if<json::Value>(&parsed);
    if (value == nullptr || !value->is_object()) {
        return std::nullopt;
    }
    return std::move(value->get_object());
}

std::optional<std::uint64_t> number_at(json::Object const& object, std::string_view key) {
    auto const* const value = object.if_contains({key.data(), key.size()});
    if (value == nullptr || !value->is_int64() || value->get_int64() < 0) {
        return std::nullopt;
    }
    return static_cast<std::uint64_t>(value->get_int64());
}

// The text up to the next quotation mark. Ids hold nothing that JSON would escape.
std::string_view quoted(std::string_view text) {
    return text.substr(0, std::min(text.find('"'), text.size()));
}

std::optional<Listed> parse_listed(json::Value const& value) {
    if (!value.is_array() || value.get_array().size() != 2) {
        return std::nullopt;
    }
    auto const& pair = value.get_array();
    if (!pair[0].is_string() || !pair[1].is_string()) {
        return std::nullopt;
    }
    auto const hash = parse_hash(json::view(pair[1].get_string()));
    if (!hash) {
        return std::nullopt;
    }
    return Listed{std::string{json::view(pair[0].get_string())}, *hash};
}

bool read_dropped(std::string_view line, Listed& into) {
    if (!line.starts_with(dropped_mark)) {
        return false;
    }
    auto const hash = parse_hash(line.substr(dropped_mark.size(), hash_digits));
    constexpr std::string_view id_mark = "\",\"id\":\"";
    auto const after = line.substr(std::min(line.size(), dropped_mark.size() + hash_digits));
    if (!hash || !after.starts_with(id_mark)) {
        return false;
    }
    auto const id = quoted(after.substr(id_mark.size()));
    if (line != dropped_line(id, *hash)) {
        return false;
    }
    into.id = id;
    into.hash = *hash;
    into.dropped = true;
    return true;
}

}  // namespace

std::string header_line(Header const& header) {
    std::string line = "{\"sigill_ledger\":" + std::to_string(version) + ",\"origin\":";
    json::append_quoted(line, header.origin);
    line += ",\"verifier_key\":";
    json::append_quoted(line, header.verifier_key);
    line += ",\"size\":" + std::to_string(header.size) + "}";
    return line;
}

std::optional<Header> parse_header(std::string_view line) {
    auto const object = parse_object(line);
    if (!object || number_at(*object, "sigill_ledger") != version) {
        return std::nullopt;
    }
    auto const origin = json::string_at(*object, "origin");
    auto const key = json::string_at(*object, "verifier_key");
    auto const size = number_at(*object, "size");
    if (!origin || !key || !size) {
        return std::nullopt;
    }
    return Header{std::string{*origin}, std::string{*key}, *size};
}

void write_index_line(std::string& out, std::uint64_t from, std::span<Listed const> entries) {
    out = index_mark;
    out += std::to_string(from);
    out += ",\"entries\":[";
    for (auto const& entry : entries) {
        out += &entry == entries.data() ? "[" : ",[";
        json::append_quoted(out, entry.id);
        out += ",\"";
        append_hex(out, entry.hash);
        out += "\"]";
    }
    out += "]}";
}

bool is_index_line(std::string_view line) {
    return line.starts_with(index_mark);
}

std::optional<Index> parse_index(std::string_view line) {
    auto const object = parse_object(line);
    if (!object) {
        return std::nullopt;
    }
    auto const from = number_at(*object, "from");
    auto const* const entries = object->if_contains("entries");
    if (!from || entries == nullptr || !entries->is_array()) {
        return std::nullopt;
    }
    Index index{*from, {}};
    for (auto const& entry : entries->get_array()) {
        auto listed = parse_listed(entry);
        if (!listed) {
            return std::nullopt;
        }
        index.entries.push_back(std::move(*listed));
    }
    return index;
}

std::string dropped_line(std::string_view id, Digest const& hash) {
    std::string line{dropped_mark};
    append_hex(line, hash);
    line += "\",\"id\":";
    json::append_quoted(line, id);
    line += '}';
    return line;
}

void read_entry(std::string_view line, Listed& into) {
    if (read_dropped(line, into)) {
        return;
    }
    into.dropped = false;
    into.id =
        line.starts_with(leaf_mark) ? quoted(line.substr(leaf_mark.size())) : std::string_view{};
    into.hash = leaf_hash(line);
}

}  // namespace sigill::ledger::export_format
