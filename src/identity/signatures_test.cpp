#include <gtest/gtest.h>

#include "identity/attempts.hpp"
#include "identity/test_support.hpp"

namespace sigill::identity {

namespace {

using tenant::Transaction;
using test::code_of;
using test::failure_of;
using test::Organisation;

struct Signing : ::testing::Test {
    Organisation alfa;
    LogIn entered = alfa.log_in();
    tenant::Context context = alfa.context_of(entered);

    std::string sign(std::string_view password = test::anna_password) {
        return reauthenticate(*alfa.tenant, context, entered.session_id, password);
    }
    void use(std::string const& signature, std::string const& session_id) {
        alfa.tenant->write_and_wait(context, [&](Transaction& tx) {
            use_signature(tx, session_id, signature);
            EXPECT_TRUE(tx.is_signed());
            tx.record("safeguards.decided", {});
        });
    }
    std::string code_of_use(std::string const& signature, std::string const& session_id) {
        return code_of(failure_of([&] { use(signature, session_id); }));
    }
};

TEST_F(Signing, is_good_once) {
    auto const signature = sign();
    EXPECT_EQ(alfa.count("session.reauthenticated"), 1);
    use(signature, entered.session_id);
    EXPECT_EQ(tenant::test::newest_leaf(*alfa.tenant).at("signature"), true);
    auto const again = failure_of([&] { use(signature, entered.session_id); });
    EXPECT_EQ(again.kind(), FailureKind::invalid);
    EXPECT_EQ(again.problems().front().field, "signature");
    EXPECT_EQ(alfa.count("safeguards.decided"), 1);
}

TEST_F(Signing, of_sixty_four_uses_at_once_exactly_one_succeeds) {
    auto const signature = sign();
    std::atomic<int> successes = 0;
    std::vector<std::future<void>> answers;
    for (int i = 0; i < 64; ++i) {
        auto answer = std::make_shared<std::promise<void>>();
        answers.push_back(answer->get_future());
        alfa.tenant->write(
            context,
            [&](Transaction& tx) {
                use_signature(tx, entered.session_id, signature);
                tx.record("safeguards.decided", {});
            },
            [answer, &successes](std::exception_ptr problem) {
                successes += problem ? 0 : 1;
                answer->set_value();
            });
    }
    for (auto& answer : answers) {
        answer.get();
    }
    EXPECT_EQ(successes, 1);
    EXPECT_EQ(alfa.count("safeguards.decided"), 1);
}

TEST_F(Signing, is_for_its_session_only) {
    auto const signature = sign();
    auto const other = alfa.log_in();
    EXPECT_EQ(code_of_use(signature, other.session_id), "signature_invalid");
    EXPECT_EQ(code_of_use("", entered.session_id), "signature_invalid");
    EXPECT_EQ(code_of_use(signature + "x", entered.session_id), "signature_invalid");
    EXPECT_NO_THROW(use(signature, entered.session_id));
}

TEST_F(Signing, is_good_for_five_minutes) {
    auto const signature = sign();
    auto const late = sign();
    alfa.home.clock.advance(signature_period - 1);
    EXPECT_NO_THROW(use(signature, entered.session_id));
    alfa.home.clock.advance(1);
    EXPECT_EQ(code_of_use(late, entered.session_id), "signature_invalid");
}

TEST_F(Signing, comes_back_when_the_act_fails) {
    auto const signature = sign();
    EXPECT_THROW(alfa.tenant->write_and_wait(context,
                                             [&](Transaction& tx) {
                                                 use_signature(tx, entered.session_id, signature);
                                                 throw Failure::missing();
                                             }),
                 Failure);
    EXPECT_NO_THROW(use(signature, entered.session_id));
}

TEST_F(Signing, needs_the_right_password_and_is_locked_after_ten_wrong_ones) {
    for (int i = 0; i < attempts_before_lock; ++i) {
        auto const failure = failure_of([&] { static_cast<void>(sign("fel lösenord helt")); });
        EXPECT_EQ(failure.kind(), FailureKind::invalid);
        EXPECT_EQ(failure.problems().front().field, "password");
    }
    EXPECT_EQ(failure_of([&] { static_cast<void>(sign()); }).kind(), FailureKind::too_many);
    EXPECT_EQ(alfa.count("signature.refused"), 1);
    EXPECT_EQ(alfa.count("session.reauthenticated"), 0);
    // Who knows the password is not locked out by whoever stole that session.
    EXPECT_NO_THROW(alfa.log_in());
}

TEST_F(Signing, needs_the_principals_own_open_session) {
    alfa.write([](Transaction& tx) {
        test::add_person(tx, "bo", "Bo");
        add_account(tx, "bo", "bo@example.se", Organisation::cheap_hash("bos långa lösenord"));
    });
    auto const bo = alfa.log_in("bos långa lösenord", test::here, "bo@example.se");
    EXPECT_EQ(failure_of([&] {
                  static_cast<void>(
                      reauthenticate(*alfa.tenant, context, bo.session_id, "bos långa lösenord"));
              }).kind(),
              FailureKind::unauthenticated);
    alfa.tenant->write_and_wait(context, [&](Transaction& tx) { log_out(tx, entered.session_id); });
    EXPECT_EQ(failure_of([&] { static_cast<void>(sign()); }).kind(), FailureKind::unauthenticated);
}

}  // namespace

}  // namespace sigill::identity
