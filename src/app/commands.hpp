#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/config.hpp"
#include "app/output.hpp"
#include "app/services.hpp"

namespace sigill::app {

// How a command comes by an open data directory: it opens it itself, or runs inside the server
// that has it open.
class Host {
public:
    virtual ~Host() = default;
    [[nodiscard]] virtual Services& services(Config const& config, bool create) = 0;
};

// Parses the words of a command line and runs the command. Never throws: what went wrong stands on
// the error output, the code tells its kind.
// `relay`: asked first, for commands that need the data directory; answers with a code when a
// running server did the work.
using Relay = std::function<std::optional<int>(std::string const& data)>;
using Serve = std::function<int(Config const&, Output const&)>;
int run_command(Invocation const& invocation, Output const& output, Host& host, Relay const& relay,
                Serve const& serve);

[[nodiscard]] std::string version();

}  // namespace sigill::app
