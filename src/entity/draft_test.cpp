#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "entity/test_register.hpp"

namespace sigill::entity {
namespace {

json::Object object(std::string_view text) {
    auto parsed = json::parse(text);
    return std::get<json::Value>(parsed).get_object();
}

// "code@field" of everything that is wrong with the body, in order.
std::vector<std::string> problems(std::string_view body, Transition const* step = nullptr) {
    try {
        static_cast<void>(read_draft(test::thing, object(body), step));
    } catch (Failure const& failure) {
        EXPECT_EQ(failure.kind(), FailureKind::invalid);
        std::vector<std::string> found;
        for (auto const& problem : failure.problems()) {
            found.push_back(std::string{problem.phrase.code} + "@" + problem.field);
        }
        return found;
    }
    return {};
}

TEST(Draft, every_kind_takes_its_own_values) {
    auto const draft = read_draft(
        test::thing, object(R"({"title":"Å","note":"x","story":"a\nb","colour":"red","level":4,
                   "due":"2026-02-28","seen":"2026-01-01T00:00:00+01:00","hours":99,
                   "ready":true,"other":"THING-1","others":["THING-1","THING-2"]})"));
    EXPECT_EQ(std::get<std::string>(*draft.find("story")), "a\nb");
    EXPECT_EQ(std::get<std::int64_t>(*draft.find("level")), 4);
    EXPECT_EQ(std::get<bool>(*draft.find("ready")), true);
    EXPECT_EQ(format_instant(std::get<std::int64_t>(*draft.find("seen"))),
              "2025-12-31T23:00:00.000000Z");
    EXPECT_EQ(std::get<std::vector<std::string>>(*draft.find("others")).size(), 2U);
}

TEST(Draft, every_wrong_value_is_named_with_its_field) {
    struct Scenario {
        std::string_view body;
        std::string_view problem;
    };
    for (auto const& [body, problem] :
         std::initializer_list<Scenario>{{R"({"nothing":1})", "unknown_field@nothing"},
                                         {R"({"id":"x"})", "unknown_field@id"},
                                         {R"({"version":2})", "unknown_field@version"},
                                         {R"({"fixed":"x"})", "not_writable@fixed"},
                                         {R"({"title":7})", "type.text@title"},
                                         {R"({"note":"12345678901"})", "too_long@note"},
                                         {R"({"note":"a\nb"})", "control_character@note"},
                                         {R"({"story":"a\u0000b"})", "control_character@story"},
                                         {R"({"note":"a\u202eb"})", "control_character@note"},
                                         {R"({"colour":"green"})", "no_such_choice@colour"},
                                         {R"({"level":5})", "out_of_range@level"},
                                         {R"({"level":-1})", "out_of_range@level"},
                                         {R"({"level":1.5})", "type.number@level"},
                                         {R"({"due":"2026-02-29"})", "type.day@due"},
                                         {R"({"seen":"yesterday"})", "type.instant@seen"},
                                         {R"({"hours":0})", "out_of_range@hours"},
                                         {R"({"hours":100})", "out_of_range@hours"},
                                         {R"({"hours":"5"})", "type.number@hours"},
                                         {R"({"ready":"yes"})", "type.yes_no@ready"},
                                         {R"({"other":["THING-1"]})", "type.reference@other"},
                                         {R"({"others":"THING-1"})", "type.references@others"},
                                         {R"({"others":[1]})", "type.references@others"}}) {
        EXPECT_THAT(problems(body), testing::ElementsAre(std::string{problem})) << body;
    }
}

TEST(Draft, all_that_is_wrong_is_told_at_once) {
    EXPECT_THAT(problems(R"({"level":9,"due":"x","nothing":1})"), testing::SizeIs(3));
}

TEST(Draft, null_and_empty_text_both_empty_a_field) {
    auto const draft = read_draft(test::thing, object(R"({"note":null,"story":""})"));
    EXPECT_TRUE(std::holds_alternative<std::monostate>(*draft.find("note")));
    EXPECT_TRUE(std::holds_alternative<std::monostate>(*draft.find("story")));
}

TEST(Draft, a_step_takes_only_its_own_fields) {
    auto const* close = find_transition(test::thing, "close");
    EXPECT_THAT(problems(R"({"hours":3})", close), testing::IsEmpty());
    EXPECT_THAT(problems(R"({"note":"x"})", close), testing::ElementsAre("not_writable@note"));
    EXPECT_THAT(problems(R"({"title":"x"})", close), testing::ElementsAre("unknown_field@title"));
}

TEST(Draft, text_is_kept_in_normal_form_c) {
    auto const draft = read_draft(test::thing, object("{\"note\":\"a\xCC\x8A\"}"));
    EXPECT_EQ(std::get<std::string>(*draft.find("note")), "\xC3\xA5");
}

}  // namespace
}  // namespace sigill::entity
