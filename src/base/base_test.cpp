#include <gtest/gtest.h>

#include <set>

#include "base/bytes.hpp"
#include "base/clock.hpp"
#include "base/failure.hpp"
#include "base/id.hpp"
#include "base/secret.hpp"

namespace sigill {
namespace {

class CountingRandom final : public Random {
public:
    void fill(std::span<std::uint8_t> bytes) override {
        for (auto& byte : bytes) {
            byte = next_++;
        }
    }

private:
    std::uint8_t next_ = 0;
};

TEST(Clock, an_instant_is_written_with_microseconds_in_utc) {
    EXPECT_EQ(format_instant(0), "1970-01-01T00:00:00.000000Z");
    EXPECT_EQ(format_instant(-1), "1969-12-31T23:59:59.999999Z");
    EXPECT_EQ(format_instant(1'795'507'200'123'456), "2026-11-24T08:00:00.123456Z");
    EXPECT_EQ(format_instant(951'782'400 * one_second), "2000-02-29T00:00:00.000000Z");
}

TEST(Clock, an_instant_is_read_back_as_written) {
    for (auto const at : {Instant{0}, Instant{-1}, Instant{1'795'507'200'123'456},
                          Instant{253'402'300'799'999'999}, Instant{-62'135'596'800'000'000}}) {
        EXPECT_EQ(parse_instant(format_instant(at)), at);
    }
}

TEST(Clock, offsets_and_short_fractions_are_understood) {
    auto const noon = parse_instant("2026-11-24T12:00:00Z");
    EXPECT_EQ(parse_instant("2026-11-24T13:00:00+01:00"), noon);
    EXPECT_EQ(parse_instant("2026-11-24T07:30:00-04:30"), noon);
    EXPECT_EQ(parse_instant("2026-11-24T12:00:00.5Z"), *noon + 500'000);
}

TEST(Clock, what_is_no_instant_is_refused) {
    for (auto const* text :
         {"", "2026-11-24", "2026-11-24T12:00:00", "2026-11-24 12:00:00Z", "2026-13-01T00:00:00Z",
          "2026-02-29T00:00:00Z", "2026-11-24T24:00:00Z", "2026-11-24T12:60:00Z",
          "2026-11-24T12:00:61Z", "2026-11-24T12:00:00.Z", "2026-11-24T12:00:00+1:00",
          "2026-11-24T12:00:00Zx", "x026-11-24T12:00:00Z"}) {
        EXPECT_EQ(parse_instant(text), std::nullopt) << text;
    }
}

TEST(Clock, days_are_checked_and_counted_by_the_calendar) {
    EXPECT_TRUE(is_day("2024-02-29"));
    EXPECT_FALSE(is_day("2026-02-29"));
    EXPECT_FALSE(is_day("2026-2-9"));
    EXPECT_EQ(add_days("2026-12-31", 1), "2027-01-01");
    EXPECT_EQ(add_days("2024-03-01", -1), "2024-02-29");
}

TEST(Id, is_a_uuid_of_version_7_and_sorts_by_time) {
    ManualClock clock{1'795'507'200'000'000};
    CountingRandom random;
    auto const first = make_id(clock, random);
    clock.advance(1000);
    auto const second = make_id(clock, random);
    EXPECT_TRUE(is_id(first));
    EXPECT_EQ(first[14], '7');
    EXPECT_NE(std::string{"89ab"}.find(first[19]), std::string::npos);
    EXPECT_LT(first, second);
}

TEST(Id, only_canonical_text_is_an_id) {
    EXPECT_FALSE(is_id("01A20B8E-D98F-7E78-9319-4BAB436C950A"));
    EXPECT_FALSE(is_id("01a20b8ed98f7e7893194bab436c950a"));
    EXPECT_FALSE(is_id("01a20b8e-d98f-7e78-9319-4bab436c950"));
    EXPECT_FALSE(is_id("01a20b8e-d98f-7e78-9319-4bab436c950g"));
}

TEST(Bytes, base64_answers_the_vectors_of_rfc_4648) {
    std::pair<std::string_view, std::string_view> const vectors[] = {{"", ""},
                                                                     {"f", "Zg=="},
                                                                     {"fo", "Zm8="},
                                                                     {"foo", "Zm9v"},
                                                                     {"foob", "Zm9vYg=="},
                                                                     {"fooba", "Zm9vYmE="},
                                                                     {"foobar", "Zm9vYmFy"}};
    for (auto const& [plain, coded] : vectors) {
        EXPECT_EQ(to_base64(as_bytes(plain)), coded);
        EXPECT_EQ(from_base64(coded), Bytes(plain.begin(), plain.end()));
    }
}

TEST(Bytes, two_texts_never_mean_the_same_bytes) {
    for (auto const* text : {"Zg=", "Zg", "Zh==", "Zm9=", "Z===", "Zg==\n", "Zm 9v"}) {
        EXPECT_EQ(from_base64(text), std::nullopt) << text;
    }
    EXPECT_EQ(from_base64url("-_8"), (Bytes{0xfb, 0xff}));
    EXPECT_EQ(from_hex("0g"), std::nullopt);
    EXPECT_EQ(from_hex("abc"), std::nullopt);
    EXPECT_EQ(from_hex("00fF"), (Bytes{0x00, 0xff}));
}

TEST(Secret, taking_text_wipes_the_original) {
    std::string text = "hemligt";
    auto const secret = Secret::take(std::move(text));
    EXPECT_EQ(secret.text(), "hemligt");
    EXPECT_TRUE(text.empty());  // NOLINT(bugprone-use-after-move): that is the claim
}

TEST(Failure, tells_place_and_value_in_both_languages) {
    auto const failure = Failure::invalid(
        "row 3, due", {"too_long", "may be at most {} characters", "får vara högst {} tecken"},
        "9");
    EXPECT_EQ(failure.sentence(Language::english), "row 3, due: may be at most 9 characters");
    EXPECT_EQ(failure.sentence(Language::swedish), "row 3, due: får vara högst 9 tecken");
    EXPECT_STREQ(failure.what(), "row 3, due: may be at most 9 characters");
}

}  // namespace
}  // namespace sigill
