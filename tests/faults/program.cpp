#include "program.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "json/json.hpp"

namespace sigill::faults {

namespace {

// A sanitized server on a busy machine takes its time; a hanging one must still end the test.
constexpr auto patience = std::chrono::seconds{60};

std::string contents(std::string const& path) {
    std::ifstream stream{path, std::ios::binary};
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

pid_t start(std::vector<std::string> const& arguments, std::string const& log) {
    std::vector<char*> words;
    auto const* const other = std::getenv("SIGILL_PROGRAM");  // another build of it
    std::string program = other != nullptr ? other : SIGILL_PROGRAM;
    words.push_back(program.data());
    std::vector<std::string> copies = arguments;
    for (auto& word : copies) {
        words.push_back(word.data());
    }
    words.push_back(nullptr);
    auto const process = ::fork();
    if (process == 0) {
        int const out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        int const nothing = ::open("/dev/null", O_RDONLY);
        ::dup2(nothing, STDIN_FILENO);
        ::dup2(out, STDOUT_FILENO);
        ::dup2(out, STDERR_FILENO);
        ::execv(program.c_str(), words.data());
        ::_exit(127);
    }
    return process;
}

int code_of(int status) {
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Ran run_program(std::vector<std::string> const& arguments) {
    test_support::TemporaryDirectory const folder;
    auto const log = folder.file("log");
    auto const process = start(arguments, log);
    int status = 0;
    ::waitpid(process, &status, 0);
    return {code_of(status), contents(log)};
}

Server::Server(std::string const& data) : log_(folder_.file("log")) {
    process_ =
        start({"serve", "--data", data, "--listen", "127.0.0.1:0", "--environment", "test"}, log_);
    static std::regex const address{R"(http://[a-z0-9.-]+:([0-9]+)\s)"};
    auto const until = std::chrono::steady_clock::now() + patience;
    while (runs() && std::chrono::steady_clock::now() < until) {
        std::smatch found;
        auto const said = output();
        if (std::regex_search(said, found, address)) {
            port_ = static_cast<std::uint16_t>(std::stoi(found[1]));
            return;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
}

Server::~Server() {
    if (runs()) {
        kill_hard();
    }
}

bool Server::runs() {
    int status = 0;
    if (process_ > 0 && ::waitpid(process_, &status, WNOHANG) == process_) {
        process_ = -1;
        exit_code_ = code_of(status);
    }
    return process_ > 0;
}

int Server::wait_for_end() {
    int status = 0;
    if (process_ > 0) {
        ::waitpid(process_, &status, 0);
        process_ = -1;
        exit_code_ = code_of(status);
    }
    return exit_code_;
}

void Server::kill_hard() {
    if (process_ > 0) {
        ::kill(process_, SIGKILL);
        wait_for_end();
    }
}

int Server::stop() {
    if (process_ > 0) {
        ::kill(process_, SIGTERM);
    }
    return wait_for_end();
}

std::string Server::output() const {
    return contents(log_);
}

Installation::Installation(std::vector<std::string> const& slugs, std::string path)
    : data_(path.empty() ? folder_.file("data") : path + "/data") {
    auto const must = [](Ran const& ran) {
        EXPECT_EQ(ran.exit_code, 0) << ran.output;
        return ran.output;
    };
    must(run_program({"init", "--data", data_, "--provider", "Provider", "--admin",
                      "admin@provider.example", "--environment", "test"}));
    for (auto const& slug : slugs) {
        must(run_program({"tenant", "add", slug, "--data", data_, "--name", slug, "--admin",
                          "admin@" + slug + ".example", "--environment", "test"}));
        auto const said =
            must(run_program({"token", "create", "--data", data_, "--tenant", slug, "--name",
                              "Test of faults", "--permission", "*", "--json"}));
        std::smatch found;
        EXPECT_TRUE(std::regex_search(said, found, std::regex{R"re("token":"([^"]+)")re"})) << said;
        tokens_[slug] = found[1];
    }
}

std::string Installation::file_of(std::string const& slug) const {
    auto const said = run_program({"tenant", "list", "--data", data_, "--json"}).output;
    auto const parsed = json::parse(said.substr(0, said.find_last_of(']') + 1));
    auto const* const list = std::get_if<json::Value>(&parsed);
    for (auto const& tenant : list == nullptr ? json::Array{} : list->as_array()) {
        auto const& object = tenant.as_object();
        if (json::string_at(object, "slug") == slug) {
            return data_ + "/tenants/" + std::string{*json::string_at(object, "id")} + ".db";
        }
    }
    ADD_FAILURE() << "no organisation " << slug << " in " << said;
    return {};
}

Ran Installation::verify(std::string const& slug) const {
    return run_program({"ledger", "verify", "--data", data_, "--tenant", slug});
}

}  // namespace sigill::faults
