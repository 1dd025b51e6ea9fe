#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/problem.hpp"
#include "api/router.hpp"

namespace sigill::api {
namespace {

class RouterTest : public testing::Test {
protected:
    RouterTest() {
        auto const nothing = [](Request const&, tenant::Transaction&) { return no_content(); };
        router_.get("/frameworks/{id}", {.permission = "frameworks.read"}, nothing);
        router_.post("/frameworks/import", {.permission = "frameworks.import"}, nothing);
        router_.post("/frameworks/{id}", {.permission = "frameworks.update"}, nothing);
    }

    entity::Catalogue catalogue_;
    entity::Engine engine_{catalogue_};
    Router router_{engine_};
};

TEST_F(RouterTest, a_literal_segment_wins_over_a_parameter) {
    EXPECT_EQ(router_.match("POST", "/frameworks/import").route->options.permission.name(),
              "frameworks.import");
    auto const other = router_.match("POST", "/frameworks/FRW-1");
    EXPECT_EQ(other.route->options.permission.name(), "frameworks.update");
    EXPECT_THAT(other.parameters, testing::ElementsAre(testing::Pair("id", "FRW-1")));
}

TEST_F(RouterTest, another_method_is_told_apart_from_another_path) {
    auto const wrong_method = router_.match("DELETE", "/frameworks/FRW-1");
    EXPECT_EQ(wrong_method.route, nullptr);
    EXPECT_TRUE(wrong_method.path_known);
    EXPECT_EQ(wrong_method.allow, "GET, POST");
    EXPECT_FALSE(router_.match("GET", "/frameworks").path_known);
    EXPECT_FALSE(router_.match("GET", "/frameworks/FRW-1/tree").path_known);
    EXPECT_FALSE(router_.match("GET", "/frameworks/").path_known);
    EXPECT_FALSE(router_.match("GET", "").path_known);
}

TEST_F(RouterTest, if_match_is_needed_and_must_be_a_version) {
    http::Request http;
    Request request;
    request.http = &http;
    EXPECT_THROW(static_cast<void>(request.if_match()), Failure);
    http.headers = {{"if-match", "\"7\""}};
    EXPECT_EQ(request.if_match(), 7);
    for (auto const* bad : {"*", "\"x\"", "W/\"7\"", "\"7\", \"8\"", ""}) {
        http.headers = {{"if-match", bad}};
        EXPECT_THROW(static_cast<void>(request.if_match()), Failure) << bad;
    }
}

TEST(Problem, every_kind_has_its_status_and_both_languages) {
    EXPECT_EQ(status_of(FailureKind::invalid), 422);
    EXPECT_EQ(status_of(FailureKind::stale), 412);
    EXPECT_EQ(status_of(FailureKind::disk_full), 507);
    auto const failure = Failure::invalid("due", {"type.day", "must be a day", "ska vara en dag"});
    auto const swedish = problem(failure, Language::swedish, "r1");
    auto const english = problem(failure, Language::english, "r1");
    EXPECT_THAT(swedish.body, testing::HasSubstr("\"message\":\"ska vara en dag\""));
    EXPECT_THAT(english.body, testing::HasSubstr("\"message\":\"must be a day\""));
    EXPECT_THAT(english.body, testing::HasSubstr("\"request_id\":\"r1\""));
}

TEST(Problem, the_text_of_an_unknown_exception_never_reaches_the_caller) {
    auto const error = std::make_exception_ptr(std::runtime_error{"secret path /x"});
    auto const answer = problem(error, Language::english, "r2");
    EXPECT_EQ(answer.status, 500);
    EXPECT_THAT(answer.body, testing::Not(testing::HasSubstr("secret")));
}

}  // namespace
}  // namespace sigill::api
