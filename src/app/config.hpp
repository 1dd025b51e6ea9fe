#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tenant/witnesses.hpp"

namespace sigill::app {

// What an operator sets, from the file given by --config; each key has a default. Secrets are
// never here: only the paths of files that hold them.
struct Config {
    std::string data = "data";
    std::string listen = "127.0.0.1:8080";
    std::string base_domain = "localhost";
    std::string default_tenant;
    std::string environment = "production";
    std::string web;  // folder of the built page; empty: beside the program
    std::string master_key;
    std::string certificate;
    std::string certificate_key;
    std::string minimum_tls = "1.2";
    std::vector<std::string> trusted_proxies;
    std::vector<std::string> outbound_allowed;
    std::vector<tenant::WitnessPeer> witnesses;
    int database_threads = 4;
    int drain_seconds = 20;
};

struct ConfigKey {
    std::string_view name;
    std::string_view help;
};
[[nodiscard]] std::vector<ConfigKey> const& config_keys();

// Failure invalid, naming the key and its place, for an unknown key or a wrong type.
[[nodiscard]] Config read_config(std::string const& path);

struct ListenAddress {
    std::string address;
    std::uint16_t port = 0;
};
// "127.0.0.1:8080", "[::1]:8080".
[[nodiscard]] ListenAddress read_listen(std::string_view text);

}  // namespace sigill::app
