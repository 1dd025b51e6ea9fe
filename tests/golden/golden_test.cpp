#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "app/services.hpp"
#include "golden/golden.hpp"
#include "support/empty_database.hpp"

namespace sigill::golden {

namespace {

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

std::string_view name_of(api::Mode mode) {
    switch (mode) {
    case api::Mode::read: return "read";
    case api::Mode::write: return "write";
    case api::Mode::slow: return "slow";
    }
    return "";
}

std::string line_of(api::Route const& route) {
    auto const& options = route.options;
    auto line = padded(route.method, 7) + padded(route.path, 50) + ' ' +
                padded(std::string{options.permission.name()}, 26) + ' ' +
                padded(std::string{name_of(route.mode)}, 6);
    line += options.large_body ? "document " : options.body ? "body " : "";
    line += options.csrf_exempt ? "no-csrf " : "";
    line += options.rate == api::RateClass::log_in ? "log-in-rate " : "";
    line += options.event.empty() ? "" : "event=" + std::string{options.event};
    line.erase(line.find_last_not_of(' ') + 1);
    return line + '\n';
}

// The first argument of a call of `record(`, where it is a literal: "session.opened" and the like.
std::optional<std::string> event_at(std::string_view text, std::size_t call) {
    auto const open = text.find_first_not_of(" \n", call + std::string_view{"record("}.size());
    if (open == std::string_view::npos || text[open] != '"') {
        return std::nullopt;
    }
    auto const end = text.find('"', open + 1);
    std::string event{text.substr(open + 1, end - open - 1)};
    return event.find('.') == std::string::npos ? std::nullopt : std::optional{event};
}

std::set<std::string> events_named_in_code() {
    std::set<std::string> events;
    for (auto const& file :
         std::filesystem::recursive_directory_iterator(std::string{SIGILL_SOURCE_DIR} + "/src")) {
        auto const name = file.path().filename().string();
        if (!name.ends_with(".cpp") || name.ends_with("_test.cpp")) {
            continue;
        }
        std::ifstream stream{file.path()};
        std::string const text{std::istreambuf_iterator<char>{stream}, {}};
        for (auto at = text.find("record("); at != std::string::npos;
             at = text.find("record(", at + 1)) {
            if (auto event = event_at(text, at)) {
                events.insert(std::move(*event));
            }
        }
    }
    return events;
}

void add_events(entity::Definition const& definition, std::set<std::string>& events) {
    events.insert(entity::permission(definition, "created"));
    events.insert(entity::permission(definition, "updated"));
    events.insert(entity::permission(definition, "opened"));
    for (auto const what :
         {"commented", "comment_changed", "comment_removed", "linked", "unlinked"}) {
        events.insert(entity::permission(definition, what));
    }
    if (!definition.read_only) {
        events.insert(entity::permission(definition, "archived"));
        events.insert(entity::permission(definition, "restored"));
        events.insert(entity::permission(definition, "file_added"));
        events.insert(entity::permission(definition, "file_removed"));
    }
    for (auto const& step : definition.transitions) {
        events.insert(entity::permission(definition, step.name));
    }
}

std::string joined(std::set<std::string> const& lines) {
    std::string text;
    for (auto const& line : lines) {
        text += line + '\n';
    }
    return text;
}

}  // namespace

TEST(golden, routes_are_the_reviewed_ones) {
    app::Program const program;
    std::vector<std::string> open;
    std::vector<std::string> lines;
    for (auto const& route : program.router().routes()) {
        (route.options.permission.is_open() ? open : lines).push_back(line_of(route));
    }
    std::ranges::sort(open);
    std::ranges::stable_sort(lines, {}, [](std::string const& line) { return line.substr(7); });
    std::string text = "# Public: nobody has to be logged in\n";
    for (auto const& line : open) {
        text += line;
    }
    text += "\n# All others, below /api/v1\n";
    for (auto const& line : lines) {
        text += line;
    }
    expect_same("routes.txt", text);
}

TEST(golden, the_public_routes_are_these_and_no_others) {
    app::Program const program;
    std::vector<std::string> open;
    for (auto const& route : program.router().routes()) {
        if (route.options.permission.is_open()) {
            open.push_back(route.method + " " + route.path);
        }
    }
    // By name, so that --update cannot open one.
    EXPECT_EQ(open, std::vector<std::string>{"POST /session"});
}

TEST(golden, permissions_and_the_roles_that_hold_them) {
    app::Program const program;
    std::set<std::string> names;
    for (auto const& route : program.router().routes()) {
        names.emplace(route.options.permission.name());
    }
    std::string text;
    for (auto const& name : names) {
        text += padded(name, 28);
        for (auto const& role : access::role_templates()) {
            auto const holds = std::ranges::any_of(
                role.permissions, [&](auto pattern) { return access::matches(pattern, name); });
            text += holds && !name.starts_with('(') ? ' ' + std::string{role.key} : "";
        }
        text.erase(text.find_last_not_of(' ') + 1);
        text += '\n';
    }
    expect_same("permissions.txt", text);
}

TEST(golden, every_permission_of_a_role_is_a_route_s) {
    app::Program const program;
    for (auto const& role : access::role_templates()) {
        for (auto const pattern : role.permissions) {
            auto const used =
                std::ranges::any_of(program.router().routes(), [&](api::Route const& route) {
                    return access::matches(pattern, route.options.permission.name());
                });
            EXPECT_TRUE(used) << role.key << " holds " << pattern << ", which no route asks for";
        }
    }
}

TEST(golden, ledger_events_are_the_reviewed_ones) {
    app::Program const program;
    auto events = events_named_in_code();
    for (auto const& entry : program.catalogue().registers()) {
        add_events(*entry.definition, events);
    }
    for (auto const& route : program.router().routes()) {
        if (!route.options.event.empty()) {
            events.emplace(route.options.event);
        }
    }
    expect_same("ledger_events.txt", joined(events));
}

TEST(golden, technical_tables_are_the_reviewed_ones) {
    std::set<std::string> const tables{tenant::technical_tables().begin(),
                                       tenant::technical_tables().end()};
    expect_same("technical_tables.txt", joined(tables));
}

TEST(golden, the_schema_is_the_reviewed_one) {
    std::string text;
    for (auto const& [name, schema] :
         {std::pair{"control", db::Schema::control}, std::pair{"keys", db::Schema::keys},
          std::pair{"tenant", db::Schema::tenant}}) {
        text += std::string{"-- "} + name + "\n\n";
        test_support::EmptyDatabase database{schema};
        database.read([&](db::Connection& connection) {
            connection.query(
                "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL "
                "AND name NOT LIKE 'search\\__%' ESCAPE '\\' ORDER BY tbl_name, type DESC, name",
                {}, [&](db::Row const& row) {
                    text += std::string{row.text(0)} + ";\n";
                    return true;
                });
        });
        text += '\n';
    }
    expect_same("schema.sql", text);
}

}  // namespace sigill::golden
