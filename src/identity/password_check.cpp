#include "identity/password_check.hpp"

namespace sigill::identity {

bool is_password_of(std::optional<Account> const& account, std::string_view password,
                    crypto::PasswordCost cost) {
    if (!account) {
        // Making a hash is the work of checking one.
        static_cast<void>(crypto::hash_password(password, cost));
        return false;
    }
    return crypto::verify_password(account->password_hash, password);
}

}  // namespace sigill::identity
