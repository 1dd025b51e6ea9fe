// The probes can fail: each kind of forgotten check, planted in a router of its own, is found.

#include <gtest/gtest.h>

#include "entity/view.hpp"
#include "http/percent.hpp"
#include "isolation/probes.hpp"
#include "slices/assets/assets.hpp"

namespace sigill::isolation {

namespace {

using api::Permission;
using api::Request;
using api::Response;

class planted : public testing::Test {
protected:
    static void SetUpTestSuite() { world_ = std::make_unique<test_support::World>(); }
    static void TearDownTestSuite() { world_.reset(); }

    using Probe = Findings (*)(Subject const&);

    // How many leaks the probe reports for the routes that `plant` makes.
    static std::size_t leaks(Probe probe, std::function<void(api::Router&)> const& plant) {
        api::Router router{world_->services().engine()};
        plant(router);
        auto const gateway = world_->make_gateway(router);
        auto const findings = probe({*world_, *gateway, router});
        std::cout << "[ isolation] planted: " << findings.probes << " probes, "
                  << findings.leaks.size() << " leaks\n";
        return findings.leaks.size();
    }

    static std::string as_json(tenant::Transaction& tx, entity::Record const& record) {
        return entity::record_json(world_->services().engine(), tx, record);
    }

    // Reads by id without asking what the caller reaches.
    static Response read_without_scope(Request const& request, tenant::Transaction& tx) {
        auto const found = world_->services().engine().find(tx, assets::definition, request.id());
        return found ? api::ok(as_json(tx, *found)) : throw Failure::missing();
    }

