#include "api/idempotency.hpp"

#include "crypto/crypto.hpp"

namespace sigill::api {

namespace {

constexpr std::size_t longest_key = 200;
// An answer above this is not kept; none of a POST's comes near it.
constexpr std::size_t most_kept_bytes = 4 << 20;

constexpr Phrase bad_key{"idempotency_key",
                         "Idempotency-Key must be 1 to 200 visible ASCII characters.",
                         "Idempotency-Key ska vara 1 till 200 synliga ASCII-tecken."};
constexpr Phrase other_request{
    "idempotency_mismatch",
    "This key stood on another request. Nothing was done. Use a new key for each request.",
    "Nyckeln användes till ett annat anrop. Inget har utförts. Använd en ny nyckel för varje "
    "anrop."};

std::optional<std::string> key_of(http::Request const& request) {
    auto const header = request.header("idempotency-key");
    if (!header || request.method != "POST") {
        return std::nullopt;
    }
    auto const is_visible = [](char c) { return c > ' ' && c < '\x7f'; };
    if (header->empty() || header->size() > longest_key ||
        !std::ranges::all_of(*header, is_visible)) {
        throw Failure::of(FailureKind::malformed, bad_key);
    }
    return std::string{*header};
}

// Address and body as they came; each part preceded by its length, so that none runs into another.
std::string content_hash(http::Request const& request) {
    std::string content;
    auto const add = [&](std::string_view part) {
        content += std::to_string(part.size());
        content += ':';
        content += part;
    };
    add(request.path);
    for (auto const& [name, value] : request.query) {
        add(name);
        add(value);
    }
    add(request.body);
    return to_hex(crypto::sha256(content));
}

db::Value text_or_null(std::string const& text) {
    return text.empty() ? db::Value{} : db::Value{text};
}

std::string header_of(Response const& response, std::string_view name) {
    auto const place = std::ranges::find(response.headers, name, &http::Header::first);
    return place == response.headers.end() ? std::string{} : place->second;
}

}  // namespace

std::optional<Response> answered_before(tenant::Transaction& tx, http::Request const& request) {
    auto const key = key_of(request);
    if (!key) {
        return std::nullopt;
    }
    std::optional<Response> found;
    std::string hash;
    tx.query(
        "SELECT content_hash, status, content_type, etag, location, body FROM idempotency_keys "
        "WHERE actor = $1 AND key = $2 AND answered_at > $3",
        {tx.principal().actor_id(), *key, tx.now() - idempotency_hours * 3600 * one_second},
        [&](db::Row const& row) {
            hash = row.text(0);
            found.emplace();
            found->status = static_cast<int>(row.integer(1));
            found->content_type = row.text(2);
            if (!row.is_null(3)) {
                found->headers.emplace_back("etag", row.text(3));
            }
            if (!row.is_null(4)) {
                found->headers.emplace_back("location", row.text(4));
            }
            found->body = row.text(5);
            return false;
        });
    if (found && hash != content_hash(request)) {
        throw Failure::of(FailureKind::invalid, other_request);
    }
    return found;
}

void keep_answer(tenant::Transaction& tx, http::Request const& request, Response const& response) {
    auto const key = key_of(request);
    if (!key || response.source || response.body.size() > most_kept_bytes) {
        return;
    }
    auto const& actor = tx.principal().actor_id();
    tx.run("DELETE FROM idempotency_keys WHERE answered_at <= $1",
           {tx.now() - idempotency_hours * 3600 * one_second});
    tx.run(
        "INSERT INTO idempotency_keys (actor, key, content_hash, status, content_type, etag, "
        "location, body, answered_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {actor, *key, content_hash(request), std::int64_t{response.status}, response.content_type,
         text_or_null(header_of(response, "etag")), text_or_null(header_of(response, "location")),
         response.body, tx.now()});
}

}  // namespace sigill::api
