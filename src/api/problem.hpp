#pragma once
// Failures as RFC 9457 problem documents: the one place where an exception becomes an answer.

#include <exception>
#include <string>
#include <string_view>

#include "base/failure.hpp"
#include "http/message.hpp"

namespace sigill::api {

[[nodiscard]] int status_of(FailureKind kind);
[[nodiscard]] http::Response problem(Failure const& failure, Language language,
                                     std::string_view request_id);
// Any other exception is our own mistake: 500, its text goes to the log and not to the caller.
[[nodiscard]] http::Response problem(std::exception_ptr error, Language language,
                                     std::string_view request_id);

}  // namespace sigill::api
