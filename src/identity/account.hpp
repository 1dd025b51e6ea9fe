#pragma once
// Accounts as the rest of this folder needs them.

#include <optional>
#include <string>
#include <string_view>

#include "tenant/transaction.hpp"

namespace sigill::identity {

struct Account {
    std::string id;
    std::string person_id;
    std::string person_ref;
    std::string title;
    std::string password_hash;

    // For entries about the person whose account it is.
    [[nodiscard]] tenant::Transaction::Subject subject() const {
        return {.register_name = "people", .record_id = person_id, .record_ref = person_ref};
    }
    // Without rights: they are looked up per request.
    [[nodiscard]] access::Principal principal() const {
        access::Principal principal;
        principal.kind = access::PrincipalKind::person;
        principal.id = id;
        principal.person_id = person_id;
        principal.title = title;
        return principal;
    }
};

// Lower case and without space around, as stored. ASCII only: nothing else is the same in mail.
[[nodiscard]] std::string normal_email(std::string_view email);

// Those that can log in: not disabled, and the person not archived.
[[nodiscard]] std::optional<Account> active_account(tenant::Transaction& tx,
                                                    std::string_view email);
[[nodiscard]] std::optional<Account> active_account_with_id(tenant::Transaction& tx,
                                                            std::string_view id);

// Ends all sessions of the account; the caller writes the entry.
void close_sessions(tenant::Transaction& tx, std::string_view account_id, std::string_view because);

}  // namespace sigill::identity
