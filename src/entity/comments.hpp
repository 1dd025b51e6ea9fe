#pragma once
// What people say about a record. Whoever may read the record may comment on it; only the author
// changes a comment or takes it back. None of these asks for rights to the record: the caller has
// loaded it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entity/record.hpp"
#include "tenant/transaction.hpp"

namespace sigill::entity {

struct Comment {
    std::string id;
    std::string author;  // a principal's actor id
    std::string text;
    Instant written_at = 0;
    std::optional<Instant> edited_at;
};

inline constexpr int longest_comment = 10'000;  // code points

// The oldest first, from after the comment `after`.
[[nodiscard]] std::vector<Comment> comments(tenant::Transaction& tx, Record const& record,
                                            std::string_view after, int limit);
// Each writes its entry: "<register>.commented", ".comment_changed", ".comment_removed". The text is
// sealed in the log by the record's key. Failure invalid names `text`; missing where the comment is
// not of this record or taken back; forbidden where it is another's.
Comment add_comment(tenant::Transaction& tx, Record const& record, std::string_view text);
Comment change_comment(tenant::Transaction& tx, Record const& record, std::string_view id,
                       std::string_view text);
void remove_comment(tenant::Transaction& tx, Record const& record, std::string_view id);

}  // namespace sigill::entity
