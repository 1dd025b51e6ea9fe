// Attachments through the gateway: who gets which file, and what is left behind.

#include <gtest/gtest.h>

#include <filesystem>

#include "support/world.hpp"

namespace sigill::isolation {

namespace {

using test_support::Answer;
using test_support::Client;
using test_support::Place;

class attachments : public testing::Test {
protected:
    static void SetUpTestSuite() { world_ = std::make_unique<test_support::World>(); }
    static void TearDownTestSuite() { world_.reset(); }

    static std::string record(Place place) { return world_->seeded("assets", place).record.id; }
    static std::string at(Place place, std::string const& file = {}) {
        return "/assets/" + record(place) + "/files" + (file.empty() ? "" : "/" + file);
    }
    static Client as(std::string_view asker) {
        return {world_->gateway(), "alfa", world_->asker(asker).credentials};
    }
    static Answer add(Client const& client, Place place, std::string name, std::string content) {
        return client.ask({.method = "POST",
                           .path = at(place),
                           .query = {{"name", std::move(name)}},
                           .body = std::move(content)});
    }
    static std::string added(Place place, std::string name, std::string content) {
        auto const answer = add(as("member"), place, std::move(name), std::move(content));
        EXPECT_EQ(answer.status, 201) << answer.told();
        return std::string{json::string_at(answer.object(), "id").value_or("")};
    }
    static Answer remove(Client const& client, Place place, std::string const& file) {
        return client.ask({.method = "DELETE", .path = at(place, file)});
    }
    static int files_on_disk() {
        int count = 0;
        std::error_code ignored;
        for (auto const& entry : std::filesystem::recursive_directory_iterator{
                 world_->services().data() + "/files", ignored}) {
            count += entry.is_regular_file() ? 1 : 0;
        }
        return count;
    }

