#include <gtest/gtest.h>

#include "identity/attempts.hpp"
#include "identity/test_support.hpp"

namespace sigill::identity {

namespace {

using namespace std::string_literals;
using tenant::Transaction;
using test::code_of;
using test::failure_of;
using test::Organisation;

TEST(LogIn, the_right_password_opens_a_session_and_writes_one_entry) {
    Organisation alfa;
    auto const entered = alfa.log_in();
    EXPECT_EQ(entered.cookie_token.size(), 43U);
    EXPECT_NE(entered.csrf_token, entered.cookie_token);
    auto const session = alfa.session(entered.cookie_token);
    ASSERT_TRUE(session);
    EXPECT_EQ(session->session_id, entered.session_id);
    EXPECT_EQ(session->csrf_token, entered.csrf_token);
    EXPECT_EQ(session->principal.person_id, "anna");
    EXPECT_EQ(session->principal.title, "Anna Andersson");
    EXPECT_EQ(session->expires_at, alfa.home.clock.now() + 12 * one_hour);
    EXPECT_EQ(alfa.count("session.opened"), 1);
    auto const leaf = json::to_text(tenant::test::newest_leaf(*alfa.tenant));
    EXPECT_NE(leaf.find("\"anna\""), std::string::npos);
    EXPECT_EQ(leaf.find("192.0.2.1"), std::string::npos) << "the address must be sealed";
    EXPECT_EQ(leaf.find(entered.cookie_token), std::string::npos);
}

TEST(LogIn, no_token_is_stored_as_it_is) {
    Organisation alfa;
    auto const entered = alfa.log_in();
    alfa.read([&](Transaction& tx) {
        EXPECT_EQ(tx.connection().integer(
                      "SELECT count(*) FROM sessions WHERE token_hash = $1 OR id = $1",
                      {entered.cookie_token}),
                  0);
    });
    for (auto const& wrong : {""s, "x"s, entered.cookie_token + "A", entered.session_id,
                              entered.csrf_token, std::string(43, 'A')}) {
        EXPECT_FALSE(alfa.session(wrong)) << wrong;
    }
}

TEST(LogIn, an_email_is_found_however_it_is_written) {
    Organisation alfa;
    EXPECT_FALSE(
        alfa.log_in(test::anna_password, test::here, "  Anna@Example.SE ").cookie_token.empty());
}

TEST(LogIn, wrong_password_unknown_and_disabled_account_look_alike) {
    Organisation alfa;
    alfa.write([](Transaction& tx) {
        test::add_person(tx, "bo", "Bo");
        add_account(tx, "bo", "bo@example.se", Organisation::cheap_hash("bos långa lösenord"));
        disable_account(tx, "bo@example.se");
    });
    auto const wrong = failure_of([&] { alfa.log_in("fel lösenord helt"); });
    auto const unknown =
        failure_of([&] { alfa.log_in(test::anna_password, test::here, "eva@example.se"); });
    auto const disabled =
        failure_of([&] { alfa.log_in("bos långa lösenord", test::here, "bo@example.se"); });
    for (auto const& failure : {wrong, unknown, disabled}) {
        EXPECT_EQ(failure.kind(), FailureKind::unauthenticated);
        EXPECT_EQ(code_of(failure), "log_in_refused");
        EXPECT_STREQ(failure.what(), wrong.what());
    }
    EXPECT_EQ(alfa.count("session.opened"), 0);
}

TEST(LogIn, an_unknown_account_costs_as_much_as_a_wrong_password) {
    Organisation alfa;
    crypto::PasswordCost const cost{.memory_kib = 16384, .passes = 2};
    alfa.write([&](Transaction& tx) {
        tenant::set_setting(tx, "password.memory_kib", "16384");
        tenant::set_setting(tx, "password.passes", "2");
        set_password(tx, test::anna_email, crypto::hash_password(test::anna_password, cost));
    });
    auto const fastest_ms = [&](std::string_view email) {
        auto fastest = 1e9;
        for (int i = 0; i < 5; ++i) {
            auto const begin = std::chrono::steady_clock::now();
            EXPECT_THROW(alfa.log_in("fel lösenord helt", test::here, email), Failure);
            std::chrono::duration<double, std::milli> const took =
                std::chrono::steady_clock::now() - begin;
            fastest = std::min(fastest, took.count());
        }
        return fastest;
    };
    auto const known = fastest_ms(test::anna_email);
    auto const unknown = fastest_ms("eva@example.se");
    EXPECT_LT(unknown, 3 * known);
    EXPECT_GT(unknown, known / 3);
}

TEST(LogIn, ten_failures_lock_that_account_from_there_only_and_not_for_long) {
    Organisation alfa;
    for (int i = 0; i < attempts_before_lock; ++i) {
        EXPECT_EQ(code_of(failure_of([&] { alfa.log_in("fel lösenord helt"); })), "log_in_refused");
    }
    auto const locked = failure_of([&] { alfa.log_in(); });
    EXPECT_EQ(locked.kind(), FailureKind::too_many);
    EXPECT_EQ(locked.problems().front().value, "16");
    EXPECT_NO_THROW(alfa.log_in(test::anna_password, "198.51.100.7"));
    // Trying on does not make the lock longer.
    alfa.home.clock.advance(14 * one_minute);
    EXPECT_EQ(failure_of([&] { alfa.log_in(); }).kind(), FailureKind::too_many);
    alfa.home.clock.advance(one_minute + one_second);
    EXPECT_NO_THROW(alfa.log_in());
}

TEST(LogIn, an_unknown_account_is_locked_like_a_known_one) {
    Organisation alfa;
    auto const attempt = [&] {
        return failure_of([&] { alfa.log_in("fel lösenord helt", test::here, "eva@example.se"); });
    };
    for (int i = 0; i < attempts_before_lock; ++i) {
        EXPECT_EQ(attempt().kind(), FailureKind::unauthenticated);
    }
    EXPECT_EQ(attempt().kind(), FailureKind::too_many);
}

TEST(LogIn, a_success_forgives_the_failures_before_it) {
    Organisation alfa;
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < attempts_before_lock - 1; ++i) {
            EXPECT_THROW(alfa.log_in("fel lösenord helt"), Failure);
        }
        EXPECT_NO_THROW(alfa.log_in());
    }
}

