// S4: what every route keeps apart, asked of the whole route table.

#include <gtest/gtest.h>

#include "isolation/probes.hpp"

namespace sigill::isolation {

namespace {

class isolation : public testing::Test {
protected:
    static void SetUpTestSuite() { world_ = std::make_unique<test_support::World>(); }
    static void TearDownTestSuite() { world_.reset(); }

    static Subject whole_program() { return {*world_, world_->gateway(), world_->router()}; }

    // No leak; and enough was asked for the answer to mean something.
    static void expect_tight(Findings const& findings, std::string_view what, int at_least) {
        std::cout << "[ isolation] " << what << ": " << findings.probes << " probes over "
                  << world_->router().routes().size() << " routes, " << findings.leaks.size()
                  << " leaks\n";
        EXPECT_TRUE(findings.leaks.empty()) << findings.told();
        EXPECT_GE(findings.probes, at_least) << "too few probes: is the world empty?";
    }

    static std::unique_ptr<test_support::World> world_;
};

std::unique_ptr<test_support::World> isolation::world_;

}  // namespace

TEST_F(isolation, hidden_ids_look_like_missing_ones) {
    expect_tight(hidden_ids_look_missing(whole_program()), "hidden ids", 1000);
}

TEST_F(isolation, answers_show_only_what_is_in_reach) {
    expect_tight(answers_show_only_what_is_in_reach(whole_program()), "answers", 1000);
}

TEST_F(isolation, hidden_ids_in_queries_find_what_nothing_finds) {
    expect_tight(hidden_ids_in_queries_look_missing(whole_program()), "queries", 200);
}

TEST_F(isolation, addresses_in_disguise_open_nothing) {
    expect_tight(disguised_paths_open_nothing(whole_program()), "disguised paths", 20'000);
}

TEST_F(isolation, every_permission_but_the_right_one_is_refused) {
    expect_tight(a_missing_permission_is_refused(whole_program()), "permissions", 50);
}

TEST_F(isolation, nobody_gets_in_without_credentials) {
    expect_tight(nobody_gets_in_without_credentials(whole_program()), "credentials", 200);
}

TEST_F(isolation, every_write_by_cookie_needs_the_csrf_token) {
    expect_tight(writes_need_the_csrf_token(whole_program()), "CSRF", 50);
}

TEST_F(isolation, what_only_the_program_sets_is_refused) {
    expect_tight(unwritable_fields_are_refused(whole_program()), "mass assignment", 200);
}

TEST_F(isolation, archived_records_take_nothing_but_restoring) {
    expect_tight(archived_records_are_closed(whole_program()), "archived", 20);
}

TEST_F(isolation, references_to_hidden_records_look_unknown) {
    expect_tight(hidden_references_look_unknown(whole_program()), "references", 200);
}

}  // namespace sigill::isolation
