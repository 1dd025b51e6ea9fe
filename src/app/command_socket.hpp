#pragma once
// The command line speaks to a running server through a 0600 Unix socket in the data directory:
// one JSON line asks, lines of output and one exit code answer.

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/output.hpp"

namespace sigill::app {

using RunCommand = std::function<int(Invocation const&, Output const&)>;

class CommandSocket {
public:
    // Starts to listen at `<data>/sigill.sock`. Failure unavailable when it cannot.
    CommandSocket(std::string const& data, RunCommand run);
    ~CommandSocket();
    CommandSocket(CommandSocket const&) = delete;
    CommandSocket& operator=(CommandSocket const&) = delete;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

// The exit code, or nothing when no server listens there.
[[nodiscard]] std::optional<int> run_by_server(std::string const& data,
                                               Invocation const& invocation, Output const& output);

}  // namespace sigill::app
