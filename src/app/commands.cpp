#include "app/commands.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>

#include "app/actions.hpp"
#include "app/serve.hpp"

namespace sigill::app {

namespace {

// What the words may say; one object per run, filled by the parser.
struct Words {
    std::string config_file, data, listen, default_tenant, environment, web;
    std::string provider, admin, tenant, slug, name, email, password, role = "administrator";
    std::string file, out, key, expires, catalog, target;
    std::vector<std::string> permissions, witnesses;
    int months = 0;
    bool json = false, password_stdin = false, postgres = false;
};

struct Runner {
    Invocation const& invocation;
    Output const& output;
    Host& host;
    Relay const& relay;
    Serve const& serve;
    Words words{};
    std::function<int()> action{};

    std::string path(std::string const& given) const {
        std::filesystem::path const file{given};
        return file.is_absolute() || invocation.folder.empty()
                   ? given
                   : (std::filesystem::path{invocation.folder} / file).lexically_normal().string();
    }

    Config config() const {
        auto result = words.config_file.empty() ? Config{} : read_config(path(words.config_file));
        auto const put = [](std::string& into, std::string const& given) {
            if (!given.empty()) {
                into = given;
            }
        };
        put(result.data, words.data);
        put(result.listen, words.listen);
        put(result.default_tenant, words.default_tenant);
        put(result.environment, words.environment);
        put(result.web, words.web);
        result.data = path(result.data);
        static_cast<void>(read_listen(result.listen));
        return result;
    }

    bool cheap() const { return words.environment == "test"; }

    std::string password() const {
        auto text = words.password_stdin ? invocation.input : std::string{};
        while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) {
            text.pop_back();
        }
        return text;
    }

