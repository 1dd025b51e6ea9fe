#include "app/config.hpp"

#include <charconv>

#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

#include "base/failure.hpp"

namespace sigill::app {

namespace {

constexpr Phrase unknown_key{"config.unknown", "there is no such setting (line {})",
                             "det finns ingen sådan inställning (rad {})"};
constexpr Phrase wrong_type{"config.type", "must be {}", "ska vara {}"};
constexpr Phrase broken{"config.broken", "The configuration cannot be read: {}",
                        "Inställningarna går inte att läsa: {}"};
constexpr Phrase bad_listen{"config.listen", "“{}” is no address with a port, as 127.0.0.1:8080",
                            "”{}” är ingen adress med port, som 127.0.0.1:8080"};

void read_text(toml::node const& node, std::string const& key, std::string& into) {
    auto const value = node.value_exact<std::string>();
    if (!value) {
        throw Failure::invalid(key, wrong_type, "text");
    }
    into = *value;
}

void read_number(toml::node const& node, std::string const& key, int& into, int least, int most) {
    auto const value = node.value_exact<std::int64_t>();
    if (!value || *value < least || *value > most) {
        throw Failure::invalid(key, wrong_type, std::to_string(least) + "–" + std::to_string(most));
    }
    into = static_cast<int>(*value);
}

void read_texts(toml::node const& node, std::string const& key, std::vector<std::string>& into) {
    auto const* list = node.as_array();
    if (list == nullptr) {
        throw Failure::invalid(key, wrong_type, "[\"…\", \"…\"]");
    }
    for (auto const& item : *list) {
        read_text(item, key, into.emplace_back());
    }
}

void read_witnesses(toml::node const& node, std::string const& key,
                    std::vector<tenant::WitnessPeer>& into) {
    auto const* list = node.as_array();
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
        auto const* peer = list->get(i)->as_table();
        auto const url = peer == nullptr ? std::nullopt : (*peer)["url"].value<std::string>();
        auto const vkey = peer == nullptr ? std::nullopt : (*peer)["key"].value<std::string>();
        if (!url || !vkey || peer->size() != 2) {
            list = nullptr;
            break;
        }
        into.push_back({*url, *vkey});
    }
    if (list == nullptr) {
        throw Failure::invalid(key, wrong_type, "[{url = \"…\", key = \"…\"}]");
    }
}

void read_key(Config& config, std::string const& key, toml::node const& node) {
    std::map<std::string_view, std::string*> const texts{
        {"data", &config.data},
        {"listen", &config.listen},
        {"base_domain", &config.base_domain},
        {"default_tenant", &config.default_tenant},
        {"environment", &config.environment},
        {"web", &config.web},
        {"keys.master", &config.master_key},
        {"tls.certificate", &config.certificate},
        {"tls.key", &config.certificate_key},
        {"tls.minimum", &config.minimum_tls},
    };
    if (auto const place = texts.find(key); place != texts.end()) {
        read_text(node, key, *place->second);
    } else if (key == "proxies.trusted") {
        read_texts(node, key, config.trusted_proxies);
    } else if (key == "outbound.allowed") {
        read_texts(node, key, config.outbound_allowed);
    } else if (key == "ledger.witnesses") {
        read_witnesses(node, key, config.witnesses);
    } else if (key == "limits.database_threads") {
        read_number(node, key, config.database_threads, 1, 64);
    } else if (key == "limits.drain_seconds") {
        read_number(node, key, config.drain_seconds, 1, 300);
    } else {
        throw Failure::invalid(key, unknown_key, std::to_string(node.source().begin.line));
    }
}

void check(Config const& config) {
    auto const one_of = [](std::string const& key, std::string const& value,
                           std::initializer_list<std::string_view> known, std::string_view text) {
        if (std::ranges::find(known, value) == known.end()) {
            throw Failure::invalid(key, wrong_type, std::string{text});
        }
    };
    one_of("environment", config.environment, {"production", "test", "development"},
           "production, test, development");
    one_of("tls.minimum", config.minimum_tls, {"1.2", "1.3"}, "1.2, 1.3");
    static_cast<void>(read_listen(config.listen));
}

}  // namespace

std::vector<ConfigKey> const& config_keys() {
    static std::vector<ConfigKey> const keys{
        {"data", "The data directory."},
        {"listen",
         "Address and port. Without TLS only a loopback address, unless a proxy is declared."},
        {"base_domain", "Organisations are served as <name>.<base_domain>."},
        {"default_tenant", "The organisation served to any other host name; empty: none."},
        {"environment", "production, test or development; shown on the page."},
        {"web", "Folder of the built page; empty: beside the program."},
        {"keys.master", "File with the master key, mode 0600; default <data>/master.key."},
        {"tls.certificate", "PEM file with the certificate and its chain."},
        {"tls.key", "PEM file with the certificate's private key."},
        {"tls.minimum", "1.2 or 1.3."},
        {"proxies.trusted", "Addresses whose X-Forwarded-For and -Proto are believed."},
        {"ledger.witnesses", "Witnesses that cosign the logs: [{url = \"…\", key = \"…\"}]."},
        {"outbound.allowed",
         "Networks that the program may ask although they are not public, as 10.1.2.0/24."},
        {"limits.database_threads", "Threads that work on databases."},
        {"limits.drain_seconds", "How long requests under way may take after SIGTERM."},
    };
    return keys;
}

Config read_config(std::string const& path) {
    toml::table table;
    try {
        table = toml::parse_file(path);
    } catch (toml::parse_error const& error) {
        throw Failure::invalid(path + ":" + std::to_string(error.source().begin.line), broken,
                               std::string{error.description()});
    }
    Config config;
    for (auto const& [name, node] : table) {
        std::string const key{name.str()};
        if (auto const* group = node.as_table()) {
            for (auto const& [inner, value] : *group) {
                read_key(config, key + "." + std::string{inner.str()}, value);
            }
        } else {
            read_key(config, key, node);
        }
    }
    check(config);
    return config;
}

ListenAddress read_listen(std::string_view text) {
    auto const colon = text.rfind(':');
    auto const bad = [&] { return Failure::invalid("listen", bad_listen, std::string{text}); };
    if (colon == std::string_view::npos || colon == 0) {
        throw bad();
    }
    auto host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']')) {
        host = host.substr(1, host.size() - 2);
    }
    auto const digits = text.substr(colon + 1);
    std::uint16_t port = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (error != std::errc{} || end != digits.data() + digits.size()) {
        throw bad();
    }
    return {std::string{host}, port};
}

}  // namespace sigill::app