    static std::unique_ptr<test_support::World> world_;
};

std::unique_ptr<test_support::World> planted::world_;

}  // namespace

TEST_F(planted, the_same_routes_made_rightly_have_no_leak) {
    auto const right = [](api::Router& router) { router.crud(assets::definition); };
    EXPECT_EQ(leaks(hidden_ids_look_missing, right), 0U);
    EXPECT_EQ(leaks(answers_show_only_what_is_in_reach, right), 0U);
    EXPECT_EQ(leaks(a_missing_permission_is_refused, right), 0U);
}

TEST_F(planted, a_forgotten_scope_is_found) {
    auto const plant = [](api::Router& router) {
        router.get("/assets/{id}", {.permission = "assets.read"}, read_without_scope);
    };
    EXPECT_GT(leaks(hidden_ids_look_missing, plant), 0U);
}

TEST_F(planted, a_forbidden_answer_that_tells_hidden_from_missing_is_found) {
    auto const plant = [](api::Router& router) {
        router.get(
            "/assets/{id}", {.permission = "assets.read"},
            [](Request const& request, tenant::Transaction& tx) {
                auto const& engine = world_->services().engine();
                if (!engine.find(tx, assets::definition, request.id())) {
                    throw Failure::missing();
                }
                try {
                    return api::ok(as_json(tx, engine.load(tx, assets::definition, request.id())));
                } catch (Failure const&) {
                    throw Failure::forbidden("assets.read");
                }
            });
    };
    EXPECT_GT(leaks(hidden_ids_look_missing, plant), 0U);
}

TEST_F(planted, a_list_without_scope_is_found) {
    auto const plant = [](api::Router& router) {
        router.get("/charts/assets", {.permission = "assets.read"},
                   [](Request const&, tenant::Transaction& tx) {
                       std::string titles = "[\"\"";
                       tx.query("SELECT title FROM assets", {}, [&](db::Row const& row) {
                           titles += ",\"" + std::string{row.text(0)} + '"';
                           return true;
                       });
                       return api::ok(titles + "]");
                   });
    };
    EXPECT_GT(leaks(answers_show_only_what_is_in_reach, plant), 0U);
}

TEST_F(planted, a_count_without_audience_is_found) {
    auto const plant = [](api::Router& router) {
        router.get("/charts/assets", {.permission = "assets.read"},
                   [](Request const& request, tenant::Transaction& tx) {
                       entity::ListQuery query;
                       query.limit = 500;
                       query.archived = request.query("archived") == "true";
                       auto list =
                           entity::list(world_->services().engine(), tx, assets::definition, query);
                       auto const all = tx.connection().integer(
                           "SELECT count(*) FROM assets WHERE archived_at IS NULL", {});
                       list.pop_back();
                       return api::ok(list + ",\"total\":" + std::to_string(*all) + "}");
                   });
    };
    EXPECT_GT(leaks(answers_show_only_what_is_in_reach, plant), 0U);
}

TEST_F(planted, an_address_decoded_twice_is_found) {
    auto const plant = [](api::Router& router) {
        router.get(
            "/assets/{id}", {.permission = "assets.read"},
            [](Request const& request, tenant::Transaction& tx) {
                auto const& engine = world_->services().engine();
                // The careless way: what does not look like an id is decoded once more,
                // and found without asking for reach.
                if (request.id().find('%') == std::string_view::npos) {
                    return api::ok(as_json(tx, engine.load(tx, assets::definition, request.id())));
                }
                auto const id = http::percent_decode(request.id()).value_or("");
                auto const found = engine.find(tx, assets::definition, id);
                return found ? api::ok(as_json(tx, *found)) : throw Failure::missing();
            });
    };
    EXPECT_GT(leaks(disguised_paths_open_nothing, plant), 0U);
}

TEST_F(planted, a_reference_taken_unseen_is_found) {
    auto const plant = [](api::Router& router) {
        router.crud(assets::definition);
        for (auto const& route : router.routes()) {
            if (route.method == "PATCH") {
                // The table is closed once it is made; this fault is put in from behind.
                const_cast<api::Route&>(route).handler = [](Request const& request,
                                                            tenant::Transaction& tx) {
                    auto const draft = entity::read_draft(assets::definition, request.body);
                    auto const& engine = world_->services().engine();
                    auto const set = engine.set(tx, assets::definition, request.id(), draft);
                    return api::ok(as_json(tx, set));
                };
            }
        }
    };
    EXPECT_GT(leaks(hidden_references_look_unknown, plant), 0U);
}

TEST_F(planted, a_forgotten_permission_is_found) {
    auto const plant = [](api::Router& router) {
        // Anybody who is logged in, where a permission should stand.
        router.get("/assets/{id}", {.permission = Permission::self()}, read_without_scope);
        router.get("/charts/assets", {.permission = Permission::self()},
                   [](Request const&, tenant::Transaction& tx) {
                       auto const all = world_->services().engine().referring(
                           tx, assets::definition, assets::process,
                           world_->seeded("processes", test_support::Place::near).record.id);
                       return api::ok(all.empty() ? "{}" : as_json(tx, all.front()));
                   });
    };
    EXPECT_GT(leaks(hidden_ids_look_missing, plant), 0U);
    EXPECT_GT(leaks(answers_show_only_what_is_in_reach, plant), 0U);
}

TEST_F(planted, an_open_door_is_found) {
    auto const plant = [](api::Router& router) {
        router.get("/charts/assets", {.permission = Permission::self()},
                   [](Request const&, tenant::Transaction&) { return api::ok("{}"); });
        router.get("/charts/open", {.permission = Permission::open()},
                   [](Request const&, tenant::Transaction& tx) {
                       auto const& far = world_->seeded("assets", test_support::Place::far);
                       return api::ok(as_json(tx, far.record));
                   });
    };
    EXPECT_EQ(leaks(nobody_gets_in_without_credentials, plant), 0U);
    EXPECT_GT(leaks(answers_show_only_what_is_in_reach, plant), 0U);
}

TEST_F(planted, a_write_that_takes_what_is_not_the_callers_is_found) {
    auto const plant = [](api::Router& router) {
        router.post("/assets/{id}/notes", {.permission = "assets.update", .body = true},
                    [](Request const&, tenant::Transaction&) { return api::no_content(); });
    };
    EXPECT_GT(leaks(unwritable_fields_are_refused, plant), 0U);
    EXPECT_GT(leaks(archived_records_are_closed, plant), 0U);
}

TEST_F(planted, a_write_without_csrf_token_is_found) {
    auto const plant = [](api::Router& router) {
        router.slow("POST", "/assets/{id}/notes",
                    {.permission = "assets.update", .csrf_exempt = true},
                    [](auto const&, auto&, auto const&) { return api::no_content(); });
    };
    EXPECT_GT(leaks(writes_need_the_csrf_token, plant), 0U);
}

TEST_F(planted, an_address_of_a_new_shape_asks_for_a_line) {
    auto const plant = [](api::Router& router) {
        router.get("/assets/{id}/parts/{part}", {.permission = "assets.read"}, read_without_scope);
    };
    EXPECT_GT(leaks(hidden_ids_look_missing, plant), 0U);
}

}  // namespace sigill::isolation
