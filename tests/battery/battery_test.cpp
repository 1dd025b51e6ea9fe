// The standard battery: what every register that can be written does alike, from its definition.

#include <set>

#include "battery/fuzzed_bodies.hpp"
#include "battery/register_under_test.hpp"
#include "battery/wrong_values.hpp"
#include "text/text.hpp"

namespace sigill::battery {

namespace {

class battery : public testing::Test {
protected:
    static void SetUpTestSuite() { world_ = std::make_unique<test_support::World>(); }
    static void TearDownTestSuite() { world_.reset(); }

    // Runs `work` on every register that can be written, each with a fresh record.
    static void on_every_register(std::function<void(RegisterUnderTest&)> const& work) {
        int registers = 0;
        for (auto const& entry : world_->catalogue().registers()) {
            if (entry.definition->read_only) {
                continue;
            }
            SCOPED_TRACE(std::string{entry.definition->path});
            RegisterUnderTest subject{*world_, *entry.definition,
                                      "battery" + std::to_string(++made_)};
            auto const made = subject.create(subject.body());
            ASSERT_EQ(made.status, 201) << made.told();
            work(subject);
            ++registers;
        }
        EXPECT_GE(registers, 8);
    }

    static void expect_shown(Answer const& answer, json::Object const& sent) {
        auto const record = answer.object();
        for (auto const& member : sent) {
            auto const* shown = record.if_contains(member.key());
            ASSERT_NE(shown, nullptr) << member.key();
            EXPECT_EQ(RegisterUnderTest::written(*shown), member.value()) << member.key();
        }
    }

    static std::size_t found(RegisterUnderTest const& subject, std::string const& archived) {
        auto const list =
            subject.client().get(subject.path(), {{"ref", subject.ref()}, {"archived", archived}});
        auto const object = list.object();
        return object.contains("items") ? object.at("items").as_array().size() : 99;
    }

