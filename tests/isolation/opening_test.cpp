// S1: what opens a confidential record is in the log before it is answered, whichever route it is.

#include <gtest/gtest.h>

#include "entity/view.hpp"
#include "isolation/probes.hpp"
#include "isolation/shapes.hpp"
#include "ledger/log.hpp"
#include "slices/assets/assets.hpp"

namespace sigill::isolation {

namespace {

using test_support::Place;

class opening : public testing::Test {
protected:
    static void SetUpTestSuite() { world_ = std::make_unique<test_support::World>(); }
    static void TearDownTestSuite() { world_.reset(); }

    static std::vector<ledger::Stored> entries_since(std::uint64_t size) {
        std::vector<ledger::Stored> found;
        world_->services().registry().open("alfa")->read_and_wait({}, [&](tenant::Transaction& tx) {
            found = ledger::range(tx.connection(), size, 1000);
        });
        return found;
    }

    static int openings_since(std::uint64_t size, entity::Record const& record) {
        auto const event = "\"event\":\"" + std::string{record.definition->path} + ".opened\"";
        int count = 0;
        for (auto const& entry : entries_since(size)) {
            count += entry.leaf.find(event) != std::string::npos &&
                             entry.leaf.find(record.id) != std::string::npos
                         ? 1
                         : 0;
        }
        return count;
    }

    // Every reading route that takes an id, asked for every confidential record by who may read it.
    static Findings openings_are_logged(Subject const& subject) {
        Findings findings;
        auto const client = subject.client(world_->asker("member"));
        for (auto const& route : subject.router.routes()) {
            auto const* definition = route.definition;
            if (is_write(route) || route.path.find("{id}") == std::string::npos) {
                continue;
            }
            for (auto const& seeded : world_->seeded()) {
                auto const fits =
                    definition == nullptr
                        ? route.path.starts_with("/" + std::string{seeded.definition->path} + "/")
                        : definition == seeded.definition;
                if (!fits || seeded.place != Place::confidential) {
                    continue;
                }
                auto const before = world_->log_size();
                auto const answer = client.ask(ask_for(route, seeded.record.id));
                if (answer.status == 200) {
                    findings.expect(openings_since(before, seeded.record) == 1,
                                    name_of(route) + ": not logged: " + answer.told());
                }
            }
        }
        return findings;
    }

    static std::unique_ptr<test_support::World> world_;
};

std::unique_ptr<test_support::World> opening::world_;

}  // namespace

TEST_F(opening, of_a_confidential_record_is_logged_by_every_route) {
    auto const findings = openings_are_logged({*world_, world_->gateway(), world_->router()});
    EXPECT_TRUE(findings.leaks.empty()) << findings.told();
    EXPECT_GE(findings.probes, 20);
}

TEST_F(opening, that_bypasses_the_engine_is_found) {
    api::Router router{world_->services().engine()};
    router.get("/assets/{id}", {.permission = "assets.read"},
               [](api::Request const& request, tenant::Transaction& tx) {
                   auto const& engine = world_->services().engine();
                   auto const found = engine.find(tx, assets::definition, request.id());
                   return api::ok(entity::record_json(engine, tx, found.value()));
               });
    auto const gateway = world_->make_gateway(router);
    EXPECT_FALSE(openings_are_logged({*world_, *gateway, router}).leaks.empty());
}

TEST_F(opening, of_an_open_record_writes_nothing) {
    auto const before = world_->log_size();
    auto const client =
        test_support::Client{world_->gateway(), "alfa", world_->asker("member").credentials};
    auto const& near = world_->seeded("assets", Place::near);
    EXPECT_EQ(client.get("/assets/" + near.record.id).status, 200);
    EXPECT_EQ(world_->log_size(), before);
}

TEST_F(opening, refused_to_others_writes_nothing) {
    auto const before = world_->log_size();
    auto const client =
        test_support::Client{world_->gateway(), "alfa", world_->asker("outsider").credentials};
    auto const& hidden = world_->seeded("assets", Place::confidential);
    EXPECT_EQ(client.get("/assets/" + hidden.record.id).status, 404);
    EXPECT_EQ(world_->log_size(), before);
}

// Neither the answer to a stale change nor that to a change of nothing is a way around the log.
TEST_F(opening, by_a_change_that_does_not_happen_is_logged_or_shows_nothing) {
    auto const client =
        test_support::Client{world_->gateway(), "alfa", world_->asker("member").credentials};
    auto const& seeded = world_->seeded("assets", Place::confidential);
    auto const path = "/assets/" + seeded.record.id;
    auto const stale = client.patch(path, {{"title", "x"}}, 99);
    EXPECT_EQ(stale.status, 412);
    EXPECT_FALSE(stale.object().contains("current")) << stale.told();
    auto const before = world_->log_size();
    EXPECT_EQ(client.patch(path, {}, seeded.record.version).status, 200);
    EXPECT_EQ(openings_since(before, seeded.record), 1);
}

// Lists are not logged: of a confidential record they show its title and the list's columns.
TEST_F(opening, is_not_what_a_list_does) {
    auto const before = world_->log_size();
    auto const client =
        test_support::Client{world_->gateway(), "alfa", world_->asker("member").credentials};
    auto const& seeded = world_->seeded("assets", Place::confidential);
    auto const answer = client.get("/assets", {{"limit", "500"}}).object();
    int seen = 0;
    for (auto const& item : answer.at("items").get_array()) {
        auto const& record = item.get_object();
        if (record.at("id") != json::Value(seeded.record.id)) {
            continue;
        }
        ++seen;
        EXPECT_EQ(record.at("title"), json::Value(seeded.record.title));
        for (auto const* field : seeded.definition->fields) {
            auto const& value = record.at(field->key);
            if (!field->in_list) {
                EXPECT_TRUE(value.is_null() || (value.is_array() && value.get_array().empty()))
                    << field->key;
            }
        }
    }
    EXPECT_EQ(seen, 1);
    EXPECT_EQ(world_->log_size(), before);
}

// The list of the whole log says that something happened; what it was is read by opening.
TEST_F(opening, by_way_of_the_log_is_logged) {
    auto const client =
        test_support::Client{world_->gateway(), "alfa", world_->asker("member").credentials};
    auto const& seeded = world_->seeded("assets", Place::confidential);
    auto const shown = [&](test_support::Answer const& answer) {
        std::size_t changes = 0;
        auto const object = answer.object();
        for (auto const& item : object.at("items").get_array()) {
            auto const* record = item.get_object().at("record").if_object();
            if (record != nullptr && record->at("id") == json::Value(seeded.record.id)) {
                changes += item.get_object().at("changes").get_array().size();
            }
        }
        return changes;
    };
    auto before = world_->log_size();
    EXPECT_EQ(shown(client.get("/ledger/entries", {{"limit", "500"}})), 0U);
    EXPECT_EQ(openings_since(before, seeded.record), 0);
    before = world_->log_size();
    EXPECT_GT(shown(client.get("/ledger/entries", {{"record", seeded.record.id}})), 0U);
    EXPECT_EQ(openings_since(before, seeded.record), 1);
}

}  // namespace sigill::isolation