    // Runs `work` here or, where a server has the data open, over there.
    std::function<int()> on_data(std::function<int(Services&)> work, bool create = false) {
        return [this, work = std::move(work), create] {
            auto const settings = config();
            if (auto const code = create ? std::nullopt : relay(settings.data)) {
                return *code;
            }
            return work(host.services(settings, create));
        };
    }
};

CLI::App* command(CLI::App& parent, Runner& runner, std::string const& name,
                  std::string const& help, std::function<int()> action) {
    auto* app = parent.add_subcommand(name, help);
    app->add_option("--config", runner.words.config_file, "Configuration file (TOML)");
    app->add_option("--data", runner.words.data, "Data directory");
    app->add_flag("--json", runner.words.json, "Print JSON");
    app->add_option("--environment", runner.words.environment, "production, test or development");
    app->callback([&runner, action = std::move(action)] { runner.action = action; });
    return app;
}

CLI::Option* tenant_option(CLI::App* app, Words& words) {
    return app->add_option("--tenant", words.tenant, "The organisation's short name")->required();
}

CLI::App* group(CLI::App& root, std::string const& name, std::string const& help) {
    auto* app = root.add_subcommand(name, help);
    app->require_subcommand(1);
    return app;
}

void add_serving(CLI::App& root, Runner& run) {
    auto& w = run.words;
    auto* serve = command(root, run, "serve", "Serve the page and the API",
                          [&run] { return run.serve(run.config(), run.output); });
    serve->add_option("--listen", w.listen, "Address and port, as 127.0.0.1:8080");
    serve->add_option("--default-tenant", w.default_tenant, "Served to any other host name");
    serve->add_option("--web", w.web, "Folder of the built page");
    auto* init_app = command(root, run, "init", "Make a data directory with the provider's tenant",
                             run.on_data(
                                 [&run](Services& services) {
                                     return init(services, run.output, run.words.provider,
                                                 run.words.admin, run.cheap());
                                 },
                                 true));
    init_app->add_option("--provider", w.provider, "Name of the organisation that runs Sigill")
        ->required();
    init_app->add_option("--admin", w.admin, "E-mail address of its administrator")->required();
    auto* example =
        command(root, run, "example", "Add the example organisations",
                run.on_data(
                    [&run](Services& services) {
                        return make_example(
                            services, run.output,
                            run.words.catalog.empty() ? std::string{} : run.path(run.words.catalog),
                            run.password(), run.cheap());
                    },
                    true));
    example->add_option("--catalog", w.catalog, "An OSCAL catalogue to import as well");
    example->add_flag("--password-stdin", w.password_stdin,
                      "Read the password from standard input");
}

void add_tenants(CLI::App& root, Runner& run) {
    auto& w = run.words;
    auto* tenants = group(root, "tenant", "Organisations");
    auto* add = command(*tenants, run, "add", "Add an organisation",
                        run.on_data([&run](Services& services) {
                            return add_tenant(services, run.output, run.words.slug, run.words.name,
                                              run.words.admin, run.cheap());
                        }));
    add->add_option("slug", w.slug, "Short name, as in the address")->required();
    add->add_option("--name", w.name, "Full name")->required();
    add->add_option("--admin", w.admin, "E-mail address of its administrator")->required();
    command(*tenants, run, "list", "List the organisations",
            run.on_data([&run](Services& services) {
                return list_tenants(services, run.output, run.words.json);
            }));
}

void add_accounts(CLI::App& root, Runner& run) {
    auto& w = run.words;
    auto* accounts = group(root, "account", "Log-in accounts");
    auto* add = command(*accounts, run, "add", "Add an account for a person",
                        run.on_data([&run](Services& services) {
                            return add_account(services, run.output,
                                               {run.words.tenant, run.words.email, run.words.name,
                                                run.password(), run.words.role});
                        }));
    add->add_option("--name", w.name, "The person's name, where the person is not registered yet");
    add->add_option("--role", w.role, "Role to grant: administrator, ciso, process_owner …");
    auto* disable =
        command(*accounts, run, "disable", "End an account and its sessions",
                run.on_data([&run](Services& services) {
                    return disable_account(services, run.output, run.words.tenant, run.words.email);
                }));
    auto* reset = command(*accounts, run, "reset", "Give an account a new password",
                          run.on_data([&run](Services& services) {
                              return reset_account(services, run.output, run.words.tenant,
                                                   run.words.email, run.password());
                          }));
    for (auto* app : {add, disable, reset}) {
        tenant_option(app, w);
        app->add_option("--email", w.email, "E-mail address")->required();
        app->add_flag("--password-stdin", w.password_stdin,
                      "Read the password from standard input");
    }
    auto* tokens = group(root, "token", "API tokens");
    auto* create =
        command(*tokens, run, "create", "Make a token; it is printed once",
                run.on_data([&run](Services& services) {
                    return create_token(services, run.output, run.words.tenant, run.words.name,
                                        run.words.permissions, run.words.expires, run.words.json);
                }));
    tenant_option(create, w);
    create->add_option("--name", w.name, "What the token is for")->required();
    create->add_option("--permission", w.permissions, "assets.read … or \"*\"")->required();
    create->add_option("--expires", w.expires, "Last day, as 2027-01-31");
}

void add_ledger(CLI::App& root, Runner& run) {
    auto& w = run.words;
    auto* log = group(root, "ledger", "The log that cannot be rewritten unseen");
    auto* out = command(*log, run, "export", "Write the whole log to a file",
                        run.on_data([&run](Services& services) {
                            return export_ledger(services, run.output, run.words.tenant,
                                                 run.path(run.words.out));
                        }));
    tenant_option(out, w);
    out->add_option("--out", w.out, "File to write")->required();
    auto* verify = command(*log, run, "verify", "Check an exported log, or a tenant's own", [&run] {
        if (!run.words.file.empty()) {
            return verify_file(run.output, run.path(run.words.file), run.words.key,
                               run.words.witnesses, run.words.json);
        }
        if (run.words.tenant.empty()) {
            run.output.error("Name an exported file, or an organisation with --tenant.");
            return int{exit_usage};
        }
        return run.on_data([&run](Services& services) {
            return verify_tenant(services, run.output, run.words.tenant, run.words.json);
        })();
    });
    auto* file = verify->add_option("file", w.file, "Exported log");
    verify->add_option("--tenant", w.tenant, "The organisation's short name")->excludes(file);
    verify->add_option("--key", w.key, "The log's public key, known from elsewhere");
    verify->add_option("--witness", w.witnesses, "A witness's key whose signature it must bear");
    auto* keep =
        command(*log, run, "keep", "Say how long the contents of entries are kept",
                run.on_data([&run](Services& services) {
                    return set_retention(services, run.output, run.words.tenant, run.words.months);
                }));
    tenant_option(keep, w);
    keep->add_option("--months", w.months, "Whole months; 0: for ever")
        ->required()
        ->check(CLI::Range(0, 1200));
    auto* forget =
        command(*log, run, "forget", "Make what the log says about a person unreadable",
                run.on_data([&run](Services& services) {
                    return forget_person(services, run.output, run.words.tenant, run.words.target);
                }));
    tenant_option(forget, w);
    forget->add_option("person", w.target, "Id or ref of the person")->required();
    auto* check = command(*log, run, "checkpoint", "Sign the log as it stands",
                          run.on_data([&run](Services& services) {
                              return checkpoint(services, run.output, run.words.tenant);
                          }));
    tenant_option(check, w);
}

void add_rest(CLI::App& root, Runner& run, Program const& program) {
    auto& w = run.words;
    auto* frameworks = group(root, "framework", "Frameworks and their requirements");
    auto* import = command(*frameworks, run, "import", "Import an OSCAL JSON catalogue",
                           run.on_data([&run](Services& services) {
                               return import_framework(services, run.output, run.words.tenant,
                                                       run.path(run.words.file), run.words.json);
                           }));
    tenant_option(import, w);
    import->add_option("file", w.file, "OSCAL JSON catalogue")->required();
    command(root, run, "describe", "Print all registers as JSON",
            [&run, &program] { return describe(program, run.output); });
    command(root, run, "openapi", "Print the interface as an OpenAPI document",
            [&run, &program] { return print_openapi(program, run.output); });
    auto* schema = group(root, "schema", "Tables");
    auto* draft = command(*schema, run, "draft", "Draft a register's table", [&run, &program] {
        return draft_schema(program, run.output, run.words.target, run.words.postgres);
    });
    draft->add_option("register", w.target, "Register, as assets")->required();
    draft->add_flag("--postgres", w.postgres, "For PostgreSQL instead of SQLite");
    command(root, run, "version", "Print the version", [&run] {
        run.output.line("sigill " + version());
        return int{exit_done};
    });
}

}  // namespace

