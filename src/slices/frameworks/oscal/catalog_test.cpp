#include "slices/frameworks/oscal/catalog.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include "slices/frameworks/oscal/test_documents.hpp"

namespace sigill::frameworks::oscal {
namespace {

void for_each_control(std::vector<Control> const& controls,
                      std::function<void(Control const&)> const& visit) {
    for (auto const& control : controls) {
        visit(control);
        for_each_control(control.children, visit);
    }
}

void for_each_part(std::vector<Part> const& parts, std::function<void(Part const&)> const& visit) {
    for (auto const& part : parts) {
        visit(part);
        for_each_part(part.parts, visit);
    }
}

Control const* find(Catalog const& catalog, std::string_view number) {
    Control const* found = nullptr;
    for_each_control(catalog.groups, [&](Control const& control) {
        if (control.number == number) {
            found = &control;
        }
    });
    return found;
}

std::string all_text(Catalog const& catalog) {
    std::string text = catalog.title;
    for_each_control(catalog.groups, [&](Control const& control) {
        text += control.title + '\n' + control.statement + '\n' + control.guidance + '\n';
        for_each_part(control.parts,
                      [&](Part const& part) { text += part.title + '\n' + part.prose + '\n'; });
        for (auto const& parameter : control.parameters) {
            text += parameter.label + '\n' + parameter.value_text + '\n';
        }
    });
    return text;
}

class RealCatalog : public testing::Test {
protected:
    void SetUp() override {
        auto const text =
            real_document("nist-oscal/sp800-53r5/NIST_SP-800-53_rev5_catalog-min.json");
        if (!text) {
            GTEST_SKIP() << absent_data_notice;
        }
        auto result = parse(*text);
        auto const* const problem = std::get_if<Problem>(&result);
        ASSERT_EQ(problem, nullptr) << described(*problem);
        catalog_ = std::get<Catalog>(std::move(result));
    }

