#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>

#include "app/command_socket.hpp"
#include "app/commands.hpp"
#include "app/serve.hpp"

namespace {

// The command line on its own: opens the data directory for itself.
class OwnHost final : public sigill::app::Host {
public:
    sigill::app::Services& services(sigill::app::Config const& config, bool create) override {
        if (!services_) {
            sigill::app::ServicesOptions options;
            options.data = config.data;
            options.master_key = config.master_key;
            options.create = create;
            options.witnesses = config.witnesses;
            options.outbound_allowed = config.outbound_allowed;
            options.database_threads = config.database_threads;
            services_ = std::make_unique<sigill::app::Services>(std::move(options));
        }
        return *services_;
    }

private:
    std::unique_ptr<sigill::app::Services> services_;
};

bool reads_input(std::vector<std::string> const& arguments) {
    return std::ranges::find(arguments, "--password-stdin") != arguments.end();
}

}  // namespace

int main(int count, char** words) {
    // A core file would hold keys and other people's data.
    ::prctl(PR_SET_DUMPABLE, 0);
    ::umask(077);
    sigill::app::Invocation invocation;
    invocation.arguments.assign(words + 1, words + count);
    invocation.folder = std::filesystem::current_path().string();
    if (reads_input(invocation.arguments)) {
        std::getline(std::cin, invocation.input);
    }
    sigill::app::Output const output{
        [](std::string_view text) { std::cout << text << std::flush; },
        [](std::string_view text) { std::cerr << text << std::flush; }};
    OwnHost host;
    auto const relay = [&](std::string const& data) {
        return sigill::app::run_by_server(data, invocation, output);
    };
    return sigill::app::run_command(invocation, output, host, relay, sigill::app::serve);
}
