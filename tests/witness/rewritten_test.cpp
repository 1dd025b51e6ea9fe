// Somebody with root and every key edits an old entry in the database, makes the tree anew and signs
// it. The log then verifies by itself; a witness that saw the true one does not sign it.

#include <gtest/gtest.h>

#include <sstream>

#include "api/core_routes.hpp"
#include "app/actions.hpp"
#include "ledger/verify.hpp"
#include "support/temporary_directory.hpp"
#include "tenant/settings.hpp"
#include "tenant/waiting.hpp"
#include "tenant/witnesses.hpp"
#include "witness/witness.hpp"

namespace sigill {

namespace {

// A log of twenty entries and a witness of it, in one process.
class Rewritten : public testing::Test {
protected:
    Rewritten() {
        app::ServicesOptions options;
        options.data = directory_.file("data");
        options.create = true;
        services_ = std::make_unique<app::Services>(std::move(options));
        services_->registry().add("alfa", "Alfa", "sv");
        tenant_ = services_->registry().open("alfa");
        witness_ = std::make_unique<witness::Witness>(
            directory_.file("."),
            witness::make_key(directory_.file("key"), "vittne.example/1", services_->random()),
            std::vector{tenant_->verifier_key()}, services_->clock());
        for (int i = 0; i < 20; ++i) {
            change(std::to_string(i));
        }
    }
    ~Rewritten() override { tenant_.reset(); }

    void change(std::string const& value) {
        tenant_->write_and_wait(app::system_context(), [&](tenant::Transaction& tx) {
            tenant::set_setting(tx, "colour", value);
        });
    }

    // What root can do: leaf, its hash and every node above it, and no checkpoint left to compare.
    void rewrite(std::uint64_t index) {
        tenant::wait_for_write(tenant_->database(), [&](db::Connection& connection) {
            auto leaf = ledger::entry_at(connection, index).value().leaf;
            leaf.replace(leaf.find("settings.changed"), 16, "settings.nothing");
            auto const blob = [](ledger::Digest const& hash) {
                return Bytes{hash.begin(), hash.end()};
            };
            connection.run("UPDATE ledger_entries SET leaf = $1, leaf_hash = $2 WHERE idx = $3",
                           {leaf, blob(ledger::leaf_hash(leaf)), static_cast<std::int64_t>(index)});
            connection.run("DELETE FROM ledger_nodes", {});
            connection.run("DELETE FROM ledger_checkpoints", {});
            ledger::Frontier tree;
            for (auto const& entry : ledger::range(connection, 0, 1000)) {
                tree.append(entry.hash, [&](int level, std::uint64_t at, auto const& hash) {
                    if (level > 0) {
                        connection.run(
                            "INSERT INTO ledger_nodes (level, idx, hash) VALUES ($1, $2, $3)",
                            {std::int64_t{level}, static_cast<std::int64_t>(at), blob(hash)});
                    }
                });
            }
        });
    }

    ledger::VerifyReport verified(std::vector<std::string> const& keys) {
        auto writer = api::ledger_exporter(tenant_, &witnesses());
        std::string file;
        std::string piece;
        while (writer.next(piece)) {
            file += piece;
        }
        std::istringstream stream{file};
        return ledger::verify_export(stream, tenant_->verifier_key(), {}, keys);
    }

    tenant::Witnesses& witnesses() {
        if (!witnesses_) {
            std::vector<tenant::WitnessPeer> peers{{"http://w", witness_->verifier_key()}};
            witnesses_.emplace(std::move(peers), [this](std::string const&, std::string_view body) {
                auto answer = witness_->add_checkpoint(body);
                return tenant::WitnessAnswer{answer.status, std::move(answer.body)};
            });
        }
        return *witnesses_;
    }

    test_support::TemporaryDirectory directory_;
    std::unique_ptr<app::Services> services_;
    std::shared_ptr<tenant::Tenant> tenant_;
    std::unique_ptr<witness::Witness> witness_;
    std::optional<tenant::Witnesses> witnesses_;
};

}  // namespace

TEST_F(Rewritten, an_untouched_log_is_signed_by_its_witness) {
    EXPECT_TRUE(verified({witness_->verifier_key()}).good);
    change("later");
    EXPECT_TRUE(verified({witness_->verifier_key()}).good);
}

TEST_F(Rewritten, an_entry_edited_with_every_key_verifies_alone_and_is_refused_by_the_witness) {
    ASSERT_TRUE(verified({witness_->verifier_key()}).good);
    rewrite(7);
    change("later");
    EXPECT_TRUE(verified({}).good) << "nothing in the file itself can tell";
    auto const held = verified({witness_->verifier_key()});
    EXPECT_FALSE(held.good);
    ASSERT_FALSE(held.problems.empty());
    EXPECT_EQ(held.problems.front().phrase.code, "ledger.not_witnessed");
    tenant_->read_and_wait(app::system_context(), [](tenant::Transaction& tx) {
        EXPECT_EQ(ledger::entries(tx.connection(), {.event = "ledger.witness_refused"}).size(), 1U);
        auto const states = tenant::witness_states(tx.connection());
        ASSERT_EQ(states.size(), 1U);
        EXPECT_EQ(states.front().state, "refused");
    });
}

}  // namespace sigill
