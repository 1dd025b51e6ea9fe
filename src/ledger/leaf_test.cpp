#include <gtest/gtest.h>

#include "ledger/log.hpp"
#include "text/text.hpp"

namespace sigill::ledger {
namespace {

Entry small() {
    Entry entry;
    entry.id = "0193572e-6a5b-7c4d-8e9f-0a1b2c3d4e5f";
    entry.at = 0;
    entry.event = "session.denied";
    entry.actor_kind = "anonymous";
    return entry;
}

Entry full() {
    auto entry = small();
    entry.event = "classifications.decided";
    entry.actor_kind = "person";
    entry.actor_id = "p-1";
    entry.on_behalf_of = "p-2";
    entry.register_name = "classifications";
    entry.record_id = "c-1";
    entry.record_ref = "CLS-1";
    entry.record_version = 3;
    entry.signature = true;
    entry.request_id = "r-1";
    entry.changes =
        json::Object{{"state", json::Object{{"before", "draft"}, {"after", "decided"}}}};
    entry.details = json::Object{{"note", "rad 1\nrad \"2\" \\ åäö"}};
    return entry;
}

TEST(Leaf, is_one_exact_line_with_its_keys_in_order) {
    EXPECT_EQ(leaf_line(small()), R"({"v":1,"id":"0193572e-6a5b-7c4d-8e9f-0a1b2c3d4e5f",)"
                                  R"("at":"1970-01-01T00:00:00.000000Z","event":"session.denied",)"
                                  R"("actor":{"kind":"anonymous"}})");
    EXPECT_EQ(leaf_line(full()),
              R"({"v":1,"id":"0193572e-6a5b-7c4d-8e9f-0a1b2c3d4e5f",)"
              R"("at":"1970-01-01T00:00:00.000000Z","event":"classifications.decided",)"
              R"("actor":{"kind":"person","id":"p-1"},"on_behalf_of":"p-2",)"
              R"("record":{"register":"classifications","id":"c-1","ref":"CLS-1","version":3},)"
              R"("signature":true,"request_id":"r-1",)"
              R"("changes":{"state":{"before":"draft","after":"decided"}},)"
              R"("details":{"note":"rad 1\nrad \"2\" \\ åäö"}})");
}

TEST(Leaf, is_the_same_each_time_and_readable_json_without_a_newline) {
    auto const line = leaf_line(full());
    EXPECT_EQ(line, leaf_line(full()));
    EXPECT_EQ(line.find('\n'), std::string::npos);
    EXPECT_TRUE(text::is_utf8(line));
    auto const parsed = json::parse(line);
    ASSERT_TRUE(std::holds_alternative<json::Value>(parsed));
    EXPECT_EQ(std::get<json::Value>(parsed).at("details").at("note"), "rad 1\nrad \"2\" \\ åäö");
}

TEST(Leaf, is_refused_when_too_large_or_no_utf8) {
    auto entry = small();
    entry.details = std::string(leaf_limit_bytes, 'x');
    try {
        (void)leaf_line(entry);
        FAIL();
    } catch (Failure const& failure) {
        EXPECT_EQ(failure.kind(), FailureKind::too_large);
    }
    entry.details = "\xC3(";
    try {
        (void)leaf_line(entry);
        FAIL();
    } catch (Failure const& failure) {
        EXPECT_EQ(failure.kind(), FailureKind::invalid);
    }
}

}  // namespace
}  // namespace sigill::ledger
