#include <set>

#include "identity/account.hpp"
#include "identity/identity.hpp"
#include "identity/phrases.hpp"

namespace sigill::identity {

namespace {

constexpr std::size_t longest_email = 254;
constexpr std::size_t shortest_password = 12;
constexpr std::size_t longest_password = 1000;
constexpr std::size_t fewest_different_characters = 5;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower_case(std::string_view text) {
    std::string result{text};
    std::ranges::transform(result, result.begin(), lower);
    return result;
}

void check_email(std::string_view email) {
    auto const at = email.find('@');
    auto const is_bad = [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == '\x7f' || c == '<' || c == '>' ||
               c == ',' || c == ';' || c == '"';
    };
    if (email.size() > longest_email || at == std::string_view::npos || at == 0 ||
        at + 1 == email.size() || email.find('@', at + 1) != std::string_view::npos ||
        std::ranges::any_of(email, is_bad)) {
        throw Failure::invalid("email", phrases::bad_email);
    }
}

// Of UTF-8: every byte that does not continue a character begins one.
std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

std::optional<Account> read_account(tenant::Transaction& tx, db::Sql const& sql,
                                    std::string_view key) {
    std::optional<Account> found;
    tx.query(sql, {std::string{key}}, [&](db::Row const& row) {
        found =
            Account{std::string{row.text(0)}, std::string{row.text(1)}, std::string{row.text(2)},
                    std::string{row.text(3)}, std::string{row.text(4)}};
        return false;
    });
    return found;
}

// Disabled ones and those of archived persons too.
Account any_account(tenant::Transaction& tx, std::string_view email) {
    auto found = read_account(tx,
                              "SELECT a.id, a.person_id, p.ref, p.title, a.password_hash "
                              "FROM accounts a JOIN people p ON p.id = a.person_id "
                              "WHERE a.email = $1",
                              normal_email(email));
    if (!found) {
        throw Failure::of(FailureKind::missing, phrases::no_account);
    }
    return std::move(*found);
}

}  // namespace

std::string normal_email(std::string_view email) {
    while (!email.empty() && (email.front() == ' ' || email.front() == '\t')) {
        email.remove_prefix(1);
    }
    while (!email.empty() && (email.back() == ' ' || email.back() == '\t')) {
        email.remove_suffix(1);
    }
    return lower_case(email);
}

std::optional<Account> active_account(tenant::Transaction& tx, std::string_view email) {
    return read_account(tx,
                        "SELECT a.id, a.person_id, p.ref, p.title, a.password_hash "
                        "FROM accounts a JOIN people p ON p.id = a.person_id "
                        "WHERE a.email = $1 AND a.disabled_at IS NULL AND p.archived_at IS NULL",
                        normal_email(email));
}

std::optional<Account> active_account_with_id(tenant::Transaction& tx, std::string_view id) {
    return read_account(tx,
                        "SELECT a.id, a.person_id, p.ref, p.title, a.password_hash "
                        "FROM accounts a JOIN people p ON p.id = a.person_id "
                        "WHERE a.id = $1 AND a.disabled_at IS NULL AND p.archived_at IS NULL",
                        id);
}

void close_sessions(tenant::Transaction& tx, std::string_view account_id,
                    std::string_view because) {
    tx.run(
        "UPDATE sessions SET closed_at = $2, closed_because = $3 "
        "WHERE account_id = $1 AND closed_at IS NULL",
        {std::string{account_id}, tx.now(), std::string{because}});
}

std::string add_account(tenant::Transaction& tx, std::string_view person_id, std::string_view email,
                        std::string_view password_hash) {
    auto const address = normal_email(email);
    check_email(address);
    Account account{.id = tx.new_id(), .person_id = std::string{person_id}};
    auto ref = tx.connection().text("SELECT ref FROM people WHERE id = $1 AND archived_at IS NULL",
                                    {account.person_id});
    if (!ref) {
        throw Failure::invalid("person", phrases::no_person);
    }
    account.person_ref = std::move(*ref);
    if (tx.connection().integer("SELECT count(*) FROM accounts WHERE email = $1", {address}) != 0) {
        throw Failure::invalid("email", phrases::email_taken);
    }
    if (tx.connection().integer("SELECT count(*) FROM accounts WHERE person_id = $1",
                                {account.person_id}) != 0) {
        throw Failure::invalid("person", phrases::person_has_account);
    }
    tx.run(
        "INSERT INTO accounts (id, person_id, email, password_hash, created_at, "
        "password_set_at) VALUES ($1, $2, $3, $4, $5, $5)",
        {account.id, account.person_id, address, std::string{password_hash}, tx.now()});
    json::Object changes;
    changes["email"] = {{"before", nullptr}, {"after", tx.seal_for(person_id, address)}};
    tx.record("account.added", account.subject(), std::move(changes),
              json::Object{{"account", account.id}});
    return account.id;
}

void disable_account(tenant::Transaction& tx, std::string_view email) {
    auto const account = any_account(tx, email);
    if (tx.run("UPDATE accounts SET disabled_at = $2 WHERE id = $1 AND disabled_at IS NULL",
               {account.id, tx.now()}) == 0) {
        return;
    }
    close_sessions(tx, account.id, "disabled");
    tx.record("account.disabled", account.subject(), nullptr,
              json::Object{{"account", account.id}});
}

void set_password(tenant::Transaction& tx, std::string_view email, std::string_view password_hash) {
    auto const account = any_account(tx, email);
    tx.run("UPDATE accounts SET password_hash = $2, password_set_at = $3 WHERE id = $1",
           {account.id, std::string{password_hash}, tx.now()});
    close_sessions(tx, account.id, "password");
    tx.record("account.password_set", account.subject(), nullptr,
              json::Object{{"account", account.id}});
}

void check_password_rules(std::string_view password, std::string_view email) {
    auto const length = code_points(password);
    if (length < shortest_password) {
        throw Failure::invalid("password", phrases::password_short);
    }
    if (length > longest_password) {
        throw Failure::invalid("password", phrases::password_long);
    }
    auto const typed = lower_case(password);
    auto const address = normal_email(email);
    if (!address.empty() && (typed == address || typed == address.substr(0, address.find('@')))) {
        throw Failure::invalid("password", phrases::password_like_email);
    }
    if (std::set<char>(password.begin(), password.end()).size() < fewest_different_characters) {
        throw Failure::invalid("password", phrases::password_monotone);
    }
}

}  // namespace sigill::identity
