#include "app/example/load.hpp"

#include <set>

#include "app/example/demo.hpp"
#include "app/example/provider.hpp"
#include "identity/identity.hpp"
#include "slices/frameworks/frameworks.hpp"
#include "slices/safeguards/safeguards.hpp"
#include "slices/test_slices.hpp"

namespace sigill::app::example {
namespace {

// Another framework with a measure's number and a number of NIST's, imported first.
constexpr std::string_view other_catalog = R"({"catalog": {
    "uuid": "0b1e7a52-6c1d-4d59-9a53-6f0a2b7a1c11",
    "metadata": {"title": "House rules", "last-modified": "2026-01-02T03:04:05Z", "version": "1",
                 "oscal-version": "1.1.3"},
    "controls": [
      {"id": "h-1", "title": "Lock", "props": [{"name": "label", "value": "21.2 c"}]},
      {"id": "h-2", "title": "Bar", "props": [{"name": "label", "value": "AC-5"}]}]}})";

using testing::Contains;
using testing::ElementsAre;
using testing::StartsWith;

class Loading : public slices::SliceTest {
protected:
    void load_example(Content const& content, bool other_framework_first = false) {
        act({}, [&](tenant::Transaction& tx) {
            identity::ensure_role_templates(tx);
            if (other_framework_first) {
                auto const parsed = frameworks::oscal::parse(other_catalog);
                frameworks::import_catalog(engine_, tx,
                                           std::get<frameworks::oscal::Catalog>(parsed));
            }
            load(engine_, tx, content);
        });
    }

    std::vector<std::string> column(db::Sql const& sql) {
        std::vector<std::string> values;
        tenant_->read_and_wait({}, [&](tenant::Transaction& tx) {
            tx.query(sql, {}, [&](db::Row const& row) {
                values.emplace_back(row.text(0));
                return true;
            });
        });
        return values;
    }
};

TEST_F(Loading, the_provider_has_the_measures_of_nis2_too) {
    load_example(provider::content);
    EXPECT_THAT(column("SELECT edition FROM frameworks"),
                ElementsAre("Direktiv (EU) 2022/2555"));
    EXPECT_EQ(column("SELECT id FROM requirements WHERE kind = 'control'").size(), 10u);
}

TEST_F(Loading, safeguards_meet_measures_of_nis2_and_none_of_a_framework_with_the_same_numbers) {
    load_example(demo::content, true);
    EXPECT_THAT(column("SELECT title FROM frameworks ORDER BY ref_number"),
                ElementsAre("House rules", StartsWith("NIS2, artikel 21.2")));
    auto const in_house_rules = column(
        "SELECT r.id FROM requirements r JOIN frameworks f ON f.id = r.framework WHERE f.title = "
        "'House rules'");
    std::set<std::string> const house_rules{in_house_rules.begin(), in_house_rules.end()};
    EXPECT_EQ(house_rules.size(), 2u);
    std::size_t met = 0;
    for (auto const& id : column("SELECT id FROM requirements")) {
        auto const meets = referring(safeguards::definition, safeguards::requirements, id).size();
        met += house_rules.contains(id) ? 0 : meets;
        EXPECT_TRUE(meets == 0 || !house_rules.contains(id));
    }
    std::size_t wanted = 0;
    for (auto const& row : demo::content.safeguards) {
        wanted += row.measures.size();
    }
    EXPECT_EQ(met, wanted);
}

TEST_F(Loading, what_is_asked_reads_as_swedish_and_is_due_on_a_working_day) {
    load_example(demo::content);
    auto const titles = column("SELECT title FROM tasks");
    EXPECT_THAT(titles, Contains("Klassa brandväggarna"));
    EXPECT_THAT(titles, Contains("Klassa ärende- och diariesystemet"));
    EXPECT_THAT(titles, Contains("Slutför klassningen av de digitala låsen"));
    EXPECT_THAT(titles, Contains("Besluta om övervakning dygnet runt"));
    EXPECT_THAT(column("SELECT title FROM classifications"),
                Contains("Klassning av trygghetslarmen"));
    for (auto const& due : column("SELECT due FROM tasks")) {
        auto const day = *parse_instant(due + "T00:00:00Z") / one_day;
        EXPECT_LT((day + 3) % 7, 5) << due;  // 1970-01-01 was a Thursday; 0: Monday
    }
}

}  // namespace
}  // namespace sigill::app::example
