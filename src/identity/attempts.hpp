#pragma once
// Counts attempts to give a password, before the password is looked at: 64 tries at once are 64.

#include <string>
#include <string_view>

#include "tenant/transaction.hpp"

namespace sigill::identity {

struct Attempt {
    std::string id;
    std::string account_key;  // the account's id, or the hash of an address that has none
    std::string origin;       // where it came from
};

inline constexpr int attempts_before_lock = 10;
inline constexpr Instant lock_period = 15 * one_minute;

// What is counted together: an IPv4 address, or the /64 of an IPv6 one.
[[nodiscard]] std::string origin_of_address(std::string_view address);
[[nodiscard]] std::string origin_of_session(std::string_view session_id);

// Failure too_many while the account is locked from there. The lock is for the pair, so that nobody
// is locked out by somebody elsewhere, and refused attempts do not lengthen it.
[[nodiscard]] Attempt begin_attempt(tenant::Transaction& tx, std::string_view account_key,
                                    std::string_view origin);
void attempt_succeeded(tenant::Transaction& tx, Attempt const& attempt);
void attempt_failed(tenant::Transaction& tx, Attempt const& attempt);

}  // namespace sigill::identity
