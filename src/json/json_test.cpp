#include "json/json.hpp"

#include <gtest/gtest.h>

namespace sigill::json {
namespace {

std::string code(std::string_view text, Limits limits = {}) {
    auto const result = parse(text, limits);
    auto const* error = std::get_if<ParseError>(&result);
    return error == nullptr ? "" : std::string{error->phrase.code};
}

TEST(Json, what_is_broken_is_refused_and_never_thrown) {
    for (auto const* text : {"", "{", "[1,]", "{\"a\":1,}", "nul", "01", "1 2", "'a'", "[1]x",
                             "// c\n1", "\"\\u12\"", "\"\xff\"", "\"\xed\xa0\x80\"", "\"a\nb\""}) {
        EXPECT_EQ(code(text), "json.broken") << text;
    }
}

TEST(Json, depth_and_length_have_limits) {
    EXPECT_EQ(code("[[[1]]]", {.depth = 3}), "");
    EXPECT_EQ(code("[[[[1]]]]", {.depth = 3}), "json.too_deep");
    EXPECT_EQ(code("[1,2,3]", {.bytes = 6}), "json.too_long");
    EXPECT_EQ(code(std::string(100'000, '[')), "json.too_deep");
}

TEST(Json, a_repeated_key_is_refused_at_every_depth) {
    EXPECT_EQ(code(R"({"a":1,"b":{"a":2}})"), "");
    EXPECT_EQ(code(R"({"a":1,"a":2})"), "json.repeated_key");
    EXPECT_EQ(code(R"([{"x":{"k":1,"k":2}}])"), "json.repeated_key");
    EXPECT_EQ(code("{\"a\":1,\"\\u0061\":2}"), "json.repeated_key");
}

TEST(Json, quoted_text_reads_back_unchanged) {
    std::string every;
    for (char c = 1; c < 127; ++c) {
        every += c;
    }
    for (auto const& text :
         {std::string{}, every, std::string{"åäö \"x\" \\ 🦭"}, std::string(1, '\0'),
          std::string{"\"\"\\\\\n"}, std::string{"slut\t"}}) {
        std::string quoted;
        append_quoted(quoted, text);
        auto const result = parse(quoted);
        auto const* value = std::get_if<Value>(&result);
        ASSERT_NE(value, nullptr) << quoted;
        EXPECT_EQ(view(value->get_string()), text);
    }
}

}  // namespace
}  // namespace sigill::json
