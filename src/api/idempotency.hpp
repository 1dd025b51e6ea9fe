#pragma once
// Idempotency-Key: a POST that is sent again, because its answer was lost on the way, is answered as
// the first time and not done again. Key and answer are stored in the transaction of the change
// itself, so that the one is never there without the other.

#include <optional>

#include "api/router.hpp"

namespace sigill::api {

// How long an answer can be had again.
inline constexpr std::int64_t idempotency_hours = 24;

// The answer that this caller got under the request's key; nothing where the key is new, there is
// none, or the request is no POST. Failure malformed for a key that is no 1–200 visible ASCII
// characters, invalid where the key stood on another request.
[[nodiscard]] std::optional<Response> answered_before(tenant::Transaction& tx,
                                                      http::Request const& request);

// Keeps the answer under the request's key, if it has one. What was refused is never kept: the
// transaction is rolled back, and the same key may carry the mended request.
void keep_answer(tenant::Transaction& tx, http::Request const& request, Response const& response);

}  // namespace sigill::api
