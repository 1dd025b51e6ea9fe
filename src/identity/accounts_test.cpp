#include <gtest/gtest.h>

#include "identity/test_support.hpp"

namespace sigill::identity {

namespace {

using tenant::Transaction;
using test::code_of;
using test::failure_of;
using test::Organisation;

TEST(Account, belongs_to_one_person_and_one_email) {
    Organisation alfa;
    auto const code = [&](std::string const& person, std::string const& email) {
        return code_of(failure_of([&] {
            alfa.write([&](Transaction& tx) {
                test::add_person(tx, "bo", "Bo");
                add_account(tx, person, email, Organisation::cheap_hash("ett långt lösenord"));
            });
        }));
    };
    EXPECT_EQ(code("bo", "ANNA@example.se"), "email_taken");
    EXPECT_EQ(code("anna", "annan@example.se"), "person_has_account");
    EXPECT_EQ(code("nobody", "nobody@example.se"), "no_person");
    for (auto const* const bad : {"", "bo", "@example.se", "bo@", "bo@x@y", "b o@example.se",
                                  "bo@example.se\n", "Bo <bo@example.se>"}) {
        EXPECT_EQ(code("bo", bad), "bad_email") << bad;
    }
    EXPECT_EQ(code("bo", std::string(250, 'a') + "@x.se"), "bad_email");
    EXPECT_EQ(alfa.count("account.added"), 1);
}

TEST(Account, its_email_is_sealed_in_the_log) {
    Organisation alfa;
    alfa.read([](Transaction& tx) {
        for (auto const& stored : ledger::range(tx.connection(), 0, 100)) {
            EXPECT_EQ(stored.leaf.find("anna@example.se"), std::string::npos) << stored.leaf;
        }
    });
}

TEST(Account, disabling_and_passwords_of_unknown_accounts_are_missing) {
    Organisation alfa;
    EXPECT_EQ(failure_of([&] {
                  alfa.write([](Transaction& tx) { disable_account(tx, "eva@example.se"); });
              }).kind(),
              FailureKind::missing);
    EXPECT_EQ(failure_of([&] {
                  alfa.write([](Transaction& tx) { set_password(tx, "eva@example.se", "x"); });
              }).kind(),
              FailureKind::missing);
    alfa.write([](Transaction& tx) { disable_account(tx, test::anna_email); });
    alfa.write([](Transaction& tx) { disable_account(tx, test::anna_email); });
    EXPECT_EQ(alfa.count("account.disabled"), 1);
}

TEST(Account, password_rules_name_what_is_wrong) {
    struct Case {
        std::string password, code;
    };
    for (auto const& [password, code] : std::initializer_list<Case>{
             {"", "password_short"},
             {"elva tecken", "password_short"},
             {"åäöåäöåäöåä", "password_short"},  // 11 characters in 22 bytes
             {std::string(1001, 'a'), "password_long"},
             {"Anna.Andersson@Example.se", "password_like_email"},
             {"ANNA.ANDERSSON", "password_like_email"},
             {"abababababababab", "password_monotone"}}) {
        EXPECT_EQ(code_of(failure_of(
                      [&] { check_password_rules(password, "anna.andersson@example.se"); })),
                  code)
            << password;
    }
    EXPECT_NO_THROW(check_password_rules("tolv tecken!", "anna.andersson@example.se"));
    EXPECT_NO_THROW(check_password_rules("åäöÅÄÖéüñçøæ", "anna.andersson@example.se"));
}

struct Reach : ::testing::Test {
    Organisation alfa;