    Catalog catalog_;
};

TEST_F(RealCatalog, has_the_figures_of_sp_800_53_revision_5) {
    EXPECT_EQ(catalog_.counts.groups, 20u);
    EXPECT_EQ(catalog_.counts.controls, 322u);
    EXPECT_EQ(catalog_.counts.enhancements, 867u);
    EXPECT_EQ(catalog_.counts.withdrawn, 182u);
    EXPECT_EQ(catalog_.counts.parts, 3122u);
    EXPECT_EQ(catalog_.counts.group_parts, 1u);
    EXPECT_EQ(catalog_.counts.parameters, 1258u);
}

TEST_F(RealCatalog, counts_what_the_tree_holds) {
    Counts counted;
    for_each_control(catalog_.groups, [&](Control const& control) {
        counted.groups += control.kind == Kind::group ? 1 : 0;
        counted.controls += control.kind == Kind::control ? 1 : 0;
        counted.enhancements += control.kind == Kind::enhancement ? 1 : 0;
        counted.withdrawn += control.withdrawn ? 1 : 0;
        counted.parameters += control.parameters.size();
        for_each_part(control.parts, [&](Part const&) {
            ++(control.kind == Kind::group ? counted.group_parts : counted.parts);
        });
    });
    EXPECT_EQ(counted.groups, catalog_.counts.groups);
    EXPECT_EQ(counted.controls, catalog_.counts.controls);
    EXPECT_EQ(counted.enhancements, catalog_.counts.enhancements);
    EXPECT_EQ(counted.withdrawn, catalog_.counts.withdrawn);
    EXPECT_EQ(counted.parts, catalog_.counts.parts);
    EXPECT_EQ(counted.group_parts, catalog_.counts.group_parts);
    EXPECT_EQ(counted.parameters, catalog_.counts.parameters);
}

TEST_F(RealCatalog, names_its_edition_and_publisher) {
    EXPECT_EQ(catalog_.version, "5.0.1");
    EXPECT_EQ(catalog_.oscal_version, "1.0.0");
    EXPECT_EQ(catalog_.publisher, "Joint Task Force, Interagency Working Group");
    EXPECT_TRUE(catalog_.title.starts_with("NIST Special Publication 800-53 Revision 5"));
    EXPECT_EQ(catalog_.last_modified, "2021-06-08T13:57:33.013981-04:00");
}

TEST_F(RealCatalog, leaves_no_insertion_and_no_internal_link_unresolved) {
    auto const text = all_text(catalog_);
    EXPECT_GT(text.size(), 1'000'000u);
    EXPECT_EQ(text.find("{{"), std::string::npos);
    EXPECT_EQ(text.find("](#"), std::string::npos);
}

TEST_F(RealCatalog, reads_a_control_as_people_read_it) {
    auto const* const control = find(catalog_, "AC-2(3)");
    ASSERT_NE(control, nullptr);
    EXPECT_EQ(control->id, "ac-2.3");
    EXPECT_EQ(control->kind, Kind::enhancement);
    EXPECT_EQ(control->statement,
              "Disable accounts within [Assignment: organization-defined time period] when the "
              "accounts:\n"
              "  (a) Have expired;\n"
              "  (b) Are no longer associated with a user or individual;\n"
              "  (c) Are in violation of organizational policy; or\n"
              "  (d) Have been inactive for [Assignment: organization-defined time period].");
}

TEST_F(RealCatalog, resolves_selections_and_insertions_inside_them) {
    auto const* const policy = find(catalog_, "AC-1");
    ASSERT_NE(policy, nullptr);
    EXPECT_TRUE(policy->statement.starts_with(
        "a. Develop, document, and disseminate to [Assignment: organization-defined personnel or "
        "roles]:\n  1. [Selection (one or more): Organization-level; Mission/business "
        "process-level; System-level] access control policy that:\n    (a) Addresses purpose"))
        << policy->statement;
    auto const* const nested = find(catalog_, "AC-4(4)");
    ASSERT_NE(nested, nullptr);
    EXPECT_NE(nested->statement.find("[Selection (one or more): decrypting the information; "
                                     "blocking the flow of the encrypted information; terminating "
                                     "communications sessions attempting to pass encrypted "
                                     "information; [Assignment: organization-defined procedure or "
                                     "method]]"),
              std::string::npos)
        << nested->statement;
}

TEST_F(RealCatalog, says_where_withdrawn_controls_went) {
    auto const* const into_part = find(catalog_, "AC-2(10)");
    ASSERT_NE(into_part, nullptr);
    EXPECT_TRUE(into_part->withdrawn);
    EXPECT_EQ(into_part->statement, "[Withdrawn: incorporated into AC-2k.]");
    auto without_successor = 0;
    for_each_control(catalog_.groups, [&](Control const& control) {
        if (!control.withdrawn) {
            EXPECT_TRUE(control.kind == Kind::group || !control.statement.empty()) << control.id;
            EXPECT_TRUE(control.withdrawn_into.empty()) << control.id;
            return;
        }
        without_successor += control.withdrawn_into.empty() ? 1 : 0;
        EXPECT_FALSE(control.statement.empty()) << control.id;
        for (auto const& successor : control.withdrawn_into) {
            EXPECT_NE(successor.number, successor.id) << control.id;
        }
    });
    EXPECT_EQ(without_successor, 2) << "CP-10(3) and SC-19 have none in NIST's own text";
}

TEST(OscalCatalog, reads_a_resolved_profile_of_a_newer_edition) {
    auto const text = real_document(
        "nist-oscal/sp800-53r5/"
        "NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog-min.json");
    if (!text) {
        GTEST_SKIP() << absent_data_notice;
    }
    auto const result = parse(*text);
    auto const* const problem = std::get_if<Problem>(&result);
    ASSERT_EQ(problem, nullptr) << described(*problem);
    auto const& catalog = std::get<Catalog>(result);
    EXPECT_EQ(catalog.counts.groups, 18u);
    EXPECT_EQ(catalog.counts.controls, 131u);
    EXPECT_EQ(catalog.counts.enhancements, 18u);
    EXPECT_EQ(catalog.counts.parameters, 445u);
    ASSERT_NE(find(catalog, "AC-1"), nullptr) << "the label without a class is the number";
    EXPECT_NE(find(catalog, "AC-1")
                  ->statement.find("Policy [Assignment: frequency] and following "
                                   "[Assignment: events]; and"),
              std::string::npos);
    EXPECT_EQ(all_text(catalog).find("{{"), std::string::npos);
}

TEST(OscalCatalog, reads_nested_groups) {
    auto const text = real_document("nist-oscal/examples/basic-catalog-min.json");
    if (!text) {
        GTEST_SKIP() << absent_data_notice;
    }
    auto const result = parse(*text);
    auto const* const problem = std::get_if<Problem>(&result);
    ASSERT_EQ(problem, nullptr) << described(*problem);
    auto const& catalog = std::get<Catalog>(result);
    EXPECT_EQ(catalog.title, "Sample Security Catalog for Demonstration and Testing");
    EXPECT_EQ(catalog.counts.groups, 4u);
    EXPECT_EQ(catalog.counts.controls, 4u);
    auto const* const control = find(catalog, "1.1.1");
    ASSERT_NE(control, nullptr);
    EXPECT_NE(control->statement.find(
                  "[Selection (one or more): initiating a device lock after [Assignment: a "
                  "duration] of inactivity; requiring the user to initiate a device lock before "
                  "leaving the system unattended]."),
              std::string::npos)
        << control->statement;
    EXPECT_NE(control->statement.find("syntax: (choppy)."), std::string::npos);
}

TEST(OscalCatalog, refuses_every_other_kind_of_oscal_document) {
    struct Case {
        std::string_view path;
        std::string_view pointer;
        std::string_view code;
    };
    constexpr Case cases[] = {
        {"nist-oscal/examples/ssp-example-min.json", "/system-security-plan",
         "oscal.not_a_catalog"},
        {"nist-oscal/examples/ifa_ssp-example-min.json", "/system-security-plan",
         "oscal.not_a_catalog"},
        {"nist-oscal/examples/example-component-definition-min.json", "/component-definition",
         "oscal.not_a_catalog"},
        {"nist-oscal/examples/ifa_assessment-plan-example-min.json", "/assessment-plan",
         "oscal.not_a_catalog"},
        {"nist-oscal/examples/ifa_assessment-results-example-min.json", "/assessment-results",
         "oscal.not_a_catalog"},
        {"nist-oscal/examples/ifa_plan-of-action-and-milestones-min.json",
         "/plan-of-action-and-milestones", "oscal.not_a_catalog"},
        {"nist-oscal/sp800-53r5/NIST_SP-800-53_rev5_LOW-baseline_profile-min.json", "/profile",
         "oscal.is_a_profile"},
    };
    for (auto const& scenario : cases) {
        auto const text = real_document(scenario.path);
        if (!text) {
            GTEST_SKIP() << absent_data_notice;
        }
        auto const result = parse(*text);
        auto const* const problem = std::get_if<Problem>(&result);
        ASSERT_NE(problem, nullptr) << scenario.path;
        EXPECT_EQ(problem->field, scenario.pointer);
        EXPECT_EQ(problem->phrase.code, scenario.code);
    }
}

}  // namespace
}  // namespace sigill::frameworks::oscal
