#pragma once

#include <optional>
#include <string_view>

#include "crypto/crypto.hpp"
#include "identity/account.hpp"

namespace sigill::identity {

// Whether it is the account's password. Without an account the same work is done for nothing, so
// that the time of the answer tells nothing. Slow: never inside a transaction.
[[nodiscard]] bool is_password_of(std::optional<Account> const& account, std::string_view password,
                                  crypto::PasswordCost cost);

}  // namespace sigill::identity
