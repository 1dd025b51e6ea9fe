#include <gtest/gtest.h>

#include "ledger/checkpoint.hpp"
#include "tenant/key_store.hpp"
#include "tenant/test_support.hpp"

namespace sigill::tenant {

namespace {

using test::as_system;
using test::code_of;
using test::events;
using test::failure_of;

std::optional<std::string> stored(Tenant& tenant, std::string const& key) {
    std::optional<std::string> value;
    tenant.read_and_wait(as_system(), [&](Transaction& tx) { value = setting(tx, key); });
    return value;
}

void insert_setting(Transaction& tx, std::string const& key) {
    tx.run("INSERT INTO tenant_settings (key, value) VALUES ($1, 'x')", {key});
}

TEST(Transaction, a_change_without_an_entry_fails_and_leaves_nothing) {
    test::Home home;
    auto const tenant = home.make("alfa");
    auto const before = events(*tenant);
    auto const failure = failure_of([&] {
        tenant->write_and_wait(as_system(), [](Transaction& tx) { insert_setting(tx, "silent"); });
    });
    EXPECT_EQ(failure.kind(), FailureKind::internal);
    EXPECT_EQ(code_of(failure), "no_entry");
    EXPECT_FALSE(stored(*tenant, "silent"));
    EXPECT_EQ(events(*tenant), before);
}

TEST(Transaction, deleting_and_updating_without_an_entry_fail_too) {
    test::Home home;
    auto const tenant = home.make("alfa");
    for (auto const& change : std::initializer_list<std::function<void(Transaction&)>>{
             [](Transaction& tx) { tx.run("DELETE FROM tenant_settings", {}); },
             [](Transaction& tx) { tx.run("UPDATE tenant_settings SET value = 'x'", {}); },
             [](Transaction& tx) { tx.run("DELETE FROM ledger_entries", {}); },
             [](Transaction& tx) { tx.run("UPDATE ledger_entries SET leaf = '{}'", {}); }}) {
        EXPECT_EQ(code_of(failure_of([&] { tenant->write_and_wait(as_system(), change); })),
                  "no_entry");
    }
    EXPECT_EQ(stored(*tenant, "zone"), "Europe/Stockholm");
    EXPECT_EQ(events(*tenant), (std::vector<std::string>{"tenant.created"}));
}

TEST(Transaction, of_commands_committed_together_only_the_silent_one_fails) {
    test::Home home;
    auto const tenant = home.make("alfa");
    std::vector<std::future<bool>> answers;
    for (int i = 0; i < 40; ++i) {
        auto answer = std::make_shared<std::promise<bool>>();
        answers.push_back(answer->get_future());
        auto const key = "key" + std::to_string(i);
        tenant->write(
            as_system(),
            [key, i](Transaction& tx) {
                insert_setting(tx, key);
                if (i % 5 != 0) {
                    tx.record("settings.changed", {});
                }
            },
            [answer](std::exception_ptr problem) { answer->set_value(!problem); });
    }
    for (int i = 0; i < 40; ++i) {
        auto const place = static_cast<std::size_t>(i);
        EXPECT_EQ(answers[place].get(), i % 5 != 0) << i;
        EXPECT_EQ(stored(*tenant, "key" + std::to_string(i)).has_value(), i % 5 != 0) << i;
    }
    EXPECT_EQ(events(*tenant).size(), 1U + 32U);
}

TEST(Transaction, a_technical_change_needs_no_entry) {
    test::Home home;
    auto const tenant = home.make("alfa");
    auto const before = events(*tenant);
    tenant->write_and_wait(as_system(), [](Transaction& tx) {
        tx.run("INSERT INTO session_touches (session_id, used_at) VALUES ('s', 1)", {});
    });
    EXPECT_EQ(events(*tenant), before);
}

TEST(Transaction, what_is_rolled_back_leaves_no_entry) {
    test::Home home;
    auto const tenant = home.make("alfa");
    auto const before = events(*tenant);
    EXPECT_THROW(tenant->write_and_wait(as_system(),
                                        [](Transaction& tx) {
                                            set_setting(tx, "colour", "blue");
                                            throw Failure::missing();
                                        }),
                 Failure);
    EXPECT_FALSE(stored(*tenant, "colour"));
    EXPECT_EQ(events(*tenant), before);
}

TEST(Transaction, a_reading_transaction_cannot_write) {
    test::Home home;
    auto const tenant = home.make("alfa");
    EXPECT_EQ(code_of(failure_of([&] {
                  tenant->read_and_wait(as_system(),
                                        [](Transaction& tx) { insert_setting(tx, "a"); });
              })),
              "read_only_transaction");
    EXPECT_EQ(code_of(failure_of([&] {
                  tenant->read_and_wait(as_system(), [](Transaction& tx) { tx.record("a.b", {}); });
              })),
              "read_only_transaction");
}

TEST(Transaction, an_entry_says_who_what_and_whether_it_was_signed) {
    test::Home home;
    auto const tenant = home.make("alfa");
    access::Principal person;
    person.kind = access::PrincipalKind::person;
    person.id = "account";
    person.person_id = "person";
    tenant->write_and_wait({person, Language::english, "request-7"}, [](Transaction& tx) {
        tx.mark_signed();
        tx.record(
            "assets.updated",
            {.register_name = "assets", .record_id = "a1", .record_ref = "AST-1", .version = 3},
            json::Object{{"title", {{"before", "x"}, {"after", "y"}}}});
    });
    auto const leaf = json::to_text(test::newest_leaf(*tenant));
    for (auto const* const part :
         {"\"assets.updated\"", "\"person\"", "\"AST-1\"", "\"request-7\"", "\"before\":\"x\"",
          "\"signature\":true", "2026-11-24T08:00:00.000000Z"}) {
        EXPECT_NE(leaf.find(part), std::string::npos) << part << " in " << leaf;
    }
}

TEST(Transaction, time_never_runs_back_even_over_a_restart) {
    test::Home home;
    auto tenant = home.make("alfa");
    home.clock.advance(one_hour);
    tenant->write_and_wait(as_system(), [](Transaction& tx) { set_setting(tx, "colour", "blue"); });
    auto const latest = home.clock.now();
    home.clock.advance(-3 * one_hour);
    auto const seen = [&] {
        Instant now = 0;
        tenant->read_and_wait(as_system(), [&](Transaction& tx) { now = tx.now(); });
        return now;
    };
    EXPECT_EQ(seen(), latest);
    tenant.reset();
    home.stop();
    home.start();
    tenant = home.registry().open("alfa");
    EXPECT_EQ(seen(), latest);
    home.clock.advance(4 * one_hour);
    EXPECT_EQ(seen(), latest + one_hour);
}

TEST(Transaction, today_is_the_day_in_the_tenants_zone) {
    test::Home home;
    auto const tenant = home.make("alfa");
    auto const today = [&] {
        std::string day;
        tenant->read_and_wait(as_system(), [&](Transaction& tx) { day = tx.today(); });
        return day;
    };
    EXPECT_EQ(today(), "2026-11-24");
    home.clock.advance(15 * one_hour + 30 * one_minute);  // 23:30 UTC, 00:30 in Stockholm
    EXPECT_EQ(today(), "2026-11-25");
    tenant->write_and_wait(as_system(), [](Transaction& tx) { set_setting(tx, "zone", "UTC"); });
    EXPECT_EQ(today(), "2026-11-24");
    EXPECT_EQ(code_of(failure_of([&] {
                  tenant->write_and_wait(as_system(), [](Transaction& tx) {
                      set_setting(tx, "zone", "Europe/Nowhere");
                  });
              })),
              "unknown_zone");
}

TEST(Transaction, sealed_text_opens_until_its_key_is_destroyed) {
    test::Home home;
    auto const tenant = home.make("alfa");
    json::Object anna;
    json::Object bertil;
    tenant->write_and_wait(as_system(), [&](Transaction& tx) {
        anna = tx.seal_for("anna", "anna@example.se").get_object();
        bertil = tx.seal_for("bertil", "bertil@example.se").get_object();
        EXPECT_EQ(anna["key"], tx.seal_for("anna", "again").get_object()["key"]);
    });
    EXPECT_EQ(json::to_text(anna).find("anna@"), std::string::npos);
    EXPECT_NE(anna["key"], bertil["key"]);
    auto const opened = [&](json::Object const& sealed) {
        std::optional<std::string> text;
        tenant->read_and_wait(as_system(), [&](Transaction& tx) { text = tx.unseal(sealed); });
        return text;
    };
    EXPECT_EQ(opened(anna), "anna@example.se");
    auto forged = anna;
    forged["key"] = bertil["key"];
    EXPECT_EQ(opened(forged), std::nullopt);
    tenant->keys().destroy_subject_key(tenant->info().id, anna["key"].as_string().c_str());
    EXPECT_EQ(opened(anna), std::nullopt);
    EXPECT_EQ(opened(bertil), "bertil@example.se");
    json::Object later;
    tenant->write_and_wait(
        as_system(), [&](Transaction& tx) { later = tx.seal_for("anna", "new").get_object(); });
    EXPECT_NE(later["key"], anna["key"]);
    EXPECT_EQ(opened(later), "new");
    EXPECT_EQ(opened(anna), std::nullopt);
}

TEST(Transaction, sealed_text_opens_after_a_restart) {
    test::Home home;
    auto tenant = home.make("alfa");
    std::vector<json::Object> sealed;
    tenant->write_and_wait(as_system(), [&](Transaction& tx) {
        for (int i = 0; i < 150; ++i) {  // more than two blocks of keys
            sealed.push_back(
                tx.seal_for("person" + std::to_string(i), std::to_string(i)).get_object());
        }
    });
    tenant.reset();
    home.stop();
    home.start();
    tenant = home.registry().open("alfa");
    tenant->read_and_wait(as_system(), [&](Transaction& tx) {
        for (int i = 0; i < 150; ++i) {
            EXPECT_EQ(tx.unseal(sealed[static_cast<std::size_t>(i)]), std::to_string(i));
        }
    });
}

TEST(Transaction, a_checkpoint_is_signed_when_the_log_grew) {
    test::Home home;
    auto const tenant = home.make("alfa");
    auto const first = tenant->make_checkpoint();
    EXPECT_EQ(tenant->make_checkpoint(), first);
    tenant->write_and_wait(as_system(), [](Transaction& tx) { set_setting(tx, "colour", "blue"); });
    auto const second = tenant->make_checkpoint();
    EXPECT_NE(second, first);
    auto const opened = ledger::open_note(second, tenant->verifier_key());
    ASSERT_TRUE(std::holds_alternative<ledger::Checkpoint>(opened));
    EXPECT_EQ(std::get<ledger::Checkpoint>(opened).size, 2U);
    EXPECT_EQ(std::get<ledger::Checkpoint>(opened).origin, "sigill/" + tenant->info().id);
}

// Somebody else's organisation was used more lately: what was written here last is signed all the same.
TEST(Transaction, a_tenant_that_is_let_go_leaves_no_entry_unsigned) {
    test::Home home{1};
    home.make("alfa")->write_and_wait(as_system(),
                                      [](Transaction& tx) { set_setting(tx, "colour", "blue"); });
    home.make("beta");
    home.registry().close_all();
    auto const tenant = home.registry().open("alfa");
    tenant->read_and_wait(as_system(), [](Transaction& tx) {
        auto const newest = ledger::newest_checkpoint(tx.connection());
        ASSERT_TRUE(newest);
        EXPECT_EQ(newest->size, ledger::size(tx.connection()));
    });
}

TEST(Transaction, the_list_of_technical_tables_is_the_reviewed_one) {
    std::ifstream file(std::string{SIGILL_SOURCE_DIR} + "/src/tenant/technical_tables.golden.txt");
    std::vector<std::string> golden;
    for (std::string line; std::getline(file, line);) {
        golden.push_back(line);
    }
    auto tables = technical_tables();
    std::ranges::sort(tables);
    EXPECT_EQ(tables, golden);
}

}  // namespace

}  // namespace sigill::tenant
