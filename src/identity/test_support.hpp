#pragma once
// For tests: a tenant with people in it, and password hashes that cost next to nothing.

#include "identity/identity.hpp"
#include "tenant/test_support.hpp"

namespace sigill::identity::test {

using tenant::Transaction;
using tenant::test::as_system;
using tenant::test::code_of;
using tenant::test::events;
using tenant::test::failure_of;

inline constexpr std::string_view anna_email = "anna@example.se";
inline constexpr std::string_view anna_password = "en ganska lång fras";
inline constexpr std::string_view here = "192.0.2.1";

inline void add_person(Transaction& tx, std::string const& id, std::string const& title) {
    tx.run(
        "INSERT INTO people (id, ref, ref_number, title, title_sort, state, version, "
        "created_at, created_by, updated_at, updated_by) "
        "VALUES ($1, $2, 1, $3, $3, 'active', 1, 0, '', 0, '')",
        {id, "PER-" + id, title});
    tx.record("people.created", {.register_name = "people", .record_id = id});
}

inline void add_unit(Transaction& tx, std::string const& id, std::string const& parent) {
    tx.run(
        "INSERT INTO units (id, ref, ref_number, title, title_sort, state, version, "
        "created_at, created_by, updated_at, updated_by, parent) "
        "VALUES ($1, $2, 1, $1, $1, 'active', 1, 0, '', 0, '', $3)",
        {id, "UNIT-" + id, parent.empty() ? db::Value{} : db::Value{parent}});
    tx.record("units.created", {.register_name = "units", .record_id = id});
}

// The tenant "alfa", where Anna has an account.
class Organisation {
public:
    Organisation() : tenant(home.make("alfa")) {
        write([&](Transaction& tx) {
            tenant::set_setting(tx, "password.memory_kib", "8");
            tenant::set_setting(tx, "password.passes", "1");
            ensure_role_templates(tx);
            add_person(tx, "anna", "Anna Andersson");
            add_account(tx, "anna", anna_email, cheap_hash(anna_password));
        });
    }

    static std::string cheap_hash(std::string_view password) {
        return crypto::hash_password(password, {.memory_kib = 8, .passes = 1});
    }
    void write(tenant::Tenant::Command const& command) {
        tenant->write_and_wait(as_system(), command);
    }
    void read(tenant::Tenant::Command const& command) {
        tenant->read_and_wait(as_system(), command);
    }
    LogIn log_in(std::string_view password = anna_password, std::string_view address = here,
                 std::string_view email = anna_email) {
        return identity::log_in(*tenant, {access::Principal::anonymous()}, email, password,
                                address);
    }
    std::optional<Session> session(std::string_view cookie) {
        std::optional<Session> found;
        read([&](Transaction& tx) { found = session_of(tx, cookie); });
        return found;
    }
    tenant::Context context_of(LogIn const& entered) {
        return {session(entered.cookie_token).value().principal};
    }
    std::int64_t count(std::string_view event) {
        auto const all = events(*tenant);
        return std::ranges::count(all, event);
    }

    tenant::test::Home home;
    std::shared_ptr<tenant::Tenant> tenant;
};

}  // namespace sigill::identity::test
