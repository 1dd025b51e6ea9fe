// Comments and links: who may speak, who sees the other end, and what the log says of it.

#include <gtest/gtest.h>

#include "support/world.hpp"

namespace sigill::battery {

namespace {

using test_support::Answer;
using test_support::Client;
using test_support::Place;

class beside : public testing::Test {
protected:
    static void SetUpTestSuite() { world_ = std::make_unique<test_support::World>(); }
    static void TearDownTestSuite() { world_.reset(); }

    static Client as(std::string_view asker) {
        return {world_->gateway(), "alfa", world_->asker(asker).credentials};
    }
    static std::string at(std::string_view path, Place place, std::string const& rest) {
        return "/" + std::string{path} + "/" + world_->seeded(path, place).record.id + rest;
    }
    static std::string id_of(Answer const& answer) {
        EXPECT_EQ(answer.status, 201) << answer.told();
        return std::string{json::string_at(answer.object(), "id").value_or("")};
    }
    static Answer remove(Client const& client, std::string path) {
        return client.ask({.method = "DELETE", .path = std::move(path)});
    }
    static Answer change(Client const& client, std::string path, std::string const& text) {
        json::Object body;
        body["text"] = text;
        return client.ask(
            {.method = "PATCH", .path = std::move(path), .body = json::to_text(body)});
    }
    static json::Object link_to(std::string_view path, Place place, std::string_view relation) {
        json::Object body;
        body["relation"] = json::String(relation.data(), relation.size());
        body["register"] = json::String(path.data(), path.size());
        body["record"] = world_->seeded(path, place).record.id;
        return body;
    }
    static std::size_t shown(Answer const& list) {
        EXPECT_EQ(list.status, 200) << list.told();
        return list.object().at("items").as_array().size();
    }

