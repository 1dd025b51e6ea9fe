#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.hpp"

namespace sigill {

// Everything that can be wrong with a request or a command. The API makes exactly one HTTP status
// of each (api/problem.cpp) and the command line one exit code.
enum class FailureKind {
    invalid,                // 422: a value breaks a rule; `field` names its place
    malformed,              // 400: the request cannot be read at all
    unauthenticated,        // 401
    forbidden,              // 403
    missing,                // 404: not there, or not for the caller
    conflict,               // 409: not in this state
    stale,                  // 412: changed by somebody else since it was read
    too_large,              // 413
    unsupported_type,       // 415
    precondition_required,  // 428: If-Match is missing
    too_many,               // 429, with Retry-After
    unavailable,            // 503, with Retry-After
    disk_full,              // 507
    internal,               // 500: our own mistake or damaged storage; details go to the log only
};

// One thing that is wrong and where: a field's key, a JSON pointer, or "row 12, column C".
struct Problem {
    std::string field;
    Phrase phrase;
    std::string value;  // what replaces "{}" in the phrase
};

// The one exception of the product. It is caught in one place, where it becomes an answer.
class Failure : public std::exception {
public:
    Failure(FailureKind kind, std::vector<Problem> problems)
        : kind_(kind), problems_(std::move(problems)) {}

    [[nodiscard]] static Failure invalid(std::string field, Phrase phrase, std::string value = {});
    [[nodiscard]] static Failure of(FailureKind kind, Phrase phrase, std::string value = {});
    [[nodiscard]] static Failure missing();
    [[nodiscard]] static Failure forbidden(std::string permission);

    // The record as it is now, as JSON, told with `stale` so that the caller can merge.
    [[nodiscard]] Failure with_current(std::string json) && {
        current_ = std::move(json);
        return std::move(*this);
    }

    [[nodiscard]] FailureKind kind() const { return kind_; }
    [[nodiscard]] std::vector<Problem> const& problems() const { return problems_; }
    [[nodiscard]] std::string const& current() const { return current_; }
    [[nodiscard]] char const* what() const noexcept override;

    // The first problem as a sentence, for logs and the command line.
    [[nodiscard]] std::string sentence(Language language) const;

private:
    FailureKind kind_;
    std::vector<Problem> problems_;
    std::string current_;
    mutable std::string what_;
};

}  // namespace sigill
