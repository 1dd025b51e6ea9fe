#include <CLI/CLI.hpp>

#include <sys/stat.h>

#include <filesystem>
#include <iostream>

#include "base/failure.hpp"
#include "crypto/crypto.hpp"
#include "witness/serve.hpp"

namespace {

struct Words {
    std::string state, name, listen = "127.0.0.1:8090";
    std::vector<std::string> logs;
};

void keygen(Words const& words) {
    std::filesystem::create_directories(words.state);
    sigill::crypto::SystemRandom random;
    auto const key = sigill::witness::make_key(words.state + "/key", words.name, random);
    std::cout << sigill::ledger::verifier_key(key.name, key.key.public_key,
                                              sigill::ledger::KeyKind::witness)
              << std::endl;
}

void serve(Words const& words) {
    sigill::witness::ServeOptions options;
    options.directory = words.state;
    auto const colon = words.listen.rfind(':');
    options.address = words.listen.substr(0, colon);
    options.port = static_cast<std::uint16_t>(std::stoi(words.listen.substr(colon + 1)));
    options.logs = words.logs;
    sigill::witness::serve(options,
                           [](std::string const& line) { std::cout << line << std::endl; });
}

}  // namespace

int main(int count, char** arguments) {
    ::umask(077);
    CLI::App root{
        "A witness of Sigill's logs, and of any other log that speaks C2SP tlog-witness."};
    root.require_subcommand(1);
    Words words;
    auto* make = root.add_subcommand("keygen", "Make the witness's key and print its verifier key");
    make->add_option("--name", words.name, "Name, as witness.example/w1")->required();
    auto* run = root.add_subcommand("serve", "Witness the logs named");
    run->add_option("--listen", words.listen, "Address and port; TLS is a proxy's");
    run->add_option("--log", words.logs, "A log's verifier key; repeat for each")->required();
    for (auto* command : {make, run}) {
        command->add_option("--state", words.state, "Folder of key and state")->required();
    }
    try {
        root.parse(count, arguments);
    } catch (CLI::ParseError const& error) {
        return root.exit(error) == 0 ? 0 : 2;
    }
    try {
        make->parsed() ? keygen(words) : serve(words);
        return 0;
    } catch (sigill::Failure const& failure) {
        std::cerr << failure.sentence(sigill::Language::english) << '\n';
    } catch (std::exception const& error) {
        std::cerr << error.what() << '\n';
    }
    return 1;
}
