#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sigill::app {

// Exit codes of the command line.
enum Exit { exit_done = 0, exit_failed = 1, exit_usage = 2, exit_found_bad = 3 };

// Where a command prints: the terminal, or the client at the other end of the command socket.
struct Output {
    std::function<void(std::string_view)> out;
    std::function<void(std::string_view)> err;

    void line(std::string_view text) const { out(std::string{text}.append("\n")); }
    void error(std::string_view text) const { err(std::string{text}.append("\n")); }
};

// What a command is given, wherever it runs.
struct Invocation {
    std::vector<std::string> arguments;  // without the program's name
    std::string folder;                  // the caller's working directory: paths are relative to it
    std::string input;                   // standard input, where the command reads it
};

}  // namespace sigill::app