    Reach() {
        alfa.write([](Transaction& tx) {
            test::add_unit(tx, "kommun", "");
            test::add_unit(tx, "skola", "kommun");
            test::add_unit(tx, "norra", "skola");
            test::add_unit(tx, "omsorg", "kommun");
        });
    }
    access::Rights rights(std::string const& person = "anna") {
        access::Rights found;
        alfa.read([&](Transaction& tx) { found = rights_of(tx, person); });
        return found;
    }
    void grant(std::string const& role, std::string const& where,
               std::string const& person = "anna") {
        alfa.write([&](Transaction& tx) { grant_role(tx, person, role, where); });
    }
};

TEST_F(Reach, is_nothing_without_a_role) {
    EXPECT_TRUE(rights().names().empty());
}

TEST_F(Reach, of_a_unit_is_its_subtree) {
    grant("ciso", "skola");
    auto const found = rights();
    EXPECT_EQ(found.scope("assets.update").units,
              (std::set<std::string, std::less<>>{"norra", "skola"}));
    EXPECT_FALSE(found.scope("assets.update").everywhere);
    EXPECT_FALSE(found.may("accounts.manage"));
    grant("auditor", "kommun");
    EXPECT_EQ(rights().scope("assets.read").units.size(), 4U);
    EXPECT_EQ(rights().scope("assets.update").units.size(), 2U);
}

TEST_F(Reach, can_be_everywhere_or_what_one_owns) {
    grant("process_owner", "own");
    EXPECT_TRUE(rights().scope("safeguards.decide").own);
    EXPECT_FALSE(rights().scope("safeguards.decide").everywhere);
    grant("administrator", "");
    EXPECT_TRUE(rights().scope("accounts.manage").everywhere);
    EXPECT_FALSE(rights().is_all());
    EXPECT_TRUE(rights("nobody").names().empty());
}

TEST_F(Reach, ends_in_a_ring_of_units_and_an_unknown_one_reaches_nothing) {
    alfa.write([](Transaction& tx) {
        tx.run("UPDATE units SET parent = 'norra' WHERE id = 'kommun'", {});
        tx.record("units.updated", {});
    });
    grant("auditor", "norra");
    EXPECT_EQ(rights().scope("assets.read").units.size(), 4U);
    grant("ciso", "no-such-unit");
    EXPECT_FALSE(rights().may("assets.update"));
}

TEST_F(Reach, a_role_is_granted_once_and_only_one_that_exists) {
    grant("ciso", "skola");
    grant("ciso", "skola");
    EXPECT_EQ(alfa.count("role.granted"), 1);
    EXPECT_EQ(code_of(failure_of([&] { grant("king", ""); })), "no_role");
    EXPECT_EQ(code_of(failure_of([&] { grant("ciso", "", "nobody"); })), "no_person");
    alfa.write([](Transaction& tx) { ensure_role_templates(tx); });
    EXPECT_EQ(alfa.count("roles.added"), 1);
}

TEST_F(Reach, groups_come_along) {
    alfa.write([](Transaction& tx) {
        tx.run("INSERT INTO groups (id, name) VALUES ('g', 'Krisledning')", {});
        tx.run("INSERT INTO group_members (group_id, person_id) VALUES ('g', 'anna')", {});
        tx.record("groups.updated", {});
    });
    EXPECT_TRUE(rights().groups().contains("g"));
}

struct Token : ::testing::Test {
    Organisation alfa;

    std::string create(std::vector<std::string> const& permissions,
                       std::optional<Instant> expires = std::nullopt) {
        std::string token;
        alfa.write(
            [&](Transaction& tx) { token = create_token(tx, "robot", permissions, expires); });
        return token;
    }
    std::optional<Session> session(std::string_view bearer) {
        std::optional<Session> found;
        alfa.read([&](Transaction& tx) { found = token_of(tx, bearer); });
        return found;
    }
};

TEST_F(Token, may_what_it_names_and_nothing_else) {
    auto const token = create({"assets.read", "ledger.*"});
    EXPECT_TRUE(token.starts_with("sgl_"));
    EXPECT_EQ(token.size(), 47U);
    auto const found = session(token);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->principal.kind, access::PrincipalKind::token);
    EXPECT_TRUE(found->principal.rights.scope("assets.read").everywhere);
    EXPECT_TRUE(found->principal.rights.may("ledger.export"));
    EXPECT_FALSE(found->principal.rights.may("assets.update"));
    EXPECT_FALSE(found->principal.rights.is_all());
    EXPECT_TRUE(found->session_id.empty());
    auto const leaf = json::to_text(tenant::test::newest_leaf(*alfa.tenant));
    EXPECT_EQ(leaf.find(token.substr(4)), std::string::npos);
}

TEST_F(Token, is_nothing_when_wrong_expired_or_revoked) {
    auto const token = create({"*"}, alfa.home.clock.now() + one_hour);
    EXPECT_TRUE(session(token));
    EXPECT_FALSE(session(token.substr(4)));
    EXPECT_FALSE(session("sgl_" + std::string(43, 'A')));
    EXPECT_FALSE(session(""));
    alfa.home.clock.advance(one_hour);
    EXPECT_FALSE(session(token));
    auto const other = create({"*"});
    auto const id = session(other).value().principal.id;
    alfa.write([&](Transaction& tx) { revoke_token(tx, id); });
    EXPECT_FALSE(session(other));
    EXPECT_THROW(alfa.write([&](Transaction& tx) { revoke_token(tx, "none"); }), Failure);
}

TEST_F(Token, cannot_hold_more_than_who_creates_it) {
    alfa.write([](Transaction& tx) { grant_role(tx, "anna", "employee", ""); });
    auto const context = alfa.context_of(alfa.log_in());
    auto const give = [&](std::vector<std::string> const& permissions) {
        alfa.tenant->write_and_wait(context, [&](Transaction& tx) {
            static_cast<void>(create_token(tx, "robot", permissions, std::nullopt));
        });
    };
    EXPECT_NO_THROW(give({"assets.read"}));
    for (auto const* const more : {"*", "assets.*", "assets.update", "*.read", "ledger.read"}) {
        EXPECT_EQ(code_of(failure_of([&] {
                      give({"assets.read", more});
                  })),
                  "beyond_own_rights")
            << more;
    }
    EXPECT_EQ(code_of(failure_of([&] { give({}); })), "no_permissions");
}

}  // namespace

}  // namespace sigill::identity
