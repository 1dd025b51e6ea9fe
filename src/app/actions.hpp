#pragma once
// What the commands do, once their words are understood. Each returns an exit code and throws
// Failure.

#include <optional>
#include <string>
#include <vector>

#include "app/output.hpp"
#include "app/services.hpp"

namespace sigill::app {

struct NewAccount {
    std::string tenant;
    std::string email;
    std::string name;      // of the person, where there is none yet
    std::string password;  // empty: made and printed once
    std::string role = "administrator";
};

int init(Services& services, Output const& output, std::string const& provider,
         std::string const& admin, bool cheap_passwords);
int add_tenant(Services& services, Output const& output, std::string const& slug,
               std::string const& name, std::string const& admin, bool cheap_passwords);
int list_tenants(Services& services, Output const& output, bool json);
int add_account(Services& services, Output const& output, NewAccount const& account);
int disable_account(Services& services, Output const& output, std::string const& tenant,
                    std::string const& email);
int reset_account(Services& services, Output const& output, std::string const& tenant,
                  std::string const& email, std::string const& password);
int create_token(Services& services, Output const& output, std::string const& tenant,
                 std::string const& name, std::vector<std::string> const& permissions,
                 std::string const& expires, bool json);
int import_framework(Services& services, Output const& output, std::string const& tenant,
                     std::string const& path, bool json);
int export_ledger(Services& services, Output const& output, std::string const& tenant,
                  std::string const& path);
int verify_tenant(Services& services, Output const& output, std::string const& tenant, bool json);
int verify_file(Output const& output, std::string const& path, std::string const& key,
                std::vector<std::string> const& witnesses, bool json);
// Months that the contents of entries are kept; 0: for ever.
int set_retention(Services& services, Output const& output, std::string const& tenant, int months);
// Makes what the log has sealed about a person, by id or ref, unreadable for ever.
int forget_person(Services& services, Output const& output, std::string const& tenant,
                  std::string const& person);
int checkpoint(Services& services, Output const& output, std::string const& tenant);
// `password` empty: made and printed.
int make_example(Services& services, Output const& output, std::string const& catalog,
                 std::string const& password, bool cheap_passwords);
int describe(Program const& program, Output const& output);
// The interface as an OpenAPI document.
int print_openapi(Program const& program, Output const& output);
int draft_schema(Program const& program, Output const& output, std::string const& path,
                 bool postgres);

// The tenant, or Failure missing with its name.
[[nodiscard]] std::shared_ptr<tenant::Tenant> open_tenant(Services& services,
                                                          std::string const& slug);
// What the command line does is done by the system.
[[nodiscard]] tenant::Context system_context();
[[nodiscard]] std::string make_password(Random& random);

}  // namespace sigill::app
