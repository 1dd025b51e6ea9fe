#include "support/postgres.hpp"

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace sigill::test_support {

namespace {

constexpr char const* programs = "/usr/lib/postgresql/15/bin/";

struct Outcome {
    int status = 0;
    std::string output;
};

Outcome shell(std::string const& command) {
    Outcome outcome;
    auto* const pipe = ::popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) {
        throw std::runtime_error("cannot run " + command);
    }
    std::array<char, 4096> piece{};
    while (auto const count = std::fread(piece.data(), 1, piece.size(), pipe)) {
        outcome.output.append(piece.data(), count);
    }
    outcome.status = ::pclose(pipe);
    return outcome;
}

// As the user that may run the server.
std::string as_server(std::string const& command) {
    return ::geteuid() == 0 ? "runuser -u postgres -- " + command : command;
}

void must(std::string const& command) {
    auto const outcome = shell(command);
    if (outcome.status != 0) {
        throw std::runtime_error(command + " failed: " + outcome.output);
    }
}

}  // namespace

bool Postgres::is_here() {
    if (::access((std::string{programs} + "initdb").c_str(), X_OK) != 0) {
        return false;
    }
    return ::geteuid() != 0 || ::getpwnam("postgres") != nullptr;
}

Postgres::Postgres() {
    if (::geteuid() == 0) {
        must("chown postgres " + directory_.path());
    }
    auto const data = directory_.file("data");
    must("cd / && " + as_server(std::string{programs} +
                                "initdb -A trust -U postgres -E UTF8 --locale=C "
                                "--no-sync -D " +
                                data));
    must("cd / && " + as_server(std::string{programs} + "pg_ctl -w -D " + data + " -l " +
                                directory_.file("log") +
                                " -o \"-c listen_addresses='' -c fsync=off "
                                "-c unix_socket_directories=" +
                                directory_.path() + "\" start"));
}

Postgres::~Postgres() {
    static_cast<void>(
        shell("cd / && " + as_server(std::string{programs} + "pg_ctl -m immediate -D " +
                                     directory_.file("data") + " stop")));
}

std::string Postgres::psql(std::string const& sql) {
    auto const file = directory_.file("statement.sql");
    std::ofstream{file} << sql;
    auto const outcome = shell("psql -X -q -A -t -F '\x1f' -v ON_ERROR_STOP=1 -U postgres -h " +
                               directory_.path() + " -f " + file);
    if (outcome.status != 0) {
        throw std::runtime_error(outcome.output);
    }
    return outcome.output;
}

void Postgres::run(std::string const& sql) {
    static_cast<void>(psql(sql));
}

std::vector<std::vector<std::string>> Postgres::rows(std::string const& sql) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines{psql(sql)};
    for (std::string line; std::getline(lines, line);) {
        if (line.empty()) {
            continue;
        }
        std::istringstream cells{line};
        auto& row = rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, '\x1f');) {
            row.push_back(cell);
        }
    }
    return rows;
}

}  // namespace sigill::test_support
