#include "access/access.hpp"

#include <gtest/gtest.h>

namespace sigill::access {

namespace {

Scope everywhere() {
    Scope scope;
    scope.everywhere = true;
    return scope;
}

Scope own() {
    Scope scope;
    scope.own = true;
    return scope;
}

Scope units(std::set<std::string, std::less<>> ids) {
    Scope scope;
    scope.units = std::move(ids);
    return scope;
}

TEST(Access, patterns_match_only_what_they_name) {
    struct Case {
        std::string_view pattern, permission;
        bool matches;
    };
    for (auto const& [pattern, permission, expected] :
         std::initializer_list<Case>{{"assets.read", "assets.read", true},
                                     {"assets.read", "assets.reads", false},
                                     {"assets.*", "assets.read", true},
                                     {"assets.*", "assets", false},
                                     {"assets.*", "assets_old.read", false},
                                     {"*.read", "ledger.read", true},
                                     {"*.read", "ledger.export", false},
                                     {"*.read", "ledger.reread", false},
                                     {"*", "anything.at_all", true},
                                     {"", "assets.read", false},
                                     {"assets.*", "*", false},
                                     {"assets.read", "assets.*", false},
                                     {"*.read", "*", false},
                                     {"assets.*", "assets.*", true}}) {
        EXPECT_EQ(matches(pattern, permission), expected) << pattern << " " << permission;
    }
}

TEST(Access, nothing_is_allowed_without_a_grant) {
    Rights const rights;
    EXPECT_FALSE(rights.may("assets.read"));
    EXPECT_TRUE(rights.scope("assets.read").empty());
    EXPECT_TRUE(rights.names().empty());
    EXPECT_FALSE(Principal::anonymous().rights.may("assets.read"));
}

TEST(Access, an_empty_scope_grants_nothing) {
    Rights rights;
    rights.grant("assets.read", {});
    EXPECT_FALSE(rights.may("assets.read"));
}

TEST(Access, scopes_of_several_grants_add_up) {
    Rights rights;
    rights.grant("assets.read", own());
    rights.grant("assets.*", units({"u1", "u2"}));
    rights.grant("*.read", units({"u3"}));
    auto const reading = rights.scope("assets.read");
    EXPECT_TRUE(reading.own);
    EXPECT_FALSE(reading.everywhere);
    EXPECT_EQ(reading.units, (std::set<std::string, std::less<>>{"u1", "u2", "u3"}));
    EXPECT_EQ(rights.scope("assets.update").units,
              (std::set<std::string, std::less<>>{"u1", "u2"}));
    rights.grant("assets.read", everywhere());
    EXPECT_TRUE(rights.scope("assets.read").everywhere);
    EXPECT_FALSE(rights.scope("assets.update").everywhere);
}

TEST(Access, the_system_may_everything_but_holds_no_permission_by_name) {
    auto const system = Principal::system("person");
    EXPECT_TRUE(system.rights.is_all());
    EXPECT_TRUE(system.rights.may("anything.at_all"));
    EXPECT_TRUE(system.rights.scope("anything.at_all").everywhere);
    EXPECT_EQ(system.on_behalf_of, "person");
    EXPECT_EQ(name_of(system.kind), "system");
}

TEST(Access, an_auditor_reads_everything_and_changes_nothing) {
    for (auto const& role : role_templates()) {
        if (role.key != "auditor") {
            continue;
        }
        Rights rights;
        for (auto const& permission : role.permissions) {
            rights.grant(std::string{permission}, everywhere());
        }
        for (auto const* const register_name : {"assets", "safeguards", "decisions", "ledger"}) {
            EXPECT_TRUE(rights.may(std::string{register_name} + ".read"));
            for (auto const* const act : {"create", "update", "archive", "restore", "decide",
                                          "complete", "export", "import", "manage"}) {
                EXPECT_FALSE(rights.may(std::string{register_name} + "." + act)) << act;
            }
        }
    }
}

TEST(Access, only_administrators_manage_accounts_and_only_process_owners_decide_besides) {
    for (auto const& role : role_templates()) {
        Rights rights;
        for (auto const& permission : role.permissions) {
            rights.grant(std::string{permission}, everywhere());
        }
        auto const is_administrator = role.key == "administrator";
        EXPECT_EQ(rights.may("accounts.manage"), is_administrator) << role.key;
        EXPECT_EQ(rights.may("tokens.manage"), is_administrator) << role.key;
        EXPECT_EQ(rights.may("safeguards.decide"), is_administrator || role.key == "process_owner")
            << role.key;
        EXPECT_FALSE(role.sv.empty());
        EXPECT_FALSE(role.en.empty());
    }
}

}  // namespace

}  // namespace sigill::access
