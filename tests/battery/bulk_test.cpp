// One act on many records: each by itself, with the checks and the entry it would have alone.

#include "battery/register_under_test.hpp"

namespace sigill::battery {

namespace {

using test_support::Place;

class bulk : public testing::Test {
protected:
    static void SetUpTestSuite() { world_ = std::make_unique<test_support::World>(); }
    static void TearDownTestSuite() { world_.reset(); }

    static test_support::Client as(std::string_view asker) {
        return {world_->gateway(), "alfa", world_->asker(asker).credentials};
    }

    struct Made {
        std::string id;
        std::int64_t version = 1;
    };
    static std::vector<Made> made(int count) {
        std::vector<Made> all;
        for (int i = 0; i < count; ++i) {
            auto const answer = as("outsider").post("/processes", {{"title", "bulk"}});
            EXPECT_EQ(answer.status, 201) << answer.told();
            all.push_back({std::string{json::string_at(answer.object(), "id").value_or("")}});
        }
        return all;
    }
    static json::Object body(std::vector<Made> const& records) {
        json::Array items;
        for (auto const& record : records) {
            items.push_back(json::Object{{"id", record.id}, {"version", record.version}});
        }
        json::Object whole;
        whole["items"] = std::move(items);
        return whole;
    }
    static json::Object without_versions(std::vector<Made> const& records) {
        auto whole = body(records);
        for (auto& item : whole["items"].as_array()) {
            item.as_object().erase("version");
        }
        return whole;
    }
    static std::int64_t count(Answer const& answer, std::string_view key) {
        auto const object = answer.object();
        auto const* held = object.if_contains(key);
        return held == nullptr ? -1 : held->to_number<std::int64_t>();
    }
    static int status_of(Answer const& answer, std::size_t item) {
        return static_cast<int>(answer.object()
                                    .at("items")
                                    .at(item)
                                    .at("problem")
                                    .at("status")
                                    .to_number<std::int64_t>());
    }

    static std::unique_ptr<test_support::World> world_;
};

std::unique_ptr<test_support::World> bulk::world_;

}  // namespace

TEST_F(bulk, changes_each_with_one_entry_and_refuses_only_what_is_wrong) {
    auto records = made(4);
    records[2].version = 7;
    auto wanted = body(records);
    wanted["changes"] = json::Object{{"purpose", "the same for all"}};
    auto const entries = world_->log_size();
    auto const answer = as("outsider").post("/processes/bulk/update", wanted);
    ASSERT_EQ(answer.status, 200) << answer.told();
    EXPECT_EQ(count(answer, "changed"), 3);
    EXPECT_EQ(count(answer, "refused"), 1);
    EXPECT_EQ(status_of(answer, 2), 412);
    EXPECT_EQ(world_->log_size(), entries + 3);
    EXPECT_EQ(as("outsider").get("/processes/" + records[3].id).object().at("purpose").as_string(),
              "the same for all");
    EXPECT_TRUE(as("outsider").get("/processes/" + records[2].id).object().at("purpose").is_null());
}

TEST_F(bulk, archives_and_restores) {
    auto records = made(3);
    EXPECT_EQ(count(as("outsider").post("/processes/bulk/archive", body(records)), "changed"), 3);
    for (auto& record : records) {
        record.version = 2;
    }
    EXPECT_EQ(count(as("outsider").post("/processes/bulk/archive", body(records)), "refused"), 3);
    EXPECT_EQ(
        count(as("outsider").post("/processes/bulk/restore", without_versions(records)), "changed"),
        3);
    auto const again = as("outsider").post("/processes/bulk/restore", without_versions(records));
    EXPECT_EQ(count(again, "refused"), 3);
    EXPECT_EQ(status_of(again, 0), 409);
    // A version would be passed over: refused, so that nobody relies on it.
    auto const versioned = as("outsider").post("/processes/bulk/restore", body(records));
    EXPECT_TRUE(versioned.status == 422 && versioned.names("items[0].version")) << versioned.told();
}

TEST_F(bulk, what_is_out_of_reach_looks_missing) {
    auto const near = world_->seeded("assets", Place::near).record;
    auto const missing = std::string{"018f0000-0000-7000-8000-000000000000"};
    std::vector<Made> records{{missing}};
    for (auto const place : {Place::far, Place::confidential, Place::foreign}) {
        records.push_back({world_->seeded("assets", place).record.id});
    }
    records.push_back({near.id, near.version});
    auto wanted = body(records);
    wanted["changes"] = json::Object{{"location", nullptr}, {"title", near.title}};
    wanted["changes"].as_object().erase("location");
    auto const answer = as("north").post("/assets/bulk/update", wanted);
    ASSERT_EQ(answer.status, 200) << answer.told();
    auto const whole = answer.object();
    auto const& items = whole.at("items").as_array();
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(items[i].at("problem"), items[0].at("problem")) << i;
        EXPECT_EQ(status_of(answer, i), 404);
    }
    EXPECT_EQ(count(answer, "unchanged"), 1);
    EXPECT_EQ(as("nobody").post("/assets/bulk/update", wanted).status, 403);
}

TEST_F(bulk, every_step_without_signature_can_be_taken_by_many) {
    int steps = 0;
    for (auto const& route : world_->router().routes()) {
        if (route.path.find("/bulk/transitions/") == std::string::npos) {
            continue;
        }
        auto const& record = world_->seeded(route.definition->path, Place::near).record;
        auto const alone =
            as("outsider")
                .ask({.method = "POST",
                      .path = "/" + std::string{route.definition->path} + "/" + record.id +
                              "/transitions/" + route.path.substr(route.path.rfind('/') + 1),
                      .body = "{}",
                      .if_match = record.version + 100});
        auto const many =
            as("outsider").post(route.path, body({{record.id, record.version + 100}}));
        ASSERT_EQ(many.status, 200) << many.told();
        EXPECT_EQ(status_of(many, 0), alone.status) << route.path << alone.told();
        ++steps;
    }
    EXPECT_GE(steps, 4);
}

TEST_F(bulk, strange_bodies_are_refused_whole) {
    auto const entries_of = [&](json::Object const& strange) {
        auto const before = world_->log_size();
        auto const answer = as("outsider").post("/processes/bulk/archive", strange);
        EXPECT_EQ(answer.status, 422) << answer.told();
        EXPECT_EQ(world_->log_size(), before);
        return answer;
    };
    EXPECT_TRUE(entries_of({}).names("items"));
    EXPECT_TRUE(entries_of({{"items", json::Array{}}}).names("items"));
    EXPECT_TRUE(entries_of({{"items", 7}}).names("items"));
    EXPECT_TRUE(entries_of({{"items", json::Array{7}}}).names("items[0].id"));
    auto records = made(1);
    auto wanted = body(records);
    wanted["changes"] = json::Object{};
    EXPECT_TRUE(entries_of(wanted).names("changes"));
    wanted = body(std::vector<Made>(501, records[0]));
    EXPECT_TRUE(entries_of(wanted).names("items"));
    wanted = body(records);
    wanted["items"].as_array()[0].as_object().erase("version");
    EXPECT_TRUE(entries_of(wanted).names("items[0].version"));
    wanted["items"].as_array()[0].as_object()["tenant_id"] = 1;
    EXPECT_TRUE(entries_of(wanted).names("items[0].tenant_id"));
}

}  // namespace sigill::battery
