#include "text/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

namespace sigill::text {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

struct Utf8Case {
    std::string_view what;
    std::string_view bytes;
    bool good;
};
using std::string_view_literals::operator""sv;

constexpr Utf8Case utf8_cases[] = {
    {"nothing", ""sv, true},
    {"ASCII with zero byte", "a\0b"sv, true},
    {"two, three and four bytes", "å€😀"sv, true},
    {"last code point U+10FFFF", "\xF4\x8F\xBF\xBF"sv, true},
    {"last before and first after the surrogates", "\xED\x9F\xBF\xEE\x80\x80"sv, true},
    {"noncharacter U+FFFE", "\xEF\xBF\xBE"sv, true},
    {"lone continuation", "\x80"sv, false},
    {"continuation in text", "a\xBF"sv, false},
    {"two bytes cut short", "\xC3"sv, false},
    {"three bytes cut short", "\xE2\x82"sv, false},
    {"four bytes cut short", "\xF0\x9F\x98"sv, false},
    {"second byte missing", "\xC3("sv, false},
    {"overlong zero", "\xC0\x80"sv, false},
    {"overlong slash, two bytes", "\xC0\xAF"sv, false},
    {"overlong slash, three bytes", "\xE0\x80\xAF"sv, false},
    {"overlong slash, four bytes", "\xF0\x80\x80\xAF"sv, false},
    {"highest overlong of three bytes", "\xE0\x9F\xBF"sv, false},
    {"highest overlong of four bytes", "\xF0\x8F\xBF\xBF"sv, false},
    {"first surrogate U+D800", "\xED\xA0\x80"sv, false},
    {"last surrogate U+DFFF", "\xED\xBF\xBF"sv, false},
    {"surrogate pair", "\xED\xA0\xBD\xED\xB8\x80"sv, false},
    {"above U+10FFFF", "\xF4\x90\x80\x80"sv, false},
    {"byte F5", "\xF5\x80\x80\x80"sv, false},
    {"five bytes", "\xF8\x88\x80\x80\x80"sv, false},
    {"byte FE", "\xFE"sv, false},
    {"byte FF", "\xFF"sv, false},
    {"Latin-1", "\xE5\xE4\xF6"sv, false},
};

TEST(Utf8, is_told_from_what_only_looks_like_it) {
    for (auto const& c : utf8_cases) {
        EXPECT_EQ(is_utf8(c.bytes), c.good) << c.what;
    }
}

TEST(Control, is_found_wherever_it_hides) {
    for (auto const text :
         {"a\nb\tc"sv, "å ä ö"sv, "👩‍👩‍👧"sv, "\u200E\u200F"sv, "\u00A0"sv, ""sv}) {
        EXPECT_FALSE(has_control(text)) << text;
    }
    for (auto const text :
         {"\0"sv, "a\rb"sv, "a\x1B[31m"sv, "\x7F"sv, "\u0080"sv, "\u009F"sv, "x\u202Ay"sv,
          "invoice\u202Efdp.exe"sv, "\u2066"sv, "\u2069"sv, "\u202C"sv}) {
        EXPECT_TRUE(has_control(text)) << text;
    }
}

TEST(Length, counts_code_points) {
    EXPECT_EQ(length(""), 0U);
    EXPECT_EQ(length("åäö"), 3U);
    EXPECT_EQ(length("😀a"), 2U);
    EXPECT_EQ(length("a\u030A"), 2U);
}

TEST(Normalised, composes_and_leaves_the_rest_alone) {
    EXPECT_EQ(normalised("a\u030A"), "å");
    EXPECT_EQ(normalised("O\u0308"), "Ö");
    EXPECT_EQ(normalised("ﬁ ½"), "ﬁ ½");
    EXPECT_EQ(normalised("\u212B"), "Å");
    auto const zero = "a\0b"sv;
    EXPECT_EQ(normalised(zero), zero);
    EXPECT_EQ(normalised(""), "");
}

std::vector<std::string> sorted(std::vector<std::string> words, Language language) {
    std::ranges::sort(words, {}, [&](auto const& word) { return sort_key(word, language); });
    return words;
}

TEST(SortKey, puts_the_swedish_letters_last_in_swedish) {
    EXPECT_THAT(sorted({"Örebro", "Zinkgruvan", "Ånge", "Ängelholm", "Arvika"}, Language::swedish),
                ElementsAre("Arvika", "Zinkgruvan", "Ånge", "Ängelholm", "Örebro"));
    EXPECT_THAT(sorted({"Örebro", "Zinkgruvan", "Ånge", "Arvika"}, Language::english),
                ElementsAre("Ånge", "Arvika", "Örebro", "Zinkgruvan"));
}

TEST(SortKey, counts_digits_by_value_and_case_last) {
    EXPECT_THAT(sorted({"Server 10", "Server 9", "server 9", "Server 100"}, Language::swedish),
                ElementsAre("server 9", "Server 9", "Server 10", "Server 100"));
}

TEST(SortKey, is_the_same_for_the_same_text_however_it_is_composed) {
    EXPECT_EQ(sort_key("a\u030A", Language::swedish), sort_key("å", Language::swedish));
    EXPECT_LT(sort_key("", Language::swedish), sort_key("a", Language::swedish));
}

TEST(SortKey, is_hex_with_the_version_of_the_collation_in_front) {
    auto const version = sort_key_version(Language::swedish);
    EXPECT_EQ(version.size(), 8U);
    auto const key = sort_key("Register över " + std::string(1000, 'x'), Language::swedish);
    EXPECT_TRUE(key.starts_with(version));
    EXPECT_EQ(key.find_first_not_of("0123456789abcdef"), std::string::npos);
}

std::vector<std::string> tokens(std::string_view text) {
    std::vector<std::string> out;
    std::string token;
    for (auto const c : search_tokens(text) + " ") {
        if (c == ' ') {
            if (!token.empty()) {
                out.push_back(std::exchange(token, {}));
            }
        } else {
            token += c;
        }
    }
    return out;
}

// True when a search for `query` finds a stored `text`, as both engines do it.
bool finds(std::string_view query, std::string_view text) {
    auto const stored = tokens(text);
    auto const groups = query_tokens(query);
    return !groups.empty() && std::ranges::all_of(groups, [&](auto const& group) {
        return std::ranges::any_of(group, [&](std::string const& form) {
            return std::ranges::any_of(stored, [&](std::string const& token) {
                return form.ends_with('*') ? token.starts_with(form.substr(0, form.size() - 1))
                                           : token == form;
            });
        });
    });
}

TEST(Search, keeps_har_and_hår_and_här_apart) {
    EXPECT_FALSE(finds("har", "hår"));
    EXPECT_FALSE(finds("har", "här"));
    EXPECT_FALSE(finds("hår", "här"));
    EXPECT_TRUE(finds("HÅR", "ha\u030Ar"));
}

TEST(Search, finds_a_word_in_its_other_forms) {
    EXPECT_THAT(tokens("tillgångar"), Contains("tillgång"));
    for (auto const& [query, text] : std::vector<std::pair<std::string_view, std::string_view>>{
             {"tillgångar", "En tillgång i verksamheten"},
             {"tillgång", "Alla våra tillgångar"},
             {"leverantörerna", "leverantör"},
             {"controls", "A control is assessed"},
             {"assessing", "assessed controls"},
             {"AST-12", "ast-12"},
             {"10.0.0.1", "Servern 10.0.0.1 står i hall B"},
             {"ｆｕｌｌ", "full"}}) {
        EXPECT_TRUE(finds(query, text)) << query << " in " << text;
    }
}

TEST(Search, takes_the_last_word_as_a_beginning_and_demands_all_words) {
    EXPECT_TRUE(finds("larmc", "Larmcentralen"));
    EXPECT_TRUE(finds("larmcentralen ser", "Larmcentralens server"));
    EXPECT_FALSE(finds("larmc server", "Larmcentralens server"));
    EXPECT_FALSE(finds("larmcentralens brandvägg", "Larmcentralens server"));
    EXPECT_THAT(query_tokens("kort").back(), Contains("kort*"));
    EXPECT_THAT(query_tokens("kort lås").front(), Not(Contains("kort*")));
}

TEST(Search, of_nothing_but_signs_has_no_words) {
    EXPECT_THAT(search_tokens(" *\"()-:^ \n"), IsEmpty());
    EXPECT_THAT(query_tokens("*\"'"), IsEmpty());
    EXPECT_THAT(query_tokens(""), IsEmpty());
}

TEST(Search, holds_no_sign_that_a_search_engine_would_read) {
    auto const text = search_tokens("a\"b OR NEAR(x) col:val -minus 'quote' 100% x*y \xFF");
    EXPECT_EQ(text.find_first_of("\"*()-^%"), std::string::npos) << text;
}

TEST(Search, takes_no_more_words_than_its_limit) {
    std::string text;
    for (int i = 0; i < 100; ++i) {
        text += "ord" + std::to_string(i) + " ";
    }
    EXPECT_EQ(query_tokens(text).size(), query_word_limit);
}

TEST(Search, works_in_many_threads_at_once) {
    auto const wanted = search_tokens("Tillgångar och skyddsåtgärder");
    std::atomic<int> right = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int j = 0; j < 50; ++j) {
                    right += search_tokens("Tillgångar och skyddsåtgärder") == wanted &&
                                     !sort_key("å", Language::swedish).empty()
                                 ? 1
                                 : 0;
                }
            });
        }
    }
    EXPECT_EQ(right, 200);
}

}  // namespace
}  // namespace sigill::text