std::string version() {
    return SIGILL_VERSION;
}

int run_command(Invocation const& invocation, Output const& output, Host& host, Relay const& relay,
                Serve const& serve) {
    CLI::App root{"Sigill: information security and data protection, run and proven."};
    root.require_subcommand(1);
    root.name("sigill");
    Program const program;
    Runner run{invocation, output, host, relay, serve};
    add_serving(root, run);
    add_tenants(root, run);
    add_accounts(root, run);
    add_ledger(root, run);
    add_rest(root, run, program);
    auto words = invocation.arguments;
    std::ranges::reverse(words);
    try {
        root.parse(words);
    } catch (CLI::Success const& wanted) {
        std::ostringstream out, err;
        root.exit(wanted, out, err);
        output.out(out.str());
        return exit_done;
    } catch (CLI::ParseError const& error) {
        output.error(error.what());
        output.error("Run with --help for the commands and their words.");
        return exit_usage;
    }
    try {
        return run.action();
    } catch (Failure const& failure) {
        for (auto const& problem : failure.problems()) {
            output.error((problem.field.empty() ? "" : problem.field + ": ") +
                         filled(problem.phrase, Language::english, problem.value));
        }
    } catch (std::exception const& error) {
        output.error(error.what());
    }
    return exit_failed;
}

}  // namespace sigill::app
