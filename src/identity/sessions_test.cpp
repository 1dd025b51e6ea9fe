#include <gtest/gtest.h>

#include "identity/test_support.hpp"

namespace sigill::identity {

namespace {

using tenant::Transaction;
using test::Organisation;

TEST(Session, ends_when_it_was_not_used) {
    Organisation alfa;
    auto const entered = alfa.log_in();
    alfa.home.clock.advance(30 * one_minute);
    EXPECT_TRUE(alfa.session(entered.cookie_token));
    alfa.home.clock.advance(1);
    EXPECT_FALSE(alfa.session(entered.cookie_token));
}

TEST(Session, lives_on_while_it_is_used_but_not_beyond_its_absolute_limit) {
    Organisation alfa;
    auto const entered = alfa.log_in();
    for (int i = 0; i < 12 * 60 / 20 - 1; ++i) {
        alfa.home.clock.advance(20 * one_minute);
        auto const session = alfa.session(entered.cookie_token);
        ASSERT_TRUE(session) << i;
        EXPECT_TRUE(session->touch);
        alfa.write([&](Transaction& tx) { touch_session(tx, entered.session_id); });
        EXPECT_FALSE(alfa.session(entered.cookie_token)->touch);
    }
    alfa.home.clock.advance(20 * one_minute - 1);
    EXPECT_TRUE(alfa.session(entered.cookie_token));
    alfa.home.clock.advance(1);
    EXPECT_FALSE(alfa.session(entered.cookie_token));
}

TEST(Session, follows_shorter_limits_at_once) {
    Organisation alfa;
    auto const entered = alfa.log_in();
    alfa.home.clock.advance(10 * one_minute);
    EXPECT_TRUE(alfa.session(entered.cookie_token));
    alfa.write([](Transaction& tx) { tenant::set_setting(tx, "session.idle_minutes", "5"); });
    EXPECT_FALSE(alfa.session(entered.cookie_token));
    alfa.write([](Transaction& tx) {
        tenant::set_setting(tx, "session.idle_minutes", "nonsense");
        tenant::set_setting(tx, "session.absolute_minutes", "10");
    });
    EXPECT_FALSE(alfa.session(entered.cookie_token));
}

TEST(Session, does_not_get_younger_when_the_clock_runs_back) {
    Organisation alfa;
    auto const entered = alfa.log_in();
    alfa.home.clock.advance(20 * one_minute);
    alfa.write([&](Transaction& tx) { touch_session(tx, entered.session_id); });
    alfa.home.clock.advance(-2 * one_hour);
    EXPECT_TRUE(alfa.session(entered.cookie_token));
    alfa.write([&](Transaction& tx) { touch_session(tx, entered.session_id); });
    alfa.read([](Transaction& tx) {
        EXPECT_EQ(tx.connection().integer("SELECT used_at FROM session_touches", {}),
                  tenant::test::start_of_tests() + 20 * one_minute);
    });
    alfa.home.clock.advance(2 * one_hour + 30 * one_minute + 1);
    EXPECT_FALSE(alfa.session(entered.cookie_token));
}

TEST(Session, ends_with_log_out_once) {
    Organisation alfa;
    auto const entered = alfa.log_in();
    auto const other = alfa.log_in();
    auto const context = alfa.context_of(entered);
    for (int i = 0; i < 2; ++i) {
        alfa.tenant->write_and_wait(context,
                                    [&](Transaction& tx) { log_out(tx, entered.session_id); });
    }
    EXPECT_FALSE(alfa.session(entered.cookie_token));
    EXPECT_TRUE(alfa.session(other.cookie_token));
    EXPECT_EQ(alfa.count("session.closed"), 1);
}

TEST(Session, ends_when_the_account_is_disabled_gets_a_password_or_its_person_leaves) {
    for (auto const& act : std::initializer_list<tenant::Tenant::Command>{
             [](Transaction& tx) { disable_account(tx, test::anna_email); },
             // Even where the session itself was left open.
             [](Transaction& tx) {
                 tx.run("UPDATE accounts SET disabled_at = 1", {});
                 tx.record("account.disabled", {});
             },
             [](Transaction& tx) {
                 set_password(tx, test::anna_email, Organisation::cheap_hash("ett helt nytt ord"));
             },
             [](Transaction& tx) {
                 tx.run("UPDATE people SET archived_at = 1 WHERE id = 'anna'", {});
                 tx.record("people.archived", {});
             }}) {
        Organisation alfa;
        auto const entered = alfa.log_in();
        EXPECT_TRUE(alfa.session(entered.cookie_token));
        alfa.write(act);
        EXPECT_FALSE(alfa.session(entered.cookie_token));
        EXPECT_THROW(alfa.log_in(), Failure);
    }
}

TEST(Session, of_one_tenant_is_nothing_in_another) {
    Organisation alfa;
    auto const entered = alfa.log_in();
    auto const beta = alfa.home.make("beta");
    beta->read_and_wait(test::as_system(), [&](Transaction& tx) {
        EXPECT_FALSE(session_of(tx, entered.cookie_token));
    });
}

TEST(Session, use_within_a_minute_is_not_stored_again) {
    Organisation alfa;
    auto const entered = alfa.log_in();
    alfa.home.clock.advance(one_minute);
    EXPECT_FALSE(alfa.session(entered.cookie_token)->touch);
    alfa.home.clock.advance(1);
    EXPECT_TRUE(alfa.session(entered.cookie_token)->touch);
}

TEST(Session, those_long_over_are_forgotten_at_a_later_log_in) {
    Organisation alfa;
    auto const entered = alfa.log_in();
    alfa.write([&](Transaction& tx) { touch_session(tx, entered.session_id); });
    alfa.home.clock.advance(31 * one_day);
    alfa.log_in();
    alfa.read([](Transaction& tx) {
        EXPECT_EQ(tx.connection().integer("SELECT count(*) FROM sessions", {}), 1);
        EXPECT_EQ(tx.connection().integer("SELECT count(*) FROM session_touches", {}), 0);
    });
}

}  // namespace

}  // namespace sigill::identity
