#pragma once
// The delivered program, run as an operator runs it.

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

#include "support/temporary_directory.hpp"

namespace sigill::faults {

struct Ran {
    int exit_code = -1;  // 128 + signal when it was killed
    std::string output;  // standard output and error together
};

[[nodiscard]] Ran run_program(std::vector<std::string> const& arguments);

// `sigill serve` on a port of its own; killed with the object.
class Server {
public:
    // Waits until it serves, or until it has ended: then port() is 0 and output() says why.
    explicit Server(std::string const& data);
    ~Server();
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] bool runs();
    void kill_hard();
    // SIGTERM; the exit code.
    int stop();
    [[nodiscard]] std::string output() const;

private:
    int wait_for_end();

    test_support::TemporaryDirectory folder_;
    std::string log_;
    pid_t process_ = -1;
    int exit_code_ = -1;
    std::uint16_t port_ = 0;
};

// A data directory with the provider and the organisations given, each with a token that may do
// everything.
class Installation {
public:
    // `path`: an existing, empty folder; or none, then one is made.
    explicit Installation(std::vector<std::string> const& slugs, std::string path = {});

    [[nodiscard]] std::string const& data() const { return data_; }
    [[nodiscard]] std::string const& token(std::string const& slug) const {
        return tokens_.at(slug);
    }
    // The organisation's encrypted file.
    [[nodiscard]] std::string file_of(std::string const& slug) const;
    [[nodiscard]] Ran verify(std::string const& slug) const;

private:
    test_support::TemporaryDirectory folder_;
    std::string data_;
    std::map<std::string, std::string> tokens_;
};

}  // namespace sigill::faults
