#include "app/actions.hpp"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "api/openapi.hpp"
#include "entity/json_text.hpp"
#include "entity/schema.hpp"
#include "entity/view.hpp"
#include "identity/identity.hpp"
#include "slices/frameworks/frameworks.hpp"
#include "slices/people/people.hpp"
#include "tenant/settings.hpp"

namespace sigill::app {

namespace {

constexpr Phrase no_tenant{"no_tenant", "There is no organisation “{}”.",
                           "Det finns ingen organisation ”{}”."};
constexpr Phrase no_file{"no_file", "The file {} cannot be read.", "Filen {} går inte att läsa."};
constexpr Phrase no_person{
    "no_person", "Nobody with the address {} is registered; give --name to register.",
    "Ingen med adressen {} finns registrerad; ange --name för att lägga till."};
constexpr Phrase no_register{"no_register", "There is no register “{}”.",
                             "Det finns inget register ”{}”."};
constexpr Phrase bad_day{"type.day", "must be a day such as 2026-11-24",
                         "ska vara en dag, till exempel 2026-11-24"};

std::string read_file(std::string const& path) {
    std::ifstream file{path, std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    if (!file) {
        throw Failure::of(FailureKind::missing, no_file, path);
    }
    return std::move(text).str();
}

std::optional<std::string> person_with(tenant::Transaction& tx, std::string const& email) {
    return tx.connection().text("SELECT id FROM people WHERE email = $1 AND archived_at IS NULL",
                                {email});
}

std::string make_person(Services& services, tenant::Transaction& tx, std::string const& email,
                        std::string const& name) {
    if (auto const known = person_with(tx, email)) {
        return *known;
    }
    if (name.empty()) {
        throw Failure::of(FailureKind::missing, no_person, email);
    }
    entity::Draft draft;
    draft.title(name);
    draft.set(people::email, email);
    draft.set(people::employment, "employee");
    return services.engine().create(tx, people::definition, draft).id;
}

crypto::PasswordCost cost_of(tenant::Tenant& tenant) {
    crypto::PasswordCost cost;
    tenant.read_and_wait(system_context(),
                         [&](tenant::Transaction& tx) { cost = identity::policy(tx).cost; });
    return cost;
}

// Least work, for tests only: a test environment says so itself.
void make_passwords_cheap(tenant::Tenant& tenant) {
    tenant.write_and_wait(system_context(), [](tenant::Transaction& tx) {
        tenant::set_setting(tx, "password.memory_kib", "64");
        tenant::set_setting(tx, "password.passes", "1");
    });
}

void prepare(tenant::Tenant& tenant, bool cheap_passwords) {
    if (cheap_passwords) {
        make_passwords_cheap(tenant);
    }
    tenant.write_and_wait(system_context(),
                          [](tenant::Transaction& tx) { identity::ensure_role_templates(tx); });
}

}  // namespace

tenant::Context system_context() {
    tenant::Context context;
    context.principal = access::Principal::system();
    return context;
}

std::string make_password(Random& random) {
    // 20 of 32 unmistakable characters: 100 bits, in groups that can be read aloud.
    constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789+";
    static_assert(letters.size() == 32);
    std::array<std::uint8_t, 20> bytes{};
    random.fill(bytes);
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        text += i > 0 && i % 5 == 0 ? "-" : "";
        text += letters[bytes[i] % letters.size()];
    }
    return text;
}

std::shared_ptr<tenant::Tenant> open_tenant(Services& services, std::string const& slug) {
    auto tenant = services.registry().open(slug);
    if (!tenant) {
        throw Failure::of(FailureKind::missing, no_tenant, slug);
    }
    return tenant;
}

int add_account(Services& services, Output const& output, NewAccount const& account) {
    auto const tenant = open_tenant(services, account.tenant);
    auto const made = account.password.empty();
    auto const password = made ? make_password(services.random()) : account.password;
    identity::check_password_rules(password, account.email);
    auto const hash = crypto::hash_password(password, cost_of(*tenant));
    tenant->write_and_wait(system_context(), [&](tenant::Transaction& tx) {
        auto const person = make_person(services, tx, account.email, account.name);
        identity::add_account(tx, person, account.email, hash);
        identity::grant_role(tx, person, account.role, "");
    });
    output.line(made ? fmt::format("{}  password (shown once): {}", account.email, password)
                     : fmt::format("{}  account added", account.email));
    return exit_done;
}

int disable_account(Services& services, Output const& output, std::string const& slug,
                    std::string const& email) {
    open_tenant(services, slug)->write_and_wait(system_context(), [&](tenant::Transaction& tx) {
        identity::disable_account(tx, email);
    });
    output.line(email + "  disabled, all sessions ended");
    return exit_done;
}

int reset_account(Services& services, Output const& output, std::string const& slug,
                  std::string const& email, std::string const& given) {
    auto const tenant = open_tenant(services, slug);
    auto const password = given.empty() ? make_password(services.random()) : given;
    identity::check_password_rules(password, email);
    auto const hash = crypto::hash_password(password, cost_of(*tenant));
    tenant->write_and_wait(system_context(), [&](tenant::Transaction& tx) {
        identity::set_password(tx, email, hash);
    });
    output.line(given.empty() ? fmt::format("{}  password (shown once): {}", email, password)
                              : fmt::format("{}  password changed", email));
    return exit_done;
}

int add_tenant(Services& services, Output const& output, std::string const& slug,
               std::string const& name, std::string const& admin, bool cheap_passwords) {
    services.registry().add(slug, name, "sv");
    prepare(*open_tenant(services, slug), cheap_passwords);
    output.line(fmt::format("{}  {}", slug, name));
    if (admin.empty()) {
        return exit_done;
    }
    auto const at = admin.find('@');
    return add_account(services, output, {slug, admin, admin.substr(0, at), {}, "administrator"});
}

int init(Services& services, Output const& output, std::string const& provider,
         std::string const& admin, bool cheap_passwords) {
    return add_tenant(services, output, "provider", provider, admin, cheap_passwords);
}

int list_tenants(Services& services, Output const& output, bool json) {
    entity::JsonText text;
    text.open_array();
    for (auto const& tenant : services.registry().list()) {
        if (json) {
            text.open_object().key("slug").string(tenant.slug).key("name").string(tenant.name);
            text.key("id").string(tenant.id).key("state").string(tenant.state).close_object();
        } else {
            output.line(fmt::format("{:<20} {:<9} {}", tenant.slug, tenant.state, tenant.name));
        }
    }
    text.close_array();
    if (json) {
        output.line(text.take());
    }
    return exit_done;
}

int create_token(Services& services, Output const& output, std::string const& slug,
                 std::string const& name, std::vector<std::string> const& permissions,
                 std::string const& expires, bool json) {
    if (!expires.empty() && !is_day(expires)) {
        throw Failure::invalid("expires", bad_day);
    }
    auto const until = expires.empty() ? std::nullopt : parse_instant(expires + "T23:59:59Z");
    std::string token;
    open_tenant(services, slug)->write_and_wait(system_context(), [&](tenant::Transaction& tx) {
        token = identity::create_token(tx, name, permissions, until);
    });
    output.line(json ? "{\"token\":\"" + token + "\"}" : token);
    return exit_done;
}

int import_framework(Services& services, Output const& output, std::string const& slug,
                     std::string const& path, bool json) {
    auto const tenant = open_tenant(services, slug);
    auto const parsed = frameworks::oscal::parse(read_file(path));
    if (auto const* problem = std::get_if<Problem>(&parsed)) {
        throw Failure{FailureKind::invalid, {*problem}};
    }
    auto const& catalog = std::get<frameworks::oscal::Catalog>(parsed);
    frameworks::ImportResult result;
    tenant->write_and_wait(system_context(), [&](tenant::Transaction& tx) {
        result = frameworks::import_catalog(services.engine(), tx, catalog);
    });
    auto const& counts = result.counts;
    if (json) {
        entity::JsonText text;
        auto const put = [&](std::string_view key, std::size_t value) {
            text.key(key).number(static_cast<std::int64_t>(value));
        };
        text.open_object().key("framework").string(result.framework_ref);
        put("created", result.created);
        put("changed", result.changed);
        put("unchanged", result.unchanged);
        put("groups", counts.groups);
        put("controls", counts.controls);
        put("enhancements", counts.enhancements);
        put("withdrawn", counts.withdrawn);
        put("parts", counts.parts);
        put("parameters", counts.parameters);
        text.close_object();
        output.line(text.take());
        return exit_done;
    }
    output.line(fmt::format("{}  {} {}", result.framework_ref, catalog.title, catalog.version));
    output.line(
        fmt::format("{} groups, {} controls ({} + {} enhancements), {} withdrawn, "
                    "{} parts, {} parameters",
                    counts.groups, counts.controls + counts.enhancements, counts.controls,
                    counts.enhancements, counts.withdrawn, counts.parts, counts.parameters));
    output.line(fmt::format("{} created, {} changed, {} unchanged", result.created, result.changed,
                            result.unchanged));
    return exit_done;
}

int describe(Program const& program, Output const& output) {
    output.line(entity::describe(program.catalogue(), access::Rights::all()));
    return exit_done;
}

int print_openapi(Program const& program, Output const& output) {
    output.line(api::openapi(program.router()));
    return exit_done;
}

int draft_schema(Program const& program, Output const& output, std::string const& path,
                 bool postgres) {
    auto const* entry = program.catalogue().find(path);
    if (entry == nullptr) {
        throw Failure::of(FailureKind::missing, no_register, path);
    }
    output.out(entity::draft_table(*entry->definition,
                                   postgres ? entity::Dialect::postgres : entity::Dialect::sqlite));
    return exit_done;
}

}  // namespace sigill::app
