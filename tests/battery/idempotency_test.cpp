// Idempotency-Key: what is sent again is answered again and done once.

#include <future>

#include <gtest/gtest.h>

#include "support/world.hpp"

namespace sigill::battery {

namespace {

using test_support::Answer;
using test_support::Ask;
using test_support::Client;

class idempotency : public testing::Test {
protected:
    static void SetUpTestSuite() { world_ = std::make_unique<test_support::World>(); }
    static void TearDownTestSuite() { world_.reset(); }

    static Client client(std::string_view name) {
        return {world_->gateway(), "alfa", world_->asker(name).credentials};
    }

    static Ask create(std::string const& title, std::string const& key) {
        return {.method = "POST",
                .path = "/processes",
                .body = R"({"title":")" + title + "\"}",
                .headers = {{"idempotency-key", key}}};
    }

    static std::int64_t made(std::string const& title) {
        auto const list =
            client("outsider").get("/processes", {{"title", title}, {"count", "exact"}}).object();
        return list.at("total").to_number<std::int64_t>();
    }

    static std::unique_ptr<test_support::World> world_;
};

std::unique_ptr<test_support::World> idempotency::world_;

}  // namespace

TEST_F(idempotency, a_repeated_post_is_answered_alike_and_done_once) {
    auto const first = client("outsider").ask(create("once", "a"));
    ASSERT_EQ(first.status, 201) << first.told();
    auto const entries = world_->log_size();
    auto const again = client("outsider").ask(create("once", "a"));
    EXPECT_EQ(again.status, first.status);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(again.header("location"), first.header("location"));
    EXPECT_EQ(again.header("etag"), first.header("etag"));
    EXPECT_EQ(again.header("content-type"), first.header("content-type"));
    EXPECT_EQ(made("once"), 1);
    EXPECT_EQ(world_->log_size(), entries);
    // Without a key each request stands for itself.
    auto plain = create("once", "a");
    plain.headers.clear();
    EXPECT_EQ(client("outsider").ask(plain).status, 201);
    EXPECT_EQ(made("once"), 2);
}

TEST_F(idempotency, sixty_four_at_once_make_one_record) {
    std::vector<std::future<Answer>> answers;
    answers.reserve(64);
    for (int i = 0; i < 64; ++i) {
        answers.push_back(std::async(
            std::launch::async, [] { return client("outsider").ask(create("sixty-four", "b")); }));
    }
    std::set<std::string> bodies;
    for (auto& answer : answers) {
        auto const given = answer.get();
        EXPECT_EQ(given.status, 201) << given.told();
        bodies.insert(given.body);
    }
    EXPECT_EQ(bodies.size(), 1U);
    EXPECT_EQ(made("sixty-four"), 1);
}

TEST_F(idempotency, a_key_on_another_request_is_refused_and_does_nothing) {
    ASSERT_EQ(client("outsider").ask(create("mine", "c")).status, 201);
    auto const other = client("outsider").ask(create("another", "c"));
    EXPECT_EQ(other.status, 422) << other.told();
    EXPECT_TRUE(other.names("", "idempotency_mismatch")) << other.told();
    auto elsewhere = create("mine", "c");
    elsewhere.path = "/assets";
    EXPECT_EQ(client("outsider").ask(elsewhere).status, 422);
    EXPECT_EQ(made("another"), 0);
}

TEST_F(idempotency, each_caller_has_keys_of_their_own) {
    ASSERT_EQ(client("outsider").ask(create("theirs", "d")).status, 201);
    auto const member = client("member").ask(create("theirs", "d"));
    EXPECT_EQ(member.status, 201) << member.told();
    EXPECT_EQ(made("theirs"), 2);
    // The key of somebody who may is no way in for somebody who may not.
    EXPECT_EQ(client("nobody").ask(create("theirs", "d")).status, 403);
}

TEST_F(idempotency, what_was_refused_can_be_mended_under_the_same_key) {
    auto const refused = client("outsider").ask(create("", "e"));
    EXPECT_EQ(refused.status, 422) << refused.told();
    EXPECT_EQ(client("outsider").ask(create("mended", "e")).status, 201);
}

TEST_F(idempotency, strange_keys_are_refused_and_reading_ignores_them) {
    for (auto const& key : {std::string{}, std::string(201, 'a'), std::string{"a b"},
                            std::string{"å"}, std::string{"a\tb"}}) {
        EXPECT_EQ(client("outsider").ask(create("strange", key)).status, 400) << key;
    }
    EXPECT_EQ(client("outsider").ask(create("longest", std::string(200, 'a'))).status, 201);
    auto const read =
        client("outsider").ask({.path = "/processes", .headers = {{"idempotency-key", "a b"}}});
    EXPECT_EQ(read.status, 200);
}

TEST_F(idempotency, after_a_day_the_key_is_free) {
    ASSERT_EQ(client("outsider").ask(create("yesterday", "f")).status, 201);
    world_->services().registry().open("alfa")->write_and_wait(
        {.principal = access::Principal::system()}, [](tenant::Transaction& tx) {
            tx.run("UPDATE idempotency_keys SET answered_at = answered_at - $1 WHERE key = 'f'",
                   {std::int64_t{25} * 3600 * one_second});
        });
    EXPECT_EQ(client("outsider").ask(create("yesterday", "f")).status, 201);
    EXPECT_EQ(made("yesterday"), 2);
}

}  // namespace sigill::battery
