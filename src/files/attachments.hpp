#pragma once
// The rows that name stored contents: what is attached to which record.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "files/store.hpp"
#include "tenant/transaction.hpp"

namespace sigill::files {

struct Attachment {
    std::string id;
    std::string register_name;
    std::string record_id;
    std::string name;
    std::string media_type;
    std::string state;  // clean, quarantined
    Stored stored;
    Instant added_at = 0;
    std::string added_by;  // a principal's actor id
};

inline constexpr int most_attachments = 200;  // of one record, those archived not counted

// None writes a ledger entry: whoever calls knows the record and writes it.
void insert(tenant::Transaction& tx, Attachment const& attachment);
[[nodiscard]] std::vector<Attachment> list(tenant::Transaction& tx, std::string_view record_id);
[[nodiscard]] int count(tenant::Transaction& tx, std::string_view record_id);
// Nothing where it is not there, archived, or of another record.
[[nodiscard]] std::optional<Attachment> find(tenant::Transaction& tx, std::string_view record_id,
                                             std::string_view id);
// The content stays until it is erased: the log speaks of it.
void archive(tenant::Transaction& tx, std::string_view id);

// For fields that hold a file: whether `id` is an attachment of the record that may be used.
[[nodiscard]] bool is_attachment_of(tenant::Transaction& tx, std::string_view record_id,
                                    std::string_view id);

// What may be a file's name: 1–200 characters on one line, no control or bidirectional characters, no
// slash, and not only dots. The failure names the parameter `name`.
void check_name(std::string_view name);

}  // namespace sigill::files
