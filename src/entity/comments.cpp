#include "entity/comments.hpp"

#include "entity/phrases.hpp"
#include "text/text.hpp"

namespace sigill::entity {

namespace {

constexpr Phrase not_yours{"not_the_author", "Only its author can change a comment.",
                           "Bara den som skrivit kommentaren kan ändra den."};

std::string checked(std::string_view raw) {
    if (!text::is_utf8(raw)) {
        throw Failure::invalid("text", phrases::not_utf8);
    }
    auto held = text::normalised(raw);
    if (held.empty()) {
        throw Failure::invalid("text", phrases::required);
    }
    if (text::length(held) > static_cast<std::size_t>(longest_comment)) {
        throw Failure::invalid("text", phrases::too_long, std::to_string(longest_comment));
    }
    if (text::has_control(held)) {
        throw Failure::invalid("text", phrases::control_character);
    }
    return held;
}

void note(tenant::Transaction& tx, Record const& record, std::string_view what, Comment const& on,
          std::string_view before, std::string_view after) {
    auto const shown = [&](std::string_view text) {
        return text.empty() ? json::Value(nullptr) : tx.seal_for(record.id, text);
    };
    json::Object changes;
    changes["comment"] = json::Object{{"before", shown(before)}, {"after", shown(after)}};
    tx.record(permission(*record.definition, what),
              {record.definition->path, record.id, record.ref, record.version}, changes,
              json::Object{{"comment", on.id}});
}

Comment own_comment(tenant::Transaction& tx, Record const& record, std::string_view id) {
    std::optional<Comment> found;
    tx.query(
        "SELECT id, author, text, written_at, edited_at FROM comments WHERE id = $1 AND record = "
        "$2 AND removed_at IS NULL",
        {std::string{id}, record.id}, [&](db::Row const& row) {
            found = Comment{std::string{row.text(0)}, std::string{row.text(1)},
                            std::string{row.text(2)}, row.integer(3), std::nullopt};
            return false;
        });
    if (!found) {
        throw Failure::missing();
    }
    if (found->author != tx.principal().actor_id()) {
        throw Failure::of(FailureKind::forbidden, not_yours);
    }
    return std::move(*found);
}

}  // namespace

std::vector<Comment> comments(tenant::Transaction& tx, Record const& record, std::string_view after,
                              int limit) {
    // Ids of one millisecond are in no order; a comment that is gone since keeps its place.
    std::string const last{after};
    auto const written_at =
        after.empty() ? std::optional<std::int64_t>{0}
                      : tx.connection().integer(
                            "SELECT written_at FROM comments WHERE record = $1 AND id = $2",
                            {record.id, last});
    if (!written_at) {
        throw Failure::invalid("after", phrases::bad_cursor);
    }
    std::vector<Comment> found;
    tx.query(
        "SELECT id, author, text, written_at, edited_at FROM comments WHERE record = $1 AND "
        "(written_at > $2 OR (written_at = $2 AND id > $3)) AND removed_at IS NULL ORDER BY "
        "written_at, id LIMIT $4",
        {record.id, *written_at, last, std::int64_t{limit}}, [&](db::Row const& row) {
            found.push_back({std::string{row.text(0)}, std::string{row.text(1)},
                             std::string{row.text(2)}, row.integer(3),
                             row.is_null(4) ? std::nullopt : std::optional{row.integer(4)}});
            return true;
        });
    return found;
}

Comment add_comment(tenant::Transaction& tx, Record const& record, std::string_view text) {
    Comment comment{tx.new_id(), tx.principal().actor_id(), checked(text), tx.now(), std::nullopt};
    tx.run(
        "INSERT INTO comments (id, register, record, author, text, written_at) VALUES ($1, $2, $3, "
        "$4, $5, $6)",
        {comment.id, std::string{record.definition->path}, record.id, comment.author, comment.text,
         comment.written_at});
    note(tx, record, "commented", comment, {}, comment.text);
    return comment;
}

Comment change_comment(tenant::Transaction& tx, Record const& record, std::string_view id,
                       std::string_view text) {
    auto comment = own_comment(tx, record, id);
    auto const before = std::exchange(comment.text, checked(text));
    if (before == comment.text) {
        return comment;
    }
    comment.edited_at = tx.now();
    tx.run("UPDATE comments SET text = $2, edited_at = $3 WHERE id = $1",
           {comment.id, comment.text, *comment.edited_at});
    note(tx, record, "comment_changed", comment, before, comment.text);
    return comment;
}

void remove_comment(tenant::Transaction& tx, Record const& record, std::string_view id) {
    auto const comment = own_comment(tx, record, id);
    tx.run("UPDATE comments SET removed_at = $2 WHERE id = $1", {comment.id, tx.now()});
    note(tx, record, "comment_removed", comment, comment.text, {});
}

}  // namespace sigill::entity
