#include <fmt/format.h>

#include "app/actions.hpp"
#include "app/example/demo.hpp"
#include "app/example/load.hpp"
#include "app/example/provider.hpp"
#include "identity/identity.hpp"

namespace sigill::app {

namespace {

using example::Content;
using example::Person;

// One person for each role, the first that has it: enough to see the product from every side.
std::vector<std::pair<std::string_view, Person const*>> shown_people(Content const& content) {
    std::vector<std::pair<std::string_view, Person const*>> result;
    for (auto const& role : access::role_templates()) {
        for (auto const& person : content.people) {
            auto const held = std::ranges::find(person.roles, role.key) != person.roles.end();
            auto const shown = std::ranges::any_of(
                result, [&](auto const& other) { return other.second == &person; });
            if (held && !shown) {
                result.emplace_back(role.sv, &person);
                break;
            }
        }
    }
    return result;
}

void add_example(Services& services, Output const& output, Content const& content,
                 std::string const& catalog, std::string const& password, bool cheap) {
    std::string const slug{content.slug};
    add_tenant(services, {[](std::string_view) {}, output.err}, slug, std::string{content.name}, {},
               cheap);
    if (!catalog.empty()) {
        import_framework(services, output, slug, catalog, false);
    }
    auto const tenant = open_tenant(services, slug);
    tenant->write_and_wait(system_context(), [&](tenant::Transaction& tx) {
        example::load(services.engine(), tx, content);
    });
    crypto::PasswordCost cost;
    tenant->read_and_wait(system_context(),
                          [&](tenant::Transaction& tx) { cost = identity::policy(tx).cost; });
    output.line(fmt::format("{} ({}), password for all of them: {}", content.name, slug, password));
    for (auto const& [role, person] : shown_people(content)) {
        std::string const email{person->email};
        auto const hash = crypto::hash_password(password, cost);
        tenant->write_and_wait(system_context(), [&](tenant::Transaction& tx) {
            auto const id = tx.connection().text("SELECT id FROM people WHERE email = $1", {email});
            identity::add_account(tx, *id, email, hash);
        });
        output.line(fmt::format("  {:<36} {:<24} {}", email, person->name, role));
    }
}

}  // namespace

int make_example(Services& services, Output const& output, std::string const& catalog,
                 std::string const& password, bool cheap_passwords) {
    auto const shown = password.empty() ? make_password(services.random()) : password;
    add_example(services, output, example::demo::content, catalog, shown, cheap_passwords);
    add_example(services, output, example::provider::content, {}, shown, cheap_passwords);
    return exit_done;
}

}  // namespace sigill::app