    static std::unique_ptr<test_support::World> world_;
};

std::unique_ptr<test_support::World> attachments::world_;

}  // namespace

TEST_F(attachments, what_is_added_comes_back_as_an_attachment) {
    std::string const content(300'000, 'a');
    auto const file = added(Place::near, "Åtgärder \"nu\".txt", content);
    auto const answer = as("north").get(at(Place::near, file));
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.body == content);
    EXPECT_EQ(answer.header("content-type"), "text/plain; charset=utf-8");
    EXPECT_EQ(answer.header("content-disposition"),
              "attachment; filename=\"__tg__rder _nu_.txt\"; "
              "filename*=UTF-8''%C3%85tg%C3%A4rder%20%22nu%22.txt");
    EXPECT_EQ(answer.header("content-security-policy"), "default-src 'none'; sandbox");
    EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
    EXPECT_EQ(answer.header("cache-control"), "no-store");
    auto const list = as("north").get(at(Place::near));
    EXPECT_NE(list.body.find(file), std::string::npos) << list.told();
    EXPECT_NE(list.body.find("\"size\":300000"), std::string::npos) << list.told();
}

TEST_F(attachments, a_file_of_another_record_or_out_of_reach_looks_missing) {
    auto const near = added(Place::near, "near.txt", "near");
    auto const far = added(Place::far, "far.txt", "far");
    auto const hidden = added(Place::confidential, "hidden.txt", "hidden");
    std::string const guessed = "018f0000-0000-7000-8000-000000000009";
    auto const north = as("north");
    auto const missing = north.get(at(Place::near, guessed));
    EXPECT_EQ(missing.status, 404);
    for (auto const& other :
         {at(Place::near, far), at(Place::near, hidden), at(Place::confidential, hidden),
          at(Place::far, near), at(Place::foreign, near), at(Place::foreign),
          at(Place::confidential), at(Place::near, "..."),
          "/people/" + record(Place::near) + "/files/" + near}) {
        EXPECT_EQ(north.get(other), missing) << other;
        EXPECT_EQ(north.ask({.method = "DELETE", .path = other}).status / 100, 4);
    }
    for (auto const place : {Place::far, Place::confidential, Place::foreign}) {
        EXPECT_EQ(add(north, place, "a.txt", "a").status, 404);
    }
    EXPECT_EQ(as("member").get(at(Place::far, far)).status, 200);
}

TEST_F(attachments, adding_and_removing_are_in_the_log_with_the_name_sealed) {
    auto const before = world_->log_size();
    auto const file = added(Place::near, "unmistakable.txt", "text");
    EXPECT_EQ(world_->log_size(), before + 1);
    EXPECT_EQ(remove(as("member"), Place::near, file).status, 204);
    EXPECT_EQ(world_->log_size(), before + 2);
    EXPECT_EQ(remove(as("member"), Place::near, file).status, 404);
    EXPECT_EQ(as("member").get(at(Place::near, file)).status, 404);
    auto const history = as("member").get("/assets/" + record(Place::near) + "/history");
    EXPECT_NE(history.body.find("assets.file_removed"), std::string::npos) << history.told();
    EXPECT_NE(history.body.find("unmistakable.txt"), std::string::npos) << "opened for readers";
    tenant::Context context;
    world_->services().registry().open("alfa")->read_and_wait(
        context, [&](tenant::Transaction& tx) {
            for (auto const& stored : ledger::range(tx.connection(), before, 2)) {
                EXPECT_EQ(stored.leaf.find("unmistakable"), std::string::npos) << stored.leaf;
                EXPECT_NE(stored.leaf.find("\"sha256\""), std::string::npos) << stored.leaf;
            }
        });
}

TEST_F(attachments, a_confidential_records_file_is_logged_before_it_is_sent) {
    auto const file = added(Place::confidential, "a.txt", "a");
    auto const before = world_->log_size();
    EXPECT_EQ(as("member").get(at(Place::confidential, file)).status, 200);
    EXPECT_EQ(world_->log_size(), before + 1);
}

TEST_F(attachments, an_archived_record_takes_no_files_and_gives_its_own) {
    EXPECT_EQ(add(as("member"), Place::archived, "a.txt", "a").status, 409);
    EXPECT_EQ(as("member").get(at(Place::archived)).status, 200);
}

TEST_F(attachments, what_is_refused_leaves_nothing_behind) {
    auto const reader = world_->token({"assets.read"});
    auto const files = files_on_disk();
    auto const entries = world_->log_size();
    auto const member = as("member");
    EXPECT_EQ(add(member, Place::near, "a.txt", "#!/bin/sh").status, 415);
    EXPECT_EQ(add(member, Place::near, "a.pdf", "text").status, 415);
    for (std::string const name : {"", ".", "..", "a/b.txt", "a\\b.txt", "a\nb.txt",
                                   "a\u202etxt.exe", "a.txt.", " a.txt", "a\x7f.txt", "\xff.txt"}) {
        EXPECT_TRUE(add(member, Place::near, name, "a").names("name", "file_name")) << name;
    }
    EXPECT_EQ(add(member, Place::near, std::string(300, 'a') + ".txt", "a").status, 422);
    EXPECT_EQ(add({world_->gateway(), "alfa"}, Place::near, "a.txt", "a").status, 401);
    EXPECT_EQ(add({world_->gateway(), "alfa", reader}, Place::near, "a.txt", "a").status, 403);
    EXPECT_EQ(files_on_disk(), files);
    EXPECT_EQ(world_->log_size(), entries);
}

TEST_F(attachments, a_record_holds_a_limited_number) {
    auto const tenant = world_->services().registry().open("alfa");
    tenant::Context context;
    context.principal = access::Principal::system();
    tenant->write_and_wait(context, [&](tenant::Transaction& tx) {
        for (int i = 0; i < 200; ++i) {
            tx.run(
                "INSERT INTO attachments (id, register, record, name, media_type, size, state, "
                "hash, wrapped_key, added_at, added_by) "
                "VALUES ($1, 'assets', $2, 'n', 't', 1, 'clean', 'h', $3, 1, 'system')",
                {tx.new_id(), record(Place::below), Bytes{1}});
        }
        tx.record("test.added", {}, nullptr, nullptr);
    });
    EXPECT_EQ(add(as("member"), Place::below, "a.txt", "a").status, 409);
}

}  // namespace sigill::isolation