    static std::unique_ptr<test_support::World> world_;
};

std::unique_ptr<test_support::World> beside::world_;

}  // namespace

TEST_F(beside, every_register_takes_comments_by_whoever_reads_it) {
    int registers = 0;
    for (auto const& entry : world_->catalogue().registers()) {
        auto const path = at(entry.definition->path, Place::near, "/comments");
        auto const entries = world_->log_size();
        auto const comment = id_of(as("outsider").post(path, {{"text", "Gäller **båda**\nrader"}}));
        EXPECT_EQ(world_->log_size(), entries + 1);
        EXPECT_EQ(change(as("outsider"), path + "/" + comment, "Ändrad").status, 200);
        EXPECT_EQ(change(as("outsider"), path + "/" + comment, "Ändrad").status, 200);
        EXPECT_EQ(world_->log_size(), entries + 2) << "the same text is no change";
        auto const list = as("outsider").get(path);
        EXPECT_EQ(shown(list), 1U);
        EXPECT_NE(list.body.find("Ändrad"), std::string::npos);
        EXPECT_EQ(remove(as("outsider"), path + "/" + comment).status, 204);
        EXPECT_EQ(remove(as("outsider"), path + "/" + comment).status, 404);
        EXPECT_EQ(shown(as("outsider").get(path)), 0U);
        ++registers;
    }
    EXPECT_GE(registers, 10);
}

TEST_F(beside, a_comment_is_its_author_s_and_its_record_s) {
    auto const path = at("assets", Place::near, "/comments");
    auto const comment = id_of(as("outsider").post(path, {{"text", "mine"}}));
    EXPECT_EQ(change(as("member"), path + "/" + comment, "yours").status, 403);
    EXPECT_EQ(remove(as("member"), path + "/" + comment).status, 403);
    auto const elsewhere = at("assets", Place::far, "/comments/");
    EXPECT_EQ(change(as("outsider"), elsewhere + comment, "elsewhere").status, 404);
    EXPECT_EQ(remove(as("outsider"), elsewhere + comment).status, 404);
    EXPECT_NE(as("outsider").get(path).body.find("\"text\":\"mine\""), std::string::npos);
}

TEST_F(beside, comments_are_sealed_in_the_log_and_read_in_the_history) {
    auto const path = at("assets", Place::near, "");
    id_of(as("outsider").post(path + "/comments", {{"text", "a secret word"}}));
    auto const history = as("outsider").get(path + "/history");
    EXPECT_NE(history.body.find("a secret word"), std::string::npos);
    bool in_leaf = true;
    world_->services().registry().open("alfa")->read_and_wait(
        {.principal = access::Principal::system()}, [&](tenant::Transaction& tx) {
            auto const entries = ledger::entries(tx.connection(), {.event = "assets.commented"});
            ASSERT_FALSE(entries.empty());
            in_leaf = entries.front().leaf.find("secret") != std::string::npos;
        });
    EXPECT_FALSE(in_leaf);
}

TEST_F(beside, strange_comments_are_refused_by_name) {
    auto const path = at("assets", Place::near, "/comments");
    for (auto const& body :
         {json::Object{}, json::Object{{"text", ""}}, json::Object{{"text", 7}},
          json::Object{{"text", nullptr}}, json::Object{{"text", std::string(10'001, 'x')}},
          json::Object{{"text", "bell\a"}}}) {
        auto const answer = as("outsider").post(path, body);
        EXPECT_TRUE(answer.status == 422 && answer.names("text")) << answer.told();
    }
    auto const unknown = as("outsider").post(path, {{"text", "x"}, {"author", "me"}});
    EXPECT_TRUE(unknown.status == 422 && unknown.names("author")) << unknown.told();
    EXPECT_EQ(as("outsider").get(path, {{"limit", "0"}}).status, 422);
    EXPECT_EQ(as("outsider").get(path, {{"page", "2"}}).status, 422);
}

TEST_F(beside, comments_come_page_by_page) {
    auto const path = at("processes", Place::far, "/comments");
    for (int i = 0; i < 5; ++i) {
        id_of(as("outsider").post(path, {{"text", "number " + std::to_string(i)}}));
    }
    std::string after;
    std::string texts;
    int pages = 0;
    do {
        auto const page = as("outsider").get(path, {{"limit", "2"}, {"after", after}}).object();
        for (auto const& item : page.at("items").as_array()) {
            texts += item.at("text").as_string().back();
        }
        after = std::string{json::string_at(page, "next").value_or("")};
        ++pages;
    } while (!after.empty());
    EXPECT_EQ(texts, "01234");
    EXPECT_EQ(pages, 3);
}

TEST_F(beside, a_link_is_read_from_both_ends_and_logged_at_both) {
    auto const safeguard = at("safeguards", Place::near, "/links");
    auto const asset = at("assets", Place::near, "/links");
    auto const entries = world_->log_size();
    auto const link =
        id_of(as("outsider").post(safeguard, link_to("assets", Place::near, "mitigates")));
    EXPECT_EQ(world_->log_size(), entries + 2);
    EXPECT_NE(as("outsider").get(safeguard).body.find("\"relation\":\"mitigates\""),
              std::string::npos);
    auto const other = as("outsider").get(asset);
    EXPECT_NE(other.body.find("\"relation\":\"mitigated_by\""), std::string::npos) << other.told();
    // The same from the other side is the same link.
    EXPECT_EQ(as("outsider").post(asset, link_to("safeguards", Place::near, "mitigated_by")).status,
              409);
    EXPECT_EQ(remove(as("outsider"), asset + "/" + link).status, 204);
    EXPECT_EQ(shown(as("outsider").get(safeguard)), 0U);
    EXPECT_EQ(remove(as("outsider"), safeguard + "/" + link).status, 404);
}

TEST_F(beside, a_link_to_what_is_hidden_does_not_show_and_cannot_be_made) {
    auto const path = at("assets", Place::near, "/links");
    auto const link =
        id_of(as("member").post(path, link_to("assets", Place::confidential, "causes")));
    EXPECT_EQ(shown(as("member").get(path)), 1U);
    auto const hidden = as("outsider").get(path);
    EXPECT_EQ(shown(hidden), 0U);
    auto const& secret = world_->seeded("assets", Place::confidential).record.id;
    auto const history = as("outsider").get(at("assets", Place::near, "/history"));
    EXPECT_NE(history.body.find("assets.linked"), std::string::npos) << history.told();
    EXPECT_EQ(history.body.find(secret), std::string::npos) << "the log tells the other end";
    EXPECT_EQ(remove(as("outsider"), path + "/" + link).status, 404);
    for (auto const place : {Place::far, Place::confidential, Place::foreign}) {
        auto const answer = as("north").post(path, link_to("assets", place, "causes"));
        EXPECT_TRUE(answer.status == 422 && answer.names("record", "unknown_reference"))
            << answer.told();
    }
    EXPECT_EQ(remove(as("member"), path + "/" + link).status, 204);
}

TEST_F(beside, strange_links_are_refused_by_name) {
    auto const path = at("assets", Place::near, "/links");
    auto strange = link_to("assets", Place::far, "hates");
    EXPECT_TRUE(as("outsider").post(path, strange).names("relation"));
    auto const itself = as("outsider").post(path, link_to("assets", Place::near, "causes"));
    EXPECT_TRUE(itself.status == 422 && itself.names("record", "itself")) << itself.told();
    auto const archived = as("outsider").post(path, link_to("assets", Place::archived, "causes"));
    EXPECT_TRUE(archived.status == 422 && archived.names("record")) << archived.told();
    strange = link_to("assets", Place::far, "causes");
    strange["register"] = "no-such";
    EXPECT_EQ(as("outsider").post(path, strange).status, 422);
    auto const closed = as("outsider")
                            .post(at("assets", Place::archived, "/links"),
                                  link_to("assets", Place::near, "causes"));
    EXPECT_EQ(closed.status, 409) << closed.told();
    EXPECT_EQ(
        as("outsider").post(at("assets", Place::archived, "/comments"), {{"text", "x"}}).status,
        409);
}

}  // namespace sigill::battery
