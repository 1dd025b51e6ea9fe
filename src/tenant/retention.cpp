#include "tenant/retention.hpp"

#include <charconv>
#include <chrono>

#include "tenant/key_store.hpp"
#include "tenant/settings.hpp"

namespace sigill::tenant {

namespace {

constexpr std::int64_t piece_entries = 2000;
constexpr std::string_view dropped_until = "ledger_bytes_dropped_until";

int number_in(std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

struct Due {
    Instant from = 0;    // everything before was dropped already
    Instant before = 0;  // what is older is due
    std::string day;
    bool any = false;
};

Due due_now(Transaction& tx) {
    Due due;
    auto const months = number_in(setting(tx, ledger_months).value_or("0"));
    if (months <= 0) {
        return due;
    }
    due.day = first_kept_day(tx.today(), months);
    auto const begin = [](std::string const& day) {
        return parse_instant(day + "T00:00:00Z").value_or(0);
    };
    due.before = begin(due.day);
    due.from = begin(setting(tx, dropped_until).value_or("1970-01-01"));
    due.any = tx.connection()
                  .integer(
                      "SELECT 1 FROM ledger_entries WHERE at >= $1 AND at < $2 AND "
                      "leaf IS NOT NULL LIMIT 1",
                      {due.from, due.before})
                  .has_value();
    return due;
}

std::int64_t drop_piece(Transaction& tx) {
    auto const due = due_now(tx);
    if (!due.any) {
        return 0;
    }
    auto const dropped = tx.run(
        "UPDATE ledger_entries SET leaf = NULL WHERE idx IN (SELECT idx FROM ledger_entries "
        "WHERE at >= $1 AND at < $2 AND leaf IS NOT NULL ORDER BY idx LIMIT $3)",
        {due.from, due.before, piece_entries});
    if (dropped < piece_entries) {
        // All of it: the days before need not be looked at again.
        db::upsert(tx.connection(), "tenant_settings", {"key"}, {"key", "value"},
                   {std::string{dropped_until}, due.day});
    }
    json::Object details;
    details["count"] = dropped;
    details["before"] = due.day;
    tx.record("ledger.bytes_dropped", {}, nullptr, std::move(details));
    return dropped;
}

}  // namespace

std::string first_kept_day(std::string_view today, int months) {
    namespace chrono = std::chrono;
    auto const digits = [&](std::size_t at, std::size_t count) {
        return number_in(today.substr(at, count));
    };
    auto const day_number = static_cast<unsigned>(digits(8, 2));
    auto const target =
        chrono::year{digits(0, 4)} / chrono::month{static_cast<unsigned>(digits(5, 2))} -
        chrono::months{months};
    chrono::year_month_day day{target / chrono::day{day_number}};
    if (!day.ok()) {
        day = target / chrono::last;
    }
    auto const text = [](int value, std::size_t width) {
        auto const plain = std::to_string(value);
        return std::string(width - std::min(width, plain.size()), '0') + plain;
    };
    return text(static_cast<int>(day.year()), 4) + "-" +
           text(static_cast<int>(static_cast<unsigned>(day.month())), 2) + "-" +
           text(static_cast<int>(static_cast<unsigned>(day.day())), 2);
}

std::uint64_t drop_old_leaves(Tenant& tenant) {
    Context context;
    context.principal = access::Principal::system();
    std::uint64_t all = 0;
    for (;;) {
        bool any = false;
        tenant.read_and_wait(context, [&](Transaction& tx) { any = due_now(tx).any; });
        if (!any) {
            return all;
        }
        tenant.write_and_wait(
            context, [&](Transaction& tx) { all += static_cast<std::uint64_t>(drop_piece(tx)); });
    }
}

bool erase_subject(Tenant& tenant, Context const& context, std::string const& subject_id) {
    std::optional<std::string> key_id;
    tenant.read_and_wait(context, [&](Transaction& tx) {
        key_id = tx.connection().text("SELECT key_id FROM subject_keys WHERE subject_id = $1",
                                      {subject_id});
    });
    if (!key_id) {
        return false;
    }
    tenant.write_and_wait(context, [&](Transaction& tx) {
        json::Object details;
        details["subject"] = subject_id;
        details["key"] = *key_id;
        tx.record("ledger.subject_erased", {}, nullptr, std::move(details));
    });
    tenant.keys().destroy_subject_key(tenant.info().id, *key_id);
    return true;
}

}  // namespace sigill::tenant
