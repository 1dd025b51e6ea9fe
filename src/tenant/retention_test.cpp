#include "tenant/retention.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "ledger/export.hpp"
#include "ledger/verify.hpp"
#include "tenant/key_store.hpp"
#include "tenant/settings.hpp"
#include "tenant/test_support.hpp"
#include "tenant/waiting.hpp"

namespace sigill::tenant {

namespace {

using test::as_system;

constexpr Instant day = 24 * 3600 * one_second;

ledger::VerifyReport verified(Tenant& tenant) {
    auto note = tenant.make_checkpoint();
    auto const opened = ledger::open_note(note, tenant.verifier_key());
    auto const read = [&](std::uint64_t index, int count) {
        std::vector<ledger::Stored> page;
        tenant.read_and_wait(as_system(), [&](Transaction& tx) {
            page = ledger::range(tx.connection(), index, count);
        });
        return page;
    };
    ledger::ExportWriter writer{std::get<ledger::Checkpoint>(opened), tenant.verifier_key(),
                                std::move(note), read};
    std::string file;
    std::string piece;
    while (writer.next(piece)) {
        file += piece;
    }
    std::istringstream stream{file};
    return ledger::verify_export(stream, tenant.verifier_key());
}

void change(Tenant& tenant, std::string const& value) {
    tenant.write_and_wait(as_system(), [&](Transaction& tx) { set_setting(tx, "colour", value); });
}

}  // namespace

TEST(Retention, the_first_day_kept_is_counted_in_months) {
    EXPECT_EQ(first_kept_day("2026-11-24", 12), "2025-11-24");
    EXPECT_EQ(first_kept_day("2026-03-31", 1), "2026-02-28");
    EXPECT_EQ(first_kept_day("2028-03-31", 1), "2028-02-29");
    EXPECT_EQ(first_kept_day("2026-01-15", 25), "2023-12-15");
}

TEST(Retention, without_a_period_all_is_kept) {
    test::Home home;
    auto const tenant = home.make("alfa");
    home.clock.advance(4000 * day);
    EXPECT_EQ(drop_old_leaves(*tenant), 0U);
    EXPECT_EQ(verified(*tenant).dropped, 0U);
}

TEST(Retention, old_bytes_are_dropped_and_the_tree_verifies) {
    test::Home home;
    auto const tenant = home.make("alfa");
    tenant->write_and_wait(as_system(),
                           [](Transaction& tx) { set_setting(tx, ledger_months, "12"); });
    for (int i = 0; i < 300; ++i) {
        change(*tenant, std::to_string(i));
    }
    EXPECT_EQ(drop_old_leaves(*tenant), 0U);
    home.clock.advance(200 * day);
    change(*tenant, "later");
    home.clock.advance(200 * day);
    EXPECT_EQ(drop_old_leaves(*tenant), 302U);
    EXPECT_EQ(json::string_at(test::newest_leaf(*tenant), "event"), "ledger.bytes_dropped");
    auto const report = verified(*tenant);
    EXPECT_TRUE(report.good);
    EXPECT_EQ(report.dropped, 302U);
    EXPECT_EQ(report.entries, 304U);
    EXPECT_EQ(drop_old_leaves(*tenant), 0U) << "once";
    home.clock.advance(200 * day);
    EXPECT_EQ(drop_old_leaves(*tenant), 1U);
    EXPECT_TRUE(verified(*tenant).good);
}

TEST(Retention, time_does_not_run_back_when_even_the_newest_entry_was_dropped) {
    test::Home home;
    auto tenant = home.make("alfa");
    tenant->write_and_wait(as_system(),
                           [](Transaction& tx) { set_setting(tx, ledger_months, "1"); });
    home.clock.advance(100 * day);
    Instant const then = home.clock.now();
    EXPECT_EQ(drop_old_leaves(*tenant), 2U);
    tenant.reset();
    home.stop();
    home.clock.advance(-50 * day);
    home.start();
    tenant = home.registry().open("alfa");
    tenant->read_and_wait(as_system(), [&](Transaction& tx) { EXPECT_GE(tx.now(), then); });
}

TEST(Retention, an_erased_subject_is_unreadable_and_the_tree_verifies) {
    test::Home home;
    auto tenant = home.make("alfa");
    json::Object sealed;
    tenant->write_and_wait(as_system(), [&](Transaction& tx) {
        auto value = tx.seal_for("anna", "anna@example.se");
        sealed = value.get_object();
        tx.record("test.sealed", {}, nullptr, std::move(value));
    });
    EXPECT_TRUE(erase_subject(*tenant, as_system(), "anna"));
    EXPECT_FALSE(erase_subject(*tenant, as_system(), "nobody"));
    EXPECT_EQ(test::events(*tenant).back(), "ledger.subject_erased");
    auto const is_readable = [&] {
        bool readable = true;
        tenant->read_and_wait(as_system(),
                              [&](Transaction& tx) { readable = tx.unseal(sealed).has_value(); });
        return readable;
    };
    EXPECT_FALSE(is_readable());
    EXPECT_TRUE(verified(*tenant).good);
    tenant.reset();
    home.stop();
    home.start();
    tenant = home.registry().open("alfa");
    EXPECT_FALSE(is_readable()) << "after a restart";
}

// A key store brought back from before an erasure must not bring the key back.
TEST(Retention, an_erasure_is_applied_again_when_the_key_store_is_opened) {
    test::Folder folder;
    crypto::SystemRandom random;
    ManualClock clock{test::start_of_tests()};
    auto const pool = db::make_worker_pool(1);
    auto const key = Secret{Bytes(32, 7)};
    auto const open = [&](bool create) {
        return db::open_sqlite(
            {.path = folder.path("keys.db"), .read_connections = 1, .create = create}, key, *pool);
    };
    std::string key_id;
    {
        KeyStore store{open(true), key.clone(), clock, random};
        static_cast<void>(store.create("t"));
        key_id = store.next_subject_key("t").id;
    }
    {
        auto const database = open(false);
        wait_for_write(*database, [&](db::Connection& connection) {
            connection.run(
                "INSERT INTO erasures (tenant_id, key_id, erased_at) VALUES ('t', $1, 1)",
                {key_id});
        });
    }
    KeyStore store{open(false), key.clone(), clock, random};
    EXPECT_FALSE(store.subject_key("t", key_id).has_value());
}

}  // namespace sigill::tenant
