#include "tenant/registry.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tenant/key_store.hpp"
#include "tenant/test_support.hpp"

namespace sigill::tenant {

namespace {

using test::as_system;
using test::code_of;
using test::events;
using test::failure_of;

void overwrite(std::string const& path, std::string const& text) {
    std::ofstream(path, std::ios::trunc) << text;
}

std::string content_of(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Registry, a_new_tenant_has_its_first_entry_and_is_there_after_a_restart) {
    test::Home home;
    auto tenant = home.make("alfa");
    EXPECT_EQ(events(*tenant), (std::vector<std::string>{"tenant.created"}));
    auto const id = tenant->info().id;
    auto const key = tenant->verifier_key();
    tenant.reset();
    home.stop();
    home.start();
    ASSERT_EQ(home.registry().list().size(), 1U);
    tenant = home.registry().open("alfa");
    EXPECT_EQ(tenant->info().id, id);
    EXPECT_EQ(tenant->info().name, "Organisationen alfa");
    EXPECT_EQ(tenant->verifier_key(), key);
    EXPECT_EQ(events(*tenant), (std::vector<std::string>{"tenant.created"}));
}

TEST(Registry, names_are_checked) {
    test::Home home;
    home.make("alfa");
    for (auto const* const bad : {"", "a", "Alfa", "al fa", "-alfa", "alfa-", "å-kommun", "a/b",
                                  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}) {
        EXPECT_EQ(code_of(failure_of([&] { home.registry().add(bad, "N", "sv"); })), "bad_slug")
            << bad;
    }
    EXPECT_EQ(code_of(failure_of([&] { home.registry().add("alfa", "N", "sv"); })), "slug_taken");
    EXPECT_EQ(code_of(failure_of([&] { home.registry().add("beta", "", "sv"); })), "bad_name");
    EXPECT_EQ(code_of(failure_of([&] { home.registry().add("beta", "N", "de"); })), "bad_language");
    EXPECT_EQ(home.registry().list().size(), 1U);
    EXPECT_EQ(home.registry().open("beta"), nullptr);
}

TEST(Registry, one_tenant_sees_nothing_of_another) {
    test::Home home;
    auto const alfa = home.make("alfa");
    auto const beta = home.make("beta");
    alfa->write_and_wait(as_system(), [](Transaction& tx) { set_setting(tx, "secret", "alfas"); });
    beta->read_and_wait(as_system(), [](Transaction& tx) { EXPECT_FALSE(setting(tx, "secret")); });
    EXPECT_EQ(events(*beta).size(), 1U);
    EXPECT_NE(alfa->verifier_key(), beta->verifier_key());
    json::Object sealed;
    alfa->write_and_wait(
        as_system(), [&](Transaction& tx) { sealed = tx.seal_for("anna", "text").get_object(); });
    beta->read_and_wait(as_system(), [&](Transaction& tx) { EXPECT_FALSE(tx.unseal(sealed)); });
    // Nor with the key's name and the subject's: the wrapped key is bound to its tenant.
    EXPECT_EQ(beta->keys().subject_key(beta->info().id, sealed["key"].as_string().c_str()),
              std::nullopt);
}

TEST(Registry, a_tenants_file_does_not_open_with_another_tenants_key) {
    test::Home home;
    auto const alfa = home.make("alfa")->info();
    auto const beta = home.make("beta")->info();
    home.registry().close_all();
    std::filesystem::copy_file(home.file_of(alfa), home.file_of(beta),
                               std::filesystem::copy_options::overwrite_existing);
    auto const failure = failure_of([&] { static_cast<void>(home.registry().open("beta")); });
    EXPECT_EQ(failure.kind(), FailureKind::unavailable);
    EXPECT_EQ(code_of(failure), "tenant_damaged");
    EXPECT_NE(home.registry().open("alfa"), nullptr);
}

TEST(Registry, nothing_readable_lies_on_the_disk) {
    test::Home home;
    auto const tenant = home.make("alfa");
    tenant->write_and_wait(as_system(), [](Transaction& tx) {
        set_setting(tx, "colour", "a-word-that-must-not-be-found");
    });
    auto const id = tenant->info().id;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(home.data())) {
        if (entry.is_regular_file()) {
            auto const content = content_of(entry.path());
            for (auto const* const word : {"a-word-that-must-not-be-found", "SQLite format",
                                           "tenant_settings", "Organisationen"}) {
                EXPECT_EQ(content.find(word), std::string::npos) << entry.path() << " " << word;
            }
            struct stat status {};
            ASSERT_EQ(::stat(entry.path().c_str(), &status), 0);
            EXPECT_EQ(status.st_mode & 077U, 0U) << entry.path();
        }
    }
}

TEST(Registry, a_damaged_tenant_file_is_named_and_the_others_go_on) {
    test::Home home;
    auto const alfa = home.make("alfa")->info();
    auto const beta = home.make("beta")->info();
    home.registry().close_all();
    auto content = content_of(home.file_of(alfa));
    for (std::size_t at = 0; at < content.size(); at += 97) {
        content[at] = static_cast<char>(content[at] ^ 0x55);
    }
    overwrite(home.file_of(alfa), content);
    for (int attempt = 0; attempt < 2; ++attempt) {
        auto const failure = failure_of([&] { static_cast<void>(home.registry().open("alfa")); });
        EXPECT_EQ(failure.kind(), FailureKind::unavailable);
        EXPECT_EQ(code_of(failure), "tenant_damaged");
        EXPECT_EQ(failure.problems().front().value, "alfa");
        EXPECT_EQ(std::string{failure.what()}.find(home.data()), std::string::npos);
    }
    EXPECT_EQ(home.registry().damages().count("alfa"), 1U);
    auto const other = home.registry().open("beta");
    other->write_and_wait(as_system(), [](Transaction& tx) { set_setting(tx, "a", "b"); });
    for (auto const& info : home.registry().list()) {
        EXPECT_EQ(info.state, info.slug == "alfa" ? "damaged" : "active");
    }
}

TEST(Registry, a_missing_tenant_file_is_unavailable_not_made_anew) {
    test::Home home;
    auto const alfa = home.make("alfa")->info();
    home.registry().close_all();
    std::filesystem::remove(home.file_of(alfa));
    EXPECT_EQ(code_of(failure_of([&] { static_cast<void>(home.registry().open("alfa")); })),
              "tenant_damaged");
    EXPECT_FALSE(std::filesystem::exists(home.file_of(alfa)));
}

TEST(Registry, a_wrong_master_key_is_called_by_its_name) {
    test::Home home;
    home.make("alfa");
    home.stop();
    auto const key = home.data() + "/master.key";
    auto const right = content_of(key);
    overwrite(key, std::string(64, 'a') + "\n");
    EXPECT_EQ(code_of(failure_of([&] { home.start(); })), "master_key_wrong");
    overwrite(key, right);
    home.start();
    EXPECT_NE(home.registry().open("alfa"), nullptr);
}

TEST(Registry, a_master_key_that_others_may_read_or_that_is_none_is_refused) {
    test::Home home;
    home.stop();
    auto const key = home.data() + "/master.key";
    auto const right = content_of(key);
    EXPECT_EQ(right.size(), 65U);
    ::chmod(key.c_str(), 0640);
    EXPECT_EQ(code_of(failure_of([&] { home.start(); })), "master_key_readable");
    ::chmod(key.c_str(), 0600);
    for (auto const& bad : {std::string{}, std::string{"short"}, std::string(64, 'x'),
                            right + right, std::string(34, 'k')}) {
        overwrite(key, bad);
        EXPECT_EQ(code_of(failure_of([&] { home.start(); })), "master_key_malformed") << bad;
    }
    std::filesystem::remove(key);
    EXPECT_EQ(code_of(failure_of([&] { home.start(); })), "master_key_missing");
    // The same 32 bytes raw are the same key.
    auto const raw = from_hex(right.substr(0, 64)).value();
    overwrite(key, std::string{as_text(raw)});
    ::chmod(key.c_str(), 0600);
    home.start();
}

TEST(Registry, a_directory_without_data_is_said_to_be_one) {
    test::Folder folder;
    ManualClock clock{test::start_of_tests()};
    crypto::SystemRandom random;
    auto const pool = db::make_worker_pool(1);
    EXPECT_EQ(
        code_of(failure_of([&] {
            Registry registry({.data = folder.path("nothing")}, {&clock, &random, pool.get()});
        })),
        "data_missing");
}

TEST(Registry, a_second_process_finds_the_directory_taken) {
    test::Home home;
    auto const failure = failure_of([&] {
        Registry second({.data = home.data()}, {&home.clock, &home.random, &home.pool()});
    });
    EXPECT_EQ(failure.kind(), FailureKind::unavailable);
    EXPECT_EQ(code_of(failure), "data_in_use");
}

TEST(Registry, a_tenant_is_opened_once_however_many_ask) {
    test::Home home;
    home.make("alfa");
    for (int round = 0; round < 10; ++round) {
        home.registry().close_all();
        EXPECT_EQ(home.registry().opened("alfa"), nullptr);
        std::vector<std::future<std::shared_ptr<Tenant>>> found;
        for (int i = 0; i < 16; ++i) {
            found.push_back(
                std::async(std::launch::async, [&] { return home.registry().open("alfa"); }));
        }
        auto const first = found.front().get();
        for (std::size_t i = 1; i < found.size(); ++i) {
            EXPECT_EQ(found[i].get(), first);
        }
        EXPECT_EQ(home.registry().opened("alfa"), first);
    }
}

TEST(Registry, the_least_recently_used_tenant_is_closed_and_one_in_use_is_found_again) {
    test::Home home{2};
    auto pinned = home.make("alfa");
    home.make("beta");
    home.make("gamma");
    home.make("delta");
    EXPECT_EQ(home.registry().open("alfa"), pinned);  // let go of by the list, held by the test
    std::weak_ptr<Tenant> const watched = pinned;
    pinned.reset();
    home.make("epsilon");
    home.make("zeta");
    for (int i = 0; i < 200 && !watched.expired(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    EXPECT_TRUE(watched.expired());
    EXPECT_EQ(home.registry().opened("alfa"), nullptr);
    EXPECT_EQ(events(*home.registry().open("alfa")).size(), 1U);
}

TEST(Registry, tenants_opened_closed_and_written_at_the_same_time_lose_nothing) {
    test::Home home{2};
    std::vector<std::string> const slugs{"alfa", "beta", "gamma", "delta"};
    for (auto const& slug : slugs) {
        home.make(slug);
    }
    std::vector<std::future<void>> writers;
    for (std::size_t i = 0; i < 4; ++i) {
        writers.push_back(std::async(std::launch::async, [&, i] {
            for (std::size_t n = 0; n < 40; ++n) {
                auto const tenant = home.registry().open(slugs[(i + n) % slugs.size()]);
                tenant->write_and_wait(as_system(), [&](Transaction& tx) {
                    set_setting(tx, "w" + std::to_string(i) + "_" + std::to_string(n), "x");
                });
            }
        }));
    }
    for (auto& writer : writers) {
        writer.get();
    }
    std::size_t total = 0;
    for (auto const& slug : slugs) {
        total += events(*home.registry().open(slug)).size();
    }
    EXPECT_EQ(total, 4U + 160U);
}

// As the gateway does it: a cold tenant is opened on a worker, and all workers may be doing that.
TEST(Registry, workers_can_open_tenants_without_waiting_for_themselves) {
    test::Home home;
    for (int i = 0; i < 8; ++i) {
        home.make("tenant-" + std::to_string(i));
    }
    home.registry().close_all();
    std::vector<std::future<bool>> answers;
    for (int i = 0; i < 8; ++i) {
        auto answer = std::make_shared<std::promise<bool>>();
        answers.push_back(answer->get_future());
        db::post(home.pool(), [&home, answer, i] {
            answer->set_value(home.registry().open("tenant-" + std::to_string(i)) != nullptr);
        });
    }
    for (auto& answer : answers) {
        EXPECT_TRUE(answer.get());
    }
}

TEST(KeyStore, destroying_a_tenants_keys_is_for_ever) {
    test::Home home;
    auto tenant = home.make("alfa");
    auto const id = tenant->info().id;
    tenant->keys().destroy(id);
    EXPECT_FALSE(tenant->keys().load(id));
    tenant.reset();
    home.registry().close_all();
    EXPECT_EQ(code_of(failure_of([&] { static_cast<void>(home.registry().open("alfa")); })),
              "tenant_damaged");
}

TEST(KeyStore, keys_of_many_threads_are_all_different) {
    test::Home home;
    auto const tenant = home.make("alfa");
    std::vector<std::future<std::vector<std::string>>> minted;
    for (int i = 0; i < 4; ++i) {
        minted.push_back(std::async(std::launch::async, [&] {
            std::vector<std::string> ids;
            for (int n = 0; n < 100; ++n) {
                ids.push_back(tenant->keys().next_subject_key(tenant->info().id).id);
            }
            return ids;
        }));
    }
    std::set<std::string> all;
    for (auto& ids : minted) {
        for (auto& id : ids.get()) {
            all.insert(std::move(id));
        }
    }
    EXPECT_EQ(all.size(), 400U);
}

}  // namespace

}  // namespace sigill::tenant
