#include "files/attachments.hpp"

#include "base/failure.hpp"
#include "text/text.hpp"

namespace sigill::files {

namespace {

constexpr std::size_t longest_name_bytes = 200;

constexpr Phrase bad_name{
    "file_name", "must be a name of at most 200 bytes without slashes and control characters",
    "ska vara ett namn på högst 200 byte utan snedstreck och styrtecken"};

Attachment of_row(db::Row const& row) {
    Attachment found;
    found.id = row.text(0);
    found.register_name = row.text(1);
    found.record_id = row.text(2);
    found.name = row.text(3);
    found.media_type = row.text(4);
    found.stored.size = row.integer(5);
    found.state = row.text(6);
    found.stored.hash = row.text(7);
    found.stored.wrapped_key.assign(row.blob(8).begin(), row.blob(8).end());
    found.added_at = row.integer(9);
    found.added_by = row.text(10);
    return found;
}

// Characters that turn the direction of writing make "txt.exe" of "exe.txt" (CVE-2021-42574).
bool turns_direction(std::string_view name) {
    for (std::string_view const mark :
         {"\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067",
          "\u2068", "\u2069", "\u061c", "\u2028", "\u2029"}) {
        if (name.find(mark) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

bool has_control(std::string_view name) {
    for (std::size_t i = 0; i < name.size(); ++i) {
        auto const byte = static_cast<unsigned char>(name[i]);
        // U+0080–U+009F are control characters too.
        auto const is_c1 =
            byte == 0xc2 && i + 1 < name.size() && static_cast<unsigned char>(name[i + 1]) < 0xa0;
        if (byte < 0x20 || byte == 0x7f || is_c1) {
            return true;
        }
    }
    return false;
}

}  // namespace

void insert(tenant::Transaction& tx, Attachment const& attachment) {
    tx.run(
        "INSERT INTO attachments (id, register, record, name, media_type, size, state, hash, "
        "wrapped_key, added_at, added_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        {attachment.id, attachment.register_name, attachment.record_id, attachment.name,
         attachment.media_type, attachment.stored.size, attachment.state, attachment.stored.hash,
         attachment.stored.wrapped_key, attachment.added_at, attachment.added_by});
}

std::vector<Attachment> list(tenant::Transaction& tx, std::string_view record_id) {
    std::vector<Attachment> found;
    tx.query(
        "SELECT id, register, record, name, media_type, size, state, hash, wrapped_key, added_at, "
        "added_by FROM attachments WHERE record = $1 AND archived_at IS NULL ORDER BY id",
        {std::string{record_id}}, [&](db::Row const& row) {
            found.push_back(of_row(row));
            return true;
        });
    return found;
}

int count(tenant::Transaction& tx, std::string_view record_id) {
    auto const held = tx.connection().integer(
        "SELECT count(*) FROM attachments WHERE record = $1 AND archived_at IS NULL",
        {std::string{record_id}});
    return static_cast<int>(held.value_or(0));
}

std::optional<Attachment> find(tenant::Transaction& tx, std::string_view record_id,
                               std::string_view id) {
    std::optional<Attachment> found;
    tx.query(
        "SELECT id, register, record, name, media_type, size, state, hash, wrapped_key, added_at, "
        "added_by FROM attachments WHERE record = $1 AND id = $2 AND archived_at IS NULL",
        {std::string{record_id}, std::string{id}}, [&](db::Row const& row) {
            found = of_row(row);
            return false;
        });
    return found;
}

void archive(tenant::Transaction& tx, std::string_view id) {
    tx.run("UPDATE attachments SET archived_at = $2 WHERE id = $1", {std::string{id}, tx.now()});
}

bool is_attachment_of(tenant::Transaction& tx, std::string_view record_id, std::string_view id) {
    auto const found = find(tx, record_id, id);
    return found && found->state == "clean";
}

void check_name(std::string_view name) {
    auto const only_dots = name.find_first_not_of('.') == std::string_view::npos;
    if (name.size() > longest_name_bytes || only_dots || !text::is_utf8(name) ||
        name.find_first_of("/\\") != std::string_view::npos || has_control(name) ||
        turns_direction(name) || name.front() == ' ' || name.back() == ' ' || name.back() == '.') {
        throw Failure::invalid("name", bad_name);
    }
}

}  // namespace sigill::files
