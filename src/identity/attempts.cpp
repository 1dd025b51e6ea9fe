#include "identity/attempts.hpp"

#include <arpa/inet.h>

#include "identity/identity.hpp"
#include "identity/phrases.hpp"

namespace sigill::identity {

namespace {

constexpr std::string_view session_prefix = "session ";
constexpr std::string_view address_prefix = "address ";

struct Refused {
    std::string origin;
    std::int64_t failures = 0;
    std::int64_t accounts = 0;
    Instant first = 0;
    Instant last = 0;
};

// Those that may be written now: at most one entry a minute and origin.
std::vector<Refused> unreported(tenant::Transaction& tx) {
    std::vector<Refused> result;
    tx.query(
        "SELECT f.address, count(*), count(DISTINCT f.account_key), min(f.at), max(f.at) "
        "FROM log_in_failures f LEFT JOIN log_in_reports r ON r.address = f.address "
        "WHERE f.state IN ('failed', 'excused') AND (r.at IS NULL OR r.at <= $1) "
        "GROUP BY f.address ORDER BY min(f.at) LIMIT 20",
        {tx.now() - one_minute}, [&](db::Row const& row) {
            result.push_back({std::string{row.text(0)}, row.integer(1), row.integer(2),
                              row.integer(3), row.integer(4)});
            return true;
        });
    return result;
}

json::Array people_tried(tenant::Transaction& tx, std::string const& origin) {
    json::Array people;
    tx.query(
        "SELECT DISTINCT a.person_id FROM log_in_failures f JOIN accounts a ON a.id = "
        "f.account_key "
        "WHERE f.address = $1 AND f.state IN ('failed', 'excused') ORDER BY a.person_id LIMIT 20",
        {origin}, [&](db::Row const& row) {
            people.emplace_back(row.text(0));
            return true;
        });
    return people;
}

void report(tenant::Transaction& tx, Refused const& refused) {
    json::Object details{{"failures", refused.failures},
                         {"accounts", refused.accounts},
                         {"first", format_instant(refused.first)},
                         {"last", format_instant(refused.last)},
                         {"people", people_tried(tx, refused.origin)}};
    auto const is_session = refused.origin.starts_with(session_prefix);
    if (is_session) {
        details["session"] = refused.origin.substr(session_prefix.size());
    } else {
        // A key for each day: the addresses of a day can be forgotten together.
        details["address"] = tx.seal_for("addresses " + format_day(refused.first),
                                         refused.origin.substr(address_prefix.size()));
    }
    auto const actor = tx.principal();
    tx.become(access::Principal::anonymous());
    tx.record(is_session ? "signature.refused" : "session.refused", {}, nullptr,
              std::move(details));
    tx.become(actor);
    tx.run(
        "UPDATE log_in_failures SET state = 'reported' WHERE address = $1 "
        "AND state IN ('failed', 'excused')",
        {refused.origin});
    db::upsert(tx.connection(), "log_in_reports", {"address"}, {"address", "at"},
               {refused.origin, tx.now()});
}

void forget_old(tenant::Transaction& tx) {
    auto const before = tx.now() - lock_period;
    tx.run("DELETE FROM log_in_failures WHERE state IN ('pending', 'reported') AND at < $1",
           {before});
    tx.run("DELETE FROM log_in_reports WHERE at < $1", {before});
}

}  // namespace

std::string origin_of_address(std::string_view address) {
    std::string const text{address};
    in6_addr bytes{};
    if (::inet_pton(AF_INET6, text.c_str(), &bytes) != 1) {
        return std::string{address_prefix} + text;
    }
    std::array<char, INET6_ADDRSTRLEN> buffer{};
    if (IN6_IS_ADDR_V4MAPPED(&bytes)) {
        ::inet_ntop(AF_INET, &bytes.s6_addr[12], buffer.data(), buffer.size());
        return std::string{address_prefix} + buffer.data();
    }
    // Whoever holds one address of a /64 holds them all.
    std::fill(std::begin(bytes.s6_addr) + 8, std::end(bytes.s6_addr), std::uint8_t{0});
    ::inet_ntop(AF_INET6, &bytes, buffer.data(), buffer.size());
    return std::string{address_prefix} + buffer.data() + "/64";
}

std::string origin_of_session(std::string_view session_id) {
    return std::string{session_prefix} + std::string{session_id};
}

Attempt begin_attempt(tenant::Transaction& tx, std::string_view account_key,
                      std::string_view origin) {
    Attempt attempt{tx.new_id(), std::string{account_key}, std::string{origin}};
    forget_old(tx);
    std::vector<Instant> recent;
    tx.query(
        "SELECT at FROM log_in_failures WHERE account_key = $1 AND address = $2 AND at >= $3 "
        "AND state <> 'excused' ORDER BY at DESC LIMIT 10",
        {attempt.account_key, attempt.origin, tx.now() - lock_period}, [&](db::Row const& row) {
            recent.push_back(row.integer(0));
            return true;
        });
    if (recent.size() >= attempts_before_lock) {
        auto const left = recent.back() + lock_period - tx.now();
        throw Failure::of(FailureKind::too_many, phrases::locked,
                          std::to_string(left / one_minute + 1));
    }
    tx.run(
        "INSERT INTO log_in_failures (id, account_key, address, at, state) "
        "VALUES ($1, $2, $3, $4, 'pending')",
        {attempt.id, attempt.account_key, attempt.origin, tx.now()});
    return attempt;
}

void attempt_succeeded(tenant::Transaction& tx, Attempt const& attempt) {
    tx.run(
        "DELETE FROM log_in_failures WHERE account_key = $1 AND address = $2 "
        "AND state IN ('pending', 'reported')",
        {attempt.account_key, attempt.origin});
    // Those that are not in the log yet stay until they are, but no longer lock.
    tx.run("UPDATE log_in_failures SET state = 'excused' WHERE account_key = $1 AND address = $2",
           {attempt.account_key, attempt.origin});
}

void attempt_failed(tenant::Transaction& tx, Attempt const& attempt) {
    tx.run("UPDATE log_in_failures SET state = 'failed' WHERE id = $1", {attempt.id});
    report_failures(tx);
}

void report_failures(tenant::Transaction& tx) {
    for (auto const& refused : unreported(tx)) {
        report(tx, refused);
    }
}

}  // namespace sigill::identity