TEST(LogIn, sixty_four_guesses_at_once_are_sixty_four_guesses) {
    Organisation alfa;
    std::vector<std::future<FailureKind>> answers;
    for (int i = 0; i < 64; ++i) {
        answers.push_back(std::async(std::launch::async, [&] {
            return failure_of([&] { alfa.log_in("fel lösenord helt"); }).kind();
        }));
    }
    int refused = 0;
    int locked = 0;
    for (auto& answer : answers) {
        auto const kind = answer.get();
        refused += kind == FailureKind::unauthenticated ? 1 : 0;
        locked += kind == FailureKind::too_many ? 1 : 0;
    }
    EXPECT_EQ(refused, attempts_before_lock);
    EXPECT_EQ(locked, 64 - attempts_before_lock);
}

TEST(LogIn, refused_log_ins_reach_the_log_at_most_once_a_minute) {
    Organisation alfa;
    for (int i = 0; i < 8; ++i) {
        EXPECT_THROW(alfa.log_in("fel lösenord helt"), Failure);
    }
    EXPECT_EQ(alfa.count("session.refused"), 1);
    alfa.home.clock.advance(one_minute);
    alfa.write([](Transaction& tx) { report_failures(tx); });
    EXPECT_EQ(alfa.count("session.refused"), 2);
    auto const leaf = tenant::test::newest_leaf(*alfa.tenant);
    auto const& details = leaf.at("details").as_object();
    EXPECT_EQ(details.at("failures"), 7);
    EXPECT_EQ(details.at("people"), (json::Array{"anna"}));
    EXPECT_EQ(json::to_text(leaf).find("192.0.2.1"), std::string::npos);
    alfa.home.clock.advance(one_minute);
    alfa.write([](Transaction& tx) { report_failures(tx); });
    EXPECT_EQ(alfa.count("session.refused"), 2);
}

TEST(LogIn, one_ipv6_network_counts_as_one_address) {
    EXPECT_EQ(origin_of_address("2001:db8:1:2::1"), origin_of_address("2001:db8:1:2:ffff::9"));
    EXPECT_NE(origin_of_address("2001:db8:1:2::1"), origin_of_address("2001:db8:1:3::1"));
    EXPECT_EQ(origin_of_address("::ffff:192.0.2.1"), origin_of_address("192.0.2.1"));
    EXPECT_NE(origin_of_address("192.0.2.1"), origin_of_address("192.0.2.2"));
}

TEST(LogIn, a_hash_made_with_less_work_is_made_anew) {
    Organisation alfa;
    alfa.write([](Transaction& tx) { tenant::set_setting(tx, "password.passes", "2"); });
    auto const hash = [&] {
        std::optional<std::string> found;
        alfa.read([&](Transaction& tx) {
            found = tx.connection().text("SELECT password_hash FROM accounts", {});
        });
        return found.value_or("");
    };
    EXPECT_NE(hash().find("t=1"), std::string::npos);
    alfa.log_in();
    EXPECT_NE(hash().find("t=2"), std::string::npos);
    EXPECT_NO_THROW(alfa.log_in());
}

TEST(LogIn, the_twenty_first_session_ends_the_one_used_longest_ago) {
    Organisation alfa;
    std::vector<LogIn> entered;
    for (int i = 0; i < 20; ++i) {
        entered.push_back(alfa.log_in());
        alfa.home.clock.advance(one_second);
    }
    alfa.write([&](Transaction& tx) { touch_session(tx, entered[0].session_id); });
    alfa.home.clock.advance(one_second);
    entered.push_back(alfa.log_in());
    EXPECT_TRUE(alfa.session(entered[0].cookie_token));
    EXPECT_FALSE(alfa.session(entered[1].cookie_token));
    for (std::size_t i = 2; i < entered.size(); ++i) {
        EXPECT_TRUE(alfa.session(entered[i].cookie_token)) << i;
    }
}

}  // namespace

}  // namespace sigill::identity