    static std::unique_ptr<test_support::World> world_;
    static int made_;
};

std::unique_ptr<test_support::World> battery::world_;
int battery::made_ = 0;

// Every field that takes free text, and the title.
std::vector<std::string> text_fields(entity::Definition const& definition) {
    std::vector<std::string> keys{"title"};
    for (auto const* field : definition.fields) {
        auto const is_text =
            field->kind == entity::Kind::text || field->kind == entity::Kind::long_text;
        if (is_text && field->writable && field->key != "email") {
            keys.emplace_back(field->key);
        }
    }
    return keys;
}

json::Object one(std::string_view key, json::Value value) {
    json::Object body;
    body[{key.data(), key.size()}] = std::move(value);
    return body;
}

json::Object without_references(entity::Definition const& definition) {
    json::Object body;
    for (auto const* field : definition.fields) {
        if (entity::is_reference(field->kind) && field->writable && !field->required) {
            body[{field->key.data(), field->key.size()}] = nullptr;
        }
    }
    return body;
}

}  // namespace

TEST_F(battery, what_is_created_is_read_back_by_id_and_by_ref) {
    on_every_register([](RegisterUnderTest& subject) {
        auto const read = subject.read();
        expect_shown(read, subject.body());
        EXPECT_EQ(read.header("etag"), "\"1\"");
        auto const by_ref = subject.client().get(subject.path() + "/" + subject.ref());
        EXPECT_EQ(by_ref.body, read.body);
        EXPECT_EQ(subject.entries(), 1U);
        EXPECT_EQ(found(subject, "false"), 1U);
    });
}

TEST_F(battery, a_change_raises_the_version_by_one_and_writes_one_entry) {
    on_every_register([](RegisterUnderTest& subject) {
        auto const changed = subject.patch(subject.body(1));
        ASSERT_EQ(changed.status, 200) << changed.told();
        expect_shown(subject.read(), subject.body(1));
        EXPECT_EQ(subject.version(), 2);
        EXPECT_EQ(subject.entries(), 2U);
        auto const same = subject.patch(subject.body(1));
        EXPECT_EQ(same.status, 200) << same.told();
        EXPECT_EQ(subject.version(), 2) << "nothing changed";
        EXPECT_EQ(subject.entries(), 2U) << "nothing changed";
    });
}

TEST_F(battery, archiving_hides_from_the_list_and_closes_until_it_is_restored) {
    on_every_register([](RegisterUnderTest& subject) {
        EXPECT_EQ(subject.archive().status, 200);
        EXPECT_EQ(found(subject, "false"), 0U);
        EXPECT_EQ(found(subject, "true"), 1U);
        EXPECT_EQ(subject.read().status, 200);
        EXPECT_EQ(subject.patch(subject.body(1)).status, 409);
        EXPECT_EQ(subject.archive().status, 409);
        EXPECT_EQ(subject.restore().status, 200);
        EXPECT_EQ(subject.restore().status, 409);
        EXPECT_EQ(found(subject, "false"), 1U);
        EXPECT_EQ(subject.entries(), 3U);
    });
}

TEST_F(battery, a_stale_version_gets_the_current_record_and_none_is_asked_for) {
    on_every_register([](RegisterUnderTest& subject) {
        ASSERT_EQ(subject.patch(one("title", "Another title")).status, 200);
        for (auto const version : {1, 3, 0, -1}) {
            auto const stale =
                subject.client().patch(subject.record_path(), one("title", "Mine"), version);
            EXPECT_EQ(stale.status, 412) << stale.told();
            auto const problem = stale.object();
            ASSERT_TRUE(problem.contains("current")) << stale.told();
            EXPECT_EQ(problem.at("current").as_object().at("title").as_string(), "Another title");
        }
        auto const without =
            subject.client().patch(subject.record_path(), one("title", "Mine"), std::nullopt);
        EXPECT_EQ(without.status, 428) << without.told();
        auto const removed =
            subject.client().ask({.method = "DELETE", .path = subject.record_path()});
        EXPECT_EQ(removed.status, 428) << removed.told();
        auto const unreadable = subject.client().ask({.method = "PATCH",
                                                      .path = subject.record_path(),
                                                      .body = "{}",
                                                      .headers = {{"if-match", "\"two\""}}});
        EXPECT_EQ(unreadable.status, 400) << unreadable.told();
        EXPECT_EQ(subject.entries(), 2U);
    });
}

TEST_F(battery, every_wrong_value_is_refused_by_name_and_changes_nothing) {
    int probes = 0;
    on_every_register([&](RegisterUnderTest& subject) {
        for (auto const& wrong : wrong_values(subject.definition())) {
            auto const in_patch = subject.patch(one(wrong.key, wrong.value));
            EXPECT_TRUE(in_patch.status == 422 && in_patch.names(wrong.key))
                << wrong.key << " = " << json::to_text(wrong.value).substr(0, 80) << ": "
                << in_patch.told();
            auto body = subject.fresh_body();
            body[wrong.key] = wrong.value;
            auto const in_post = subject.client().post(subject.path(), body);
            EXPECT_TRUE(in_post.status == 422 && in_post.names(wrong.key))
                << wrong.key << ": " << in_post.told();
            probes += 2;
        }
        EXPECT_EQ(subject.version(), 1);
        EXPECT_EQ(subject.entries(), 1U);
    });
    std::cout << "[ battery  ] " << probes << " wrong values refused\n";
}

TEST_F(battery, all_that_is_wrong_is_named_at_once) {
    on_every_register([](RegisterUnderTest& subject) {
        auto const answer = subject.patch({{"title", 7}, {"owner", true}, {"no_such", 1}});
        EXPECT_EQ(answer.status, 422);
        EXPECT_TRUE(answer.names("title") && answer.names("owner") && answer.names("no_such"))
            << answer.told();
    });
}

TEST_F(battery, values_at_their_limits_are_kept) {
    on_every_register([](RegisterUnderTest& subject) {
        for (auto const& right : limit_values(subject.definition())) {
            auto const answer = subject.patch(one(right.key, right.value));
            ASSERT_EQ(answer.status, 200) << right.key << ": " << answer.told();
            EXPECT_EQ(answer.object().at(right.key), right.value) << right.key;
        }
    });
}

TEST_F(battery, a_required_field_cannot_be_emptied_and_the_others_can) {
    on_every_register([](RegisterUnderTest& subject) {
        std::set<std::string> required{"title"};
        for (auto const* field : subject.definition().fields) {
            if (field->required && field->writable) {
                required.emplace(field->key);
            }
        }
        for (auto const& key : required) {
            // What hangs on the field goes with it, so that its own lack is what is told.
            auto emptying = without_references(subject.definition());
            emptying[key] = nullptr;
            auto const emptied = subject.patch(emptying);
            EXPECT_TRUE(emptied.status == 422 && emptied.names(key)) << key << emptied.told();
            auto body = subject.fresh_body();
            for (auto const& member : emptying) {
                body[member.key()] = nullptr;
            }
            auto const without = subject.client().post(subject.path(), body);
            EXPECT_TRUE(without.status == 422 && without.names(key)) << key << without.told();
        }
        for (auto const* field : subject.definition().fields) {
            std::string const key{field->key};
            if (field->writable && !field->required) {
                auto const emptied = subject.patch(one(key, nullptr));
                ASSERT_EQ(emptied.status, 200) << key << emptied.told();
                auto const held = emptied.object().at(key);
                EXPECT_TRUE(held.is_null() || (held.is_array() && held.get_array().empty())) << key;
            }
        }
    });
}

TEST_F(battery, naughty_strings_come_back_unchanged) {
    int probes = 0;
    on_every_register([&](RegisterUnderTest& subject) {
        for (auto const& key : text_fields(subject.definition())) {
            for (auto const& text : naughty_strings()) {
                json::String const sent(text.data(), text.size());
                auto const answer = subject.patch(one(key, sent));
                ASSERT_EQ(answer.status, 200) << key << ": " << text << ": " << answer.told();
                auto const held = subject.read().object();
                EXPECT_EQ(json::string_at(held, key).value_or(""), text::normalised(text)) << key;
                ++probes;
            }
        }
    });
    std::cout << "[ battery  ] " << probes << " naughty strings kept\n";
}

TEST_F(battery, damaged_bodies_are_taken_or_refused_and_never_break_anything) {
    constexpr int bodies_each = 150;
    int taken = 0;
    int refused = 0;
    on_every_register([&](RegisterUnderTest& subject) {
        auto const seed = static_cast<std::uint32_t>(subject.path().size() * 7919);
        for (auto const& body : fuzzed_bodies(subject.fresh_body(), seed, bodies_each)) {
            auto const before = subject.read();
            auto const version = before.object().at("version").to_number<std::int64_t>();
            auto const entries = world_->log_size();
            auto const answer = subject.client().ask({.method = "PATCH",
                                                      .path = subject.record_path(),
                                                      .body = body,
                                                      .if_match = version});
            auto const made =
                subject.client().ask({.method = "POST", .path = subject.path(), .body = body});
            for (auto const& given : {answer, made}) {
                ASSERT_TRUE(given.status < 500) << body << ": " << given.told();
                ++(given.status < 300 ? taken : refused);
            }
            if (answer.status >= 300) {
                EXPECT_EQ(subject.read().body, before.body) << body;
            }
            if (answer.status >= 300 && made.status >= 300) {
                EXPECT_EQ(world_->log_size(), entries) << body;
            }
        }
    });
    std::cout << "[ battery  ] " << taken << " damaged bodies taken, " << refused << " refused\n";
    EXPECT_GT(refused, 1000);
}

TEST_F(battery, bodies_that_cannot_be_read_are_refused_whole) {
    on_every_register([](RegisterUnderTest& subject) {
        for (auto const& broken : broken_bodies()) {
            auto const answer = subject.client().ask(
                {.method = "POST", .path = subject.path(), .body = broken.body});
            EXPECT_EQ(answer.status, broken.status) << broken.what << ": " << answer.told();
        }
        auto const untyped = subject.client().ask({.method = "POST", .path = subject.path()});
        EXPECT_EQ(untyped.status, 415) << untyped.told();
    });
}

}  // namespace sigill::battery
