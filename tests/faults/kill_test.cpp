// kill -9 during acknowledged writes: whatever the server acknowledged is there afterwards, once.

#include <gtest/gtest.h>

#include <charconv>
#include <fstream>
#include <iostream>
#include <random>
#include <set>

#include "http_connection.hpp"
#include "json/json.hpp"
#include "program.hpp"

namespace sigill::faults {
namespace {

constexpr auto slug = "alfa";
constexpr auto host = "alfa.localhost";
constexpr int writers = 8;

int rounds() {
    if (auto const* const wanted = std::getenv("SIGILL_KILL_ROUNDS")) {
        return std::max(1, std::atoi(wanted));
    }
    return std::getenv("SIGILL_LONG") != nullptr ? 100 : 20;
}

json::Object object_of(std::string const& body) {
    auto const parsed = json::parse(body, {.bytes = 64 << 20, .depth = 32});
    auto const* const value = std::get_if<json::Value>(&parsed);
    return value != nullptr && value->is_object() ? value->as_object() : json::Object{};
}

std::string text_at(json::Object const& object, std::string_view key) {
    return std::string{json::string_at(object, key).value_or("")};
}

// What the clients know: of each title sent, the id where the server acknowledged it.
struct Known {
    std::mutex lock;
    std::map<std::string, std::string> acknowledged;
    std::set<std::string> unanswered;
    std::vector<std::string> refused;
};

void write_until_killed(std::uint16_t port, std::string const& token, std::string const& name,
                        Known& known) {
    HttpConnection connection{port, host, token};
    for (int number = 0;; ++number) {
        auto const title = name + "-" + std::to_string(number);
        auto const reply = connection.ask(
            {"POST", "/api/v1/assets", R"({"title":")" + title + R"(","kind":"system"})"});
        std::lock_guard const lock{known.lock};
        if (!reply) {
            known.unanswered.insert(title);
            return;
        }
        if (reply->status != 201) {
            known.refused.push_back(std::to_string(reply->status) + " " + reply->body);
            return;
        }
        known.acknowledged[title] = text_at(object_of(reply->body), "id");
    }
}

// All assets: title → ids.
std::map<std::string, std::vector<std::string>> stored_assets(std::uint16_t port,
                                                              std::string const& token) {
    std::map<std::string, std::vector<std::string>> stored;
    HttpConnection connection{port, host, token};
    std::string after;
    do {
        auto const reply = connection.ask(
            {"GET", "/api/v1/assets?limit=500" + (after.empty() ? "" : "&after=" + after)});
        if (!reply || reply->status != 200) {
            ADD_FAILURE() << "the list failed: " << (reply ? reply->body : "no answer");
            return stored;
        }
        auto const page = object_of(reply->body);
        for (auto const& item : page.at("items").as_array()) {
            stored[text_at(item.as_object(), "title")].push_back(text_at(item.as_object(), "id"));
        }
        after = text_at(page, "next");
    } while (!after.empty());
    return stored;
}

// Entries of the exported log: record id → how often it was created.
std::map<std::string, int> created_in_log(std::string const& path) {
    std::map<std::string, int> created;
    std::ifstream file{path};
    for (std::string line; std::getline(file, line);) {
        auto const entry = object_of(line);
        auto const* const record = entry.if_contains("record");
        if (text_at(entry, "event").ends_with(".created") && record != nullptr &&
            text_at(record->as_object(), "register") == "assets") {
            ++created[text_at(record->as_object(), "id")];
        }
    }
    return created;
}

class Kill : public ::testing::Test {
protected:
    void run_round(int round, std::mt19937& random) {
        Server server{installation_.data()};
        ASSERT_NE(server.port(), 0) << server.output();
        std::vector<std::thread> threads;
        threads.reserve(writers);
        for (int writer = 0; writer < writers; ++writer) {
            threads.emplace_back([&, writer] {
                write_until_killed(server.port(), installation_.token(slug),
                                   "r" + std::to_string(round) + "-w" + std::to_string(writer),
                                   known_);
            });
        }
        std::this_thread::sleep_for(
            std::chrono::milliseconds{std::uniform_int_distribution{20, 400}(random)});
        server.kill_hard();
        for (auto& thread : threads) {
            thread.join();
        }
        ASSERT_TRUE(known_.refused.empty()) << known_.refused.front();
    }

    // How many acknowledged records are not there, and how many titles are there twice.
    void compare(std::map<std::string, std::vector<std::string>> const& stored) {
        for (auto const& [title, id] : known_.acknowledged) {
            auto const found = stored.find(title);
            lost_ += found == stored.end() || found->second.front() != id ? 1 : 0;
        }
        for (auto const& [title, ids] : stored) {
            doubled_ += ids.size() > 1 ? 1 : 0;
            unanswered_stored_ += known_.unanswered.contains(title) ? 1 : 0;
            EXPECT_TRUE(known_.acknowledged.contains(title) || known_.unanswered.contains(title))
                << title << " was never sent";
        }
    }

    Installation installation_{{slug}};
    Known known_;
    int lost_ = 0;
    int doubled_ = 0;
    int unanswered_stored_ = 0;
};

TEST_F(Kill, nothing_acknowledged_is_lost_or_doubled) {
    std::random_device source;
    auto const seed = source();
    std::mt19937 random{seed};
    auto const wanted = rounds();
    for (int round = 0; round < wanted; ++round) {
        ASSERT_NO_FATAL_FAILURE(run_round(round, random)) << "round " << round << ", seed " << seed;
        auto const verified = installation_.verify(slug);
        ASSERT_EQ(verified.exit_code, 0) << "round " << round << ": " << verified.output;
    }

    Server server{installation_.data()};
    ASSERT_NE(server.port(), 0) << server.output();
    auto const stored = stored_assets(server.port(), installation_.token(slug));
    EXPECT_EQ(server.stop(), 0) << server.output();
    compare(stored);
    EXPECT_EQ(lost_, 0);
    EXPECT_EQ(doubled_, 0);
    EXPECT_GT(known_.acknowledged.size(), static_cast<std::size_t>(wanted));

    test_support::TemporaryDirectory const folder;
    auto const log = folder.file("log");
    auto const exported = run_program(
        {"ledger", "export", "--data", installation_.data(), "--tenant", slug, "--out", log});
    ASSERT_EQ(exported.exit_code, 0) << exported.output;
    EXPECT_EQ(run_program({"ledger", "verify", log}).exit_code, 0);
    auto const created = created_in_log(log);
    EXPECT_EQ(created.size(), stored.size()) << "a record without an entry, or the other way round";
    for (auto const& [title, ids] : stored) {
        auto const found = created.find(ids.front());
        EXPECT_EQ(found == created.end() ? 0 : found->second, 1) << title;
    }
    std::cout << "[ figures  ] kill -9: " << wanted << " rounds, " << known_.acknowledged.size()
              << " acknowledged, " << lost_ << " lost, " << doubled_ << " doubled; "
              << known_.unanswered.size() << " unanswered, of which " << unanswered_stored_
              << " stored; the log verifies after each round (" << created.size()
              << " entries of creation)\n";
}

}  // namespace
}  // namespace sigill::faults
